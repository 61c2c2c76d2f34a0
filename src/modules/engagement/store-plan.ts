/** Storage of the versions of the work plan, and of plans kept to compare with. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { type Task, task, type WorkPlan } from './contract.ts';

interface PlanTables {
  work_plan: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    version: number;
    state: WorkPlan['state'];
    reason: string;
    organisation: string;
    environment: string;
    snapshot: ColumnType<unknown, string, never>;
    returned_reason: string | null;
    drafted_at: ColumnType<Date, string, never>;
    submitted_at: ColumnType<Date | null, string | null, string>;
    decided_at: ColumnType<Date | null, string | null, string>;
  };
  baseline: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    number: number;
    name: string;
    set_on: string;
    snapshot: ColumnType<unknown, string, never>;
  };
}

/** A task as versions held it before tasks had levels: what it waits for were clauses. */
const earlierTask = task
  .pick({
    id: true,
    clause: true,
    position: true,
    name: true,
    content: true,
    owner: true,
    members: true,
    plannedStart: true,
    plannedEnd: true,
    percent: true,
    actualStart: true,
    actualEnd: true,
    version: true,
  })
  .extend({ predecessors: z.array(z.string()) });

/** The tasks of a version, whenever it was made: a version never changes, so its form does not either. */
export function readSnapshot(snapshot: unknown): Task[] {
  const current = z.array(task).safeParse(snapshot);
  if (current.success) return current.data;
  const earlier = z.array(earlierTask).parse(snapshot);
  const idOf = new Map(earlier.map(({ clause, id }) => [clause, id]));
  return earlier.map((it) => ({
    ...it,
    predecessors: it.predecessors.flatMap((clause) => {
      const id = idOf.get(clause);
      return id === undefined ? [] : [{ id, lag: 0 }];
    }),
    origin: 'specification',
    parentId: null,
    excluded: null,
    excludedNote: '',
    milestone: false,
    effort: null,
    workDays: null,
    remark: '',
    departmentIds: [],
  }));
}

export async function insertPlan(tx: Tx, engagementId: string, plan: WorkPlan): Promise<void> {
  await tx
    .db<PlanTables>()
    .insertInto('work_plan')
    .values({
      tenant_id: tx.tenantId,
      id: plan.id,
      engagement_id: engagementId,
      version: plan.version,
      state: plan.state,
      reason: plan.reason,
      organisation: plan.organisation,
      environment: plan.environment,
      snapshot: JSON.stringify(plan.tasks),
      returned_reason: null,
      drafted_at: plan.draftedAt,
      submitted_at: null,
      decided_at: null,
    })
    .execute();
}

export async function selectPlans(tx: Tx, engagementId: string): Promise<WorkPlan[]> {
  const rows = await tx
    .db<PlanTables>()
    .selectFrom('work_plan')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    reason: row.reason,
    organisation: row.organisation,
    environment: row.environment,
    tasks: readSnapshot(row.snapshot),
    returnedReason: row.returned_reason,
    draftedAt: row.drafted_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
  }));
}

/** Moves a plan from one state to another; refuses when it is no longer in the first. */
export async function movePlan(
  tx: Tx,
  id: string,
  move: {
    readonly from: WorkPlan['state'];
    readonly to: WorkPlan['state'];
    readonly at: Date;
    readonly reason?: string;
  },
): Promise<void> {
  const moment = move.at.toISOString();
  const moved = await tx
    .db<PlanTables>()
    .updateTable('work_plan')
    .set({
      state: move.to,
      ...(move.to === 'submitted' ? { submitted_at: moment } : { decided_at: moment }),
      ...(move.reason === undefined ? {} : { returned_reason: move.reason }),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new AppError('state.refused', { internal: 'plan moved meanwhile' });
}

export interface KeptPlan {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly setOn: string;
  readonly tasks: readonly Task[];
}

export async function insertBaseline(tx: Tx, engagementId: string, kept: KeptPlan): Promise<void> {
  await tx
    .db<PlanTables>()
    .insertInto('baseline')
    .values({
      tenant_id: tx.tenantId,
      id: kept.id,
      engagement_id: engagementId,
      number: kept.number,
      name: kept.name,
      set_on: kept.setOn,
      snapshot: JSON.stringify(kept.tasks),
    })
    .execute();
}

/** Oldest first. */
export async function selectBaselines(tx: Tx, engagementId: string): Promise<KeptPlan[]> {
  const rows = await tx
    .db<PlanTables>()
    .selectFrom('baseline')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('number')
    .execute();
  return rows.map(({ id, number, name, set_on: setOn, snapshot }) => ({
    id,
    number,
    name,
    setOn,
    tasks: readSnapshot(snapshot),
  }));
}
