/** The work breakdown as a network to be computed: blackouts and due dates brought to each task. Pure. */
import type { Day } from '../../../core/calendar/index.ts';
import { ancestorsOf, leavesOf, type ScheduleTask } from '../../../core/schedule/index.ts';
import type { BlackoutWindow, Task } from '../contract.ts';

/** Open due dates of the contract by clause. */
export type DueDates = ReadonlyMap<string, readonly Day[]>;

export interface NetworkInput {
  readonly windows: readonly BlackoutWindow[];
  readonly dues: DueDates;
}

/** The tasks that are worked on, without parents and what is excluded. @throws ScheduleError for cycles. */
export function networkTasks(tasks: readonly Task[], { windows, dues }: NetworkInput): ScheduleTask[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return leavesOf(tasks).map((task) => ({
    id: task.id,
    name: task.name,
    plannedStart: task.plannedStart,
    plannedEnd: task.plannedEnd,
    workDays: task.workDays,
    percent: task.percent,
    actualStart: task.actualStart,
    actualEnd: task.actualEnd,
    predecessors: task.predecessors,
    fixed: task.milestone,
    due: dueOf(task, ancestorsOf(task, byId), dues),
    blackouts: windowsFor(task, windows).map(({ from, to, reason }) => ({ from, to, reason })),
  }));
}

/** Windows of the whole city touch what the city takes part in; those of a department what names the department. */
export function windowsFor(task: Task, windows: readonly BlackoutWindow[]): BlackoutWindow[] {
  const needsCity = task.owner !== 'contractor' || task.departmentIds.length > 0;
  return windows.filter(({ departmentId }) =>
    departmentId === null ? needsCity : task.departmentIds.includes(departmentId),
  );
}

/** The first due date under the clause of the task, or of the task of the specification above it, that the plan keeps. */
function dueOf(task: Task, above: readonly Task[], dues: DueDates): Day | null {
  const derived = [task, ...above].find(({ origin }) => origin === 'specification');
  const found = dues.get(derived?.clause ?? '') ?? [];
  return found.filter((due) => due >= task.plannedEnd).toSorted()[0] ?? null;
}
