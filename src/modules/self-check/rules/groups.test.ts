import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, shownGroups, TOGETHER } from './groups.ts';

const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 0, max: 14 }));
const threshold = fc.integer({ min: 5, max: 9 });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('groups of people who answer without their names', () => {
  it('are never smaller than the threshold, unless all together are', () => {
    fc.assert(
      fc.property(counts, threshold, (parts, smallest) => {
        const people = new Map(Object.entries(parts).filter(([, count]) => count > 0));
        const groups = groupsOf(people, smallest);
        const sizes = Map.groupBy([...people], ([part]) => groups.get(part) ?? '');
        const all = sum([...people.values()]);
        for (const [, members] of sizes) {
          const size = sum(members.map(([, count]) => count));
          expect(size >= smallest || size === all).toBe(true);
        }
      }),
    );
  });

  it('keep their name where they are large enough', () => {
    expect([
      ...groupsOf(
        new Map([
          ['市民局', 12],
          ['議会局', 3],
          ['税務局', 7],
        ]),
        5,
      ),
    ]).toEqual([
      ['市民局', '市民局'],
      ['議会局', TOGETHER],
      ['税務局', TOGETHER],
    ]);
  });
});

describe('groups whose results are shown', () => {
  it('have enough answers, and what is hidden cannot be found from the whole', () => {
    fc.assert(
      fc.property(counts, threshold, (parts, smallest) => {
        const answers = new Map(Object.entries(parts));
        const shown = shownGroups(answers, smallest);
        const hidden = [...answers].filter(([name]) => !shown.has(name)).map(([, count]) => count);
        expect([...shown].every((name) => (answers.get(name) ?? 0) >= smallest)).toBe(true);
        expect(sum(hidden) === 0 || sum(hidden) >= smallest || shown.size === 0).toBe(true);
      }),
    );
  });

  it('hide a second group where one alone would be the difference', () => {
    expect([
      ...shownGroups(
        new Map([
          ['a', 9],
          ['b', 6],
          ['c', 2],
        ]),
        5,
      ),
    ]).toEqual(['a']);
  });
});
