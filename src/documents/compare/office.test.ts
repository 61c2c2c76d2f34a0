/** What a reader of the paper does with it: accept all, refuse all, in a word processor. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { changedDocument, type DocumentTree, renderDocx } from '../index.ts';
import { hasOffice } from '../testing/office.ts';
import { part } from '../testing/ooxml.ts';
import { type Settled, settleAll } from '../testing/settle.ts';
import { trackedSample } from '../testing/tracked.ts';
import { wordVersion } from '../testing/word-changes.ts';
import { anyTree, revision } from './testing.ts';

/** The words of the paragraphs and cells: another program names the styles anew and leaves no empty paragraph out. */
const wordsOf = (bytes: Uint8Array, version: 'after' | 'before'): string[] =>
  wordVersion(part(bytes, 'word/document.xml'), version)
    .map((line) => line.replaceAll(/(^|\| |\/ )\w*：/gu, '$1'))
    .filter((line) => line !== '');
/** A table of contents is made anew by whoever opens the file. */
const amended: DocumentTree = {
  ...trackedSample,
  blocks: trackedSample.blocks.filter(({ kind }) => kind !== 'table-of-contents'),
};

describe.skipIf(!hasOffice)('LibreOffice', () => {
  let pairs: readonly (readonly [before: DocumentTree, after: DocumentTree])[] = [];
  let changed: readonly Uint8Array[] = [];
  let settled: readonly Settled[] = [];
  let sample: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    const filled = anyTree.filter(({ blocks }) => blocks.length > 0);
    pairs = fc.sample(fc.tuple(filled, filled), { numRuns: 24, seed: 11 });
    sample = await renderDocx(amended);
    const made: Uint8Array[] = [];
    for (const [before, after] of pairs) made.push(await renderDocx(changedDocument(before, after, revision)));
    changed = made;
    settled = settleAll([sample, ...made]);
  }, 180_000);

  test('accepts all changes, and the new version stands there', async () => {
    expect(wordsOf(settled[0]?.after ?? sample, 'before')).toEqual(wordsOf(sample, 'after'));
    for (const [index, [, after]] of pairs.entries()) {
      const got = settled[index + 1]?.after ?? changed[index] ?? sample;
      // Nothing is tracked any more: both versions of what was written are one.
      expect(wordsOf(got, 'before')).toEqual(wordsOf(got, 'after'));
      expect(wordsOf(got, 'after')).toEqual(wordsOf(await renderDocx(after), 'after'));
    }
  });

  test('refuses all changes, and the old version is back', async () => {
    expect(wordsOf(settled[0]?.before ?? sample, 'after')).toEqual(wordsOf(sample, 'before'));
    for (const [index, [before]] of pairs.entries()) {
      const got = settled[index + 1]?.before ?? changed[index] ?? sample;
      expect(wordsOf(got, 'after')).toEqual(wordsOf(got, 'before'));
      expect(wordsOf(got, 'after')).toEqual(wordsOf(await renderDocx(before), 'after'));
    }
  });
});
