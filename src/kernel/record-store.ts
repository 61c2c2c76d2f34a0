/**
 * One way for a module to keep its records: keys, state and version in columns, the written content as JSON whose shape a
 * schema checks on each read and write. A table has `tenant_id`, `id`, `engagement_id`, `state`, `position`, `content`,
 * `version`, `created_at`, and a column for each key that the store declares.
 */
import type { ColumnType } from 'kysely';
import type { z } from 'zod';
import { sqlState, type Tx, UNIQUE_VIOLATION } from './database.ts';
import { AppError } from './error.ts';
import type { Context } from './module.ts';

interface Row {
  tenant_id: number;
  id: string;
  engagement_id: string;
  state: string;
  position: number;
  content: ColumnType<unknown, string, string>;
  version: number;
  created_at: ColumnType<Date, string, never>;
}
/** The builder is typed by one table of this shape; the real name and the key columns are given at run time. */
type Shape = Record<'record', Row>;

/** A record as operations see it. `K` are its keys beside the engagement. */
export type StoredRecord<Content, State extends string, K extends object = object> = {
  readonly id: string;
  readonly engagementId: string;
  readonly state: State;
  readonly position: number;
  readonly content: Content;
  readonly version: number;
  readonly createdAt: string;
} & K;

/** A column that a record may leave empty. */
interface OptionalColumn {
  readonly column: string;
  readonly optional: true;
}
type Column = string | OptionalColumn;
/** `{ courseId: 'course_id' }` gives `{ courseId: string }`; an optional column gives `string | null`. */
type KeysOf<Columns extends Readonly<Record<string, Column>>> = {
  readonly [Name in keyof Columns]: Columns[Name] extends string ? string : string | null;
};

export const optional = (column: string): OptionalColumn => ({ column, optional: true });

/** Every key that is given must be met; of several values any one. */
export type RecordFilter<K extends object> = { readonly engagementId?: string | undefined } & {
  readonly [Name in keyof K]?: string | readonly string[] | undefined;
};

/** What an insert needs of the context. */
type Writing = Pick<Context, 'tx' | 'newId' | 'now'>;

/** `id` is given only where something else must know it before. Without `position` it is the next of the engagement. */
export type NewRecord<Content, State extends string, K extends object> = {
  readonly id?: string;
  readonly engagementId: string;
  readonly state: State;
  readonly position?: number;
  readonly content: Content;
} & K;

export interface RecordStore<Content, State extends string, K extends object> {
  /** Records in their order. */
  list(tx: Tx, filter: RecordFilter<K>): Promise<StoredRecord<Content, State, K>[]>;
  /** @throws AppError `record.missing` for an unknown id or another tenant's. */
  get(tx: Tx, id: string): Promise<StoredRecord<Content, State, K>>;
  /**
   * As `get`, and holds the row until the end of the transaction, so that two editors take turns; with `version` it refuses
   * an editor who had an older one in hand.
   */
  take(tx: Tx, id: string, version?: number): Promise<StoredRecord<Content, State, K>>;
  /** @throws AppError `record.duplicate` where a unique index says that the record is already there. */
  insert(context: Writing, record: NewRecord<Content, State, K>): Promise<StoredRecord<Content, State, K>>;
  /** Many records in a few statements; for lists of items that are made together. */
  insertAll(
    context: Writing,
    records: readonly (NewRecord<Content, State, K> & { readonly position: number })[],
  ): Promise<void>;
  /** Writes what changed and raises the version. */
  save(
    tx: Tx,
    record: StoredRecord<Content, State, K>,
    change: { readonly state?: State; readonly position?: number; readonly content?: Partial<Content> },
  ): Promise<StoredRecord<Content, State, K>>;
  delete(tx: Tx, id: string): Promise<void>;
}

/** A record of a store: `RecordOf<typeof courses>`. */
export type RecordOf<Store> = Store extends { get(...parameters: never[]): Promise<infer Entry> } ? Entry : never;

/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const MANY = 500;

/**
 * `keys` names the column of each key: `{ courseId: 'course_id', targetId: optional('target_id') }`. `taken` is what a person
 * is told who makes a record that is already there.
 */
export function createRecordStore<
  S extends z.ZodType<object>,
  const State extends string,
  const Columns extends Readonly<Record<string, Column>>,
