/** A proposal for the dates of what is not finished: keeps fixed dates, avoids blackouts, explains every move. */
import { type Calendar, type Day, formatEra, fromDayNumber, toDayNumber } from '../calendar/index.ts';
import { type Binding, bindingPredecessor, openDaysBetween, remainingDays } from './forecast.ts';
import { type Measured, measure, type Network, type ScheduleTask, touchesBlackout } from './network.ts';

export interface Dates {
  readonly start: Day;
  readonly end: Day;
}

export interface Move {
  readonly id: string;
  readonly from: Dates;
  readonly to: Dates;
  /** What the task takes in working days, to be kept with it: the rest is not counted from dates that were stretched. */
  readonly workDays: number | null;
  /** One Japanese sentence. */
  readonly reason: string;
}

/** Something that moving tasks cannot put right. */
export interface Conflict {
  readonly id: string;
  readonly kind: 'fixed' | 'due';
  /** Open days by which the date is missed. */
  readonly days: number;
  /** One Japanese sentence with what to do. */
  readonly message: string;
}

export interface Replan {
  readonly moves: readonly Move[];
  readonly conflicts: readonly Conflict[];
}

interface Proposed extends Dates {
  /** Null while the plan stays. */
  readonly reason: string | null;
}

/**
 * Moves what cannot stay: finished tasks and fixed dates never, others as little as possible and only later. Accepting
 * all moves makes a plan for which nothing is proposed any more, as long as today and progress are the same.
 * @param until the last day of the contract: what would end later is a conflict and no move.
 * @throws ScheduleError
 */
export function proposeReplan(
  tasks: readonly ScheduleTask[],
  calendar: Calendar,
  today: Day,
  until: Day | null = null,
): Replan {
  const network = measure(tasks, calendar);
  const names = new Map(tasks.map(({ id, name }) => [id, name]));
  const ends = new Map<string, number>();
  const moves: Move[] = [];
  const conflicts: Conflict[] = [];
  for (const measured of network.tasks) {
    const { task } = measured;
    const from = { start: task.plannedStart, end: task.plannedEnd };
    if (task.percent === 100) {
      ends.set(task.id, toDayNumber(task.actualEnd ?? task.plannedEnd));
      continue;
    }
    const binding = bindingPredecessor(task, network.axes.open, ends);
    const wanted = datesFor(measured, toDayNumber(today), binding, names);
    if (task.fixed) {
      ends.set(task.id, toDayNumber(task.plannedEnd));
      const late = openDaysBetween(network.axes.open, toDayNumber(task.plannedEnd), toDayNumber(wanted.end));
      if (late > 0) conflicts.push(fixedConflict(task, late, binding, names));
      continue;
    }
    ends.set(task.id, toDayNumber(wanted.end));
    if (until !== null && wanted.end > until) {
      conflicts.push(contractConflict(network, task, wanted.end, until));
      continue;
    }
    if (wanted.reason !== null) {
      const { start, end, reason } = wanted;
      const workDays = task.actualStart === null ? task.workDays : (task.workDays ?? measured.duration);
      moves.push({ id: task.id, from, to: { start, end }, workDays, reason });
    }
    conflicts.push(...dueConflict(network, task, wanted));
  }
  return { moves, conflicts };
}

function datesFor(
  measured: Measured,
  today: number,
  binding: Binding | null,
  names: ReadonlyMap<string, string>,
): Proposed {
  const { task } = measured;
  return task.actualStart === null
    ? datesOfWaiting(measured, today, binding, names)
    : datesOfRunning(measured, today, task.actualStart);
}

/** Only the end of a task that has begun can move. */
function datesOfRunning(measured: Measured, today: number, started: Day): Proposed {
  const { task, axis } = measured;
  const stays = { start: task.plannedStart, end: task.plannedEnd, reason: null };
  const rest = remainingDays(measured);
  const end = fromDayNumber(axis.at(axis.from(Math.max(today, toDayNumber(started))) + rest - 1));
  if (end <= task.plannedEnd) return stays;
  return {
    start: task.plannedStart,
    end,
    reason: `進捗が${task.percent}%で、残りの作業に${rest}開庁日かかるため、終了予定日を${formatEra(end)}に延ばします。`,
  };
}

