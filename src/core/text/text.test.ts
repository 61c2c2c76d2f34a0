import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fold,
  foldSynonyms,
  grams,
  type Hit,
  neededGrams,
  normalise,
  parseQuery,
  rank,
  snippet,
  toTsquery,
} from './index.ts';

/** Texts as offices write them, with every width, stroke, space and mark that has two spellings. */
const written = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'サーバデタヴガカハバパﾊﾞｶﾞｻｰー-‐−―～〜ァィ') },
      { weight: 3, arbitrary: fc.constantFrom(...'情報の持出し暗号化端末らめーん髙﨑㋿①㈱Ⅲ𠮷') },
      { weight: 2, arbitrary: fc.constantFrom(..."ＵＳＢusbＬgwan-ASP0１２ \u3000\n\t'\\|&!()*:%_") },
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const graphemes = (text: string): string[] => [...new Intl.Segmenter('ja').segment(text)].map(({ segment }) => segment);

describe('normalise', () => {
  it.each([
    ['ＵＳＢメモリー', 'USBメモリ'],
    ['ｻｰﾊﾞｰの設定', 'サーバの設定'],
    ['サ−バ', 'サーバ'],
    ['情報\nセキュリティ　担当', '情報セキュリティ担当'],
    ['LGWAN-ASP', 'LGWANＡＳＰ'],
    ['ユーザーー', 'ユーザ'],
    ['㈱', '(株)'],
  ])('reads %j as %j', (one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });

  it('keeps what reads differently apart', () => {
    expect(normalise('サーバ')).not.toBe(normalise('サバ'));
    expect(normalise('コード')).not.toBe(normalise('コド'));
    expect(normalise('第3条')).not.toBe(normalise('第4条'));
  });

  it.each([
    ['か-\u3099', 'か'],
    ['あ ゛', 'あ'],
    ['a¨', 'a'],
  ])('lets marks on what vanishes vanish with it: %j', (text, folded) => {
    expect(normalise(text)).toBe(folded);
  });

  it('gives the same when done twice', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });

  it('leads every character back to where it was written', () => {
    fc.assert(
      fc.property(written, (text) => {
        const { text: folded, starts, ends } = fold(text);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let at = 0; at < folded.length; at += 1) {
          expect(ends[at]).toBeGreaterThan(starts[at] ?? Infinity);
          expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('a part of a text', () => {
  it('finds the text: by comparing, and by its pieces', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(), (text, a, b) => {
        const letters = graphemes(text);
        const from = a % letters.length;
        const part = letters.slice(from, from + 1 + (b % (letters.length - from))).join('');
        const folded = normalise(text);
        const pieces = new Set(grams(folded));
        for (const { alternatives } of parseQuery(part).terms) {
          const word = alternatives[0] ?? '';
          expect(folded).toContain(word);
          for (const gram of neededGrams(word)) expect(pieces).toContain(gram);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const synonyms = foldSynonyms([
  ['暗号化USBメモリ', 'セキュリティUSB'],
  ['標的型攻撃メール', '標的型メール'],
  ['印', 'ハンコ'],
]);

describe('a query', () => {
  it('is cut at spaces and looks for the words that mean the same', () => {
    expect(parseQuery('標的型メール　訓練', synonyms).terms).toEqual([
      { alternatives: [normalise('標的型メール'), normalise('標的型攻撃メール')] },
      { alternatives: ['訓練'] },
    ]);
    expect(parseQuery('暗号化ＵＳＢメモリーの紛失', synonyms).terms[0]?.alternatives).toContain(
      normalise('セキュリティUSBの紛失'),
    );
    expect(parseQuery('印刷', synonyms).terms[0]?.alternatives).toEqual(['印刷']);
    expect(parseQuery('印', synonyms).terms[0]?.alternatives).toContain('ハンコ');
  });

  it('of nothing searchable has no terms', () => {
    expect(toTsquery(parseQuery(' 　ー\n'))).toBe('');
  });

  it('is written so that nothing typed is an operator', () => {
    expect(toTsquery(parseQuery("a'|\\"))).toBe(`(('a''' & '''|' & '|\\\\'))`);
    expect(toTsquery(parseQuery('監'))).toBe(`(('監'))`);
    expect(toTsquery(parseQuery('監査 日'))).toBe(`(('監査')) & (('日'))`);
  });
});

describe('ranking', () => {
  const none = { title: null, summary: null, body: null };
  const hit = (id: string, day: string, ...terms: Partial<Hit['terms'][number]>[]): Hit => ({
    id,
    day,
    terms: terms.map((term) => ({ ...none, ...term })),
  });
  const order = (...hits: Hit[]) => rank(hits).map(({ id }) => id);

  it('puts title before summary before body', () => {
    expect(
      order(
        hit('body', '2026-06-03', { body: 0 }),
        hit('summary', '2026-06-02', { summary: 0 }),
        hit('title', '2026-06-01', { title: 9 }),
      ),
    ).toEqual(['title', 'summary', 'body']);
    expect(order(hit('both', '2026-06-01', { summary: 0, body: 0 }), hit('title', '2026-06-01', { title: 0 }))[0]).toBe(
      'title',
    );
  });

  it('puts terms that stand together before terms that stand apart', () => {
    expect(
      order(
        hit('apart', '2026-06-02', { body: 0 }, { body: 900 }),
        hit('together', '2026-06-01', { body: 100 }, { body: 104 }),
      ),
    ).toEqual(['together', 'apart']);
  });

  it('puts the newer of equals first, and is the same whatever order they come in', () => {
    const equals = [
      hit('b', '2026-06-01', { body: 3 }),
      hit('a', '2026-06-01', { body: 3 }),
      hit('c', '2026-06-02', { body: 3 }),
    ];
    expect(order(...equals)).toEqual(['c', 'a', 'b']);
    fc.assert(
      fc.property(fc.shuffledSubarray(equals, { minLength: 3, maxLength: 3 }), (shuffled) => {
        expect(order(...shuffled)).toEqual(['c', 'a', 'b']);
      }),
    );
  });
});

describe('a snippet', () => {
  it('shows the place as it was written', () => {
    const text = `${'前置き。'.repeat(30)}ｻｰﾊﾞｰの設定を変える。${'後書き。'.repeat(60)}`;
    const parts = snippet(text, parseQuery('サーバの 設定'));
    expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual(['ｻｰﾊﾞｰの設定']);
    expect(parts.at(0)).toEqual({ text: '…', hit: false });
    expect(parts.at(-1)).toEqual({ text: '…', hit: false });
  });

  it('is always a piece of the text', () => {
    fc.assert(
      fc.property(written, written, fc.integer({ min: 1, max: 60 }), (text, typed, length) => {
        const shown = snippet(text, parseQuery(typed), length)
          .filter((part, at, all) => part.text !== '…' || (at > 0 && at < all.length - 1))
          .map((part) => part.text)
          .join('');
        expect(text).toContain(shown);
      }),
    );
  });
});
