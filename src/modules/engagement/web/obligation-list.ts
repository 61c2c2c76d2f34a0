/** Which duties a person sees, and in which order. Pure. */
import { addDays } from '../../../core/calendar/day.ts';
import type { ObligationView } from '../contract.ts';

/** States in which something may still be done, the most urgent first. */
export const OPEN_STATES: readonly ObligationView['state'][] = ['breached', 'due', 'unknown', 'not-due'];

export interface ObligationFilter {
  /** A state, `open` for everything still to do, or `all`. */
  readonly state: string;
  readonly party: string;
  /** `YYYY-MM` of the due date, or empty. */
  readonly month: string;
  /** A clause id, or empty. */
  readonly clause: string;
}

export function filterObligations<O extends ObligationView>(all: readonly O[], filter: ObligationFilter): O[] {
  return all.filter(
    (it) =>
      matchesState(it.state, filter.state) &&
      (filter.party === 'all' || belongsTo(it, filter.party)) &&
      (filter.month === '' || (it.due?.startsWith(filter.month) ?? false)) &&
      (filter.clause === '' || it.clause === filter.clause),
  );
}

function matchesState(state: ObligationView['state'], wanted: string): boolean {
  if (wanted === 'all') return true;
  return wanted === 'open' ? OPEN_STATES.includes(state) : state === wanted;
}

export function belongsTo(obligation: Pick<ObligationView, 'party'>, party: string): boolean {
  return obligation.party === party || obligation.party === 'both';
}

/** By urgency, then by due date; duties without a date come last. */
export function byUrgency(a: ObligationView, b: ObligationView): number {
  const rank = (it: ObligationView): number => {
    const index = OPEN_STATES.indexOf(it.state);
    return index === -1 ? OPEN_STATES.length : index;
  };
  return rank(a) - rank(b) || (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.key.localeCompare(b.key);
}

/** Months in which something is due, in order. */
export function dueMonths(all: readonly ObligationView[]): string[] {
  return [...new Set(all.flatMap(({ due }) => (due === null ? [] : [due.slice(0, 7)])))].toSorted();
}

/** What a party must do now or within `days` days: overdue, due, and what comes soon. */
export function nextObligations<O extends ObligationView>(
  all: readonly O[],
  { party, today, days }: { readonly party: string; readonly today: string; readonly days: number },
): O[] {
  const until = addDays(today, days);
  return all
    .filter((it) => belongsTo(it, party))
    .filter(
      ({ state, due }) =>
        state === 'breached' || state === 'due' || (state === 'not-due' && due !== null && due <= until),
    )
    .toSorted(byUrgency);
}
