/** How long something is valid, and how long people worked, over values alone. */
import { addDays, type Day, daysBetween } from '../../core/calendar/index.ts';

export interface Validity {
  readonly validFrom: Day;
  /** Last day of validity; null when it does not end. */
  readonly validTo: Day | null;
}

export type Coverage = { readonly covered: false } | { readonly covered: true; readonly until: Day | null };

/**
 * How far validities reach without a gap from `day` on, renewals included. Consecutive ones join when the next begins no
 * later than the day after the last day of the one before. `until` null means without end.
 */
export function coverageFrom(validities: readonly Validity[], day: Day): Coverage {
  let until: Day | null = addDays(day, -1);
  for (;;) {
    const reach: Day = addDays(until, 1);
    const going = validities.filter(
      (validity) => validity.validFrom <= reach && (validity.validTo === null || validity.validTo >= reach),
    );
    if (going.length === 0) return until < day ? { covered: false } : { covered: true, until };
    if (going.some((validity) => validity.validTo === null)) return { covered: true, until: null };
    until = going.reduce((latest, { validTo }) => (validTo !== null && validTo > latest ? validTo : latest), reach);
  }
}

export interface Stretch {
  readonly from: Day;
  /** Last day, counted. */
  readonly to: Day;
}

const DAYS_OF_YEAR = 365.25;

/** Years that the stretches cover together; a day in several of them counts once. Rounded down to hundredths. */
export function yearsCovered(stretches: readonly Stretch[]): number {
  let days = 0;
  let reached: Day | null = null;
  for (const { from, to } of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const begin: Day = reached !== null && from <= reached ? addDays(reached, 1) : from;
    if (to < begin) continue;
    days += daysBetween(begin, to) + 1;
    reached = to;
  }
  // Ten calendar years hold two or three leap days; whole years must not fall short by a fraction of a day (a day too few may pass in a leap year).
  return Math.floor(((days + 1) / DAYS_OF_YEAR) * 100) / 100;
}
