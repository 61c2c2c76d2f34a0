/** Tasks and what must be finished before them (finish to start), in an order in which they can be worked off. */
import { type Blackout, type Calendar, type Day, toDayNumber } from '../calendar/index.ts';
import { ReadableError } from '../readable-error.ts';
import { type Axes, createAxes, type WorkAxis } from './work-axis.ts';

export interface Dependency {
  readonly id: string;
  /** Open days between the end and the start; 0 is the next open day, negative lets the tasks overlap. */
  readonly lag: number;
}

/** A task without children. Days are inclusive. */
export interface ScheduleTask {
  readonly id: string;
  readonly name: string;
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
  /** Working days that the work takes, where a re-plan has stretched the dates since; null: as many as the dates hold. */
  readonly workDays: number | null;
  /** 0 to 100. */
  readonly percent: number;
  readonly actualStart: Day | null;
  readonly actualEnd: Day | null;
  readonly predecessors: readonly Dependency[];
  /** A date that the contract or the parties fixed: it is never moved. */
  readonly fixed: boolean;
  /** The last day that the contract allows; null when it names none. */
  readonly due: Day | null;
  /** When those who are needed cannot take part: work rests. */
  readonly blackouts: readonly Blackout[];
}

/** A network that cannot be computed. `message` says in Japanese what to change; `path` holds the ids of a cycle. */
export class ScheduleError extends ReadableError {
  readonly code: 'cycle' | 'unknown-predecessor' | 'dates';
  readonly path: readonly string[];

  constructor(code: ScheduleError['code'], message: string, path: readonly string[] = []) {
    super(message);
    this.name = 'ScheduleError';
    this.code = code;
    this.path = path;
  }
}

/** What only has dependencies and a name can be ordered. */
export interface Linked {
  readonly id: string;
  readonly name: string;
  readonly predecessors: readonly Dependency[];
}

/**
 * Tasks so that each comes after those it waits for; otherwise in the order given.
 * @throws ScheduleError `cycle` naming the tasks on it, `unknown-predecessor`.
 */
export function inWorkOrder<T extends Linked>(tasks: readonly T[]): T[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const waiting = new Map<string, number>();
  const followers = new Map<string, T[]>();
  for (const task of tasks) {
    waiting.set(task.id, task.predecessors.length);
    for (const { id } of task.predecessors) {
      if (!byId.has(id)) {
        throw new ScheduleError(
          'unknown-predecessor',
          `「${task.name}」の先行作業がWBSにありません。選び直してください。`,
        );
      }
      const list = followers.get(id);
      if (list === undefined) followers.set(id, [task]);
      else list.push(task);
    }
  }
  const ordered = tasks.filter((task) => task.predecessors.length === 0);
  for (let index = 0; index < ordered.length; index += 1) {
    for (const follower of followers.get(ordered[index]?.id ?? '') ?? []) {
      const left = (waiting.get(follower.id) ?? 0) - 1;
      waiting.set(follower.id, left);
      if (left === 0) ordered.push(follower);
    }
  }
  if (ordered.length < tasks.length) throw cycleIn(tasks, byId, new Set(ordered.map(({ id }) => id)));
  return ordered;
}

/** Every task that is left waits for another one that is left: following them must come back to itself. */
function cycleIn<T extends Linked>(
  tasks: readonly T[],
  byId: ReadonlyMap<string, T>,
  done: ReadonlySet<string>,
): ScheduleError {
  const path: T[] = [];
  let task = tasks.find(({ id }) => !done.has(id));
  while (task !== undefined && !path.includes(task)) {
    path.push(task);
    const next = task.predecessors.find(({ id }) => !done.has(id));
    task = next === undefined ? undefined : byId.get(next.id);
  }
  const loop = task === undefined ? path : path.slice(path.indexOf(task));
  const forwards = [...loop, ...loop.slice(0, 1)].toReversed();
  return new ScheduleError(
    'cycle',
    `作業の前後関係が循環しています：${forwards.map(({ name }) => `「${name}」`).join('→')}。このうち一つの先行作業を外してください。`,
    forwards.map(({ id }) => id),
  );
}

/** A task with its calendar and length in working days. */
export interface Measured {
  readonly task: ScheduleTask;
  readonly axis: WorkAxis;
  /** Working days of the plan, at least one. */
  readonly duration: number;
}

export interface Network {
  readonly axes: Axes;
  /** In work order. */
  readonly tasks: readonly Measured[];
}

/** @throws ScheduleError `cycle`, `unknown-predecessor`, `dates` when a task ends before it starts. */
export function measure(tasks: readonly ScheduleTask[], calendar: Calendar): Network {
  const wrong = tasks.find(({ plannedStart, plannedEnd }) => plannedStart > plannedEnd);
  if (wrong !== undefined) {
    throw new ScheduleError(
      'dates',
      `「${wrong.name}」の終了予定日が開始予定日より前です。終了予定日を開始予定日以後の日に改めてください。`,
    );
  }
  const origin = tasks.reduce((first, { plannedStart }) => (plannedStart < first ? plannedStart : first), '9999-12-31');
  const axes = createAxes(calendar, tasks.length === 0 ? '2026-04-01' : origin);
  return {
    axes,
    tasks: inWorkOrder(tasks).map((task) => {
      // What is fixed stands on its date, whoever is busy.
      const axis = task.fixed ? axes.open : axes.without(task.blackouts);
      return { task, axis, duration: durationOf(task, axes.open, axis) };
    }),
  };
}

/**
 * Working days between the planned dates. A window in the middle is a rest and not counted; a plan that starts or ends
 * inside one did not know of it, so all of its open days still have to be worked.
 */
function durationOf(task: ScheduleTask, open: WorkAxis, axis: WorkAxis): number {
  const [first, last] = [toDayNumber(task.plannedStart), toDayNumber(task.plannedEnd)];
  const counted = touchesBlackout(task) ? open : axis;
  return Math.max(1, counted.until(last) - counted.from(first) + 1);
}

/** Whether the plan starts or ends on a day on which the people needed cannot take part. */
export function touchesBlackout({ plannedStart, plannedEnd, blackouts }: ScheduleTask): boolean {
  return blackouts.some(
    ({ from, to }) => (from <= plannedStart && plannedStart <= to) || (from <= plannedEnd && plannedEnd <= to),
  );
}

/** The first day on which a task may start that waits `lag` open days after a task ended on `end`. */
export function earliestAfter(open: WorkAxis, end: number, lag: number): number {
  return open.at(open.from(end + 1) + lag);
}

/** The last day on which a task may end so that another one, `lag` open days later, starts on `start`. */
export function latestBefore(open: WorkAxis, start: number, lag: number): number {
  return open.at(open.until(start) - lag) - 1;
}
