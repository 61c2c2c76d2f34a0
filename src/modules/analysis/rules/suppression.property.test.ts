import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupTable, hideSmallGroups } from './suppression.ts';

const PRIME = 2_147_483_647n;

/** Somebody who knows who is in which group and every shown sum: which sets of respondents can they compute? */
class Attacker {
  readonly #basis: bigint[][] = [];

  constructor(known: readonly (readonly number[])[]) {
    for (const row of known) {
      const rest = this.#reduce(row.map(BigInt));
      const lead = rest.findIndex((value) => value !== 0n);
      if (lead < 0) continue;
      const inverse = power(rest[lead] ?? 1n, PRIME - 2n);
      this.#basis.push(rest.map((value) => (value * inverse) % PRIME));
    }
  }

  knows(set: readonly number[]): boolean {
    return this.#reduce(set.map(BigInt)).every((value) => value === 0n);
  }

  #reduce(row: readonly bigint[]): bigint[] {
    let rest = [...row];
    for (const base of this.#basis) {
      const lead = base.findIndex((value) => value !== 0n);
      const factor = rest[lead] ?? 0n;
      if (factor === 0n) continue;
      rest = rest.map((value, index) => (((value - factor * (base[index] ?? 0n)) % PRIME) + PRIME) % PRIME);
    }
    return rest;
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square, left] = [1n, base % PRIME, exponent];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** Up to ten respondents, each in one bureau, one segment and one further group. */
const population = fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 10 });

function tablesOf(people: readonly (readonly number[])[]): GroupTable[] {
  return ['bureau', 'segment', 'type'].map((id, dimension) => ({
    id,
    groups: [...Map.groupBy(people.keys(), (index) => people[index]?.[dimension] ?? 0)].map(([name, members]) => ({
      name: String(name),
      members: members.map(String),
    })),
  }));
}

const shownGroups = (tables: readonly GroupTable[], smallest: number) => {
  const hidden = hideSmallGroups(tables, smallest);
  return {
    hidden,
    shown: tables.flatMap(({ id, groups }) => groups.filter(({ name }) => hidden.groups.get(id)?.has(name) !== true)),
  };
};

describe('small groups', () => {
  it('are never told, and cannot be computed from the total and all other groups', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 2, max: 5 }), (people, smallest) => {
        const { shown, hidden } = shownGroups(tablesOf(people), smallest);
        const vector = (members: readonly string[]) =>
          people.map((_, index) => (members.includes(String(index)) ? 1 : 0));
        const attacker = new Attacker([
          ...(hidden.total ? [] : [people.map(() => 1)]),
          ...shown.map(({ members }) => vector(members)),
        ]);
        for (let set = 1; set < 2 ** people.length; set += 1) {
          const members = people.map((_, index) => (set >> index) & 1);
          if (members.reduce((sum, one) => sum + one, 0) < smallest) expect(attacker.knows(members)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not take larger groups with them when nothing is small', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }), (groups, smallest) => {
        const table = {
          id: 'bureau',
          groups: Array.from({ length: groups }, (_, index) => ({
            name: String(index),
            members: Array.from({ length: smallest + index }, (__, member) => `${index}-${member}`),
          })),
        };
        expect(shownGroups([table], smallest).shown).toHaveLength(groups);
      }),
    );
  });

  it('hide a second group, for the one alone would be the total less the others', () => {
    const members = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index}`);
    const groups = [
      { name: '総務局', members: members('a', 12) },
      { name: '市民局', members: members('b', 9) },
      { name: '会計室', members: members('c', 2) },
    ];
    const { groups: hidden } = hideSmallGroups([{ id: 'bureau', groups }], 5);
    expect([...(hidden.get('bureau') ?? [])].toSorted()).toEqual(['会計室', '市民局']);
  });

  it('notice a single respondent between two tables', () => {
    const six = ['1', '2', '3', '4', '5', '6'];
    const rest = ['7', '8', '9', '10', '11', '12'];
    const tables = [
      {
        id: 'bureau',
        groups: [
          { name: 'A', members: six.slice(0, 5) },
          { name: 'B', members: ['6', ...rest] },
        ],
      },
      {
        id: 'segment',
        groups: [
          { name: 'X', members: six },
          { name: 'Y', members: rest },
        ],
      },
    ];
    const { shown } = shownGroups(tables, 5);
    // A and X together would tell of respondent 6.
    expect(shown.length).toBeLessThan(4);
    expect(shown.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['A', 'X']));
  });
});
