import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletList, callout, document, heading, note, paragraph, renderPdf, table } from '../index.ts';
import { hasPoppler, textOf } from '../testing/pdf.ts';
import { typstInline, typstString } from './escape.ts';

const squeezed = (text: string): string => text.replace(/\s/gu, '');

/** Pieces that mean something in Typst, mixed with printable ASCII and hard Japanese. */
const pieces = fc.constantFrom(
  '#',
  '$',
  '\\',
  '*',
  '_',
  '`',
  '<',
  '>',
  '@',
  '//',
  '/*',
  '*/',
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '"',
  "'",
  '~',
  '-',
  '--',
  '+',
  '=',
  '/',
  '#let x = 1',
  '#panic("x")',
  '\\u{41}',
  '\\n',
  'https://a.example/?b=c&d',
  '<label>',
  '@ref',
  '= 見出し',
  '髙',
  '﨑',
  '㋿',
  '①',
  '㈱',
  'Ⅲ',
  '～',
  '𠮷',
  '「',
  '」',
  '。',
  '、',
  '漢字',
  'かな',
  'ｶﾅ',
  ' ',
  '　',
  'a',
  '1',
);
const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

describe('no text becomes markup', () => {
  test.skipIf(!hasPoppler)('in any block, and it can be copied out again', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const pdf = await renderPdf(
          document({ title: words, marking: words, number: words, sender: words }, [
            heading(1, words),
            paragraph(['【始】', words, '【終】']),
            bulletList([words]),
            table({
              caption: words,
              columns: [{ width: 30 }, { width: '1fr' }],
              header: [words, '右'],
              rows: [['左', words]],
            }),
            note(words, words),
            callout(words, { title: words }),
          ]),
        );
        const text = squeezed(textOf(pdf));
        expect(text.slice(text.indexOf('【始】') + 3, text.indexOf('【終】'))).toBe(squeezed(words));
      }),
      { numRuns: 40 },
    );
  });

  test('a literal ends where it should, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const literal = typstString(text);
        // Without escapes, nothing but the two ends may be a quote.
        expect(literal.replace(/\\[\\"n]/gu, '')).toMatch(/^"[^"\\\n]*"$/su);
      }),
    );
  });
});

test('a word wider than its line may break anywhere, other words may not', () => {
  const place = { labels: new Map(), lineEm: 4 };
  expect(typstInline('abcdefghij', place)).toBe(`[${[...'abcdefghij'].map((c) => `#"${c}"`).join('#h(0pt)')}]`);
  expect(typstInline('短い abc', place)).toBe('[#"短い abc"]');
});
