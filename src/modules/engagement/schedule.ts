/** The time axis of a schedule: months of a period and what of a task falls into each. Pure. */
import { dayParts, endOfMonth } from '../../core/calendar/day.ts';
import { eraDate } from '../../core/calendar/era.ts';

export interface Month {
  readonly year: number;
  readonly month: number;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** 6月 */
  readonly label: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The months that the period touches, in order. */
export function monthsOf(from: string, to: string): Month[] {
  const months: Month[] = [];
  let { year, month } = dayParts(from);
  for (;;) {
    const start = `${year}-${pad(month)}-01`;
    if (start > to) return months;
    months.push({ year, month, from: start, to: endOfMonth(start), label: `${month}月` });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** Months grouped by calendar year under an era year, for the upper header row: 令和8年 with the number of its months. */
export function yearSpans(months: readonly Month[]): { readonly label: string; readonly count: number }[] {
  const years = Map.groupBy(months, (month) => month.year);
  return [...years.values()].map((group) => ({
    label: group[0] === undefined ? '' : yearLabel(group[0].from),
    count: group.length,
  }));
}

export type BarPart = 'none' | 'start' | 'middle' | 'end' | 'whole';

export interface Bar {
  readonly part: BarPart;
  /** The days inside the month: 8～15, 8～, ～15, ━. */
  readonly text: string;
}

const NO_BAR: Bar = { part: 'none', text: '' };

/** What of the days `from` to `to` (both inclusive) lies in a month. */
export function barOf(month: Month, from: string, to: string): Bar {
  if (to < month.from || from > month.to) return NO_BAR;
  const starts = from >= month.from;
  const ends = to <= month.to;
  const first = dayParts(from).date;
  const last = dayParts(to).date;
  if (starts && ends) return { part: 'whole', text: first === last ? `${first}` : `${first}～${last}` };
  if (starts) return { part: 'start', text: `${first}～` };
  if (ends) return { part: 'end', text: `～${last}` };
  return { part: 'middle', text: '━' };
}

export interface Chapter {
  readonly clause: string;
  readonly title: string;
  /** The clauses of the work item. */
  readonly clauses: readonly string[];
}

export interface TaskGroup<T> {
  readonly title: string;
  /** Where the work item begins; null for what belongs to none. */
  readonly clause: string | null;
  readonly tasks: readonly T[];
}

/**
 * Tasks by work item of the specification, in the order of its chapters. What the city does outside the work items, so that
 * the contractor can work, comes first; plans, reports and delivery come last.
 */
export function groupTasks<T extends { readonly clause: string; readonly owner: string }>(
  tasks: readonly T[],
  chapters: readonly Chapter[],
): TaskGroup<T>[] {
  const outside = tasks.filter((task) => !chapters.some(({ clauses }) => clauses.includes(task.clause)));
  return [
    { title: '前提となる発注者の作業', clause: null, tasks: outside.filter(({ owner }) => owner === 'city') },
    ...chapters.map(({ title, clause, clauses }) => ({
      title,
      clause,
      tasks: tasks.filter((task) => clauses.includes(task.clause)),
    })),
    {
      title: '計画書、報告書及び納品物の作成',
      clause: null,
      tasks: outside.filter(({ owner }) => owner !== 'city'),
    },
  ].filter((group) => group.tasks.length > 0);
}

/** 令和8年 */
function yearLabel(day: string): string {
  const { era, year } = eraDate(day);
  return `${era.kanji}${year === 1 ? '元' : year}年`;
}