>(declared: {
  readonly table: string;
  readonly states: readonly State[];
  readonly keys: Columns;
  readonly content: S;
  readonly taken?: string;
}): RecordStore<z.output<S>, State, KeysOf<Columns>> {
  type Content = z.output<S>;
  type Entry = StoredRecord<Content, State, KeysOf<Columns>>;
  type Fresh = NewRecord<Content, State, KeysOf<Columns>>;
  const table = declared.table as 'record';
  const keys = Object.entries<Column>(declared.keys).map(
    ([name, column]) => [name, typeof column === 'string' ? column : column.column] as const,
  );

  const select = (tx: Tx) => tx.db<Shape>().selectFrom(table).selectAll().where('tenant_id', '=', tx.tenantId);

  const entryOf = (row: Readonly<Record<string, unknown>> & { readonly created_at: Date }): Entry =>
    ({
      id: row['id'],
      engagementId: row['engagement_id'],
      state: row['state'],
      position: row['position'],
      version: row['version'],
      createdAt: row.created_at.toISOString(),
      content: declared.content.parse(row['content']),
      ...Object.fromEntries(keys.map(([name, column]) => [name, row[column]])),
    }) as Entry;

  const one = async (tx: Tx, id: string, lock: boolean): Promise<Entry> => {
    const found = select(tx).where('id', '=', id);
    const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
    if (row === undefined) throw new AppError('record.missing', { internal: declared.table });
    return entryOf({ ...row });
  };

  const nextOf = async (tx: Tx, engagementId: string): Promise<number> => {
    const row = await tx
      .db<Shape>()
      .selectFrom(table)
      .select(({ fn }) => fn.max('position').as('highest'))
      .where('tenant_id', '=', tx.tenantId)
      .where('engagement_id', '=', engagementId)
      .executeTakeFirst();
    return (row?.highest ?? 0) + 1;
  };

  const rowOf = (context: Writing, record: Fresh, position: number, content: Content) => {
    const given: Readonly<Record<string, unknown>> = { ...record };
    return {
      tenant_id: context.tx.tenantId,
      id: record.id ?? context.newId(),
      engagement_id: record.engagementId,
      state: record.state,
      position,
      content: JSON.stringify(content),
      version: 1,
      created_at: context.now.toISOString(),
      ...Object.fromEntries(keys.map(([name, column]) => [column, given[name] ?? null])),
    };
  };

  const write = async (tx: Tx, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> => {
    try {
      await tx.db<Shape>().insertInto(table).values(rows).execute();
    } catch (error) {
      if (declared.taken === undefined || sqlState(error) !== UNIQUE_VIOLATION) throw error;
      throw new AppError('record.duplicate', { message: declared.taken });
    }
  };

  return {
    async list(tx, filter) {
      const given: Readonly<Record<string, string | readonly string[] | undefined>> = filter;
      let found = select(tx);
      if (filter.engagementId !== undefined) found = found.where('engagement_id', '=', filter.engagementId);
      for (const [name, column] of keys) {
        const value = given[name];
        if (value === undefined) continue;
        const any = typeof value === 'string' ? [value] : value;
        if (any.length === 0) return [];
        found = found.where(tx.db<Shape>().dynamic.ref(column), 'in', [...any] as never);
      }
      const rows = await found.orderBy('position').orderBy('created_at').orderBy('id').execute();
      return rows.map((row) => entryOf({ ...row }));
    },
    get: (tx, id) => one(tx, id, false),
    async take(tx, id, version) {
      const record = await one(tx, id, true);
      if (version !== undefined) checkRecordVersion(record, version);
      return record;
    },
    async insert(context, record) {
      const content = declared.content.parse(record.content);
      const position = record.position ?? (await nextOf(context.tx, record.engagementId));
      const row = rowOf(context, record, position, content);
      await write(context.tx, [row]);
      return entryOf({ ...row, content, created_at: context.now });
    },
    async insertAll(context, records) {
      const rows = records.map((record) =>
        rowOf(context, record, record.position, declared.content.parse(record.content)),
      );
      for (let from = 0; from < rows.length; from += MANY) await write(context.tx, rows.slice(from, from + MANY));
    },
    async save(tx, record, change) {
      const content = declared.content.parse({ ...record.content, ...change.content });
      const { state = record.state, position = record.position } = change;
      const next = { ...record, state, position, content, version: record.version + 1 };
      const saved = await tx
        .db<Shape>()
        .updateTable(table)
        .set({
          state: next.state,
          position: next.position,
          content: JSON.stringify(content),
          version: next.version,
        })
        .where('tenant_id', '=', tx.tenantId)
        .where('id', '=', record.id)
        .where('version', '=', record.version)
        .executeTakeFirst();
      // Somebody was faster although the caller did not hold the row.
      if (saved.numUpdatedRows !== 1n) throw new AppError('record.stale', { internal: declared.table });
      return next;
    },
    async delete(tx, id) {
      await tx.db<Shape>().deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
    },
  };
}

/**
 * Refuses an editor who had an older version in hand; shows what is there now: the content, or what this caller may see of it.
 * @throws AppError `record.stale`
 */
export function checkRecordVersion(
  record: { readonly version: number; readonly content: object },
  expected: number,
  current: unknown = { ...record.content, version: record.version },
): void {
  if (record.version !== expected) throw new AppError('record.stale', { current });
}

/** The next number in a list of records. */
export function nextPosition(records: readonly { readonly position: number }[]): number {
  return records.reduce((highest, { position }) => Math.max(highest, position), 0) + 1;
}

/** What an operation answers that changed a record. */
export function changedOf({
  id,
  version,
  state,
}: {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}): {
  id: string;
  version: number;
  state: string;
} {
  return { id, version, state };
}
