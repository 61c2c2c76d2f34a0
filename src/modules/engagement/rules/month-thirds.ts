/** Months in their three parts. Pure. */
import { type MonthPart, monthPartPeriod } from '../../../core/calendar/index.ts';
import type { Month } from '../schedule.ts';

export interface MonthThird {
  /** First day of the month. */
  readonly month: string;
  readonly from: string;
  readonly to: string;
  /** 上, 中, 下 */
  readonly label: string;
}

const PARTS: readonly MonthPart[] = ['上旬', '中旬', '下旬'];

export const thirdsOf = ({ year, month, from }: Month): MonthThird[] =>
  PARTS.map((part) => ({ month: from, ...monthPartPeriod(year, month, part), label: part.slice(0, 1) }));
