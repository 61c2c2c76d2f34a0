import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../core/calendar/index.ts';
import { type Change, periodOn, problemsOf, reach, reorganise, type Unit } from './organisation.ts';

const START = '2025-04-01';
const create = (id: string, bureauId: string | null): Change => ({
  kind: 'create',
  id,
  name: `${id}の名称`,
  kana: id,
  bureauId,
});

function made(units: readonly Unit[], from: string, changes: readonly Change[]): readonly Unit[] {
  const result = reorganise(units, from, changes);
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.units;
}

const base = made([], START, [
  create('総務局', null),
  create('市民局', null),
  create('人事課', '総務局'),
  create('戸籍課', '市民局'),
]);

describe('reorganisation', () => {
  it('shows each day with its own names and bureaus', () => {
    const units = made(base, '2026-04-01', [
      { kind: 'rename', id: '戸籍課', name: '区政課', kana: 'くせいか' },
      { kind: 'move', id: '戸籍課', bureauId: '総務局' },
    ]);
    const section = units.find(({ id }) => id === '戸籍課');
    if (section === undefined) throw new Error('lost');
    expect(periodOn(section, '2026-03-31')).toMatchObject({ name: '戸籍課の名称', bureauId: '市民局' });
    expect(periodOn(section, '2026-04-01')).toMatchObject({ name: '区政課', bureauId: '総務局' });
  });

  it('refuses to leave a section without a bureau', () => {
    const result = reorganise(base, '2026-04-01', [{ kind: 'close', id: '市民局', successorIds: ['総務局'] }]);
    expect(result).toMatchObject({ problems: [{ message: expect.stringContaining('属する局が存在しない') }] });
  });

  it.each<[string, Change]>([
    ['a section below a section', create('窓口係', '人事課')],
    [
      'the same name twice in a bureau',
      { kind: 'create', id: 'x', name: '人事課の名称', kana: '', bureauId: '総務局' },
    ],
    ['a unit that is not there', { kind: 'rename', id: '無い課', name: 'x', kana: '' }],
    ['a successor that is not there', { kind: 'close', id: '人事課', successorIds: ['無い課'] }],
    ['itself as successor', { kind: 'close', id: '人事課', successorIds: ['人事課'] }],
    ['itself as bureau', { kind: 'move', id: '人事課', bureauId: '人事課' }],
    ['a bureau with sections below another', { kind: 'move', id: '市民局', bureauId: '総務局' }],
  ])('refuses %s', (_, change) => {
    expect(reorganise(base, '2026-04-01', [change])).toHaveProperty('problems');
  });

  it('refuses a change before one that is already planned', () => {
    const planned = made(base, '2027-04-01', [{ kind: 'rename', id: '人事課', name: '職員課', kana: '' }]);
    expect(reorganise(planned, '2026-04-01', [{ kind: 'move', id: '人事課', bureauId: '市民局' }])).toMatchObject({
      problems: [{ index: 0, message: expect.stringContaining('先の日付の変更') }],
    });
  });

  it('never ends in an impossible tree, whatever is asked of it', () => {
    const known = base.map((unit) => unit.id);
    const id = fc.oneof(fc.constantFrom(...known), fc.constantFrom('新局', '新課', '別課'));
    const bureauId = fc.oneof(fc.constantFrom('総務局', '市民局', '新局', null), fc.option(id, { nil: null }));
    const anyChange: fc.Arbitrary<Change> = fc.oneof(
      fc.record({
        kind: fc.constant('create' as const),
        id,
        name: fc.string({ minLength: 1 }),
        kana: fc.constant(''),
        bureauId,
      }),
      fc.record({
        kind: fc.constant('rename' as const),
        id,
        name: fc.constantFrom('甲', '乙', '丙'),
        kana: fc.constant(''),
      }),
      fc.record({ kind: fc.constant('move' as const), id, bureauId }),
      fc.record({ kind: fc.constant('close' as const), id, successorIds: fc.array(id, { maxLength: 2 }) }),
    );
    const anyStep = fc.record({
      days: fc.integer({ min: -40, max: 400 }),
      changes: fc.array(anyChange, { minLength: 1, maxLength: 3 }),
    });
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 6, maxLength: 12 }), (steps) => {
        let units = base;
        let from = START;
        for (const step of steps) {
          from = addDays(from, step.days);
          const result = reorganise(units, from, step.changes);
          if ('problems' in result) continue;
          accepted += 1;
          const before = units;
          units = result.units;
          expect(problemsOf(units)).toEqual([]);
          for (const unit of units) {
            expect(unit.periods[0]?.from).toBe(unit.validFrom);
            expect(unit.periods.map((period) => period.from)).toEqual(
              unit.periods.map((period) => period.from).toSorted(),
            );
            // What was before the day of the reorganisation stays as it was.
            const earlier = before.find((other) => other.id === unit.id);
            const eve = addDays(from, -1);
            if (earlier !== undefined) expect(periodOn(unit, eve)).toEqual(periodOn(earlier, eve));
            // On every day a person of any unit reaches it, and only known units.
            const reached = reach(units, unit.id, true, from);
            expect(reached).toContain(unit.id);
            expect(reached.every((other) => units.some((candidate) => candidate.id === other))).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(150);
  });
});

describe('reach', () => {
  it('is the own section for staff and the whole bureau for its head', () => {
    expect(reach(base, '総務局', false, '2025-06-01')).toEqual(['総務局']);
    expect(reach(base, '総務局', true, '2025-06-01').toSorted()).toEqual(['人事課', '総務局'].toSorted());
    expect(reach(base, '人事課', true, '2025-06-01')).toEqual(['人事課']);
  });

  it('follows a closed section to its successor, which inherits the records', () => {
    const units = made(base, '2026-04-01', [
      create('職員課', '総務局'),
      { kind: 'close', id: '人事課', successorIds: ['職員課'] },
    ]);
    expect(reach(units, '人事課', false, '2026-03-31')).toEqual(['人事課']);
    expect(reach(units, '人事課', false, '2026-04-01').toSorted()).toEqual(['人事課', '職員課'].toSorted());
    expect(reach(units, '職員課', false, '2026-04-01').toSorted()).toEqual(['人事課', '職員課'].toSorted());
  });

  it('leaves the people of a split section where they are until they are assigned', () => {
    const units = made(base, '2026-04-01', [
      create('職員課', '総務局'),
      create('給与課', '総務局'),
      { kind: 'close', id: '人事課', successorIds: ['職員課', '給与課'] },
    ]);
    expect(reach(units, '人事課', false, '2026-05-01')).toEqual(['人事課']);
    expect(reach(units, '給与課', false, '2026-05-01').toSorted()).toEqual(['人事課', '給与課'].toSorted());
  });
});
