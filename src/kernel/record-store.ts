/**
 * One way for a module to keep its records: keys, state and version in columns, the written content as JSON whose shape a
 * schema checks on each read and write. A table has `tenant_id`, `id`, `engagement_id`, `state`, `position`, `content`,
 * `version`, `created_at`, and a column for each key that the store declares.
 */
import type { ColumnType } from 'kysely';
import type { z } from 'zod';
import type { Tx } from './database.ts';
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

export interface RecordStore<Content, State extends string, K extends object> {
  /** Records in their order; every key that is given must be met. */
  list(tx: Tx, filter: { readonly engagementId?: string } & Partial<K>): Promise<StoredRecord<Content, State, K>[]>;
  /** @throws AppError `record.missing` for an unknown id or another tenant's. */
  get(tx: Tx, id: string): Promise<StoredRecord<Content, State, K>>;
  /** As `get`, and holds the row until the end of the transaction, so that two editors take turns. */
  take(tx: Tx, id: string): Promise<StoredRecord<Content, State, K>>;
  insert(
    context: Context,
    record: {
      readonly engagementId: string;
      readonly state: State;
      readonly position: number;
      readonly content: Content;
    } & K,
  ): Promise<StoredRecord<Content, State, K>>;
  /** Writes state and content and raises the version. */
  save(
    tx: Tx,
    record: StoredRecord<Content, State, K>,
    change: { readonly state?: State; readonly content?: Partial<Content> },
  ): Promise<StoredRecord<Content, State, K>>;
  delete(tx: Tx, id: string): Promise<void>;
}

/** `keys` names the column of each key: `{ courseId: 'course_id' }`. */
export function createRecordStore<S extends z.ZodType<object>, State extends string, Name extends string>(declared: {
  readonly table: string;
  readonly states: readonly State[];
  readonly keys: Readonly<Record<Name, string>>;
  readonly content: S;
}): RecordStore<z.output<S>, State, Readonly<Record<Name, string>>> {
  type Content = z.output<S>;
  type Entry = StoredRecord<Content, State, Readonly<Record<Name, string>>>;
  const table = declared.table as 'record';
  const columns: readonly (readonly [string, string])[] = Object.entries<string>(declared.keys);

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
      ...Object.fromEntries(columns.map(([name, column]) => [name, row[column]])),
    }) as Entry;

  const one = async (tx: Tx, id: string, lock: boolean): Promise<Entry> => {
    const found = select(tx).where('id', '=', id);
    const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
    if (row === undefined) throw new AppError('record.missing', { internal: declared.table });
    return entryOf({ ...row });
  };

  return {
    async list(tx, filter) {
      const given: Readonly<Record<string, unknown>> = filter;
      let found = select(tx);
      if (filter.engagementId !== undefined) found = found.where('engagement_id', '=', filter.engagementId);
      for (const [name, column] of columns) {
        if (given[name] === undefined) continue;
        found = found.where(tx.db<Shape>().dynamic.ref(column), '=', given[name] as never);
      }
      const rows = await found.orderBy('position').orderBy('created_at').orderBy('id').execute();
      return rows.map((row) => entryOf({ ...row }));
    },
    get: (tx, id) => one(tx, id, false),
    take: (tx, id) => one(tx, id, true),
    async insert({ tx, newId, now }, record) {
      const id = newId();
      const { engagementId, state, position } = record;
      const given: Readonly<Record<string, unknown>> = { ...record };
      const content = declared.content.parse(record.content);
      const createdAt = now.toISOString();
      const keys = columns.map(([name, column]) => [column, given[name] ?? null] as const);
      await tx
        .db<Shape>()
        .insertInto(table)
        .values({
          tenant_id: tx.tenantId,
          id,
          engagement_id: engagementId,
          state,
          position,
          content: JSON.stringify(content),
          version: 1,
          created_at: createdAt,
          ...Object.fromEntries(keys),
        })
        .execute();
      const named = Object.fromEntries(columns.map(([name]) => [name, given[name] ?? null]));
      return { id, engagementId, state, position, content, version: 1, createdAt, ...named } as Entry;
    },
    async save(tx, record, change) {
      const content = declared.content.parse({ ...record.content, ...change.content });
      const state = change.state ?? record.state;
      const saved = await tx
        .db<Shape>()
        .updateTable(table)
        .set({ state, content: JSON.stringify(content), version: record.version + 1 })
        .where('tenant_id', '=', tx.tenantId)
        .where('id', '=', record.id)
        .where('version', '=', record.version)
        .executeTakeFirst();
      // Somebody was faster although the caller did not hold the row.
      if (saved.numUpdatedRows !== 1n) throw new AppError('record.stale', { internal: declared.table });
      return { ...record, state, content, version: record.version + 1 };
    },
    async delete(tx, id) {
      await tx.db<Shape>().deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
    },
  };
}

/** Refuses an editor who had an older version in hand; shows what is there now. */
export function checkRecordVersion(
  record: { readonly version: number; readonly content: object },
  expected: number,
): void {
  if (record.version !== expected)
    throw new AppError('record.stale', { current: { ...record.content, version: record.version } });
}

/** The next number in a list of records. */
export function nextPosition(records: readonly { readonly position: number }[]): number {
  return records.reduce((highest, { position }) => Math.max(highest, position), 0) + 1;
}
