import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cap } from '../conditions.ts';
import {
  carriedInto,
  type Counted,
  countedUnder,
  firstWithRoom,
  meterOf,
  nextPeriod,
  periodDays,
  periodOf,
  unitsOf,
} from './cap.ts';

const cap: Cap = { clause: '4(1)ア(ア)-p2', max: 10, per: 'month', carryOver: 'none', unit: 'consultation' };
const answered = (period: string, units = 1): Counted => ({ period, units, answered: true });
const waiting = (period: string, units = 1): Counted => ({ period, units, answered: false });
const times = (count: number, one: Counted): Counted[] => Array.from({ length: count }, () => one);
const base = { cap, start: '2024-04-15', today: '2024-06-10' };

describe('periods', () => {
  it('are months or fiscal years', () => {
    expect([periodOf('2024-05-31', 'month'), periodOf('2025-03-31', 'fiscal-year')]).toEqual(['2024-05', 'FY2024']);
    expect(periodDays('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect([nextPeriod('2024-12'), nextPeriod('FY2024')]).toEqual(['2025-01', 'FY2025']);
  });
});

describe('what counts as one', () => {
  const handled = {
    taken: [
      { on: '2024-05-30', questions: 2 },
      { on: '2024-06-03', questions: 3 },
    ],
    answered: true,
    open: true,
  };

  it('is the consultation, in the month for which it was taken on', () => {
    expect(countedUnder(cap, handled)).toEqual([{ period: '2024-05', units: 1, answered: true }]);
    expect(countedUnder(cap, { ...handled, answered: false })).toEqual([
      { period: '2024-05', units: 1, answered: false },
    ]);
    expect(countedUnder(cap, { ...handled, taken: [] })).toEqual([]);
  });

  it('or each question that was taken on', () => {
    const questions: Cap = { ...cap, unit: 'question' };
    expect(countedUnder(questions, handled)).toEqual([
      { period: '2024-05', units: 2, answered: true },
      { period: '2024-06', units: 3, answered: false },
    ]);
    expect(countedUnder(questions, { ...handled, open: false }).every((one) => one.answered)).toBe(true);
    expect([unitsOf(questions, 4), unitsOf(cap, 4)]).toEqual([4, 1]);
  });
});

describe('the meter', () => {
  it('tells used, waiting and left', () => {
    const counted = [...times(7, answered('2024-06')), ...times(3, waiting('2024-06')), answered('2024-05')];
    expect(meterOf({ ...base, period: '2024-06', counted })).toMatchObject({
      from: '2024-06-01',
      to: '2024-06-30',
      carried: 0,
      used: 7,
      waiting: 3,
      left: 0,
      over: 0,
    });
    expect(meterOf({ ...base, period: '2024-06', counted: [...counted, waiting('2024-06')] }).over).toBe(1);
  });

  it('forecasts by the pace so far, and never less than is there', () => {
    const counted = times(5, answered('2024-06'));
    expect(meterOf({ ...base, period: '2024-06', counted }).forecast).toBe(15);
    const late = { ...base, today: '2024-06-30', period: '2024-06' };
    expect(meterOf({ ...late, counted: [...counted, ...times(4, waiting('2024-06'))] }).forecast).toBe(9);
  });
});

describe('carrying over', () => {
  const carrying: Cap = { ...cap, carryOver: 'next-period' };
  const uses = (used: Readonly<Record<string, number>>) => (period: string) => used[period] ?? 0;

  it('hands the unused part of the own cap to the next period only', () => {
    expect(carriedInto(carrying, '2024-05', '2024-04', uses({ '2024-04': 6 }))).toBe(4);
    // In May the 4 carried units go first, so 8 of its own 10 stay.
    expect(carriedInto(carrying, '2024-06', '2024-04', uses({ '2024-04': 6, '2024-05': 6 }))).toBe(8);
    expect(carriedInto(carrying, '2024-06', '2024-04', uses({}))).toBe(10);
    expect(carriedInto(cap, '2024-06', '2024-04', uses({}))).toBe(0);
  });

  it('piles up what is left until the fiscal year ends, where the reading says so', () => {
    const yearly: Cap = { ...cap, carryOver: 'within-year' };
    const used = uses({ '2024-04': 6, '2024-05': 12 });
    expect(carriedInto(yearly, '2024-05', '2024-04', used)).toBe(4);
    expect(carriedInto(yearly, '2024-06', '2024-04', used)).toBe(2);
    expect(carriedInto(yearly, '2024-08', '2024-04', used)).toBe(22);
    // Nothing goes into the next year, and a contract that begins in June has nothing from before.
    expect(carriedInto(yearly, '2025-04', '2024-04', used)).toBe(0);
    expect(carriedInto(yearly, '2024-07', '2024-06', used)).toBe(10);
  });

  it('never makes more than twice the cap, nor less than the cap', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25), { maxLength: 11 }), (months) => {
        const counted = months.flatMap((count, at) =>
          times(count, answered(periodOf(`2024-${String(at + 1).padStart(2, '0')}-01`, 'month'))),
        );
        const { carried } = meterOf({
          cap: carrying,
          start: '2024-01-01',
          today: '2024-12-01',
          period: '2024-12',
          counted,
        });
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('moving on', () => {
  it('finds the first later period with room before the contract ends', () => {
    const counted = [...times(10, waiting('2024-07')), ...times(9, waiting('2024-08'))];
    const input = { ...base, counted };
    expect(firstWithRoom(input, '2024-06', 1, '2025-03-31')).toBe('2024-08');
    expect(firstWithRoom(input, '2024-06', 2, '2025-03-31')).toBe('2024-09');
    expect(firstWithRoom(input, '2024-06', 2, '2024-08-31')).toBeNull();
  });
});
