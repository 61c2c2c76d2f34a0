import { addDays, addMonths, CalendarError, isDay, toDayNumber, wholeNumber, weekdayOf, type Day } from './day.ts';
import { holidayName } from './holidays.ts';

/** What happens when a last day is a closed day. */
export type Roll = 'none' | 'next' | 'previous';

export type CountOptions = {
  /** True when the starting day itself is day one (初日算入). */
  inclusive?: boolean;
};

/** A length of time as contracts write it. `business-days` and `opening-days` are the open days of the calendar. */
export type Span = {
  n: number;
  unit: 'days' | 'business-days' | 'opening-days' | 'months';
  /** Whether the starting day is day one. The default of Japanese law is `exclusive` (民法140条). */
  first: 'inclusive' | 'exclusive';
  roll: Roll;
};

export type CalendarSettings = {
  /** Extra days on which this office is closed. */
  closedDays?: readonly Day[];
  /** Closed days around New Year as [month-day of the first, month-day of the last]; default 12-29 to 01-03. */
  yearEnd?: readonly [string, string] | null;
};

export type Calendar = {
  isOpen(day: Day): boolean;
  /** Why the office is closed on this day, or undefined when it is open. */
  closedReason(day: Day): string | undefined;
  /**
   * The `n`-th open day counted forwards (n > 0) or backwards (n < 0) from `day`. Exclusive counting starts with the next
   * day, inclusive counting with `day` itself if it is open. `n` = 0 gives `day`.
   */
  addBusinessDays(day: Day, n: number, options?: CountOptions): Day;
  /** Number of open days in the closed interval; 0 when `to` is before `from`. */
  countBusinessDays(from: Day, to: Day): number;
  nextOpen(day: Day): Day;
  previousOpen(day: Day): Day;
  roll(day: Day, roll: Roll): Day;
  /** The last day of a span that starts at `day`, closed-day roll applied. */
  addSpan(day: Day, span: Span): Day;
  /** The latest day from which a span of this length still ends on or before `day`. */
  subtractSpan(day: Day, span: Span): Day;
};

/** Open days: Monday to Friday, no national holiday, not in the New Year closure, not closed locally. */
export function createCalendar(settings: CalendarSettings = {}): Calendar {
  const closedDays = new Set(settings.closedDays ?? []);
  for (const day of closedDays) {
    if (!isDay(day)) throw new CalendarError('invalid-day', `閉庁日の設定「${day}」は実在する日付ではありません。`);
  }
  const yearEnd = settings.yearEnd === undefined ? (['12-29', '01-03'] as const) : settings.yearEnd;

  const closedReason = (day: Day): string | undefined => {
    const holiday = holidayName(day);
    if (holiday !== undefined) return holiday;
    const weekday = weekdayOf(day);
    if (weekday === 6) return '土曜日';
    if (weekday === 7) return '日曜日';
    if (yearEnd && inYearEnd(day.slice(5), yearEnd)) return '年末年始の閉庁日';
    return closedDays.has(day) ? '閉庁日' : undefined;
  };
  const isOpen = (day: Day): boolean => closedReason(day) === undefined;

  const seek = (day: Day, step: 1 | -1): Day => {
    let current = day;
    while (!isOpen(current)) current = addDays(current, step);
    return current;
  };
  const nextOpen = (day: Day): Day => seek(day, 1);
  const previousOpen = (day: Day): Day => seek(day, -1);
  const roll = (day: Day, how: Roll): Day =>
    how === 'next' ? nextOpen(day) : how === 'previous' ? previousOpen(day) : day;

  const addBusinessDays = (day: Day, n: number, options: CountOptions = {}): Day => {
    if (wholeNumber(n) === 0) return day;
    const step = n > 0 ? 1 : -1;
    let current = options.inclusive ? seek(day, step) : seek(addDays(day, step), step);
    for (let left = Math.abs(n) - 1; left > 0; left -= 1) current = seek(addDays(current, step), step);
    return current;
  };

  const countBusinessDays = (from: Day, to: Day): number => {
    let count = 0;
    for (let day = from; day <= to; day = addDays(day, 1)) if (isOpen(day)) count += 1;
    return count;
  };

  const addSpan = (day: Day, span: Span): Day => {
    const n = wholeNumber(span.n);
    const back = span.first === 'inclusive' && n !== 0 ? Math.sign(n) : 0;
    switch (span.unit) {
      case 'days':
        return roll(addDays(day, n - back), span.roll);
      case 'months':
        return roll(addDays(addMonths(day, n), -back), span.roll);
      case 'business-days':
      case 'opening-days':
        return addBusinessDays(day, n, { inclusive: span.first === 'inclusive' });
    }
  };

  const subtractSpan = (day: Day, span: Span): Day => {
    let start = roughStart(day, span);
    // Rolls and closed days make the inverse many-to-one: walk to the latest start that still ends in time.
    while (addSpan(start, span) > day) start = addDays(start, -1);
    while (addSpan(addDays(start, 1), span) <= day) start = addDays(start, 1);
    return start;
  };

  const roughStart = (day: Day, span: Span): Day => {
    if (span.unit === 'days') return addDays(day, -span.n);
    if (span.unit === 'months') return addMonths(day, -span.n);
    return addBusinessDays(day, -span.n);
  };

  return {
    isOpen,
    closedReason,
    addBusinessDays,
    countBusinessDays,
    nextOpen,
    previousOpen,
    roll,
    addSpan,
    subtractSpan,
  };
}

function inYearEnd(monthDay: string, [from, to]: readonly [string, string]): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

/** Number of days from `from` to `to`, counting `from` as day one: what 「○日間」 means. */
export function lengthInDays(from: Day, to: Day): number {
  return toDayNumber(to) - toDayNumber(from) + 1;
}
