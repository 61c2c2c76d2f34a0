import { describe, expect, test } from 'vitest';
import { deleted, document, heading, inserted, paragraph, renderHtml, renderPdf } from '../index.ts';
import { pagesOf } from '../testing/images.ts';
import { hasPoppler, textOf } from '../testing/pdf.ts';
import { revision, trackedSample } from '../testing/tracked.ts';

const squeezed = (text: string): string => text.replace(/\s/gu, '');

describe.skipIf(!hasPoppler)('the PDF', () => {
  test('has both versions, the legend with who and when, and the comments by their numbers', async () => {
    const text = squeezed(textOf(await renderPdf(trackedSample)));
    for (const words of [
      '情報資産の分類は、３年に毎年１回、統括最高責任者の',
      '市が貸与したものに限り［コメント1］使用する',
      '変更した者：総務課髙橋（令和8年6月1日）、受託者山田（令和8年6月3日）',
      'コメント1受託者山田（令和8年6月3日）台帳の写しを別紙に付けますか。',
      'コメント2総務課髙橋（令和8年6月1日）議会の日程を確認すること。',
    ])
      expect(text).toContain(words);
  });

  test('also as PDF/A', async () => {
    const text = textOf(await renderPdf({ ...trackedSample, pdfStandard: 'a-2a' }));
    expect(squeezed(text)).toContain('コメント2');
  });

  /** Dark points left of the text, from 14 mm to 18 mm of 210 mm, on each page. */
  const barsOf = async (blocks: Parameters<typeof document>[1]): Promise<number[]> =>
    pagesOf(await renderPdf(document({ title: '題' }, blocks)), 60).map(({ width, points }) => {
      const [from, to] = [Math.round((width * 14) / 210), Math.round((width * 18) / 210)];
      return [...points].filter((point, at) => point < 190 && at % width >= from && at % width < to).length;
    });

  test('marks changed lines by a bar in the margin, over pages too, and no others', async () => {
    const line = paragraph('変わらない文');
    expect(await barsOf([line])).toEqual([0]);
    const [short = 0] = await barsOf([line, paragraph(['前', inserted('足した語', revision)]), line]);
    const [long = 0] = await barsOf([line, deleted(paragraph('消した文。'.repeat(60)), revision), line]);
    expect(short).toBeGreaterThan(0);
    expect(long).toBeGreaterThan(short * 5);
    const pages = await barsOf([heading(1, '章'), inserted(paragraph('足した長い文。'.repeat(400)), revision), line]);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toBeGreaterThan(long);
  });
});

test('the page of HTML has ins and del with the instant, and comments that lead there and back', async () => {
  const page = await renderHtml(trackedSample);
  expect(page).toContain('<del datetime="2026-06-01T01:30:00Z" title="総務課　髙橋">責務</del>');
  expect(page).toContain('<ins datetime="2026-06-01T01:30:00Z" title="総務課　髙橋">遵守事項</ins>');
  for (const number of [1, 2]) {
    expect(page).toContain(`id="comment-${number}-at" href="#comment-${number}"`);
    expect(page).toContain(`id="comment-${number}"><a href="#comment-${number}-at">コメント${number}　`);
  }
  // The contents name the heading as it will be.
  expect(page).toMatch(/<a href="#h2">[^\n]*利用者の遵守事項<\/a>/u);
});
