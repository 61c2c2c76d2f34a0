import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  createCalendar,
  daysBetween,
  type Weekday,
  weekdayOf,
} from '../../../core/calendar/index.ts';
import { regularDays } from './series.ts';

const calendar = createCalendar();
const FORTNIGHT = { cadence: { n: 14, unit: 'days' }, weekdays: [1, 2, 3, 4, 5] } as const;

describe('regularDays (8(2)-p2)', () => {
  it('takes every second Tuesday and moves a holiday to the next open day', () => {
    const days = regularDays({ from: '2026-08-31', to: '2026-10-06', weekday: 2, ...FORTNIGHT }, calendar);
    // 2026-09-21 to 23 are holidays; 2026-09-15 and 09-29 are ordinary Tuesdays.
    expect(days).toEqual(['2026-09-01', '2026-09-15', '2026-09-29']);
    expect(regularDays({ from: '2026-09-08', to: '2026-09-30', weekday: 2, ...FORTNIGHT }, calendar)).toEqual([
      '2026-09-08',
      '2026-09-24',
    ]);
  });

  it('moves out of the New Year closure', () => {
    expect(regularDays({ from: '2026-12-29', to: '2027-01-10', weekday: 2, ...FORTNIGHT }, calendar)).toEqual([
      '2027-01-04',
    ]);
  });

  it('names only open days inside the period, in order, never more than a fortnight and a closure apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 5 }),
        (start, length, weekday) => {
          const from = addDays('2026-04-01', start);
          const to = addDays(from, length);
          const days = regularDays({ from, to, weekday: weekday as Weekday, ...FORTNIGHT }, calendar);
          for (const [index, day] of days.entries()) {
            expect(calendar.isOpen(day)).toBe(true);
            expect(day >= from && day <= to).toBe(true);
            expect(weekdayOf(day)).toBeLessThan(6);
            const before = days[index - 1];
            if (before !== undefined) expect(daysBetween(before, day)).toBeLessThanOrEqual(14 + 7);
            if (before !== undefined) expect(before < day).toBe(true);
          }
        },
      ),
    );
  });

  it('takes about the same part of every month, and stays inside the stretch of months', () => {
    const monthly = { cadence: { n: 1, unit: 'months' }, weekdays: [2, 3, 4] } as const;
    const days = regularDays({ from: '2024-04-05', to: '2025-03-31', weekday: 2, ...monthly }, calendar);
    expect(days).toHaveLength(12);
    expect(days.slice(0, 3)).toEqual(['2024-04-09', '2024-05-07', '2024-06-11']);
    for (const [index, day] of days.entries()) {
      expect([2, 3, 4]).toContain(weekdayOf(day));
      expect(day >= addMonths('2024-04-05', index) && day < addMonths('2024-04-05', index + 1)).toBe(true);
    }
    // Tuesday 31 December is closed and so is Wednesday 1 January: the next allowed day is taken.
    const year = { from: '2024-12-31', to: '2025-01-20', weekday: 2, ...monthly } as const;
    expect(regularDays(year, calendar)).toEqual(['2025-01-07']);
  });
});
