import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitedOf, keepsPrecedence, rankOf } from './rules.ts';

const order = [
  ['city-standard', 'city-guideline'],
  ['mic-policy-guideline', 'mic-audit-guideline'],
];

describe('precedence', () => {
  it('puts the city before the ministry, and anything unnamed last', () => {
    expect(rankOf(order, 'city-guideline')).toBe(1);
    expect(rankOf(order, 'mic-audit-guideline')).toBe(2);
    expect(rankOf(order, 'iso')).toBe(3);
    expect(keepsPrecedence(order, 'city-standard', 'mic-policy-guideline')).toBe(true);
    expect(keepsPrecedence(order, 'mic-policy-guideline', 'city-standard')).toBe(false);
  });

  it('never lets both of two differently ranked standards win', () => {
    const code = fc.constantFrom(
      'city-standard',
      'city-guideline',
      'mic-policy-guideline',
      'mic-audit-guideline',
      'iso',
    );
    fc.assert(
      fc.property(code, code, (a, b) => {
        const both = keepsPrecedence(order, a, b) && keepsPrecedence(order, b, a);
        expect(both).toBe(rankOf(order, a) === rankOf(order, b));
      }),
    );
  });

  it('lists what is still awaited', () => {
    expect(awaitedOf([{ code: 'a' }, { code: 'b' }], [{ code: 'a' }])).toEqual([{ code: 'b' }]);
  });
});
