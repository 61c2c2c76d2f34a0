/** Days on site and ways of working by month. Pure. */
import type { WorkRecord } from '../contract.ts';
import { monthsOf } from '../schedule.ts';

export interface WorkMonth {
  /** `2026-06` */
  readonly month: string;
  /** Different days with at least one record of work on site. */
  readonly onSiteDays: number;
  readonly records: number;
  readonly byMode: { mode: WorkRecord['mode']; records: number }[];
}

const MODES: readonly WorkRecord['mode'][] = ['オンサイト', '電話', '電子メール', 'Web会議', '持ち帰り'];

/**
 * Every month from the start of the contract up to today, also those without a record: a missing visit must be seen. What was
 * corrected is not counted.
 */
export function workMonths(everything: readonly WorkRecord[], from: string, today: string): WorkMonth[] {
  const records = everything.filter(({ correctedBy }) => correctedBy === null);
  const last = [today, from, ...records.map(({ occurredOn }) => occurredOn)].toSorted().at(-1) ?? today;
  return monthsOf(from, last).map((month) => {
    const own = records.filter(({ occurredOn }) => month.from <= occurredOn && occurredOn <= month.to);
    return {
      month: month.from.slice(0, 7),
      onSiteDays: new Set(own.filter(({ mode }) => mode === 'オンサイト').map(({ occurredOn }) => occurredOn)).size,
      records: own.length,
      byMode: MODES.map((mode) => ({ mode, records: own.filter((record) => record.mode === mode).length })),
    };
  });
}
