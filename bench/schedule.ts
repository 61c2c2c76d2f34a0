/** The critical path of a large work breakdown, against a plain topological sort of the same network in the same run. */
import { createCalendar, addDays } from '../src/core/calendar/index.ts';
import { criticalPath, inWorkOrder, proposeReplan, type ScheduleTask } from '../src/core/schedule/index.ts';
import { type Finding, median, told, within } from './report.ts';

const TASKS = 2_000;
const ROUNDS = 21;

/** Ten strands that meet now and then, within one contract year; every fifth task has to avoid two windows. */
function network(): ScheduleTask[] {
  const seasons = [
    { from: '2026-09-01', to: '2026-09-25', reason: '定例会' },
    { from: '2027-03-01', to: '2027-03-12', reason: '繁忙期' },
  ];
  return Array.from({ length: TASKS }, (_value, index): ScheduleTask => {
    const start = addDays('2026-04-01', Math.floor((index * 300) / TASKS));
    const before = [index - 10, index - 37, index - 110].filter((at) => at >= 0);
    return {
      id: `t${index}`,
      name: `作業${index}`,
      plannedStart: start,
      plannedEnd: addDays(start, index % 7),
      workDays: null,
      percent: index < TASKS / 4 ? 100 : 0,
      actualStart: index < TASKS / 4 ? start : null,
      actualEnd: index < TASKS / 4 ? addDays(start, index % 7) : null,
      predecessors: before.map((at, place) => ({ id: `t${at}`, lag: place === 0 ? -4 : -20 })),
      fixed: index % 97 === 0,
      due: null,
      blackouts: index % 5 === 0 ? seasons : [],
    };
  });
}

/** Milliseconds of one run, as the median of several. */
function timed(work: () => unknown): number {
  work();
  return median(
    Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

export function schedule(): Promise<readonly Finding[]> {
  const tasks = network();
  const calendar = createCalendar();
  const sorted = timed(() => inWorkOrder(tasks));
  const path = timed(() => criticalPath(tasks, calendar));
  const plan = timed(() => proposeReplan(tasks, calendar, '2026-07-01'));
  return Promise.resolve([
    within(`critical path of ${TASKS} tasks, of its sort`, path / sorted, 25, '×'),
    within(`re-plan of ${TASKS} tasks, of its sort`, plan / sorted, 25, '×'),
    told(
      `sort, critical path, re-plan of ${TASKS} tasks`,
      [sorted, path, plan].map((ms) => `${ms.toFixed(1)} ms`).join(', '),
    ),
  ]);
}
