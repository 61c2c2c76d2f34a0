import { dayFromParts, dayParts, type Day } from './day.ts';
import { eraDate, eraYearText } from './era.ts';

/** The fiscal year of Japanese local government: 1 April to 31 March, named by the year in which it starts. */
export type FiscalYear = number;

export function fiscalYearOf(day: Day): FiscalYear {
  const { year, month } = dayParts(day);
  return month >= 4 ? year : year - 1;
}

export function fiscalYearPeriod(fiscalYear: FiscalYear): { from: Day; to: Day } {
  return {
    from: dayFromParts({ year: fiscalYear, month: 4, date: 1 }),
    to: dayFromParts({ year: fiscalYear + 1, month: 3, date: 31 }),
  };
}

/**
 * 2026 → 令和8年度. A fiscal year takes the era of its first day, so 2018 is 平成30年度; 2019 began in Heisei and is
 * 平成31年度 by that rule, but offices write 令和元年度 after the change, which is what is returned.
 */
export function fiscalYearLabel(fiscalYear: FiscalYear): string {
  const reference = fiscalYear === 2019 ? '2019-05-01' : fiscalYearPeriod(fiscalYear).from;
  const { era, year } = eraDate(reference);
  return `${era.kanji}${eraYearText(year)}年度`;
}
