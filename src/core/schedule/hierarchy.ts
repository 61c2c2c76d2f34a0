/** Tasks with parts: what is scheduled are the leaves; parents get their dates and progress from below. */
import type { Day } from '../calendar/index.ts';
import { type Dependency, inWorkOrder, type Linked, ScheduleError } from './network.ts';

export interface TreeTask extends Linked {
  readonly parentId: string | null;
  /** Why it does not apply: nobody works on it and nothing waits for it. Null for all others. */
  readonly excluded: string | null;
}

/** How many levels a work breakdown may have. */
export const LEVELS = 4;

/** The ids above a task, the nearest first. @throws ScheduleError `cycle` when a task is part of itself. */
export function ancestorsOf<T extends TreeTask>(task: T, byId: ReadonlyMap<string, T>): T[] {
  const found: T[] = [];
  let above = task.parentId === null ? undefined : byId.get(task.parentId);
  while (above !== undefined) {
    if (above.id === task.id || found.includes(above)) {
      throw new ScheduleError(
        'cycle',
        `「${task.name}」が自分自身の内訳になっています。上位の作業を選び直してください。`,
        [task.id],
      );
    }
    found.push(above);
    above = above.parentId === null ? undefined : byId.get(above.parentId);
  }
  return found;
}

/**
 * The leaves with what they wait for. Waiting for a parent means waiting for all its parts; a part waits for what its
 * parents wait for; what waits for an excluded task waits for that one's predecessors instead.
 * @throws ScheduleError `cycle` with the names on it, also when a task waits for its own part.
 */
export function leavesOf<T extends TreeTask>(tasks: readonly T[]): T[] {
  inWorkOrder(tasks);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const partsOf = Map.groupBy(tasks, (task) => task.parentId);
  const leavesBelow = (task: T): T[] => {
    if (task.excluded !== null) return [];
    const parts = partsOf.get(task.id) ?? [];
    return parts.length === 0 ? [task] : parts.flatMap(leavesBelow);
  };
  const waitsFor = (task: T, lag: number): Dependency[] =>
    task.predecessors.flatMap((dependency) => {
      const before = byId.get(dependency.id);
      if (before === undefined) return [];
      const leaves = leavesBelow(before);
      const total = lag + dependency.lag;
      return leaves.length === 0 ? waitsFor(before, total) : leaves.map(({ id }) => ({ id, lag: total }));
    });
  const above = new Map(tasks.map((task) => [task.id, ancestorsOf(task, byId)]));
  const leaves = tasks
    .filter((task) => !(partsOf.get(task.id) ?? []).length)
    .filter((task) => [task, ...(above.get(task.id) ?? [])].every(({ excluded }) => excluded === null))
    .map((task) => ({
      ...task,
      predecessors: once([task, ...(above.get(task.id) ?? [])].flatMap((one) => waitsFor(one, 0))),
    }));
  inWorkOrder(leaves);
  return leaves;
}

/** Of two ways to wait for the same task the longer one counts. */
function once(dependencies: readonly Dependency[]): Dependency[] {
  const byId = new Map<string, number>();
  for (const { id, lag } of dependencies) byId.set(id, Math.max(lag, byId.get(id) ?? lag));
  return [...byId].map(([id, lag]) => ({ id, lag }));
}

export interface RolledTask extends TreeTask {
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
  readonly percent: number;
  readonly actualStart: Day | null;
  readonly actualEnd: Day | null;
}

/**
 * Dates and progress of every parent from its parts: first start, last end, progress weighted by `weightOf`. Parents
 * whose parts are all excluded stay as they are.
 */
export function rollUp<T extends RolledTask>(tasks: readonly T[], weightOf: (task: T) => number): T[] {
  const partsOf = Map.groupBy(tasks, (task) => task.parentId);
  const rolled = new Map<string, T>();
  const roll = (task: T): T => {
    const known = rolled.get(task.id);
    if (known !== undefined) return known;
    const parts = (partsOf.get(task.id) ?? []).filter(({ excluded }) => excluded === null).map(roll);
    const next = parts.length === 0 ? task : { ...task, ...summaryOf(parts, weightOf) };
    rolled.set(task.id, next);
    return next;
  };
  return tasks.map(roll);
}

function summaryOf<T extends RolledTask>(
  parts: readonly T[],
  weightOf: (task: T) => number,
): Pick<RolledTask, 'plannedStart' | 'plannedEnd' | 'percent' | 'actualStart' | 'actualEnd'> {
  const total = parts.reduce((sum, part) => sum + weightOf(part), 0);
  const done = parts.every(({ percent }) => percent === 100);
  const earned = parts.reduce((sum, part) => sum + weightOf(part) * part.percent, 0) / total;
  const begun = parts.flatMap(({ actualStart }) => (actualStart === null ? [] : [actualStart])).toSorted();
  const ended = parts.flatMap(({ actualEnd }) => (actualEnd === null ? [] : [actualEnd])).toSorted();
  return {
    plannedStart: parts.map(({ plannedStart }) => plannedStart).toSorted()[0] ?? '',
    plannedEnd:
      parts
        .map(({ plannedEnd }) => plannedEnd)
        .toSorted()
        .at(-1) ?? '',
    // Rounding never says that everything is done while something is not, nor that nothing was begun.
    percent: done ? 100 : Math.min(99, begun.length > 0 ? Math.max(1, Math.round(earned)) : Math.round(earned)),
    actualStart: begun[0] ?? null,
    actualEnd: done ? (ended.at(-1) ?? null) : null,
  };
}
