import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditionMatch, matchEditions, type Provision, shapeOf } from './editions.ts';
import { correctionFault, regroup } from './regroup.ts';

const control = (id: string, title: string, text: string): Provision => ({
  id,
  kind: 'control',
  number: id.toUpperCase(),
  title,
  text,
});
const WORDS = [
  '記録',
  '権限',
  '取得する',
  '保管する',
  '見直す',
  '利用者',
  '管理者',
  '承認を受ける',
  '定める',
  '毎年度',
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => `${words.join('を')}。`);
const provision = fc.record({
  kind: fc.constantFrom('group' as const, 'control' as const),
  title: fc.constantFrom('記録', '権限', '体制', '教育'),
  text,
});
/** An edition: identifiers occur once. */
const edition = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 15 })
  .chain((ids) => fc.tuple(...ids.map((id) => provision.map((one) => ({ ...one, id: `p-${id}`, number: null })))));

const ids = (matches: readonly EditionMatch[], side: 'from' | 'to') => matches.flatMap((match) => [...match[side]]);
const sorted = (list: readonly string[]) => list.toSorted();

describe('matching two editions', () => {
  it('puts every provision of both into exactly one match, whatever they say', () => {
    fc.assert(
      fc.property(edition, edition, (before, after) => {
        const matches = matchEditions(before, after);
        expect(sorted(ids(matches, 'from'))).toEqual(sorted(before.map(({ id }) => id)));
        expect(sorted(ids(matches, 'to'))).toEqual(sorted(after.map(({ id }) => id)));
        for (const { kind, from, to } of matches) {
          expect(shapeOf(from.length, to.length, kind === 'same')).toBe(kind);
          expect(from.length > 1 && to.length > 1).toBe(false);
        }
      }),
    );
  });

  it('finds an edition the same as itself, in any order', () => {
    fc.assert(
      fc.property(edition, fc.infiniteStream(fc.double({ noNaN: true })), (before, dice) => {
        const shuffled = before
          .map((one) => ({ one, key: dice.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const matches = matchEditions(before, shuffled);
        expect(matches.every(({ kind, from, to }) => kind === 'same' && from[0] === to[0])).toBe(true);
        expect(matches).toHaveLength(before.length);
      }),
    );
  });

  it('never pairs a chapter with a requirement', () => {
    fc.assert(
      fc.property(edition, edition, (before, after) => {
        const kindOf = new Map([
          ...before.map((one) => [`f${one.id}`, one.kind] as const),
          ...after.map((one) => [`t${one.id}`, one.kind] as const),
        ]);
        for (const { from, to } of matchEditions(before, after)) {
          const kinds = [...from.map((id) => kindOf.get(`f${id}`)), ...to.map((id) => kindOf.get(`t${id}`))];
          expect(new Set(kinds).size).toBe(1);
        }
      }),
    );
  });

  const LONG =
    '管理者の権限は必要な者に限って与え、与えた記録を残す。与えた権限は毎年度一回以上見直し、要らないものを取り消す。';
  const [GIVING, REVIEWING] = [
    '管理者の権限は必要な者に限って与え、与えた記録を残す。',
    '与えた権限は毎年度一回以上見直し、要らないものを取り消す。',
  ];

  it('tells renumbering, rewording, splitting, merging, adding and dropping apart', () => {
    const before = [
      control('a', '登録', '利用者の登録の手続を定める。'),
      control('b', '認証', 'パスワードは定めた長さとし、他人に知らせない。'),
      control('c', '特権', LONG),
      control('d', 'テープ', '磁気テープは耐火金庫に納める。'),
    ];
    const after = [
      control('a2', '登録', '利用者の登録の手続を定める。'),
      control('b', '認証', 'パスワードは定めた長さとし、使い回さず、他人に知らせない。'),
      control('c', '特権の付与', GIVING),
      control('c2', '特権の見直し', REVIEWING),
      control('e', '時刻', '全ての機器の時刻を合わせる。'),
    ];
    expect(matchEditions(before, after).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['same', ['a'], ['a2']],
      ['wording', ['b'], ['b']],
      ['split', ['c'], ['c', 'c2']],
      ['new', [], ['e']],
      ['gone', ['d'], []],
    ]);
    expect(matchEditions(after, before).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['same', ['a2'], ['a']],
      ['wording', ['b'], ['b']],
      ['merged', ['c', 'c2'], ['c']],
      ['new', [], ['d']],
      ['gone', ['e'], []],
    ]);
  });

  it('does not believe a number that was given to something else', () => {
    const before = [
      control('1', '登録', '利用者の登録の手続を定める。'),
      control('2', '時刻', '全ての機器の時刻を合わせる。'),
    ];
    const after = [
      control('1', '時刻', '全ての機器の時刻を合わせる。'),
      control('2', '登録', '利用者の登録の手続を定める。'),
    ];
    expect(matchEditions(before, after).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['same', ['2'], ['1']],
      ['same', ['1'], ['2']],
    ]);
  });

  it('knows a text in English by its words', () => {
    const before = [
      control('1', 'Logging', 'Record the operations of every administrator and keep the records for one year.'),
    ];
    const after = [
      control('8', 'Clocks', 'All devices of the organisation take their time from one source.'),
      control('9', 'Logs', 'Record the operations of every administrator and keep the records for three years.'),
    ];
    expect(matchEditions(before, after).map(({ kind, to }) => [kind, to])).toEqual([
      ['new', ['8']],
      ['wording', ['9']],
    ]);
  });
});

describe('a correction', () => {
  it('keeps every provision in exactly one match', () => {
    const some = (list: readonly Provision[]) =>
      fc.subarray(
        list.map(({ id }) => id),
        { maxLength: Math.min(3, list.length) },
      );
    const given = fc
      .tuple(edition, edition)
      .chain(([before, after]) =>
        fc.tuple(fc.constant(before), fc.constant(after), some(before), some(after), fc.boolean()),
      );
    fc.assert(
      fc.property(given, ([before, after, from, to, unchanged]) => {
        fc.pre(correctionFault({ from, to, unchanged }) === null);
        const matches = regroup(matchEditions(before, after), { from, to, unchanged });
        expect(sorted(ids(matches, 'from'))).toEqual(sorted(before.map(({ id }) => id)));
        expect(sorted(ids(matches, 'to'))).toEqual(sorted(after.map(({ id }) => id)));
        const made = matches.find(
          ({ ground, from: own, to: other }) =>
            ground === 'person' && String(own) === String(from) && String(other) === String(to),
        );
        expect(made).toBeDefined();
        for (const match of matches) expect(match.from.length > 1 && match.to.length > 1).toBe(false);
      }),
    );
  });
});
