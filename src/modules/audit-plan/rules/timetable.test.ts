import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf, minutesOf, proposeTimetable, type Slot, type Wish } from './timetable.ts';

const slot = (over: Partial<Slot>): Slot => ({
  id: 'a',
  targetId: 't',
  departmentIds: ['d1'],
  day: '2026-10-05',
  from: '10:00',
  to: '11:00',
  place: '会議室',
  people: ['member m1'],
  travelMinutes: 30,
  ...over,
});

describe('a time', () => {
  it('clashes in the person, the place and the department, and not when it only touches', () => {
    const other = slot({ id: 'b', from: '10:30', to: '11:30' });
    expect(clashesOf(slot({}), [other]).map(({ kind }) => kind)).toEqual(['person', 'place', 'department']);
    expect(clashesOf(slot({}), [slot({ id: 'b', from: '11:00', to: '12:00' })])).toEqual([]);
    expect(clashesOf(slot({}), [{ ...other, day: '2026-10-06' }])).toEqual([]);
    expect(clashesOf(slot({}), [slot({})])).toEqual([]);
  });

  it('needs the way from another place, whichever of the two comes first', () => {
    const later = slot({ id: 'b', from: '11:15', to: '12:00', place: '支所', departmentIds: ['d2'] });
    expect(clashesOf(slot({}), [later])).toMatchObject([{ kind: 'travel', what: 'member m1' }]);
    expect(clashesOf(later, [slot({})])).toMatchObject([{ kind: 'travel' }]);
    expect(clashesOf(slot({}), [{ ...later, from: '11:30' }])).toEqual([]);
    expect(clashesOf(slot({}), [{ ...later, people: ['member m2'] }])).toEqual([]);
  });
});

const wish = fc.record({
  targetId: fc.uuid(),
  departmentIds: fc.subarray(['d1', 'd2', 'd3'], { minLength: 1 }),
  minutes: fc.constantFrom(30, 60, 120, 180, 300),
  people: fc.subarray(['p1', 'p2', 'p3']),
  place: fc.constantFrom('会議室', '支所'),
});
const input = fc.record({
  wishes: fc.array(wish, { maxLength: 14 }),
  travelMinutes: fc.integer({ min: 0, max: 90 }),
  perDay: fc.integer({ min: 1, max: 5 }),
  blocked: fc.subarray(['2026-10-05', '2026-10-06', '2026-10-07']),
});
const HOURS = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

describe('a proposal', () => {
  it('uses nobody and nothing twice, keeps hours, closed times and the number of a day, and names what it leaves out', () => {
    fc.assert(
      fc.property(input, ({ wishes, travelMinutes, perDay, blocked }) => {
        const given = {
          wishes: wishes as readonly Wish[],
          days: ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08'],
          isBlocked: (day: string, departments: readonly string[]) =>
            blocked.includes(day) && departments.includes('d1'),
          hours: HOURS,
          travelMinutes,
          perDay,
          existing: [],
        };
        const { slots, unplaced } = proposeTimetable(given);
        expect(slots.length + unplaced.length).toBe(wishes.length);
        for (const one of slots) {
          expect(clashesOf(one, slots)).toEqual([]);
          expect(HOURS.some(({ from, to }) => from <= one.from && one.to <= to)).toBe(true);
          expect(blocked.includes(one.day) && one.departmentIds.includes('d1')).toBe(false);
          expect(slots.filter(({ day }) => day === one.day).length).toBeLessThanOrEqual(perDay);
          const minutes = wishes.find(({ targetId }) => targetId === one.targetId)?.minutes;
          expect(minutesOf(one.to) - minutesOf(one.from)).toBe(minutes);
        }
        for (const { reason } of unplaced) expect(reason).toMatch(/。$/u);
        expect(proposeTimetable(given)).toEqual({ slots, unplaced });
      }),
    );
  });
});
