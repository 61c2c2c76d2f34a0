import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../core/calendar/index.ts';
import { axisFor, DAY_WIDTH, spanOf, ticksOf, xOf } from './gantt.ts';

const days = fc.integer({ min: 0, max: 500 }).map((offset) => addDays('2026-04-01', offset));

describe('the drawn schedule', () => {
  it('gives every day of a span the same width, inside the axis', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom('month' as const, 'week' as const), (a, b, zoom) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const axis = axisFor(from, to, zoom);
        const { x, width } = spanOf(axis, from, to);
        expect(width).toBe((daysBetween(from, to) + 1) * DAY_WIDTH[zoom]);
        expect(x + width).toBeLessThanOrEqual(axis.width);
        expect(xOf(axis, axis.from)).toBe(0);
      }),
    );
  });

  it('marks months, and Mondays in the week view', () => {
    const axis = axisFor('2026-06-15', '2026-08-03', 'week');
    expect(ticksOf(axis).months).toEqual(['2026-06-01', '2026-07-01', '2026-08-01']);
    expect(ticksOf(axis).weeks[0]).toBe('2026-06-01');
    expect(ticksOf(axisFor('2026-06-15', '2026-08-03', 'month')).weeks).toEqual([]);
  });
});
