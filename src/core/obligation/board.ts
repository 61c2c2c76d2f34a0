/** Where a duty stands on the board of a day. Pure; weeks run from Monday to Sunday. */
import { addDays, weekdayOf, type Day } from '../calendar/day.ts';
import type { Obligation } from './obligation.ts';

/** In the order of the board, the most urgent first. */
export const BOARD_GROUPS = [
  'late',
  'today',
  'week',
  'at-risk',
  'month',
  'unclear',
  'later',
  'not-ready',
  'done',
] as const;

/**
 * `late` overdue or broken, `today` / `week` / `month` due then, `at-risk` will be late as things stand, `unclear` cannot
 * be computed, `not-ready` waits for records that the product cannot make yet, `done` met, met late or waived.
 */
export type BoardGroup = (typeof BOARD_GROUPS)[number];

export type BoardDay = {
  readonly today: Day;
  /** Keys of the duties that will be late as things stand. */
  readonly atRisk: ReadonlySet<string>;
  /** Keys of the duties that nothing in the product can record yet. */
  readonly notReady: ReadonlySet<string>;
};

export function boardGroupOf(obligation: Obligation, day: BoardDay): BoardGroup {
  return boardGrouping(day)(obligation);
}

/** The same for many duties of one day. */
export function boardGrouping(day: BoardDay): (obligation: Obligation) => BoardGroup {
  const sunday = weekOf(day.today).to;
  return (obligation) => groupOn(obligation, day, sunday);
}

function groupOn({ state, due, key }: Obligation, { today, atRisk, notReady }: BoardDay, sunday: Day): BoardGroup {
  if (state === 'met' || state === 'late' || state === 'waived') return 'done';
  if (notReady.has(key)) return 'not-ready';
  if (state === 'breached') return 'late';
  if (state === 'unknown') return 'unclear';
  if (due === null) return atRisk.has(key) ? 'at-risk' : 'later';
  if (due < today) return 'late';
  if (due === today) return 'today';
  if (due <= sunday) return 'week';
  if (atRisk.has(key)) return 'at-risk';
  return due.slice(0, 7) === today.slice(0, 7) ? 'month' : 'later';
}

/** Monday to Sunday of the week in which the day lies. */
export function weekOf(day: Day): { readonly from: Day; readonly to: Day } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

/**
 * The day on which an open or broken duty began to ask for attention in its present state, so that a person can be shown
 * what is new since the last look; null for every other state.
 */
export function stateSince(obligation: Obligation, warningDays = 7): Day | null {
  const { state, type, due, proof } = obligation;
  const last = proof.at(-1)?.day ?? null;
  if (state === 'breached') {
    // A deadline passes on the following day; what was done wrongly is broken from that record on.
    const passes =
      type === 'by' || type === 'respond' || type === 'recur' || (type === 'count' && !overMaximum(obligation));
    return passes && due !== null ? addDays(due, 1) : last;
  }
  if (state !== 'due') return null;
  if (type === 'respond') return proof[0]?.day ?? null;
  return due === null ? last : addDays(due, -warningDays);
}

function overMaximum({ quantity }: Obligation): boolean {
  return quantity !== undefined && quantity.max !== null && quantity.have > quantity.max;
}
