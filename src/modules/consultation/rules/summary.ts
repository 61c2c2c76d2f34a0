/** Figures of a month or a year by theme. */
import { addDays, type Day, daysBetween } from '../../../core/calendar/day.ts';
import { fiscalYearOf, fiscalYearPeriod } from '../../../core/calendar/fiscal-year.ts';
import { periodDays } from './cap.ts';

export type SummaryPeriod = 'month' | 'fiscal-year';

/** A consultation as the figures see it. */
export interface Told {
  readonly category: string;
  readonly urgent: boolean;
  readonly questions: number;
  readonly receivedOn: Day;
  /** Day of the first answer. */
  readonly answeredOn: Day | null;
  readonly ended: boolean;
  readonly score: number | null;
  /** Channels and days of its answers. */
  readonly answers: readonly { readonly channel: string; readonly on: Day }[];
  readonly visits: readonly Day[];
}

export interface Counts {
  received: number;
  questions: number;
  urgent: number;
  answered: number;
  open: number;
  averageDays: number | null;
  averageScore: number | null;
}

export interface Figures {
  readonly period: SummaryPeriod;
  readonly from: Day;
  readonly to: Day;
  readonly total: Counts;
  readonly themes: readonly ({ readonly theme: string } & Counts)[];
  readonly channels: readonly { readonly channel: string; readonly count: number }[];
  readonly visits: number;
}

/** First and last day of the month or fiscal year of a day. */
export function daysOf(period: SummaryPeriod, day: Day): { readonly from: Day; readonly to: Day } {
  return period === 'month' ? periodDays(day.slice(0, 7)) : fiscalYearPeriod(fiscalYearOf(day));
}

/** The same period one earlier (-1) or later (1), named by one of its days. */
export function neighbour(period: SummaryPeriod, day: Day, step: 1 | -1): Day {
  const { from, to } = daysOf(period, day);
  return step === 1 ? addDays(to, 1) : addDays(from, -1);
}

/**
 * Received, urgent and questions count by the day of the question; answered, days and scores are those of the same
 * consultations, so that a theme's figures belong together. Channels and visits count by their own days.
 */
export function figuresOf(told: readonly Told[], themes: readonly string[], period: SummaryPeriod, day: Day): Figures {
  const { from, to } = daysOf(period, day);
  const inside = (on: Day): boolean => on >= from && on <= to;
  const received = told.filter(({ receivedOn }) => inside(receivedOn));
  const known = [...new Set([...themes, ...received.map(({ category }) => category)])];
  const channels = Map.groupBy(
    told.flatMap(({ answers }) => answers.filter(({ on }) => inside(on))),
    ({ channel }) => channel,
  );
  return {
    period,
    from,
    to,
    total: countsOf(received),
    themes: known
      .map((theme) => ({ theme, ...countsOf(received.filter(({ category }) => category === theme)) }))
      .filter((counts) => counts.received > 0),
    channels: [...channels].map(([channel, list]) => ({ channel, count: list.length })),
    visits: told.flatMap(({ visits }) => visits.filter(inside)).length,
  };
}

function countsOf(list: readonly Told[]): Counts {
  const days = list.flatMap(({ receivedOn, answeredOn }) =>
    answeredOn === null ? [] : [daysBetween(receivedOn, answeredOn)],
  );
  return {
    received: list.length,
    questions: list.reduce((sum, { questions }) => sum + questions, 0),
    urgent: list.filter(({ urgent }) => urgent).length,
    answered: days.length,
    open: list.filter(({ ended }) => !ended).length,
    averageDays: mean(days),
    averageScore: mean(list.flatMap(({ score }) => (score === null ? [] : [score]))),
  };
}

/** To one decimal place. */
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
