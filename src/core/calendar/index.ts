export {
  addDays,
  addMonths,
  CalendarError,
  dayFromParts,
  dayOf,
  dayParts,
  daysBetween,
  endOfMonth,
  fromDayNumber,
  instantAt,
  isDay,
  timeOf,
  toDayNumber,
  weekdayName,
  weekdayOf,
  type Day,
  type DayParts,
  type Weekday,
} from './day.ts';
export { eraDate, ERAS, formatEra, formatEraMonth, formatEraShort, parseDay, type Era, type EraDate } from './era.ts';
export { fiscalYearLabel, fiscalYearOf, fiscalYearPeriod, type FiscalYear } from './fiscal-year.ts';
export { holidayName, HOLIDAY_YEARS, listHolidays } from './holidays.ts';
export {
  createCalendar,
  lengthInDays,
  type Calendar,
  type CalendarSettings,
  type CountOptions,
  type Roll,
  type Span,
} from './opening-days.ts';
export { monthPartOf, monthPartPeriod, type MonthPart } from './month-part.ts';
export { blackoutsOn, firstClearOpenDay, isClear, type Blackout } from './blackout.ts';
