/**
 * One way to keep the records of the module: keys, state, number and version in columns, the written content as JSON whose
 * shape a schema checks on each read and write. All SQL of the module is in this folder.
 */
import type { ColumnType } from 'kysely';
import type { z } from 'zod';
import { sqlState, type Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';

interface Row {
  tenant_id: number;
  id: string;
  engagement_id: string;
  state: string;
  number: number;
  content: ColumnType<unknown, string, string>;
  version: number;
  created_at: ColumnType<Date, string, never>;
}
type OfProgramme = Row & { programme_id: string; target_id: string | null };

export interface RecordTables {
  audit_report: OfProgramme;
  audit_report_findings_list: OfProgramme;
  audit_report_debriefing: OfProgramme;
  audit_report_urgent: Row & { audit_id: string };
}

const KEY_NAMES = { programme_id: 'programmeId', target_id: 'targetId', audit_id: 'auditId' } as const;
type KeyColumn = keyof typeof KEY_NAMES;

/** A record as operations see it. `K` are the key columns beside the engagement. */
export type Stored<Content, State extends string, K extends object = object> = {
  readonly id: string;
  readonly engagementId: string;
  readonly state: State;
  readonly number: number;
  readonly content: Content;
  readonly version: number;
} & K;

// All tables have the columns of a row; the builder is typed by one of them and the name given at run time.
type Shape = Record<'record', Row & { programme_id: string | null; target_id: string | null; audit_id: string | null }>;

export function recordStore<S extends z.ZodType<object>, const State extends string, K extends object>(declared: {
  readonly table: keyof RecordTables;
  readonly states: readonly State[];
  readonly keys: readonly KeyColumn[];
  readonly content: S;
}) {
  type Content = z.output<S>;
  type Entry = Stored<Content, State, K>;
  const table = declared.table as unknown as 'record';

  const select = (tx: Tx) =>
    tx
      .db<Shape>()
      .selectFrom(table)
      .select(['id', 'engagement_id', 'state', 'number', 'content', 'version', ...declared.keys])
      .where('tenant_id', '=', tx.tenantId);

  const entryOf = (row: Record<string, unknown>): Entry =>
    ({
      id: row['id'],
      engagementId: row['engagement_id'],
      state: row['state'],
      number: row['number'],
      version: row['version'],
      content: declared.content.parse(row['content']),
      ...Object.fromEntries(declared.keys.map((key) => [KEY_NAMES[key], row[key]])),
    }) as Entry;

  const one = async (tx: Tx, id: string, lock: boolean): Promise<Entry> => {
    const found = select(tx).where('id', '=', id);
    const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
    if (row === undefined) throw new AppError('record.missing', { internal: declared.table });
    return entryOf(row);
  };

  return {
    /** In the order in which they were made. */
    async list(tx: Tx, engagementId: string): Promise<Entry[]> {
      const rows = await select(tx)
        .where('engagement_id', '=', engagementId)
        .orderBy('created_at')
        .orderBy('number')
        .orderBy('id')
        .execute();
      return rows.map(entryOf);
    },
    /** @throws AppError `record.missing` for an unknown id or another tenant's */
    get: (tx: Tx, id: string) => one(tx, id, false),
    /** As `get`, and holds the row until the end of the transaction. Refuses who had an older version in hand. */
    async take(tx: Tx, id: string, version: number): Promise<Entry> {
      const record = await one(tx, id, true);
      if (record.version !== version)
        throw new AppError('record.stale', { current: { ...record.content, version: record.version } });
      return record;
    },
    /** @throws AppError `record.stale` when somebody made the same record at the same time */
    async insert(
      context: Context,
      record: Pick<Entry, 'engagementId' | 'state' | 'number' | 'content'> & K,
    ): Promise<Entry> {
      const { tx } = context;
      const id = context.newId();
      const content = declared.content.parse(record.content);
      const given: Readonly<Record<string, unknown>> = { ...record };
      const keys = Object.fromEntries(declared.keys.map((key) => [key, given[KEY_NAMES[key]] ?? null]));
      try {
        await tx
          .db<Shape>()
          .insertInto(table)
          .values({
            tenant_id: tx.tenantId,
            id,
            engagement_id: record.engagementId,
            state: record.state,
            number: record.number,
            content: JSON.stringify(content),
            version: 1,
            created_at: context.now.toISOString(),
            ...(keys as Pick<Shape['record'], KeyColumn>),
          })
          .execute();
      } catch (error) {
        if (sqlState(error) === '23505') throw new AppError('record.stale', { current: null });
        throw error;
      }
      return { ...record, id, content, version: 1 };
    },
    /** Writes what changed and raises the version. */
    async save(
      tx: Tx,
      record: Entry,
      change: { readonly state?: State; readonly number?: number; readonly content?: Partial<Content> },
    ): Promise<Entry> {
      const content = declared.content.parse({ ...record.content, ...change.content });
      const next = { ...record, ...change, content, version: record.version + 1 };
      const saved = await tx
        .db<Shape>()
        .updateTable(table)
        .set({ state: next.state, number: next.number, content: JSON.stringify(content), version: next.version })
        .where('tenant_id', '=', tx.tenantId)
        .where('id', '=', record.id)
        .where('version', '=', record.version)
        .executeTakeFirst();
      if (saved.numUpdatedRows !== 1n) throw new AppError('record.stale', { internal: declared.table });
      return next;
    },
  };
}
