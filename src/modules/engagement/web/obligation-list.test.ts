import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OBLIGATION_STATES } from '../../../core/obligation/index.ts';
import type { ObligationView } from '../contract.ts';
import { byUrgency, dueMonths, filterObligations, nextObligations } from './obligation-list.ts';

const base: ObligationView = {
  key: 'k',
  clause: '8(2)-p2',
  clauseTitle: '隔週の打ち合わせ',
  rule: 'biweekly',
  type: 'recur',
  title: '隔週の打ち合わせ',
  party: 'contractor',
  subject: null,
  due: '2026-10-10',
  derivation: '',
  state: 'not-due',
  proof: [],
  missing: '',
};
const of = (given: Partial<ObligationView>): ObligationView => ({ ...base, ...given });

describe('what comes next for a party', () => {
  const at = { party: 'contractor', today: '2026-10-01', days: 14 };

  it('is what is overdue, due, or due within the days; duties of both belong to each', () => {
    const list = [
      of({ key: 'soon', due: '2026-10-15' }),
      of({ key: 'later', due: '2026-10-16' }),
      of({ key: 'open', due: null }),
      of({ key: 'done', state: 'met' }),
      of({ key: 'city', party: 'city', state: 'due' }),
      of({ key: 'both', party: 'both', state: 'due', due: '2026-10-05' }),
      of({ key: 'overdue', state: 'breached', due: '2026-09-20' }),
      of({ key: 'waived', state: 'waived' }),
    ];
    expect(nextObligations(list, at).map(({ key }) => key)).toEqual(['overdue', 'both', 'soon']);
  });
});

describe('the board', () => {
  it('shows by state, party, month of the due date, and clause', () => {
    const list = [
      of({ key: 'a', due: '2026-10-31' }),
      of({ key: 'b', due: '2026-11-01', state: 'due' }),
      of({ key: 'c', state: 'met', clause: '9(2)' }),
      of({ key: 'd', party: 'city', due: null }),
    ];
    const keys = (filter: Partial<Parameters<typeof filterObligations>[1]>) =>
      filterObligations(list, { state: 'all', party: 'all', month: '', clause: '', ...filter }).map(({ key }) => key);
    expect(keys({})).toEqual(['a', 'b', 'c', 'd']);
    expect(keys({ state: 'open' })).toEqual(['a', 'b', 'd']);
    expect(keys({ state: 'met' })).toEqual(['c']);
    expect(keys({ party: 'city' })).toEqual(['d']);
    expect(keys({ month: '2026-10' })).toEqual(['a', 'c']);
    expect(keys({ clause: '9(2)' })).toEqual(['c']);
    expect(dueMonths(list)).toEqual(['2026-10', '2026-11']);
  });

  it('is ordered the same whatever the order it came in', () => {
    const obligation = fc.record({
      key: fc.string({ minLength: 1 }),
      state: fc.constantFrom(...OBLIGATION_STATES),
      due: fc.constantFrom(null, '2026-10-10', '2026-11-11'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(obligation, { selector: ({ key }) => key }), (given) => {
        const list = given.map(of);
        const keys = (all: readonly ObligationView[]) => all.toSorted(byUrgency).map(({ key }) => key);
        expect(keys(list.toReversed())).toEqual(keys(list));
      }),
    );
  });
});
