import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundsOf, stateOf } from './rules.ts';

describe('requests for advice', () => {
  it('wait for the contractor, then for the city, and end only when closed', () => {
    expect(stateOf({ closedOn: null, advice: [] })).toBe('waiting');
    expect(stateOf({ closedOn: null, advice: ['first'] })).toBe('advised');
    expect(stateOf({ closedOn: '2026-07-01', advice: ['first'] })).toBe('closed');
  });

  it('counts rounds over all requests, however they are spread', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 6 }), (rounds) => {
        const requests = rounds.map((advice) => ({ closedOn: null, advice }));
        expect(roundsOf(requests)).toBe(rounds.flat().length);
        expect(roundsOf([...requests].reverse())).toBe(roundsOf(requests));
      }),
    );
  });
});
