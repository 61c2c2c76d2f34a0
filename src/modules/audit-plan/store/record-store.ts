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
type OfProgramme = Row & { programme_id: string };
type OfTarget = Row & { target_id: string };

export interface AuditPlanTables {
  audit_plan_programme: Row;
  audit_plan_edition: OfProgramme;
  audit_plan_target: OfProgramme;
  audit_plan_plan: Row & { programme_id: string | null; target_id: string | null };
  audit_plan_slot: OfTarget;
  audit_plan_auditor: Row;
  audit_plan_history: Row;
  audit_plan_notice: OfTarget;
  audit_plan_document: OfTarget;
  audit_plan_survey: OfProgramme;
  audit_plan_briefing: OfProgramme;
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

type KeyColumn = 'programme_id' | 'target_id';
const KEY_NAMES = { programme_id: 'programmeId', target_id: 'targetId' } as const;

export interface Filter {
  readonly engagementId?: string | undefined;
  readonly programmeId?: string | undefined;
  readonly targetId?: string | undefined;
}

export interface RecordStore<Content, State extends string, K extends object> {
  /** Records in their order. */
  list(tx: Tx, filter: Filter): Promise<Stored<Content, State, K>[]>;
  /** @throws AppError `record.missing` for an unknown id or another tenant's. */
  get(tx: Tx, id: string): Promise<Stored<Content, State, K>>;
  /** As `get`, and holds the row until the end of the transaction, so that two editors take turns. */
  take(tx: Tx, id: string): Promise<Stored<Content, State, K>>;
  insert(
    context: Context,
    record: {
      readonly engagementId: string;
      readonly state: State;
      readonly position: number;
      readonly content: Content;
    } & K,
  ): Promise<Stored<Content, State, K>>;
  /** Writes state and content and raises the version. */
  save(
    tx: Tx,
    record: Stored<Content, State, K>,
    change: { readonly state?: State; readonly content?: Partial<Content> },
  ): Promise<Stored<Content, State, K>>;
  delete(tx: Tx, id: string): Promise<void>;
}

// All tables have the columns of a row; the builder is typed by one of them and the name given at run time.
type Shape = Record<'record', Row & { programme_id: string | null; target_id: string | null }>;

export function recordStore<S extends z.ZodType<object>, const State extends string, K extends object>(declared: {
  readonly table: keyof AuditPlanTables;
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
      if (filter.targetId !== undefined) found = found.where('target_id', '=', filter.targetId);
      const rows = await found.orderBy('position').orderBy('created_at').orderBy('id').execute();
      return rows.map(entryOf);
    },
    get: (tx, id) => one(tx, id, false),
    take: (tx, id) => one(tx, id, true),
    async insert(context, record) {
      const { tx } = context;
      const id = context.newId();
      const content = declared.content.parse(record.content);
      const given: Readonly<Record<string, unknown>> = { ...record };
      const keys = Object.fromEntries(declared.keys.map((key) => [key, given[KEY_NAMES[key]] ?? null]));
      const { engagementId, state, position } = record;
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
          created_at: context.now.toISOString(),
          ...(keys as Pick<Shape['record'], KeyColumn>),
        })
        .execute();
      const named = Object.fromEntries(declared.keys.map((key) => [KEY_NAMES[key], keys[key]]));
      const createdAt = context.now.toISOString();
      return { id, engagementId, state, position, content, version: 1, createdAt, ...named } as Entry;
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
