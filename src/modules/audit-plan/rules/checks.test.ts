import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledProgramme } from '../bundled.ts';
import { capacityWarnings, type CheckInput, checkProgramme, checkTarget, hindrance, type Person } from './checks.ts';

const person = (over: Partial<Person>): Person => ({
  kind: 'member',
  id: 'm1',
  name: '青木',
  qualifiedTo: [null],
  involved: [],
  undeclared: [],
  trainedOn: null,
  until: null,
  erased: false,
  ...over,
});
const input = (over: Partial<CheckInput> = {}): CheckInput => ({
  programme: bundledProgramme('kyoto-my-number').programme,
  people: [person({}), person({ id: 'm2', name: '白石', qualifiedTo: [] })],
  windows: [],
  isOpen: () => true,
  period: { from: '2024-04-05', to: '2025-03-31' },
  today: '2024-06-01',
  departmentName: (id) => id,
  ...over,
});
const target = {
  kind: 'affair' as const,
  name: '住民税',
  departmentIds: ['税務課'],
  minutes: 180,
  plannedOn: '2024-09-10',
  team: [
    { kind: 'member' as const, id: 'm1', role: 'lead' as const },
    { kind: 'member' as const, id: 'm2', role: 'auditor' as const },
  ],
};
const codes = (over: Partial<typeof target>, with_: Partial<CheckInput> = {}) =>
  checkTarget({ ...target, ...over }, input(with_)).map(({ code }) => code);

describe('what stands against a target', () => {
  it('says nothing of a team about whom everything is erased', () => {
    const gone = person({ qualifiedTo: [], erased: true });
    expect(codes({}, { people: [{ ...gone, erased: false }] })).toContain('unqualified');
    expect(codes({}, { people: [gone] })).toEqual([]);
  });

  it('is nothing with two independent auditors, one of them qualified on that day', () => {
    expect(codes({})).toEqual([]);
    const expired = [person({ qualifiedTo: ['2024-09-09'] }), person({ id: 'm2', qualifiedTo: [] })];
    expect(codes({}, { people: expired })).toEqual(['unqualified']);
    expect(codes({ team: target.team.slice(0, 1) })).toEqual(['too-few-auditors']);
    expect(codes({ team: [] })).toEqual(['too-few-auditors', 'unqualified']);
  });

  it('names a city auditor without the course of the fiscal year of the audit, and asks nothing of the team', () => {
    const saidOf = (trainedOn: string | null) => {
      const city = person({ kind: 'city', trainedOn });
      const team = [{ ...target.team[0], kind: 'city' as const, id: 'm1', role: 'lead' as const }];
      return checkTarget({ ...target, team }, input({ people: [city] }))
        .filter(({ code }) => code === 'untrained')
        .map(({ message }) => message);
    };
    expect(saidOf('2024-09-10')).toEqual([]);
    expect(saidOf(null)).toEqual([expect.stringContaining('終えていません')]);
    expect(saidOf('2024-09-11')).toEqual([expect.stringContaining('監査の日より後')]);
    expect(saidOf('2024-03-31')).toEqual([expect.stringContaining('前の年度')]);
    expect(codes({}, { people: [person({}), person({ id: 'm2' })] })).toEqual([]);
  });

  it('names dependence, missing declarations, who has left, bounds of time, closed days and busy seasons', () => {
    const [first, second] = [person({ involved: ['税務課'] }), person({ id: 'm2', undeclared: ['税務課'] })];
    expect(codes({}, { people: [first, second] })).toEqual(['not-independent', 'undeclared']);
    expect(codes({}, { people: [person({ until: '2024-09-09' }), person({ id: 'm2' })] })).toEqual(['dates']);
    expect(codes({ minutes: 30 })).toEqual(['duration']);
    expect(codes({ plannedOn: '2025-04-01' })).toEqual(['dates']);
    expect(codes({}, { isOpen: () => false })).toEqual(['closed-day']);
    const window = { from: '2024-09-01', to: '2024-09-30', reason: '定例会' };
    expect(codes({}, { windows: [{ ...window, departmentId: null }] })).toEqual(['blackout']);
    expect(codes({}, { windows: [{ ...window, departmentId: '福祉課' }] })).toEqual([]);
  });

  it('never lets pass somebody of an audited department', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c')),
        fc.array(fc.constantFrom('a', 'b', 'c')),
        (mine, audited) => {
          const against = hindrance(person({ involved: mine }), audited, (id) => id);
          expect(against === null).toBe(!mine.some((id) => audited.includes(id)));
        },
      ),
    );
  });
});

describe('what stands against a programme', () => {
  it('counts targets, the rotation and the days of people', () => {
    expect(checkProgramme([target], input(), { departments: 9, outsideCycle: 2 }).map(({ code }) => code)).toEqual([
      'count',
      'rotation',
    ]);
    const half = { programme: bundledProgramme('koganei-internal').programme };
    const own = (id: string) => ({ ...target, kind: 'department' as const, departmentIds: [id] });
    expect(checkProgramme([own('a')], half, { departments: 3, outsideCycle: 0 })).toHaveLength(1);
    expect(checkProgramme([own('a'), own('b')], half, { departments: 3, outsideCycle: 0 })).toEqual([]);
    const session = { day: '2024-09-10', minutes: 190, people: ['member m1'] };
    expect(capacityWarnings([session, session], () => '青木')).toMatchObject([{ code: 'capacity' }]);
    expect(capacityWarnings([session, { ...session, day: '2024-09-11' }], () => '青木')).toEqual([]);
  });
});
