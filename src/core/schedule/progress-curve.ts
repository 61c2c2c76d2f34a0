/** Planned against earned progress over time, in per cent of all work. */
import { addDays, type Calendar, type Day } from '../calendar/index.ts';

export interface CurveTask {
  readonly id: string;
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
  /** Person-days or any other measure of size; above 0. */
  readonly weight: number;
}

/** A report of progress; the last one of a day counts. */
export interface ProgressReport {
  readonly taskId: string;
  readonly day: Day;
  readonly percent: number;
}

export interface CurvePoint {
  readonly day: Day;
  /** What should be done by the end of the day, 0 to 100. */
  readonly planned: number;
  /** What was reported by then; null for days to come. */
  readonly earned: number | null;
}

/** The days at which a curve is drawn: every seventh from the first on, the last day, and today when it lies between. */
export function curveDays(from: Day, to: Day, today: Day): Day[] {
  const days = new Set<Day>([to]);
  for (let day = from; day < to; day = addDays(day, 7)) days.add(day);
  if (from <= today && today <= to) days.add(today);
  return [...days].toSorted();
}

/** A task earns its open days evenly while it is planned, and what its reports say. */
export function progressCurve(given: {
  readonly tasks: readonly CurveTask[];
  readonly reports: readonly ProgressReport[];
  readonly days: readonly Day[];
  readonly today: Day;
  readonly calendar: Calendar;
}): CurvePoint[] {
  const { tasks, reports, days, today, calendar } = given;
  const total = tasks.reduce((sum, { weight }) => sum + weight, 0);
  const byTask = Map.groupBy(reports, ({ taskId }) => taskId);
  const lengths = new Map(tasks.map((task) => [task.id, openDays(calendar, task.plannedStart, task.plannedEnd)]));
  const share = (task: CurveTask, day: Day): number => {
    if (day < task.plannedStart) return 0;
    if (day >= task.plannedEnd) return 1;
    return (openDays(calendar, task.plannedStart, day) - 1) / (lengths.get(task.id) ?? 1);
  };
  const reported = (task: CurveTask, day: Day): number =>
    (byTask.get(task.id) ?? []).findLast((report) => report.day <= day)?.percent ?? 0;
  const percentOf = (part: (task: CurveTask) => number): number =>
    total === 0 ? 0 : Math.round((tasks.reduce((sum, task) => sum + task.weight * part(task), 0) / total) * 1000) / 10;
  return days.map((day) => ({
    day,
    planned: percentOf((task) => share(task, day)),
    earned: day > today ? null : percentOf((task) => reported(task, day) / 100),
  }));
}

/** Open days between two days, both counted, and one more: a task on closed days only still has a length. */
const openDays = (calendar: Calendar, from: Day, to: Day): number => calendar.countBusinessDays(from, to) + 1;
