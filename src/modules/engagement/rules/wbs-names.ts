/** How tasks and departments are written by people: by number with a lag, by name. Pure, for pages and spreadsheets. */
import type { Task } from '../contract.ts';

/** How tasks and departments are named where somebody writes. */
export interface WbsNames {
  /** No. of a task. */
  numberOf(id: string): number | undefined;
  /** Id of the task with a No.. */
  idOf(number: number): string | undefined;
  departmentName(id: string): string | undefined;
  departmentId(name: string): string | undefined;
}

export interface DepartmentName {
  readonly id: string;
  readonly name: string;
  readonly bureauName: string | null;
}

/** Names for the tasks by their No., and for the departments by bureau and section. */
export function namesFor(tasks: readonly Task[], departments: readonly DepartmentName[]): WbsNames {
  const numbers = new Map(tasks.map(({ id, position }) => [id, position]));
  const ids = new Map(tasks.map(({ id, position }) => [position, id]));
  const written = new Map(departments.map((it) => [it.id, fullName(it)]));
  const byName = Map.groupBy(departments, ({ name }) => name);
  const byFullName = new Map(departments.map((it) => [squeezed(fullName(it)), it.id]));
  return {
    numberOf: (id) => numbers.get(id),
    idOf: (number) => ids.get(number),
    departmentName: (id) => written.get(id),
    departmentId: (name) => {
      const alone = byName.get(name) ?? [];
      return byFullName.get(squeezed(name)) ?? (alone.length === 1 ? alone[0]?.id : undefined);
    },
  };
}

const fullName = ({ name, bureauName }: DepartmentName): string =>
  bureauName === null ? name : `${bureauName} ${name}`;
const squeezed = (name: string): string => name.replaceAll(/\s/g, '');

/** Parts of a list as people separate them. */
export const itemsOf = (typed: string): string[] =>
  typed
    .split(/[、,，;；\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

export type Parsed<T> = { readonly found: T } | { readonly refused: string };

/** 3、5+2、8-1: the No. of a task with its lag in open days. */
export function parsePredecessors(typed: string, names: WbsNames): Parsed<Task['predecessors']> {
  const found: Task['predecessors'] = [];
  for (const item of itemsOf(typed.normalize('NFKC'))) {
    const match = /^(\d+)(?:([+-])(\d{1,3}))?$/.exec(item.replaceAll(/[−–ー‐]/g, '-').replaceAll(' ', ''));
    if (match === null) {
      return {
        refused: `「${item}」を先行作業として読み取れません。「3、5+2」のように、番号とずれの日数で入れてください。`,
      };
    }
    const id = names.idOf(Number(match[1]));
    if (id === undefined) return { refused: `番号${match[1]}の作業がありません。番号を確かめてください。` };
    const days = Number(match[3] ?? 0);
    if (days > 250) return { refused: 'ずれの日数は、250開庁日までにしてください。' };
    if (found.some((one) => one.id === id))
      return { refused: `番号${match[1]}が二回書かれています。一つにしてください。` };
    // 5-0 and 5 are the same.
    found.push({ id, lag: days === 0 ? 0 : match[2] === '-' ? -days : days });
  }
  return found.length > 50 ? { refused: '先行作業は50件までにしてください。' } : { found };
}

export function predecessorsText(predecessors: Task['predecessors'], names: WbsNames): string {
  return predecessors
    .map(({ id, lag }) => [names.numberOf(id) ?? 0, lag] as const)
    .toSorted((a, b) => a[0] - b[0])
    .map(([number, lag]) => `${number}${lag === 0 ? '' : lag > 0 ? `+${lag}` : lag}`)
    .join('、');
}

export function parseDepartments(typed: string, names: WbsNames): Parsed<string[]> {
  const found: string[] = [];
  for (const name of itemsOf(typed)) {
    const id = names.departmentId(name);
    if (id === undefined) {
      return {
        refused: `「${name}」という所属は一つに決まりません。「総務局 人事課」のように、局と課の名称で入れてください。`,
      };
    }
    if (!found.includes(id)) found.push(id);
  }
  return { found };
}

export const departmentsText = (departmentIds: readonly string[], names: WbsNames): string =>
  departmentIds.map((id) => names.departmentName(id) ?? id).join('、');
