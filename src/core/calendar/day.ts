import { ReadableError } from '../readable-error.ts';

/**
 * A civil day in Asia/Tokyo, written `YYYY-MM-DD`. Days compare with `<` and `>` like any string.
 * Everything here is arithmetic on the proleptic Gregorian calendar: no clock and no time zone of the machine.
 */
export type Day = string;

/** A day, date text or period that the calendar cannot work with. `message` is a sentence for people. */
export class CalendarError extends ReadableError {
  readonly code: 'invalid-day' | 'invalid-date-text' | 'outside-holiday-table' | 'outside-eras' | 'invalid-number';

  constructor(code: CalendarError['code'], message: string) {
    super(message);
    this.name = 'CalendarError';
    this.code = code;
  }
}

export type DayParts = { year: number; month: number; date: number };

/** Monday = 1 … Sunday = 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;
const TOKYO_OFFSET_MS = 9 * 3_600_000;
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** True for an existing day between the years 0001 and 9999. */
export function isDay(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (year < 1 || month < 1 || month > 12 || date < 1) return false;
  return date <= 28 || date <= daysInMonth(year, month);
}

/** @throws CalendarError `invalid-day` when the text is not an existing day. */
export function dayParts(day: Day): DayParts {
  if (!isDay(day)) throw invalidDay(day);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** @throws CalendarError `invalid-day` when the three numbers are not an existing day. */
export function dayFromParts({ year, month, date }: DayParts): Day {
  const day = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  if (!isDay(day)) throw invalidDay(day);
  return day;
}

function invalidDay(text: string): CalendarError {
  return new CalendarError(
    'invalid-day',
    `「${text}」は実在する日付ではありません。年月日を確かめて入力し直してください。`,
  );
}

/** Days since 1970-01-01; negative before it. */
export function toDayNumber(day: Day): number {
  const { year, month, date } = dayParts(day);
  if (year >= 100) return Date.UTC(year, month - 1, date) / MS_PER_DAY;
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, date);
  return midnight.getTime() / MS_PER_DAY;
}

export function fromDayNumber(dayNumber: number): Day {
  const midnight = new Date(dayNumber * MS_PER_DAY);
  return dayFromParts({
    year: midnight.getUTCFullYear(),
    month: midnight.getUTCMonth() + 1,
    date: midnight.getUTCDate(),
  });
}

/** The day `count` calendar days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return fromDayNumber(toDayNumber(day) + wholeNumber(count));
}

/** How many days `to` lies after `from` (negative when before it). */
export function daysBetween(from: Day, to: Day): number {
  return toDayNumber(to) - toDayNumber(from);
}

/**
 * The day of the same number `count` months later. Where the month has no such day, its last day (民法143条2項の
 * 「応当する日がないときは、その月の末日」); the clamp is not carried on, so 1/31 plus two months is 3/31.
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = dayParts(day);
  const months = year * 12 + (month - 1) + wholeNumber(count);
  const target = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  return dayFromParts({ ...target, date: Math.min(date, daysInMonth(target.year, target.month)) });
}

export function endOfMonth(day: Day): Day {
  const { year, month } = dayParts(day);
  return dayFromParts({ year, month, date: daysInMonth(year, month) });
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** 月, 火, … as papers write it behind a date. */
export const weekdayName = (day: Day): string => WEEKDAY_NAMES[weekdayOf(day)];

const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: '月',
  2: '火',
  3: '水',
  4: '木',
  5: '金',
  6: '土',
  7: '日',
};

/**
 * The day in Asia/Tokyo of an instant (ISO 8601 with `Z` or an offset). Japan has had no summer time since 1951, so nine
 * hours are added.
 * @throws CalendarError `invalid-date-text` when the text is not an instant.
 */
export function dayOf(instantIso: string): Day {
  return fromDayNumber(Math.floor(tokyoMilliseconds(instantIso) / MS_PER_DAY));
}

/** Hours and minutes of an instant in Asia/Tokyo, `09:05`. @throws CalendarError as `dayOf` */
export function timeOf(instantIso: string): string {
  return clockText(Math.floor((tokyoMilliseconds(instantIso) % MS_PER_DAY) / MS_PER_MINUTE));
}

/** The instant, in UTC, at which a clock in Tokyo shows this time. @param minutes since midnight */
export function instantAt(day: Day, minutes: number): string {
  const utc = toDayNumber(day) * MINUTES_PER_DAY + wholeNumber(minutes) - TOKYO_OFFSET_MS / MS_PER_MINUTE;
  const date = fromDayNumber(Math.floor(utc / MINUTES_PER_DAY));
  return `${date}T${clockText(((utc % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY)}:00.000Z`;
}

const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

function tokyoMilliseconds(instantIso: string): number {
  const milliseconds = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(instantIso) ? Date.parse(instantIso) : Number.NaN;
  if (Number.isNaN(milliseconds)) {
    throw new CalendarError('invalid-date-text', `「${instantIso}」は日時として読み取れません。`);
  }
  return milliseconds + TOKYO_OFFSET_MS;
}

/** @throws CalendarError `invalid-number` for fractions and infinities. */
export function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) {
    throw new CalendarError('invalid-number', `日数や月数は整数で指定してください（指定された値：${value}）。`);
  }
  return value;
}
