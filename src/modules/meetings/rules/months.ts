/** The months of a schedule and what of a row lies in each. Pure. */
import { type Day, dayParts, endOfMonth } from '../../../core/calendar/index.ts';

export interface Month {
  readonly from: Day;
  readonly to: Day;
  /** 6月 */
  readonly label: string;
}

/** The months that the period touches, in order. */
export function monthsOf(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  let { year, month } = dayParts(from);
  for (;;) {
    const start = `${year}-${String(month).padStart(2, '0')}-01`;
    if (start > to) return months;
    months.push({ from: start, to: endOfMonth(start), label: `${month}月` });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** The days inside the month: 8～15, 8～, ～15, ━; null when none lies in it. */
export function barIn(month: Month, start: Day, end: Day): string | null {
  if (end < month.from || start > month.to) return null;
  const first = start >= month.from ? String(dayParts(start).date) : '';
  const last = end <= month.to ? String(dayParts(end).date) : '';
  if (first === '' && last === '') return '━';
  return first === last ? first : `${first}～${last}`;
}
