import { dayFromParts, daysInMonth, dayParts, type Day } from './day.ts';

/** 上旬 (1–10), 中旬 (11–20), 下旬 (21–end). */
export type MonthPart = '上旬' | '中旬' | '下旬';

/** First and last day of a third of a month. */
export function monthPartPeriod(year: number, month: number, part: MonthPart): { from: Day; to: Day } {
  const [first, last] = part === '上旬' ? [1, 10] : part === '中旬' ? [11, 20] : [21, daysInMonth(year, month)];
  return { from: dayFromParts({ year, month, date: first }), to: dayFromParts({ year, month, date: last }) };
}

export function monthPartOf(day: Day): MonthPart {
  const { date } = dayParts(day);
  return date <= 10 ? '上旬' : date <= 20 ? '中旬' : '下旬';
}
