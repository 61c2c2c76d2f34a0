/** How tasks are put into words in the plan documents. Pure. */
import { dayOf, formatEra, formatEraShort } from '../../../core/calendar/index.ts';
import type { Task, WorkPlan } from '../contract.ts';

export const OWNERS: Readonly<Record<Task['owner'], string>> = {
  contractor: '受注者',
  city: '発注者',
  both: '双方',
};

export const PLAN_STATES: Readonly<Record<WorkPlan['state'], string>> = {
  draft: '作成中',
  submitted: '提出中',
  approved: '承認済み',
  returned: '差戻し',
};

/** Numbers of the tasks that must be finished first, in the order of the WBS; a clause that has no task keeps its name. */
export function predecessorNumbers(task: Task, tasks: readonly Task[]): string {
  const found = task.predecessors.map((clause) => tasks.find((other) => other.clause === clause)?.position ?? clause);
  return found
    .toSorted((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))))
    .join('、');
}

/** Tasks that wait for this one. */
export function successorsOf(task: Task, tasks: readonly Task[]): Task[] {
  return tasks.filter((other) => other.predecessors.includes(task.clause));
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
