/** Days of a rhythm, never on a day on which the city is closed. */
import { addDays, createCalendar } from '../../../src/core/calendar/index.ts';

const calendar = createCalendar();

/** The day so many calendar days earlier, or the last open one before it. */
export const daysBefore = (day: string, days: number): string => calendar.previousOpen(addDays(day, -days));

/** Every so many days from `from` on until `to`, each moved to the next open day. */
export function every(days: number, from: string, to: string): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = addDays(day, days)) {
    const open = calendar.nextOpen(day);
    if (open <= to) found.push(open);
  }
  return found;
}

/** The same day of every month from `from` until `to`, each moved to the next open day; the day exists in every month. */
export function monthly(from: string, to: string): string[] {
  const found: string[] = [];
  const first = new Date(`${from}T00:00:00.000Z`);
  for (let index = 0; ; index += 1) {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, first.getUTCDate()));
    const day = calendar.nextOpen(month.toISOString().slice(0, 10));
    if (day > to) return found;
    found.push(day);
  }
}

/** The time of day so many minutes later: `10:00` and 105 are `11:45`. */
export function addMinutes(clock: string, minutes: number): string {
  const [hour = '', minute = ''] = clock.split(':');
  const sum = Number(hour) * 60 + Number(minute) + minutes;
  return [Math.floor(sum / 60), sum % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
