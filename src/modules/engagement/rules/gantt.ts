/** Where days lie on the drawn schedule. Pure. */
import { addDays, type Day, dayParts, daysBetween, endOfMonth, weekdayOf } from '../../../core/calendar/index.ts';

export type Zoom = 'month' | 'week';

/** Width of a day in the drawing. */
export const DAY_WIDTH: Readonly<Record<Zoom, number>> = { month: 4, week: 16 };

export interface Axis {
  readonly from: Day;
  readonly to: Day;
  readonly zoom: Zoom;
  readonly width: number;
}

export function axisFor(from: Day, to: Day, zoom: Zoom): Axis {
  const first = `${from.slice(0, 7)}-01`;
  const last = endOfMonth(to);
  return { from: first, to: last, zoom, width: (daysBetween(first, last) + 1) * DAY_WIDTH[zoom] };
}

/** Left edge of a day; a day after the axis lies at its right end. */
export function xOf(axis: Axis, day: Day): number {
  return Math.min(axis.width, Math.max(0, daysBetween(axis.from, day) * DAY_WIDTH[axis.zoom]));
}

/** Left edge and width of the days `from` to `to`, both inclusive. */
export function spanOf(axis: Axis, from: Day, to: Day): { readonly x: number; readonly width: number } {
  const x = xOf(axis, from);
  return { x, width: Math.max(DAY_WIDTH[axis.zoom], xOf(axis, addDays(to, 1)) - x) };
}

/** First days of months, and in the week view of weeks (Mondays). */
export function ticksOf(axis: Axis): { readonly months: Day[]; readonly weeks: Day[] } {
  const months: Day[] = [];
  for (let day = axis.from; day <= axis.to; day = addDays(endOfMonth(day), 1)) months.push(day);
  const weeks: Day[] = [];
  if (axis.zoom === 'week') {
    const monday = addDays(axis.from, (8 - weekdayOf(axis.from)) % 7);
    for (let day = monday; day <= axis.to; day = addDays(day, 7)) weeks.push(day);
  }
  return { months, weeks };
}

/** 15 */
export const dateOf = (day: Day): number => dayParts(day).date;
