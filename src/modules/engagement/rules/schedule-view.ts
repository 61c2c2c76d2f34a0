/** Everything that follows from the WBS, its blackouts, due dates and reports of progress, as pages and documents show it. Pure. */
import { type Calendar, CalendarError, type Day } from '../../../core/calendar/index.ts';
import {
  criticalPath,
  curveDays,
  type CurvePoint,
  datesContradictions,
  type Forecast,
  forecast,
  type Placement,
  type ProgressReport,
  progressCurve,
  proposeReplan,
  type Replan,
  ScheduleError,
  type ScheduleTask,
} from '../../../core/schedule/index.ts';
import type { BlackoutWindow, ScheduleRow, Task } from '../contract.ts';
import { type DueDates, networkTasks, windowsFor } from './network.ts';
import { outlineOf, weightIn } from './wbs.ts';

export interface ScheduleInput {
  readonly tasks: readonly Task[];
  readonly windows: readonly BlackoutWindow[];
  readonly dues: DueDates;
  /** The plan to compare with; null while there is none. */
  readonly baseline: readonly Task[] | null;
  /** In the order of their days. */
  readonly reports: readonly ProgressReport[];
  readonly calendar: Calendar;
  readonly today: Day;
  /** The last day of the contract. */
  readonly until: Day;
}

export interface ScheduleView {
  readonly rows: readonly ScheduleRow[];
  readonly critical: readonly string[];
  readonly problems: readonly string[];
  readonly replan: Replan;
  readonly curve: readonly CurvePoint[];
}

interface Computed {
  readonly network: readonly ScheduleTask[];
  readonly placements: ReadonlyMap<string, Placement>;
  readonly critical: readonly string[];
  readonly forecasts: ReadonlyMap<string, Forecast>;
  readonly problems: readonly string[];
  readonly replan: Replan;
}

export function scheduleView(input: ScheduleInput): ScheduleView {
  const { tasks, windows, baseline } = input;
  const computed = compute(input);
  const outlines = outlineOf(tasks);
  const planned = new Map((baseline ?? []).map((task) => [task.id, task]));
  const byId = new Map(computed.network.map((task) => [task.id, task]));
  const rows = tasks.map((task): ScheduleRow => {
    const outline = outlines.get(task.id);
    const placement = computed.placements.get(task.id);
    const expected = computed.forecasts.get(task.id);
    const kept = planned.get(task.id);
    return {
      id: task.id,
      level: outline?.level ?? 1,
      outline: outline?.number ?? '',
      parent: outline?.parent ?? false,
      duration: placement?.duration ?? null,
      earlyStart: placement?.earlyStart ?? null,
      lateEnd: placement?.lateEnd ?? null,
      totalFloat: placement?.totalFloat ?? null,
      freeFloat: placement?.freeFloat ?? null,
      // What is done cannot hold anything up any more.
      critical: (placement?.critical ?? false) && task.percent < 100,
      due: byId.get(task.id)?.due ?? null,
      forecastEnd: expected?.end ?? null,
      lateDays: expected?.lateDays ?? 0,
      causeId: expected?.cause?.kind === 'predecessor' ? expected.cause.id : null,
      dueMissedBy: expected?.dueMissedBy ?? 0,
      baselineStart: kept?.plannedStart ?? null,
      baselineEnd: kept?.plannedEnd ?? null,
      blackouts:
        task.excluded === null ? windowsFor(task, windows).map(({ from, to, reason }) => ({ from, to, reason })) : [],
    };
  });
  const open = new Set(rows.filter(({ critical }) => critical).map(({ id }) => id));
  return {
    rows,
    critical: computed.critical.filter((id) => open.has(id)),
    problems: computed.problems,
    replan: computed.replan,
    curve: curveOf(input, computed.network),
  };
}

/** A network that cannot be computed (the holiday table ends, say) leaves the list of tasks readable, with the reason. */
function compute({ tasks, windows, dues, calendar, today, until }: ScheduleInput): Computed {
  try {
    const network = networkTasks(tasks, { windows, dues });
    const path = criticalPath(network, calendar);
    return {
      network,
      placements: new Map(path.placements.map((placement) => [placement.id, placement])),
      critical: path.critical,
      forecasts: new Map(forecast(network, calendar, today).map((one) => [one.id, one])),
      problems: datesContradictions(network, calendar).map(({ message }) => message),
      replan: proposeReplan(network, calendar, today, until),
    };
  } catch (error) {
    if (!(error instanceof ScheduleError) && !(error instanceof CalendarError)) throw error;
    return {
      network: [],
      placements: new Map(),
      critical: [],
      forecasts: new Map(),
      problems: [error.message],
      replan: { moves: [], conflicts: [] },
    };
  }
}

/** Against the baseline where there is one: a plan that moves with the delays would always be kept. */
function curveOf(input: ScheduleInput, network: readonly ScheduleTask[]): readonly CurvePoint[] {
  const { tasks, baseline, reports, calendar, today } = input;
  const leaves = new Set(network.map(({ id }) => id));
  const kept = new Map((baseline ?? []).map((task) => [task.id, task]));
  const measured = tasks
    .filter(({ id }) => leaves.has(id))
    .map((task) => {
      const { plannedStart, plannedEnd } = kept.get(task.id) ?? task;
      return { id: task.id, plannedStart, plannedEnd, weight: weightIn(calendar)(task) };
    });
  const starts = measured.map(({ plannedStart }) => plannedStart).toSorted();
  const ends = measured.map(({ plannedEnd }) => plannedEnd).toSorted();
  const [first, last] = [starts[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  return progressCurve({ tasks: measured, reports, days: curveDays(first, last, today), today, calendar });
}
