/** Forward and backward pass over the plan: how early, how late, how much room, and what must not slip. */
import { type Calendar, type Day, fromDayNumber, toDayNumber } from '../calendar/index.ts';
import { earliestAfter, latestBefore, type Measured, measure, type Network, type ScheduleTask } from './network.ts';

export interface Placement {
  readonly id: string;
  readonly earlyStart: Day;
  readonly earlyEnd: Day;
  readonly lateStart: Day;
  readonly lateEnd: Day;
  /** Working days that the task may slip without moving the end of the work or missing a due date; negative: too late. */
  readonly totalFloat: number;
  /** Working days that it may slip without moving any other task; never more than the total float. */
  readonly freeFloat: number;
  readonly critical: boolean;
  /** Working days of the plan. */
  readonly duration: number;
}

export interface CriticalPath {
  /** In work order. */
  readonly placements: readonly Placement[];
  /** Ids of the tasks without room, by their start. */
  readonly critical: readonly string[];
  /** The last early end; null without tasks. */
  readonly end: Day | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A task starts no earlier than planned and after what it waits for; a fixed one on its date. The end of the work is the
 * last early end; a due date counts as the latest end of its task.
 * @throws ScheduleError
 */
export function criticalPath(tasks: readonly ScheduleTask[], calendar: Calendar): CriticalPath {
  const network = measure(tasks, calendar);
  const early = forwardPass(network);
  const end = Math.max(...[...early.values()].map((span) => span.end));
  const late = backwardPass(network, early, end);
  const free = freeFloats(network, early, end);
  const placements = network.tasks.map(({ task, axis, duration }): Placement => {
    const [first, last] = [spanOf(early, task.id), spanOf(late, task.id)];
    const totalFloat = axis.from(last.start) - axis.from(first.start);
    return {
      id: task.id,
      earlyStart: fromDayNumber(first.start),
      earlyEnd: fromDayNumber(first.end),
      lateStart: fromDayNumber(last.start),
      lateEnd: fromDayNumber(last.end),
      totalFloat,
      freeFloat: Math.min(totalFloat, free.get(task.id) ?? totalFloat),
      critical: totalFloat <= 0,
      duration,
    };
  });
  const critical = placements.filter((placement) => placement.critical);
  return {
    placements,
    critical: critical.toSorted((a, b) => (a.earlyStart < b.earlyStart ? -1 : 1)).map(({ id }) => id),
    end: tasks.length === 0 ? null : fromDayNumber(end),
  };
}

function forwardPass({ tasks, axes }: Network): Map<string, Span> {
  const early = new Map<string, Span>();
  for (const { task, axis, duration } of tasks) {
    const planned = toDayNumber(task.plannedStart);
    const wanted = task.fixed
      ? planned
      : task.predecessors.reduce(
          (day, { id, lag }) => Math.max(day, earliestAfter(axes.open, spanOf(early, id).end, lag)),
          planned,
        );
    const place = axis.from(wanted);
    early.set(task.id, { start: axis.at(place), end: axis.at(place + duration - 1) });
  }
  return early;
}

function backwardPass({ tasks, axes }: Network, early: ReadonlyMap<string, Span>, end: number): Map<string, Span> {
  const latest = new Map<string, number>();
  const late = new Map<string, Span>();
  for (const { task, axis, duration } of tasks.toReversed()) {
    const due = task.due === null ? end : Math.min(end, toDayNumber(task.due));
    const own = task.fixed ? Math.min(due, spanOf(early, task.id).end) : due;
    const place = axis.until(Math.min(own, latest.get(task.id) ?? own));
    const start = axis.at(place - duration + 1);
    late.set(task.id, { start, end: axis.at(place) });
    for (const { id, lag } of task.predecessors) {
      const before = latestBefore(axes.open, start, lag);
      latest.set(id, Math.min(before, latest.get(id) ?? before));
    }
  }
  return late;
}

/** Room until the next task, or until the end of the work for the last ones. */
function freeFloats({ tasks, axes }: Network, early: ReadonlyMap<string, Span>, end: number): Map<string, number> {
  const byId = new Map<string, Measured>(tasks.map((measured) => [measured.task.id, measured]));
  const free = new Map<string, number>();
  const narrow = (id: string, day: number): void => {
    const axis = byId.get(id)?.axis;
    if (axis === undefined) return;
    const room = axis.until(day) - axis.until(spanOf(early, id).end);
    free.set(id, Math.min(room, free.get(id) ?? room));
  };
  for (const { task } of tasks) {
    narrow(task.id, task.due === null ? end : Math.min(end, toDayNumber(task.due)));
    for (const { id, lag } of task.predecessors) {
      narrow(id, latestBefore(axes.open, spanOf(early, task.id).start, lag));
    }
  }
  return free;
}

function spanOf(spans: ReadonlyMap<string, Span>, id: string): Span {
  const found = spans.get(id);
  if (found === undefined) throw new Error(`task ${id} is not placed yet`);
  return found;
}
