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

/** A consultation of the contractor as the cap sees it. */
export interface Counted {
  /** What was answered, by the period of the answer, in units of the cap. */
  readonly answered: readonly { readonly period: Period; readonly units: number }[];
  /** What still waits for an answer, and the period for which it was taken on; null when nothing waits. */
  readonly waiting: { readonly period: Period; readonly units: number } | null;
}

export interface Meter {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  readonly max: number;
  /** Left unused by the period before. */
  readonly carried: number;
  readonly used: number;
  /** Taken on and not yet answered. */
  readonly waiting: number;
  /** Room for further ones; never below 0. */
  readonly left: number;
  /** Beyond the cap already: answered and waiting together. */
  readonly over: number;
  /** Expected by the end of the period: what is there already, or more when it goes on at the pace so far. */
  readonly forecast: number;
}

/**
 * Carried over is what the period before left of its own cap. What it had been given by the one before that is used first
 * and is not handed on: unused parts do not pile up over the year.
 */
export function carriedInto(cap: Cap, period: Period, first: Period, used: (period: Period) => number): number {
  if (cap.carryOver === 'none') return 0;
  let carried = 0;
  for (let at = first; at < period; at = nextPeriod(at)) {
    carried = Math.max(0, cap.max - Math.max(0, used(at) - carried));
  }
  return carried;
}

/** A consultation with what was answered and what waits, as it is on record. */
export interface Handled {
  /** The contractor's answers, the first one first. */
  readonly answers: readonly { readonly on: Day; readonly questions: number }[];
  readonly questions: number;
  /** A day of the period for which it waits for the contractor; null when it does not wait. */
  readonly waitingOn: Day | null;
}

/** What a consultation uses up under the reading of what counts as one. */
export function countedUnder(cap: Cap, { answers, questions, waitingOn }: Handled): Counted {
  const counting = cap.unit === 'question' ? answers : answers.slice(0, 1);
  return {
    answered: counting.map((answer) => ({
      period: periodOf(answer.on, cap.per),
      units: cap.unit === 'question' ? answer.questions : 1,
    })),
    waiting:
      waitingOn === null || (cap.unit === 'consultation' && answers.length > 0)
        ? null
        : { period: periodOf(waitingOn, cap.per), units: unitsLeft(cap, { answers, questions }) },
  };
}

/** Units that the next answer is expected to use. */
export function unitsLeft(cap: Cap, { answers, questions }: Pick<Handled, 'answers' | 'questions'>): number {
  if (cap.unit === 'consultation') return answers.length === 0 ? 1 : 0;
  return Math.max(1, questions - sum(answers.map((answer) => answer.questions)));
}

export interface MeterInput {
  readonly cap: Cap;
  /** The first day of the contract; a contract that begins within a period has the whole cap of it. */
  readonly start: Day;
  readonly today: Day;
  readonly period: Period;
  readonly consultations: readonly Counted[];
}

export function meterOf({ cap, start, today, period, consultations }: MeterInput): Meter {
  const usedIn = (at: Period): number =>
    sum(consultations.flatMap(({ answered }) => answered.filter((one) => one.period === at).map(({ units }) => units)));
  const present = periodOf(today, cap.per);
  const waiting = sum(
    consultations.flatMap(({ waiting: one }) =>
      // What was taken on for a period that is over waits now.
      one !== null && later(one.period, present) === period ? [one.units] : [],
    ),
  );
  const { from, to } = periodDays(period);
  const carried = carriedInto(cap, period, periodOf(start, cap.per), usedIn);
  const used = usedIn(period);
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
    forecast: Math.max(used + waiting, paceOf(used, later(from, start), to, today)),
  };
}

/** Units by the end of the period when it goes on as so far. */
function paceOf(used: number, from: Day, to: Day, today: Day): number {
  if (today < from || today >= to) return used;
  return Math.round((used * (daysBetween(from, to) + 1)) / (daysBetween(from, today) + 1));
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
