import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  deck,
  document,
  pageBreak,
  paragraph,
  renderDocx,
  renderHtml,
  renderPdf,
  renderPptx,
  renderXlsx,
  table,
  type WorkbookTree,
} from './index.ts';
import { expectApprovedPages, type Grey, pagesOf } from './testing/images.ts';
import { rareNames } from './testing/names.ts';
import { convertAll, hasOffice, officeVersion } from './testing/office.ts';
import { fontsOf, hasPoppler, pageSizes, textOf } from './testing/pdf.ts';
import { hardWords, hostileWords, sampleReport, sampleWorkbook } from './testing/sample.ts';
import { trackedSample } from './testing/tracked.ts';

const squeezed = (text: string): string => text.replace(/\s/gu, '');
const approved = join(import.meta.dirname, 'testing', 'approved');
/** With which the pictures were approved: another version breaks lines elsewhere. */
const APPROVED_WITH = '7.4';

const names = document({ title: '氏名' }, [
  table({
    columns: [{ width: 20, align: 'right' }, { width: '1fr' }],
    header: ['番号', '氏名'],
    rows: rareNames.map((name, index) => [index + 1, name]),
  }),
]);

/** The same names as a list in a sheet and as slides, which are continued by themselves. */
const namesSheet: WorkbookTree = {
  title: '氏名',
  sheets: [
    {
      name: '氏名',
      columns: [
        { title: '番号', width: 8 },
        { title: '氏名', width: 30 },
      ],
      rows: rareNames.map((name, index) => [index + 1, name]),
    },
  ],
};
const namesDeck = deck({ title: '氏名' }, [
  { kind: 'title', title: '氏名', lines: [hardWords] },
  { kind: 'bullets', title: '氏名の一覧', items: rareNames.map((name) => name) },
]);

/** A character that no font has, and after it every hard character, one on each page. */
const MISSING = '\u{10FFFD}';
const hardCharacters = [...new Set([...hardWords.replace(/[―〇]/gu, ''), ...rareNames.join('')])];
const onePerPage = document(
  { title: '文字' },
  [MISSING, ...hardCharacters].flatMap((character, index) => [
    ...(index === 0 ? [] : [pageBreak()]),
    paragraph(character, { align: 'center' }),
  ]),
);

