/**
 * One way to keep every record of the module: keys, state and version in columns, the written content as JSON whose
 * shape a schema checks on each read and write. All SQL of the module is in this file.
 */
import type { ColumnType } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';

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
type OfChecklist = Row & { checklist_id: string };

export interface ChecklistTables {
  checklist: Row & { programme_id: string };
  checklist_item: OfChecklist;
  checklist_earlier: OfChecklist;
}

/** A record as operations see it. `K` are the key columns beside the engagement. */
export type Stored<Content, State extends string, K extends object = object> = {
  readonly id: string;
  readonly engagementId: string;
  readonly state: State;
  readonly position: number;
  readonly content: Content;
  readonly version: number;
  readonly createdAt: string;
} & K;

type KeyColumn = 'programme_id' | 'checklist_id';
const KEY_NAMES = { programme_id: 'programmeId', checklist_id: 'checklistId' } as const;

type NewRecord<Content, State extends string, K extends object> = {
  readonly engagementId: string;
  readonly state: State;
  readonly position: number;
  readonly content: Content;
} & K;

export interface Filter {
  readonly engagementId?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly checklistId?: string | undefined;
}

export interface RecordStore<Content, State extends string, K extends object> {
  /** Records in their order. */
  list(tx: Tx, filter: Filter): Promise<Stored<Content, State, K>[]>;
  /** @throws AppError `record.missing` for an unknown id or another tenant's. */
  get(tx: Tx, id: string): Promise<Stored<Content, State, K>>;
  /** As `get`, and holds the row until the end of the transaction, so that two editors take turns. */
  take(tx: Tx, id: string): Promise<Stored<Content, State, K>>;
  insert(context: Context, record: NewRecord<Content, State, K>): Promise<Stored<Content, State, K>>;
  /** Many records in few statements. */
  insertAll(context: Context, records: readonly NewRecord<Content, State, K>[]): Promise<void>;
  /** Writes state and content and raises the version. */
  save(
    tx: Tx,
    record: Stored<Content, State, K>,
    change: { readonly state?: State; readonly content?: Partial<Content> },
  ): Promise<Stored<Content, State, K>>;
  delete(tx: Tx, id: string): Promise<void>;
}

/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const MANY = 500;

// All tables have the columns of a row; the builder is typed by one of them and the name given at run time.
type Shape = Record<'record', Row & { programme_id: string; checklist_id: string }>;

export function recordStore<S extends z.ZodType<object>, const State extends string, K extends object>(declared: {
  readonly table: keyof ChecklistTables;
  readonly states: readonly State[];
  readonly keys: readonly KeyColumn[];
  readonly content: S;
}): RecordStore<z.output<S>, State, K> {
  type Entry = Stored<z.output<S>, State, K>;
  const table = declared.table as unknown as 'record';
  const columns = ['id', 'engagement_id', 'state', 'position', 'content', 'version', 'created_at'] as const;

  const select = (tx: Tx) =>
    tx
      .db<Shape>()
      .selectFrom(table)
      .select([...columns, ...declared.keys])
      .where('tenant_id', '=', tx.tenantId);

  const entryOf = (row: Record<string, unknown> & { readonly content: unknown; readonly created_at: Date }): Entry =>
    ({
      id: row['id'],
      engagementId: row['engagement_id'],
      state: row['state'],
      position: row['position'],
      version: row['version'],
      createdAt: row.created_at.toISOString(),
      content: declared.content.parse(row.content),
      ...Object.fromEntries(declared.keys.map((key) => [KEY_NAMES[key], row[key]])),
    }) as Entry;

  const rowOf = (context: Context, record: NewRecord<z.output<S>, State, K>) => {
    const given: Readonly<Record<string, unknown>> = { ...record };
    const keys = Object.fromEntries(declared.keys.map((key) => [key, given[KEY_NAMES[key]]]));
    return {
      tenant_id: context.tx.tenantId,
      id: context.newId(),
      engagement_id: record.engagementId,
      state: record.state,
      position: record.position,
      content: JSON.stringify(declared.content.parse(record.content)),
      version: 1,
      created_at: context.now.toISOString(),
      ...(keys as Pick<Shape['record'], KeyColumn>),
    };
  };

  const one = async (tx: Tx, id: string, lock: boolean): Promise<Entry> => {
    const found = select(tx).where('id', '=', id);
    const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
    if (row === undefined) throw new AppError('record.missing', { internal: declared.table });
    return entryOf(row);
  };

  return {
    async list(tx, filter) {
      let found = select(tx);
      if (filter.engagementId !== undefined) found = found.where('engagement_id', '=', filter.engagementId);
      if (filter.programmeId !== undefined) found = found.where('programme_id', '=', filter.programmeId);
      if (filter.checklistId !== undefined) found = found.where('checklist_id', '=', filter.checklistId);
      const rows = await found.orderBy('position').orderBy('created_at').orderBy('id').execute();
      return rows.map(entryOf);
    },
    get: (tx, id) => one(tx, id, false),
    take: (tx, id) => one(tx, id, true),
    async insert(context, record) {
      const row = rowOf(context, record);
      await context.tx.db<Shape>().insertInto(table).values(row).execute();
      const { id, version, created_at: createdAt, content } = row;
      return { ...record, id, version, createdAt, content: declared.content.parse(JSON.parse(content)) };
    },
    async insertAll(context, records) {
      const rows = records.map((record) => rowOf(context, record));
      for (let from = 0; from < rows.length; from += MANY)
        await context.tx
          .db<Shape>()
          .insertInto(table)
          .values(rows.slice(from, from + MANY))
          .execute();
    },
    async save(tx, record, change) {
      const content = declared.content.parse({ ...record.content, ...change.content });
      const saved = await tx
        .db<Shape>()
        .updateTable(table)
        .set({ state: change.state ?? record.state, content: JSON.stringify(content), version: record.version + 1 })
        .where('tenant_id', '=', tx.tenantId)
        .where('id', '=', record.id)
        .where('version', '=', record.version)
        .executeTakeFirst();
      // Somebody was faster although the caller did not hold the row.
      if (saved.numUpdatedRows !== 1n) throw new AppError('record.stale', { internal: declared.table });
      return { ...record, state: change.state ?? record.state, content, version: record.version + 1 };
    },
    async delete(tx, id) {
      await tx.db<Shape>().deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
    },
  };
}

/** Refuses an editor who had an older version in hand; shows what is there now. */
export function checkVersion(record: { readonly version: number; readonly content: object }, expected: number): void {
  if (record.version !== expected)
    throw new AppError('record.stale', { current: { ...record.content, version: record.version } });
}

/** The next number in a list of records. */
export function nextPosition(records: readonly { readonly position: number }[]): number {
  return records.reduce((highest, { position }) => Math.max(highest, position), 0) + 1;
}
