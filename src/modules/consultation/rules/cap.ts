/**
 * The cap on consultations: what a period may hold, what is used, what is left. It never refuses anything by itself; it
 * tells when the office has to decide.
 */
import { addDays, type Day, daysBetween } from '../../../core/calendar/day.ts';
import { formatEraMonth } from '../../../core/calendar/era.ts';
import { fiscalYearLabel, fiscalYearOf, fiscalYearPeriod } from '../../../core/calendar/fiscal-year.ts';
import type { Cap } from '../conditions.ts';

/** `2024-05` for a month, `FY2024` for a fiscal year. Periods of one kind compare with `<`. */
export type Period = string;

export function periodOf(day: Day, per: Cap['per']): Period {
  return per === 'month' ? day.slice(0, 7) : `FY${fiscalYearOf(day)}`;
}

export function periodDays(period: Period): { readonly from: Day; readonly to: Day } {
  if (period.startsWith('FY')) return fiscalYearPeriod(Number(period.slice(2)));
  const from = `${period}-01`;
  // Thirty-one days after the first lie in the next month, whatever the month.
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** 令和6年5月, or 令和6年度. */
export const periodName = (period: Period): string =>
  period.startsWith('FY') ? fiscalYearLabel(Number(period.slice(2))) : formatEraMonth(`${period}-01`);

export const nextPeriod = (period: Period): Period =>
  periodOf(addDays(periodDays(period).to, 1), period.startsWith('FY') ? 'fiscal-year' : 'month');

/** A part of the cap that a consultation of the contractor uses up. */
export interface Counted {
  readonly period: Period;
  readonly units: number;
  readonly answered: boolean;
}

export interface Meter {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  readonly max: number;
  /** Left unused by the period before. */
  readonly carried: number;
  /** Taken on for the period and answered. */
  readonly used: number;
  /** Taken on for the period and not yet answered. */
  readonly waiting: number;
  /** Room for further ones; never below 0. */
  readonly left: number;
  /** Beyond the cap: answered and waiting together. */
  readonly over: number;
  /** Expected by the end of the period: what is there already, or more when it goes on at the pace so far. */
  readonly forecast: number;
}

/**
 * Carried over to the next period is what the period before left of its own cap. What it had been given by the one before
 * that is used first and is not handed on. Within the year unused parts pile up until the fiscal year ends.
 */
export function carriedInto(cap: Cap, period: Period, first: Period, used: (period: Period) => number): number {
  if (cap.carryOver === 'none') return 0;
  if (cap.carryOver === 'within-year') return leftInYear(cap, period, first, used);
  let carried = 0;
  for (let at = first; at < period; at = nextPeriod(at)) {
    carried = Math.max(0, cap.max - Math.max(0, used(at) - carried));
  }
  return carried;
}

function leftInYear(cap: Cap, period: Period, first: Period, used: (period: Period) => number): number {
  const april = periodOf(fiscalYearPeriod(fiscalYearOf(periodDays(period).from)).from, cap.per);
  let left = 0;
  for (let at = later(april, first); at < period; at = nextPeriod(at)) left = Math.max(0, left + cap.max - used(at));
  return left;
}

/** A consultation as it is on record. */
export interface Handled {
  /** What was taken on, the first time and with every further question: a day of the period, and how many questions. */
  readonly taken: readonly { readonly on: Day; readonly questions: number }[];
  /** True once it has been answered at all. */
  readonly answered: boolean;
  /** True while the contractor has something to answer. */
  readonly open: boolean;
}

/**
 * What a consultation uses up under the reading of what counts as one, in the period for which it was taken on. Taken back
 * after it was handed over it counts all the same.
 */
export function countedUnder(cap: Cap, { taken, answered, open }: Handled): Counted[] {
  const counting = cap.unit === 'question' ? taken : taken.slice(0, 1);
  return counting.map(({ on, questions }, at) => ({
    period: periodOf(on, cap.per),
    units: cap.unit === 'question' ? questions : 1,
    answered: !open || (answered && (cap.unit === 'consultation' || at < taken.length - 1)),
  }));
}

/** Units that taking on so many questions uses. */
export const unitsOf = (cap: Cap, questions: number): number => (cap.unit === 'question' ? questions : 1);

export interface MeterInput {
  readonly cap: Cap;
  /** The first day of the contract; a contract that begins within a period has the whole cap of it. */
  readonly start: Day;
  readonly today: Day;
  readonly period: Period;
  readonly counted: readonly Counted[];
}

export function meterOf({ cap, start, today, period, counted }: MeterInput): Meter {
  const unitsIn = (at: Period, answered?: boolean): number =>
    sum(
      counted
        .filter((one) => one.period === at && (answered === undefined || one.answered === answered))
        .map(({ units }) => units),
    );
  const { from, to } = periodDays(period);
  const carried = carriedInto(cap, period, periodOf(start, cap.per), unitsIn);
  const used = unitsIn(period, true);
  const waiting = unitsIn(period, false);
  const room = cap.max + carried - used - waiting;
  return {
    period,
    from,
    to,
    max: cap.max,
    carried,
    used,
    waiting,
    left: Math.max(0, room),
    over: Math.max(0, -room),
    forecast: Math.max(used + waiting, paceOf(used + waiting, later(from, start), to, today)),
  };
}

/** Units by the end of the period when it goes on as so far. */
function paceOf(taken: number, from: Day, to: Day, today: Day): number {
  if (today < from || today >= to) return taken;
  return Math.round((taken * (daysBetween(from, to) + 1)) / (daysBetween(from, today) + 1));
}

/** The first period after `period` with room for `units`; null when the contract ends before. */
export function firstWithRoom(
  input: Omit<MeterInput, 'period'>,
  period: Period,
  units: number,
  end: Day,
): Period | null {
  for (let at = nextPeriod(period); periodDays(at).from <= end; at = nextPeriod(at)) {
    if (meterOf({ ...input, period: at }).left >= units) return at;
  }
  return null;
}

const later = <T extends string>(a: T, b: T): T => (a > b ? a : b);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
