import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitedOf, keepsPrecedence, levelProblem, levelText, nameOf, rankOf, reversedPair } from './precedence.ts';

const order = [
  ['city-standard', 'city-guideline'],
  ['mic-policy-guideline', 'mic-audit-guideline'],
];
const codes = ['city-standard', 'city-guideline', 'mic-policy-guideline', 'mic-audit-guideline', 'iso'];

describe('precedence', () => {
  it('puts the city before the ministry, and anything unnamed last', () => {
    expect(rankOf(order, 'city-guideline')).toBe(1);
    expect(rankOf(order, 'mic-audit-guideline')).toBe(2);
    expect(rankOf(order, 'iso')).toBe(3);
    expect(keepsPrecedence(order, 'city-standard', 'mic-policy-guideline')).toBe(true);
    expect(keepsPrecedence(order, 'mic-policy-guideline', 'city-standard')).toBe(false);
  });

  it('never lets both of two differently ranked standards win', () => {
    const code = fc.constantFrom(...codes);
    fc.assert(
      fc.property(code, code, (a, b) => {
        const both = keepsPrecedence(order, a, b) && keepsPrecedence(order, b, a);
        expect(both).toBe(rankOf(order, a) === rankOf(order, b));
      }),
    );
  });

  it('accepts a finer order but not one that puts the ministry beside or before the city', () => {
    expect(reversedPair(order, [['city-standard'], ['city-guideline'], ['iso'], ['mic-policy-guideline']])).toBeNull();
    expect(reversedPair(order, [['city-standard', 'mic-policy-guideline'], ['city-guideline']])).toMatchObject({
      stronger: 'city-standard',
      weaker: 'mic-policy-guideline',
    });
    expect(reversedPair([], [['iso'], ['city-standard']])).toBeNull();
  });

  it('finds a reversed pair exactly when one of the contract loses', () => {
    const ranking = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: codes.length, maxLength: codes.length });
    fc.assert(
      fc.property(ranking, (ranks) => {
        const proposed = [0, 1, 2, 3]
          .map((rank) => codes.filter((_, index) => ranks[index] === rank))
          .filter((group) => group.length > 0);
        const kept = (order[0] ?? []).every((city) =>
          (order[1] ?? []).every((ministry) => rankOf(proposed, city) < rankOf(proposed, ministry)),
        );
        expect(reversedPair(order, proposed) === null).toBe(kept);
      }),
    );
  });
});

describe('words and grades', () => {
  it('lists what is still awaited', () => {
    expect(awaitedOf([{ code: 'a' }, { code: 'b' }], [{ code: 'a' }])).toEqual([{ code: 'b' }]);
  });

  it('wants a grade above 1 for what is not public, and none above 1 for what is', () => {
    expect(levelProblem(false, null)).toContain('非公開');
    expect(levelProblem(false, '1')).toContain('非公開');
    expect(levelProblem(false, '3')).toBeNull();
    expect(levelProblem(true, '2')).toContain('公開');
    expect(levelProblem(true, null)).toBeNull();
    expect(levelText({ public: false, level: '3' })).toBe('非公開（自治体機密性3）');
    expect(levelText({ public: true, level: null })).toBe('公開');
  });

  it('names a standard whether received or awaited', () => {
    const list = { standards: [{ code: 'a', name: '甲' }], awaited: [{ code: 'b', name: '乙' }] };
    expect(['a', 'b', 'c'].map((code) => nameOf(list, code))).toEqual(['甲', '乙', 'c']);
  });
});
