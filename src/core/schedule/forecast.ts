/** Where the work really goes: progress and today in, late ends and missed due dates out. */
import { type Calendar, type Day, fromDayNumber, toDayNumber } from '../calendar/index.ts';
import { earliestAfter, type Measured, measure, type ScheduleTask } from './network.ts';
import type { WorkAxis } from './work-axis.ts';

/** Why a task ends late: it is itself behind, or one before it is. */
export type DelayCause = { readonly kind: 'own' } | { readonly kind: 'predecessor'; readonly id: string };

export interface Forecast {
  readonly id: string;
  readonly start: Day;
  /** Never before the planned end: nobody promises to be early. */
  readonly end: Day;
  /** Open days after the planned end; 0 when in time. */
  readonly lateDays: number;
  readonly cause: DelayCause | null;
  /** Open days after the due date of the contract that only the delay brings about; 0 when it is kept. */
  readonly dueMissedBy: number;
}

/**
 * Unfinished tasks in work order. What has not begun begins today at the earliest; what has begun needs the rest of its
 * working days from today on.
 * @throws ScheduleError
 */
export function forecast(tasks: readonly ScheduleTask[], calendar: Calendar, today: Day): Forecast[] {
  const { axes, tasks: ordered } = measure(tasks, calendar);
  const ends = new Map<string, number>();
  const found: Forecast[] = [];
  for (const measured of ordered) {
    const { task } = measured;
    if (task.percent === 100) {
      ends.set(task.id, toDayNumber(task.actualEnd ?? task.plannedEnd));
      continue;
    }
    const span = remainingSpan(measured, toDayNumber(today), bindingPredecessor(task, axes.open, ends));
    const planned = toDayNumber(task.plannedEnd);
    const end = Math.max(span.end, planned);
    ends.set(task.id, end);
    const lateDays = openDaysBetween(axes.open, planned, end);
    const due = task.due === null || task.due < task.plannedEnd ? null : toDayNumber(task.due);
    found.push({
      id: task.id,
      start: fromDayNumber(span.start),
      end: fromDayNumber(end),
      lateDays,
      cause: lateDays === 0 ? null : span.cause,
      dueMissedBy: due === null ? 0 : openDaysBetween(axes.open, due, end),
    });
  }
  return found;
}

export interface Binding {
  readonly id: string;
  /** The first day that this predecessor allows. */
  readonly day: number;
}

/** The predecessor that lets a task start last, by the ends given. */
export function bindingPredecessor(
  task: ScheduleTask,
  open: WorkAxis,
  ends: ReadonlyMap<string, number>,
): Binding | null {
  let binding: Binding | null = null;
  for (const { id, lag } of task.predecessors) {
    const end = ends.get(id);
    if (end === undefined) continue;
    const day = earliestAfter(open, end, lag);
    if (binding === null || day > binding.day) binding = { id, day };
  }
  return binding;
}

/** Working days that are left of a task. */
export const remainingDays = ({ task, duration }: Measured): number =>
  Math.max(1, Math.ceil(((task.workDays ?? duration) * (100 - task.percent)) / 100));

function remainingSpan(
  measured: Measured,
  today: number,
  binding: Binding | null,
): { readonly start: number; readonly end: number; readonly cause: DelayCause } {
  const { task, axis, duration } = measured;
  const own: DelayCause = { kind: 'own' };
  if (task.actualStart !== null) {
    const place = axis.from(Math.max(today, toDayNumber(task.actualStart)));
    return { start: toDayNumber(task.actualStart), end: axis.at(place + remainingDays(measured) - 1), cause: own };
  }
  const alone = Math.max(toDayNumber(task.plannedStart), today);
  const pushed = binding !== null && binding.day > alone;
  const place = axis.from(pushed ? binding.day : alone);
  return {
    start: axis.at(place),
    end: axis.at(place + duration - 1),
    cause: pushed ? { kind: 'predecessor', id: binding.id } : own,
  };
}

/** Open days from the day after `from` up to `to`; 0 when `to` is not later. */
export function openDaysBetween(open: WorkAxis, from: number, to: number): number {
  return to <= from ? 0 : Math.max(0, open.until(to) - open.until(from));
}
