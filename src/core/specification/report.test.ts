import { describe, expect, it } from 'vitest';
import { beginsWith, clausesByChapter } from './report.ts';

describe('beginsWith', () => {
  it.each([
    ['5(1)②-p1', '5(1)', true],
    ['12', '1', false],
    ['1(3)カ', '1', true],
    ['5(1)10', '5(1)1', false],
    ['5', '5', true],
  ])('%s under %s: %s', (id, number, expected) => expect(beginsWith(id, number)).toBe(expected));
});

describe('clausesByChapter', () => {
  const clauses = ['1', '4(1)ア-p1', '4(1)ア-p2', '4(1)イ(ア)', '4(1)イ(イ)', '4(2)', '5(1)', '5表-1', '6'].map(
    (id) => ({ id }),
  );

  it('reaches from its first clause to the next chapter or the next top number', () => {
    expect(clausesByChapter(clauses, [{ clause: '4(1)ア' }, { clause: '4(1)イ(ア)' }, { clause: '5' }])).toEqual([
      ['4(1)ア-p1', '4(1)ア-p2'],
      ['4(1)イ(ア)', '4(1)イ(イ)', '4(2)'],
      ['5(1)'],
    ]);
  });

  it('is empty for a number that no clause has', () => {
    expect(clausesByChapter(clauses, [{ clause: '9' }])).toEqual([[]]);
  });
});
