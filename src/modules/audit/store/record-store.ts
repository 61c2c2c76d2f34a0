/**
 * One way to keep every record of the module: keys, state and version in columns, the written content as JSON whose
 * shape a schema checks on each read and write. All SQL of the module is in this folder.
 */
import type { ColumnType } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/module.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';

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
type OfAudit = Row & { audit_id: string };
type OfParent = OfAudit & { parent_id: string | null };

export interface AuditTables {
  audit_programme: Row;
  audit_policy: Row;
  audit: Row & { department_id: string; programme_id: string; target_id: string | null };
  audit_request: OfAudit;
  audit_check: OfAudit;
  audit_evidence: OfAudit;
  audit_hearing: OfAudit;
  audit_visit: OfAudit;
  audit_contract: OfAudit;
  audit_contract_item: OfParent;
  audit_item_proposal: OfParent;
  audit_finding: OfAudit;
  audit_result_notice: OfAudit;
  audit_field_record: OfParent;
  audit_sample: OfParent;
  audit_session: OfAudit;
  audit_paper: OfParent;
  audit_common_issue: Row;
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

type KeyColumn = 'audit_id' | 'parent_id' | 'department_id' | 'programme_id' | 'target_id';
const KEY_NAMES = {
  audit_id: 'auditId',
  parent_id: 'parentId',
  department_id: 'departmentId',
  programme_id: 'programmeId',
  target_id: 'targetId',
} as const;

export interface Filter {
  readonly engagementId?: string;
  readonly auditId?: string;
  /** Of any of these audits. */
  readonly auditIds?: readonly string[];
  readonly parentId?: string;
  readonly departmentId?: string;
}

/** What an insert needs of the context. */
type Writing = Pick<Context, 'tx' | 'newId' | 'now'>;

type NewRecord<Content, State extends string, K extends object> = {
  readonly id?: string;
  readonly engagementId: string;
  readonly state: State;
  readonly position: number;
  readonly content: Content;
} & K;

export interface RecordStore<Content, State extends string, K extends object> {
  /** Records in their order. */
  list(tx: Tx, filter: Filter): Promise<Stored<Content, State, K>[]>;
  /** @throws AppError `record.missing` for an unknown id or another tenant's. */
  get(tx: Tx, id: string): Promise<Stored<Content, State, K>>;
  /** As `get`, and holds the row until the end of the transaction, so that two editors take turns. */
  take(tx: Tx, id: string): Promise<Stored<Content, State, K>>;
  insert(context: Context, record: NewRecord<Content, State, K>): Promise<Stored<Content, State, K>>;
  /** Many records in a few statements; for lists of items that are made together. */
  insertAll(context: Writing, records: readonly NewRecord<Content, State, K>[]): Promise<void>;
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
type Shape = Record<'record', OfParent & { department_id: string; programme_id: string; target_id: string | null }>;

export function recordStore<S extends z.ZodType<object>, const State extends string, K extends object>(declared: {
  readonly table: keyof AuditTables;
  readonly states: readonly State[];
  readonly keys: readonly KeyColumn[];
  readonly content: S;
}): RecordStore<z.output<S>, State, K> {
  type Content = z.output<S>;
  type Entry = Stored<Content, State, K>;
  const table = declared.table as unknown as 'record';
  const columns = ['id', 'engagement_id', 'state', 'position', 'content', 'version', 'created_at'] as const;

  const select = (tx: Tx) =>
    tx
      .db<Shape>()
      .selectFrom(table)
      .select([...columns, ...declared.keys])
      .where('tenant_id', '=', tx.tenantId);

  const entryOf = (row: Record<string, unknown> & { readonly content: unknown; readonly created_at: Date }): Entry => {
    const keys = Object.fromEntries(declared.keys.map((key) => [KEY_NAMES[key], row[key]]));
    return {
      id: row['id'],
      engagementId: row['engagement_id'],
      state: row['state'],
      position: row['position'],
      version: row['version'],
      createdAt: row.created_at.toISOString(),
      content: declared.content.parse(row.content),
      ...keys,
    } as Entry;
  };

  const one = async (tx: Tx, id: string, lock: boolean): Promise<Entry> => {
    const found = select(tx).where('id', '=', id);
    const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
    if (row === undefined) throw new AppError('record.missing', { internal: declared.table });
    return entryOf(row);
  };

  const keysOf = (record: NewRecord<Content, State, K>) => {
    const given: Readonly<Record<string, unknown>> = { ...record };
    return Object.fromEntries(declared.keys.map((key) => [key, given[KEY_NAMES[key]] ?? null]));
  };
  const rowOf = (context: Writing, record: NewRecord<Content, State, K>, content: Content) => ({
    tenant_id: context.tx.tenantId,
    id: record.id ?? context.newId(),
    engagement_id: record.engagementId,
    state: record.state,
    position: record.position,
    content: JSON.stringify(content),
    version: 1,
    created_at: context.now.toISOString(),
    ...(keysOf(record) as Pick<Shape['record'], KeyColumn>),
  });

  return {
    async list(tx, filter) {
      if (filter.auditIds?.length === 0) return [];
      let found = select(tx);
      if (filter.engagementId !== undefined) found = found.where('engagement_id', '=', filter.engagementId);
      if (filter.auditId !== undefined) found = found.where('audit_id', '=', filter.auditId);
      if (filter.auditIds !== undefined) found = found.where('audit_id', 'in', [...filter.auditIds]);
      if (filter.parentId !== undefined) found = found.where('parent_id', '=', filter.parentId);
      if (filter.departmentId !== undefined) found = found.where('department_id', '=', filter.departmentId);
      const rows = await found.orderBy('position').orderBy('created_at').orderBy('id').execute();
      return rows.map(entryOf);
    },
    get: (tx, id) => one(tx, id, false),
    take: (tx, id) => one(tx, id, true),
    async insert(context, record) {
      const content = declared.content.parse(record.content);
      const row = rowOf(context, record, content);
      await context.tx.db<Shape>().insertInto(table).values(row).execute();
      const { engagementId, state, position } = record;
      const keys = keysOf(record);
      const named = Object.fromEntries(declared.keys.map((key) => [KEY_NAMES[key], keys[key]]));
      const createdAt = context.now.toISOString();
      return { id: row.id, engagementId, state, position, content, version: 1, createdAt, ...named } as Entry;
    },
    async insertAll(context, records) {
      const rows = records.map((record) => rowOf(context, record, declared.content.parse(record.content)));
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
        .set({
          state: change.state ?? record.state,
          content: JSON.stringify(content),
          version: record.version + 1,
        })
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

/** Refuses an editor who had an older version in hand; shows both. */
export function checkVersion(record: { readonly version: number }, expected: number, current: unknown): void {
  if (record.version !== expected) throw new AppError('record.stale', { current });
}
