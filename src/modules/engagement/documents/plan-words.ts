/** How tasks are put into words in the plan documents. Pure. */
import { dayOf, formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import type { Task, WorkPlan } from '../contract.ts';

export const OWNERS: Readonly<Record<Task['owner'], string>> = {
  contractor: '受注者',
  city: '発注者',
  both: '双方',
};

/** Why a task of the specification is not carried out. */
export const EXCLUSIONS: Readonly<Record<NonNullable<Task['excluded']>, string>> = {
  'no-target': '対象がない',
  agreed: '協議により行わない',
  'other-year': '別の年度に行う',
  'done-by-city': '発注者が行う',
};

export const PLAN_STATES: Readonly<Record<WorkPlan['state'], string>> = {
  draft: '作成中',
  submitted: '提出中',
  approved: '承認済み',
  returned: '差戻し',
};

/** The name, moved in under the tasks it is a part of; with the reason where it is not carried out. */
export function taskName(task: Task, tasks: readonly Task[]): string {
  let depth = 0;
  for (let above = task.parentId; above !== null && depth < 4; depth += 1) {
    above = tasks.find(({ id }) => id === above)?.parentId ?? null;
  }
  const why = task.excluded === null ? '' : `（対象外：${EXCLUSIONS[task.excluded]}）`;
  return `${'　'.repeat(depth)}${task.milestone ? '◆' : ''}${task.name}${why}`;
}

/** Numbers of the tasks that must be finished first, in the order of the WBS. */
export const predecessorNumbers = (task: Task, tasks: readonly Task[]): string =>
  predecessorsOf(task, tasks)
    .map(({ position }) => position)
    .toSorted((a, b) => a - b)
    .join('、');

/** Tasks that this one waits for. */
export function predecessorsOf(task: Task, tasks: readonly Task[]): Task[] {
  return tasks.filter((other) => task.predecessors.some(({ id }) => id === other.id));
}

/** Tasks that wait for this one. */
export function successorsOf(task: Task, tasks: readonly Task[]): Task[] {
  return tasks.filter((other) => other.predecessors.some(({ id }) => id === task.id));
}

/** Members with the tasks they work on, in the order in which the tasks name them. */
export function memberTasks(tasks: readonly Task[]): { readonly member: string; readonly tasks: readonly Task[] }[] {
  const members = [...new Set(tasks.flatMap((task) => task.members))];
  return members.map((member) => ({ member, tasks: tasks.filter((task) => task.members.includes(member)) }));
}

/** 3～5、8: runs of three or more numbers are drawn together. */
export function numberRanges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length < 3 ? run.join('、') : `${run[0]}～${run.at(-1)}`)).join('、');
}

/** Day of an instant in 和暦, or a dash. */
export function eraOfInstant(at: string | null): string {
  return at === null ? '―' : formatEra(dayOf(at));
}

/** R8.6.5, or a dash. */
export function shortEraOfInstant(at: string | null): string {
  return at === null ? '―' : formatEraShort(dayOf(at));
}

/** Paragraphs of a text that a person typed. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
