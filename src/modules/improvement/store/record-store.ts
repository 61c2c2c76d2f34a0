/** All SQL of the module. A record is its keys, a state, a version and what people wrote as `content`, checked by a schema. */
import type { ColumnType } from 'kysely';
import { sqlState, type Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { closingContent } from '../contract/follow-up.ts';
import { planContent, type PlanContent, type PlanState } from '../contract/plans.ts';
import { supportContent, type SupportContent, type SUPPORT_STATES } from '../contract/support.ts';

interface Row {
  tenant_id: number;
  id: string;
  engagement_id: string;
  department_id: string;
  state: string;
  position: number;
  content: ColumnType<unknown, string, string>;
  version: number;
  created_at: ColumnType<Date, string, never>;
}

export interface ImprovementTables {
  improvement_plan: Row & { finding_id: string };
  improvement_support: Row;
  improvement_closing: Pick<Row, 'tenant_id' | 'id' | 'engagement_id' | 'state' | 'content' | 'created_at'> & {
    type: string;
  };
}

interface Stored<Content, State> {
  readonly id: string;
  readonly engagementId: string;
  readonly departmentId: string;
  readonly state: State;
  readonly position: number;
  readonly content: Content;
  readonly version: number;
}
export type PlanRecord = Stored<PlanContent, PlanState>;
export type SupportRecord = Stored<SupportContent, (typeof SUPPORT_STATES)[number]>;

type Fresh<R> = Omit<R, 'id' | 'version' | 'position'>;
type Change<R extends Stored<object, string>> = {
  readonly state?: R['state'];
  readonly content?: Partial<R['content']>;
};

const COLUMNS = ['id', 'engagement_id', 'department_id', 'state', 'position', 'content', 'version'] as const;

const selectPlans = (tx: Tx) =>
  tx.db<ImprovementTables>().selectFrom('improvement_plan').select(COLUMNS).where('tenant_id', '=', tx.tenantId);
const selectSupports = (tx: Tx) =>
  tx.db<ImprovementTables>().selectFrom('improvement_support').select(COLUMNS).where('tenant_id', '=', tx.tenantId);

type Read = Pick<Row, 'id' | 'engagement_id' | 'department_id' | 'state' | 'position' | 'version'> & {
  readonly content: unknown;
};
const keysOf = ({ id, engagement_id, department_id, position, version }: Read) => ({
  ...{ id, position, version },
  engagementId: engagement_id,
  departmentId: department_id,
});
const planOf = (row: Read): PlanRecord => ({
  ...keysOf(row),
  state: row.state as PlanState,
  content: planContent.parse(row.content),
});
const supportOf = (row: Read): SupportRecord => ({
  ...keysOf(row),
  state: row.state as SupportRecord['state'],
  content: supportContent.parse(row.content),
});

export async function listPlanRecords(tx: Tx, engagementId: string): Promise<PlanRecord[]> {
  const rows = await selectPlans(tx)
    .where('engagement_id', '=', engagementId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(planOf);
}

/** @throws AppError `record.missing` for an unknown id or another tenant's. */
export async function readPlanRecord(tx: Tx, id: string): Promise<PlanRecord> {
  return planOf(found(await selectPlans(tx).where('id', '=', id).executeTakeFirst()));
}

/** As `readPlanRecord`, and holds the row to the end of the transaction, so that two editors take turns. */
export async function takePlanRecord(tx: Tx, id: string): Promise<PlanRecord> {
  return planOf(found(await selectPlans(tx).where('id', '=', id).forUpdate().executeTakeFirst()));
}

export async function insertPlanRecord(context: Context, given: Fresh<PlanRecord>): Promise<PlanRecord> {
  const { tx } = context;
  const position = await nextPosition(tx, 'improvement_plan', given.engagementId);
  const record = { ...given, id: context.newId(), version: 1, position };
  const insert = tx
    .db<ImprovementTables>()
    .insertInto('improvement_plan')
    .values({ ...columnsOf(context, record), finding_id: given.content.finding.findingId })
    .execute();
  await once(insert, 'この発見事項の改善計画書シートは、既に作られています。一覧を開き直してください。');
  return record;
}

export async function savePlanRecord(tx: Tx, record: PlanRecord, change: Change<PlanRecord>): Promise<PlanRecord> {
  const content = planContent.parse({ ...record.content, ...change.content });
  const next = { ...record, state: change.state ?? record.state, content, version: record.version + 1 };
  const saved = await tx
    .db<ImprovementTables>()
    .updateTable('improvement_plan')
    .set({ state: next.state, content: JSON.stringify(content), version: next.version })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', record.id)
    .where('version', '=', record.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw new AppError('record.stale', { internal: 'improvement_plan' });
  return next;
}

export async function listSupportRecords(tx: Tx, engagementId: string): Promise<SupportRecord[]> {
  const rows = await selectSupports(tx)
    .where('engagement_id', '=', engagementId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(supportOf);
}

export async function takeSupportRecord(tx: Tx, id: string): Promise<SupportRecord> {
  return supportOf(found(await selectSupports(tx).where('id', '=', id).forUpdate().executeTakeFirst()));
}

export async function insertSupportRecord(context: Context, given: Fresh<SupportRecord>): Promise<SupportRecord> {
  const { tx } = context;
  const position = await nextPosition(tx, 'improvement_support', given.engagementId);
  const record = { ...given, id: context.newId(), version: 1, position };
  await tx.db<ImprovementTables>().insertInto('improvement_support').values(columnsOf(context, record)).execute();
  return record;
}

export async function saveSupportRecord(
  tx: Tx,
  record: SupportRecord,
  change: Change<SupportRecord>,
): Promise<SupportRecord> {
  const content = supportContent.parse({ ...record.content, ...change.content });
  const next = { ...record, state: change.state ?? record.state, content, version: record.version + 1 };
  const saved = await tx
    .db<ImprovementTables>()
    .updateTable('improvement_support')
    .set({ state: next.state, content: JSON.stringify(content), version: next.version })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', record.id)
    .where('version', '=', record.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw new AppError('record.stale', { internal: 'improvement_support' });
  return next;
}

export async function listClosings(tx: Tx, engagementId: string) {
  const rows = await tx
    .db<ImprovementTables>()
    .selectFrom('improvement_closing')
    .select(['id', 'content'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('type')
    .execute();
  return rows.map(({ id, content }) => ({ id, content: closingContent.parse(content) }));
}

export async function insertClosing(
  context: Context,
  engagementId: string,
  content: Awaited<ReturnType<typeof listClosings>>[number]['content'],
): Promise<{ readonly id: string; readonly version: 1; readonly state: 'closed' }> {
  const id = context.newId();
  const insert = context.tx
    .db<ImprovementTables>()
    .insertInto('improvement_closing')
    .values({
      tenant_id: context.tx.tenantId,
      id,
      engagement_id: engagementId,
      type: content.type,
      state: 'closed',
      content: JSON.stringify(closingContent.parse(content)),
      created_at: context.now.toISOString(),
    })
    .execute();
  await once(insert, 'この監査の改善支援は、既に終えています。');
  return { id, version: 1, state: 'closed' };
}

function columnsOf(context: Context, record: Stored<object, string>) {
  return {
    tenant_id: context.tx.tenantId,
    id: record.id,
    engagement_id: record.engagementId,
    department_id: record.departmentId,
    state: record.state,
    position: record.position,
    content: JSON.stringify(record.content),
    version: record.version,
    created_at: context.now.toISOString(),
  };
}

async function nextPosition(tx: Tx, table: 'improvement_plan' | 'improvement_support', engagementId: string) {
  const row = await tx
    .db<ImprovementTables>()
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('highest'))
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .executeTakeFirst();
  return (row?.highest ?? 0) + 1;
}

function found<R>(row: R | undefined): R {
  if (row === undefined) throw new AppError('record.missing', { internal: 'improvement' });
  return row;
}

/** A unique index says that it is already there. */
async function once(insert: Promise<unknown>, message: string): Promise<void> {
  try {
    await insert;
  } catch (error) {
    if (sqlState(error) === '23505') throw new AppError('record.duplicate', { message });
    throw error;
  }
}
