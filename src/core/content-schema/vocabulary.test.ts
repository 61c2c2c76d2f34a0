import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalise, parseQuery } from '../text/index.ts';
import { parseSynonyms } from './vocabulary.ts';

const file = readFileSync(new URL('../../../content/vocabulary/synonyms.yaml', import.meta.url), 'utf8');

describe('the words of the field', () => {
  const synonyms = parseSynonyms(file);

  it('come in at least sixty groups of at least two words', () => {
    expect(synonyms.length).toBeGreaterThanOrEqual(60);
    expect(synonyms.filter((group) => group.length < 2)).toEqual([]);
  });

  it.each([
    ['暗号化ＵＳＢ', '暗号化USBメモリ'],
    ['ＢＹＯＤ', '私物端末'],
    ['二要素認証', '多要素認証'],
    ['標的型攻撃メール', '標的型メール'],
    ['委託先', '受託者'],
    ['サーバ室の施錠', '電算室の施錠'],
  ])('make %s find %s', (typed, other) => {
    expect(parseQuery(typed, synonyms).terms[0]?.alternatives).toContain(normalise(other));
  });

  it('leave a longer Latin word alone', () => {
    expect(parseQuery('COVID', synonyms).terms[0]?.alternatives).toEqual(['covid']);
  });
});

describe('a faulty file', () => {
  it.each([
    ['groups:\n  - [紛失]\n', 'groups.0'],
    ['groups:\n  - [サーバー, 計算機]\n  - [サーバ, 装置]\n', 'groups.1.0'],
    ['words: []\n', 'groups'],
  ])('is refused with the place: %j', (text, place) => {
    expect(() => parseSynonyms(text)).toThrow(place);
  });
});
