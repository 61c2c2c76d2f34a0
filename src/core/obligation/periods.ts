import { addDays, addMonths, fiscalYearOf, fiscalYearPeriod, type Day } from '../calendar/index.ts';
import type { Cadence } from './rule.ts';

export type Period = { from: Day; to: Day };

/**
 * Cuts `from`–`to` into consecutive periods. Fiscal years are the years that the interval touches, cut to it; a year is
 * never skipped as partial. Of other cadences, the rest that is shorter than a period is kept only with `count`.
 */
export function cutPeriods(from: Day, to: Day, every: Cadence, partial: 'skip' | 'count'): Period[] {
  if (every.unit === 'fiscal-years') return fiscalYears(from, to);
  const periods: Period[] = [];
  for (let index = 0; ; index += 1) {
    const start = step(from, every, index);
    const end = addDays(step(from, every, index + 1), -1);
    if (start > to) return periods;
    if (end <= to) periods.push({ from: start, to: end });
    else if (partial === 'count') periods.push({ from: start, to });
  }
}

function fiscalYears(from: Day, to: Day): Period[] {
  const periods: Period[] = [];
  for (let year = fiscalYearOf(from); year <= fiscalYearOf(to); year += 1) {
    const whole = fiscalYearPeriod(year);
    periods.push({ from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to });
  }
  return periods;
}

function step(from: Day, every: Cadence, index: number): Day {
  return every.unit === 'days' ? addDays(from, every.n * index) : addMonths(from, every.n * index);
}
