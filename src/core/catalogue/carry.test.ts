import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, movesOf } from './carry.ts';
import { matchEditions, type Provision } from './editions.ts';

interface Row {
  readonly at: string;
  readonly review: boolean;
  readonly retired: boolean;
}
const HOW = {
  idOf: ({ at }: Row) => at,
  moved: (row: Row, at: string, review: boolean): Row => ({ ...row, at, review: row.review || review }),
  ended: (row: Row): Row => ({ ...row, retired: true }),
  clash: null,
};
const row = (at: string): Row => ({ at, review: false, retired: false });

const edition = fc
  .uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 10 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .constantFrom('記録を取得する。', '権限を見直す。', '記録を取得し、権限を見直す。', '教育を行う。')
          .map((text): Provision => ({ id: `p${id}`, kind: 'control', number: null, title: '項目', text })),
      ),
    ),
  );

describe('what hangs on provisions', () => {
  it('hangs on provisions of the new edition afterwards, or has ended', () => {
    fc.assert(
      fc.property(edition, edition, (before, after) => {
        const matches = matchEditions(before, after);
        const known = new Set(after.map(({ id }) => id));
        const { rows, ended } = carryOver(
          before.map(({ id }) => row(id)),
          matches,
          HOW,
        );
        expect(rows.filter(({ retired }) => !retired).every(({ at }) => known.has(at))).toBe(true);
        expect(rows.filter(({ retired }) => retired)).toHaveLength(ended);
        const gone = matches.filter(({ kind }) => kind === 'gone').length;
        expect(ended).toBe(gone);
      }),
    );
  });

  it('is as it was when the edition is the same, and nobody has anything to do', () => {
    fc.assert(
      fc.property(edition, (before) => {
        const matches = matchEditions(before, before);
        const rows = before.map(({ id }) => row(id));
        expect(carryOver(rows, matches, HOW)).toEqual({ rows, review: 0, ended: 0 });
        expect(movesOf(matches)).toEqual([]);
      }),
    );
  });

  it('is looked at again exactly where its provision changed', () => {
    fc.assert(
      fc.property(edition, edition, (before, after) => {
        const matches = matchEditions(before, after);
        const changed = new Set(matches.filter(({ kind }) => kind !== 'same').flatMap(({ from }) => [...from]));
        for (const { id } of before) {
          const { rows } = carryOver([row(id)], matches, HOW);
          for (const one of rows.filter(({ retired }) => !retired)) expect(one.review).toBe(changed.has(id));
        }
      }),
    );
  });

  it('does not stand twice where two provisions became one', () => {
    const matches = [{ kind: 'merged' as const, from: ['a', 'b'], to: ['c'], score: null, ground: 'parts' as const }];
    const carried = carryOver([row('a'), row('b')], matches, { ...HOW, clash: ({ at }: Row) => at });
    expect(carried).toEqual({ rows: [{ at: 'c', review: true, retired: false }], review: 1, ended: 1 });
  });
});