/** What an office suite makes of the files: another reader of the formats than the one that wrote them. */
describe.skipIf(!hasOffice || !hasPoppler)('LibreOffice opens', () => {
  let converted: ReadonlyMap<string, Uint8Array>;
  const pdfOf = (name: string): Uint8Array => converted.get(name) ?? new Uint8Array();
  beforeAll(async () => {
    converted = convertAll([
      { name: 'report.docx', bytes: await renderDocx(sampleReport) },
      { name: 'list.xlsx', bytes: await renderXlsx(sampleWorkbook) },
      { name: 'tracked.docx', bytes: await renderDocx(trackedSample) },
      { name: 'names.docx', bytes: await renderDocx(names) },
      { name: 'characters.docx', bytes: await renderDocx(onePerPage) },
      { name: 'names.xlsx', bytes: await renderXlsx(namesSheet) },
      { name: 'names.pptx', bytes: await renderPptx(namesDeck) },
      { name: 'names.html', bytes: new TextEncoder().encode(await renderHtml(names)) },
    ]);
  }, 120_000);

  test('the Word file, with all words, numbers and papers', () => {
    const pdf = pdfOf('report.docx');
    const text = squeezed(textOf(pdf));
    for (const words of [
      hardWords,
      hostileWords,
      '【取扱注意】',
      '第1業務の概要',
      '(1)体制ア資格(ア)番号a更新',
      'イ独立性①計画②調査',
    ]) {
      expect(text).toContain(squeezed(words));
    }
    const sizes = pageSizes(pdf);
    expect(sizes[0]).toBe('595 x 842');
    expect(sizes).toContain('1191 x 842');
    // The header row stands on every page of the long table.
    const turned = sizes.filter((size) => size === '1191 x 842').length;
    expect(turned).toBeGreaterThan(1);
    expect(text.split('項目').length - 1).toBe(90 + turned);
  });

  test('the workbook, with formulas as words and the hidden sheet hidden', () => {
    const text = squeezed(textOf(pdfOf('list.xlsx')));
    for (const words of ['=1+1', hostileWords.slice(0, 20), hardWords, '発見事項一覧'])
      expect(text).toContain(squeezed(words));
    expect(text).not.toContain('対応状況その2');
  });

  test('tracked changes, with what was struck out and what was added', () => {
    const text = squeezed(textOf(pdfOf('tracked.docx')));
    for (const words of [
      '情報資産の分類は、３年に毎年１回、統括最高責任者の',
      '利用者の責務遵守事項',
      '外部記録媒体は、原則として',
      '二紙の台帳の提出毎月末二電子の台帳の更新翌月５日',
    ])
      expect(text).toContain(words);
  });

  test('every file with fonts that are embedded', () => {
    for (const [name, pdf] of converted) {
      const lines = fontsOf(pdf);
      expect(lines.length, name).toBeGreaterThan(0);
      expect(
        lines.filter((line) => !/\s(?:yes|no)\s+(?:yes|no)\s+(?:yes|no)\s+\d/u.test(line)),
        name,
      ).toEqual([]);
      expect(
        lines.filter((line) => !/\syes\s+(?:yes|no)\s+(?:yes|no)\s+\d/u.test(line)),
        name,
      ).toEqual([]);
    }
  });

  test.each(['docx', 'xlsx', 'pptx', 'html'])('fifty rare family names as %s, in their order', (format) => {
    // A character from another font sits a hair lower, and the reader of the PDF takes it for a line of its own.
    const text = squeezed(textOf(pdfOf(`names.${format}`))).replaceAll('田𠮷', '𠮷田');
    let from = 0;
    for (const name of rareNames) {
      const at = text.indexOf(name, from);
      expect(at, name).toBeGreaterThanOrEqual(from);
      from = at + name.length;
    }
  });

  test('no hard character as the empty box of a missing one', () => {
    const [box, ...pages] = pagesOf(pdfOf('characters.docx'), 50).map(middle);
    expect(pages).toHaveLength(hardCharacters.length);
    expect(ink(box)).toBeGreaterThan(0);
    const boxes = pages.flatMap((page, index) => (same(page, box) ? [hardCharacters[index]] : []));
    const empty = pages.flatMap((page, index) => (ink(page) === 0 ? [hardCharacters[index]] : []));
    expect({ boxes, empty }).toEqual({ boxes: [], empty: [] });
  });

  test.runIf(officeVersion === APPROVED_WITH)('the Word file, as it was approved page by page', () => {
    const pdf = pdfOf('report.docx');
    expect(pageSizes(pdf)).toHaveLength(8);
    expectApprovedPages(pdf, join(approved, 'word'), [1, 2, 3, 4]);
  });
});

describe.skipIf(!hasPoppler)('the PDF', () => {
  test('looks as it was approved page by page', async () => {
    expectApprovedPages(await renderPdf(sampleReport), join(approved, 'pdf'), [1, 2, 3, 4]);
  });

  test('gives the rare names back in their order', async () => {
    const text = squeezed(textOf(await renderPdf(names)));
    const found = rareNames.map((name) => text.indexOf(name));
    expect(found.filter((at) => at < 0)).toEqual([]);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });
});

/** The middle of a page without header and footer: there stands the one character. */
function middle({ width, height, points }: Grey): Grey {
  const [top, bottom] = [Math.round(height * 0.08), Math.round(height * 0.3)];
  return { width, height: bottom - top, points: points.slice(top * width, bottom * width) };
}

const ink = (page: Grey | undefined): number => (page?.points ?? []).filter((point) => point < 160).length;

const same = (one: Grey, other: Grey | undefined): boolean =>
  other !== undefined && one.points.every((point, at) => Math.abs(point - (other.points[at] ?? 0)) < 32);
