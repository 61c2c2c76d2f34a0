/** Days of regular meetings. Pure. */
import {
  addDays,
  addMonths,
  type Calendar,
  type Day,
  type Span,
  type Weekday,
  weekdayOf,
} from '../../../core/calendar/index.ts';

export interface Series {
  readonly from: Day;
  readonly to: Day;
  /** Monday = 1 … Sunday = 7. */
  readonly weekday: Weekday;
  readonly cadence: Pick<Span, 'n' | 'unit'>;
  /** Days of the week to which a meeting may be put off. */
  readonly weekdays: readonly number[];
}

/**
 * One day in every stretch of the cadence, counted from `from`: the first one that falls on the weekday, so that with
 * weeks it is every n-th week and with months about the same part of each month. Where the office is closed, the next
 * open day that is allowed is taken, inside the same stretch and the period; when there is none, none.
 */
export function regularDays({ from, to, weekday, cadence, weekdays }: Series, calendar: Calendar): readonly Day[] {
  const days: Day[] = [];
  for (let index = 0; ; index += 1) {
    const start = stretch(from, cadence, index);
    if (start > to) return days;
    const next = stretch(from, cadence, index + 1);
    const last = addDays(next, -1);
    let day = addDays(start, (weekday - weekdayOf(start) + 7) % 7);
    // A stretch shorter than a week may have no such weekday: any allowed day does.
    if (day > last) day = start;
    // A fortnight counts from meeting to meeting, so it may run over into the next stretch, but not onto its meeting.
    const limit = cadence.unit === 'months' ? last : addDays(day, Math.max(1, cadence.n) - 1);
    while (day <= limit && !(calendar.isOpen(day) && weekdays.includes(weekdayOf(day)))) day = addDays(day, 1);
    const before = days.at(-1);
    if (day <= limit && day <= to && (before === undefined || day > before)) days.push(day);
  }
}

function stretch(from: Day, { n, unit }: Series['cadence'], index: number): Day {
  const step = Math.max(1, n) * index;
  if (unit === 'months') return addMonths(from, step);
  // Five open days make a week.
  return addDays(from, unit === 'days' ? step : Math.ceil((step * 7) / 5));
}