function datesOfWaiting(
  { task, axis, duration }: Measured,
  today: number,
  binding: Binding | null,
  names: ReadonlyMap<string, string>,
): Proposed {
  const planned = toDayNumber(task.plannedStart);
  const blocked = !task.fixed && touchesBlackout(task);
  const earliest = Math.max(planned, today, binding?.day ?? planned);
  if (earliest === planned && !blocked) return { start: task.plannedStart, end: task.plannedEnd, reason: null };
  const place = axis.from(earliest);
  const [start, end] = [fromDayNumber(axis.at(place)), fromDayNumber(axis.at(place + duration - 1))];
  // A plan that began on a closed day and is pushed to the open day it meant anyway stays as it was written.
  if (start === task.plannedStart && end === task.plannedEnd) return { start, end, reason: null };
  return { start, end, reason: reasonOf({ task, planned, today, earliest, binding, start, end, names }) };
}

function reasonOf(given: {
  readonly task: ScheduleTask;
  readonly planned: number;
  readonly today: number;
  readonly earliest: number;
  readonly binding: Binding | null;
  readonly start: Day;
  readonly end: Day;
  readonly names: ReadonlyMap<string, string>;
}): string {
  const { task, planned, today, earliest, binding, start, end, names } = given;
  const to = `${formatEra(start)}から${formatEra(end)}まで`;
  if (binding !== null && binding.day === earliest && binding.day > planned) {
    return `先行作業「${names.get(binding.id) ?? ''}」が終わってから始めるため、${to}に改めます。`;
  }
  if (today === earliest && today > planned) {
    return `開始予定日の${formatEra(task.plannedStart)}を過ぎても始まっていないため、${to}に改めます。`;
  }
  const window = task.blackouts.find(
    (it) =>
      (it.from <= task.plannedStart && task.plannedStart <= it.to) ||
      (it.from <= task.plannedEnd && task.plannedEnd <= it.to),
  );
  return `「${window?.reason ?? ''}」（${formatEra(window?.from ?? start)}から${formatEra(window?.to ?? end)}まで）を避けるため、${to}に改めます。`;
}

function fixedConflict(
  task: ScheduleTask,
  days: number,
  binding: Binding | null,
  names: ReadonlyMap<string, string>,
): Conflict {
  const before = binding === null ? undefined : names.get(binding.id);
  const remedy =
    before === undefined
      ? 'すぐに着手するか、期日の変更について発注者と協議してください。'
      : `先行作業「${before}」を${days}開庁日以上縮めるか、期日の変更について発注者と協議してください。`;
  return {
    id: task.id,
    kind: 'fixed',
    days,
    message: `「${task.name}」は${formatEra(task.plannedEnd)}に決まっていて動かせませんが、このままでは${days}開庁日遅れます。${remedy}`,
  };
}

function contractConflict({ axes }: Network, task: ScheduleTask, end: Day, until: Day): Conflict {
  const days = Math.max(1, openDaysBetween(axes.open, toDayNumber(until), toDayNumber(end)));
  return {
    id: task.id,
    kind: 'due',
    days,
    message: `「${task.name}」は委託期間の末日（${formatEra(until)}）までに終わらず、${days}開庁日遅れます。作業を分担して縮めるか、委託期間について発注者と協議してください。`,
  };
}

function dueConflict({ axes }: Network, task: ScheduleTask, wanted: Dates): Conflict[] {
  if (task.due === null || wanted.end <= task.due) return [];
  const days = openDaysBetween(axes.open, toDayNumber(task.due), toDayNumber(wanted.end));
  if (days === 0) return [];
  return [
    {
      id: task.id,
      kind: 'due',
      days,
      message: `「${task.name}」は契約上の期限（${formatEra(task.due)}）に${days}開庁日遅れます。作業を分担して縮めるか、期限について発注者と協議してください。`,
    },
  ];
}
