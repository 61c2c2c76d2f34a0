/** Whether planned dates agree with the order of the work. */
import { type Calendar, formatEra, fromDayNumber, toDayNumber } from '../calendar/index.ts';
import { earliestAfter, measure, type ScheduleTask } from './network.ts';
import { openDaysBetween } from './forecast.ts';
import { createAxes } from './work-axis.ts';

/** A task that is planned before what it waits for lets it. */
export interface Contradiction {
  readonly id: string;
  readonly predecessorId: string;
  /** One Japanese sentence with what to do. */
  readonly message: string;
}

/** @throws ScheduleError for what cannot be computed at all. */
export function datesContradictions(tasks: readonly ScheduleTask[], calendar: Calendar): Contradiction[] {
  const { axes } = measure(tasks, calendar);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return tasks.flatMap((task) =>
    task.predecessors.flatMap(({ id, lag }) => {
      const before = byId.get(id);
      if (before === undefined || before.percent === 100 || task.percent === 100) return [];
      const earliest = earliestAfter(axes.open, toDayNumber(before.plannedEnd), lag);
      const start = toDayNumber(task.plannedStart);
      // A start on a closed day stands for the next open one.
      if (axes.open.from(start) >= axes.open.from(earliest)) return [];
      return [
        {
          id: task.id,
          predecessorId: id,
          message:
            `「${task.name}」の開始予定日（${formatEra(task.plannedStart)}）は、先行作業「${before.name}」が終わる` +
            `${formatEra(before.plannedEnd)}の後になっていません。開始予定日を${formatEra(fromDayNumber(earliest))}以後にするか、` +
            'ずれの日数又は先行作業を改めてください。',
        },
      ];
    }),
  );
}

/** The lag under which a task may start on the planned day: 0, or as many open days less as the plans overlap. */
export function lagFor(calendar: Calendar, before: { readonly plannedEnd: string }, plannedStart: string): number {
  const { open } = createAxes(calendar, plannedStart);
  const first = earliestAfter(open, toDayNumber(before.plannedEnd), 0);
  const overlap = openDaysBetween(open, toDayNumber(plannedStart) - 1, first - 1);
  return overlap === 0 ? 0 : -overlap;
}
