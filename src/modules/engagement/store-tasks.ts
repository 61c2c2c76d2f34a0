/** Storage of the work breakdown. */
import type { ColumnType, Insertable } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { type Task, task } from './contract.ts';

interface TaskTables {
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
    origin: Task['origin'];
    parent_id: string | null;
    excluded: Task['excluded'];
    excluded_note: string;
    milestone: boolean;
    effort: ColumnType<string | null, number | null, number | null>;
    work_days: number | null;
    remark: string;
    department_ids: ColumnType<unknown, string, string>;
    version: number;
  };
}

/** In the order of the WBS; a parent comes before its parts. */
export async function selectTasks(tx: Tx, engagementId: string): Promise<Task[]> {
  const rows = await tx
    .db<TaskTables>()
    .selectFrom('task')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clause: row.clause,
    position: row.position,
    name: row.name,
    content: row.content,
    owner: row.owner,
    members: z.array(z.string()).parse(row.members),
    predecessors: task.shape.predecessors.parse(row.predecessors),
    plannedStart: row.planned_start,
    plannedEnd: row.planned_end,
    percent: row.percent,
    actualStart: row.actual_start,
    actualEnd: row.actual_end,
    origin: row.origin,
    parentId: row.parent_id,
    excluded: row.excluded,
    excludedNote: row.excluded_note,
    milestone: row.milestone,
    effort: row.effort === null ? null : Number(row.effort),
    workDays: row.work_days,
    remark: row.remark,
    departmentIds: z.array(z.string()).parse(row.department_ids),
    version: row.version,
  }));
}

function rowOf(it: Task): Omit<Insertable<TaskTables['task']>, 'tenant_id' | 'id' | 'engagement_id'> {
  return {
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
    origin: it.origin,
    parent_id: it.parentId,
    excluded: it.excluded,
    excluded_note: it.excludedNote,
    milestone: it.milestone,
    effort: it.effort,
    work_days: it.workDays,
    remark: it.remark,
    department_ids: JSON.stringify(it.departmentIds),
    version: it.version,
  };
}

/** Parents must come before their parts. */
export async function insertTasks(tx: Tx, engagementId: string, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .db<TaskTables>()
    .insertInto('task')
    .values(tasks.map((it) => ({ tenant_id: tx.tenantId, id: it.id, engagement_id: engagementId, ...rowOf(it) })))
    .execute();
}

/** @throws AppError `record.missing`, or `record.stale` with the saved task when another person saved first. */
export function pickTask(tasks: readonly Task[], id: string, version: number): Task {
  const found = tasks.find((candidate) => candidate.id === id);
  if (found === undefined) throw new AppError('record.missing', { internal: 'task' });
  if (found.version !== version) throw new AppError('record.stale', { current: found });
  return found;
}

/** Saves a task over the version before it. @throws AppError `record.stale` when another transaction was quicker. */
export async function saveTask(tx: Tx, next: Task): Promise<void> {
  const saved = await tx
    .db<TaskTables>()
    .updateTable('task')
    .set(rowOf(next))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', next.id)
    .where('version', '=', next.version - 1)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new AppError('record.stale');
}

/** Places in the list are no part of what a person edits: they change without a new version. */
export async function placeTask(tx: Tx, id: string, position: number): Promise<void> {
  await tx
    .db<TaskTables>()
    .updateTable('task')
    .set({ position })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function deleteTask(tx: Tx, id: string): Promise<void> {
  await tx.db<TaskTables>().deleteFrom('task').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}
