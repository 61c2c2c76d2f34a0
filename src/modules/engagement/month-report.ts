/** The duties of one month and one side, as a page and a document show them. Pure. */
import { endOfMonth } from '../../core/calendar/day.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';

export type ReportParty = 'contractor' | 'city';

/** The day at whose end a month is judged: its last day, or today while it is not over. */
export function judgedOn(month: string, today: string): string {
  const last = endOfMonth(`${month}-01`);
  return last < today ? last : today;
}

/** What fell or falls due in the month, and what was broken in it without a due date of its own; by due date. */
export function dutiesOfMonth(obligations: readonly Obligation[], month: string, party: ReportParty): Obligation[] {
  return obligations
    .filter((it) => it.party === party || it.party === 'both')
    .filter(({ due }) => due !== null && due.startsWith(month))
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : a.due !== b.due ? 1 : a.key < b.key ? -1 : 1));
}

/** Months of the contract, the first one first. */
export function monthsOfPeriod(from: string, to: string): string[] {
  const months: string[] = [];
  const last = to.slice(0, 7);
  for (let [year = 0, month = 0] = from.split('-').map(Number); ;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
