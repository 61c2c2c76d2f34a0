/** Storage of the work breakdown and the versions of the work plan. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { type Task, task, type WorkPlan } from './contract.ts';

interface PlanTables {
  task: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    clause: string;
    position: number;
    name: string;
    content: string;
    owner: Task['owner'];
    members: ColumnType<unknown, string, string>;
    predecessors: ColumnType<unknown, string, string>;
    planned_start: string;
    planned_end: string;
    percent: number;
    actual_start: string | null;
    actual_end: string | null;
    version: number;
  };
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
}

const names = z.array(z.string());

export async function insertTasks(tx: Tx, engagementId: string, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .db<PlanTables>()
    .insertInto('task')
    .values(
      tasks.map((it) => ({
        tenant_id: tx.tenantId,
        id: it.id,
        engagement_id: engagementId,
        clause: it.clause,
        position: it.position,
        name: it.name,
        content: it.content,
        owner: it.owner,
        members: JSON.stringify(it.members),
        predecessors: JSON.stringify(it.predecessors),
        planned_start: it.plannedStart,
        planned_end: it.plannedEnd,
        percent: it.percent,
        actual_start: it.actualStart,
        actual_end: it.actualEnd,
        version: it.version,
      })),
    )
    .execute();
}

export async function selectTasks(tx: Tx, engagementId: string): Promise<Task[]> {
  const rows = await tx
    .db<PlanTables>()
    .selectFrom('task')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clause: row.clause,
    position: row.position,
    name: row.name,
    content: row.content,
    owner: row.owner,
    members: names.parse(row.members),
    predecessors: names.parse(row.predecessors),
    plannedStart: row.planned_start,
    plannedEnd: row.planned_end,
    percent: row.percent,
    actualStart: row.actual_start,
    actualEnd: row.actual_end,
    version: row.version,
  }));
}

/** @throws AppError `record.missing`, or `record.stale` with the saved task when another person saved first. */
export async function requireTask(tx: Tx, engagementId: string, id: string, version: number): Promise<Task> {
  const found = (await selectTasks(tx, engagementId)).find((candidate) => candidate.id === id);
  if (found === undefined) throw new AppError('record.missing', { internal: 'task' });
  if (found.version !== version) throw new AppError('record.stale', { current: found });
  return found;
}

/** Saves the next version of a task. @throws AppError `record.stale` when another transaction was quicker. */
export async function saveTask(tx: Tx, next: Task): Promise<Task> {
  const saved = await tx
    .db<PlanTables>()
    .updateTable('task')
    .set({
      content: next.content,
      members: JSON.stringify(next.members),
      planned_start: next.plannedStart,
      planned_end: next.plannedEnd,
      percent: next.percent,
      actual_start: next.actualStart,
      actual_end: next.actualEnd,
      version: next.version + 1,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new AppError('record.stale');
  return { ...next, version: next.version + 1 };
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
    tasks: z.array(task).parse(row.snapshot),
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
