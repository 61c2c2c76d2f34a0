import { expect, it } from 'vitest';
import { ALL, capabilityCounts, matches } from './clause-list.ts';

const clause = { id: '8(1)', title: '打合せ', summary: '隔週で行う。', state: 'met' as const, capability: 'meetings' };

it('clauses are found by state, capability and words', () => {
  const shown = (filter: Partial<Parameters<typeof matches>[1]>) =>
    matches(clause, { state: '', capability: '', words: '', ...filter });
  expect(shown({})).toBe(true);
  expect([shown({ state: 'met' }), shown({ state: 'planned' })]).toEqual([true, false]);
  expect([shown({ capability: 'meetings' }), shown({ capability: 'team' })]).toEqual([true, false]);
  expect([shown({ words: '8(' }), shown({ words: '隔週' }), shown({ words: '毎月' })]).toEqual([true, true, false]);
});

it('each capability has its counts, and all together the last row', () => {
  const rows = capabilityCounts([clause, { ...clause, state: 'planned' }, { ...clause, capability: 'team' }]);
  expect(rows.map(({ capability, counts }) => [capability, counts.met, counts.planned])).toEqual([
    ['meetings', 1, 1],
    ['team', 1, 0],
    [ALL, 2, 1],
  ]);
});
