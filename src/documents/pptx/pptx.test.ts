import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deck, renderPptx } from '../index.ts';
import { bundledFonts } from '../testing/fonts.ts';
import { sampleDeck } from '../testing/deck.ts';
import { expectGolden } from '../testing/golden.ts';
import { objections } from '../testing/ooxml.ts';
import { fontsOf, hasPoppler, pageSizes, textOf } from '../testing/pdf.ts';
import { hardWords } from '../testing/sample.ts';
import { widthInEm } from '../prepare/text.ts';
import { emIn, linesPerSlide } from './look.ts';
import { continued, paginateChart, paginateList, paginateTable, titleSize } from './paginate.ts';
import { sampleCharts } from '../testing/charts.ts';

const hasOffice = spawnSync('soffice', ['--version']).error === undefined;

/** The words of each slide in order, one slide a line. */
function slideWords(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const count = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name)).length;
  return Array.from({ length: count }, (_one, index) => {
    const xml = strFromU8(parts[`ppt/slides/slide${index + 1}.xml`] ?? new Uint8Array());
    return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map((match) => match[1] ?? '').join('｜');
  });
}

describe('a deck', () => {
  test('is valid for the Open XML SDK, on both papers', async () => {
    expect(await objections(await renderPptx(sampleDeck), 'pptx')).toEqual([]);
    expect(await objections(await renderPptx({ ...sampleDeck, size: 'A4' }), 'pptx')).toEqual([]);
  });

  test('is the same for the same tree, whatever was made before', async () => {
    const first = await renderPptx(sampleDeck);
    await renderPptx(deck({ title: '別' }, [{ kind: 'chart', title: '別', chart: sampleCharts.bars }]));
    expect(Buffer.compare(first, await renderPptx(sampleDeck))).toBe(0);
  });

  test('says on its slides what was approved', async () => {
    expectGolden(
      join(import.meta.dirname, 'deck.golden.txt'),
      `${slideWords(await renderPptx(sampleDeck)).join('\n')}\n`,
    );
  });

  test('holds charts that can be edited, with their figures and their words for readers', async () => {
    const parts = unzipSync(await renderPptx(sampleDeck));
    const names = Object.keys(parts);
    expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/u.test(name))).toHaveLength(12);
    expect(names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(12);
    const slides = names
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))
      .map((name) => strFromU8(parts[name] ?? new Uint8Array()));
    expect(slides.filter((xml) => xml.includes('descr="「局ごとの平均点」の棒グラフです。'))).toHaveLength(1);
    const notes = names
      .filter((name) => name.startsWith('ppt/notesSlides/') && name.endsWith('.xml'))
      .map((name) => strFromU8(parts[name] ?? new Uint8Array()));
    expect(notes.some((xml) => xml.includes('はじめに出席のお礼を述べる。'))).toBe(true);
    expect(notes.some((xml) => xml.includes('最も高いのは総務局の92.5点です。'))).toBe(true);
  });
});

describe('long contents', () => {
  const words = fc.array(fc.constantFrom('あ', '漢', 'A', 'b', '1', ' ', '、', '。', 'https://example.jp/path', 'ー'), {
    minLength: 1,
    maxLength: 120,
  });

  test('a list never has more than seven lines a slide, loses nothing and stays within its width', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 14 }), fc.integer({ min: 3, max: 12 }), (items, width) => {
        const texts = items.map((item) => item.join(''));
        const pages = paginateList(texts, width);
        const squeezed = (text: string): string => text.replace(/\s/gu, '');
        expect(squeezed(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''))).toBe(
          squeezed(texts.join('')),
        );
        for (const { lines, size } of pages) {
          expect(lines.length).toBeLessThanOrEqual(linesPerSlide);
          // The reserve of one em takes the mark that may not begin a line.
          for (const { text } of lines) expect(widthInEm(text)).toBeLessThanOrEqual(emIn(width, size) + 1);
        }
      }),
    );
  });

  test('a table repeats its header, fits its height and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 20 }), (rows) => {
        const texts = rows.map(([left, right]) => [left.join(''), right.join('')]);
        const pages = paginateTable(
          [{ title: '左' }, { title: '右', share: 2 }],
          texts,
          { width: 12, height: 4 },
          '表',
        );
        const column = (at: number): string =>
          pages
            .flatMap((page) => page.rows.flatMap((row) => row[at] ?? []))
            .join('')
            .replace(/\s/gu, '');
        expect(column(0)).toBe(
          texts
            .map(([left]) => left)
            .join('')
            .replace(/\s/gu, ''),
        );
        expect(column(1)).toBe(
          texts
            .map(([, right]) => right)
            .join('')
            .replace(/\s/gu, ''),
        );
        for (const page of pages) {
          expect(page.rows.length).toBeLessThanOrEqual(linesPerSlide);
          expect(page.heights.length).toBe(page.rows.length + 1);
          expect(page.heights.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4.01);
        }
      }),
    );
  });

  test('a table of eight rows is four and four, not seven and one', () => {
    const rows = Array.from({ length: 8 }, (_row, at) => [String(at), '事項']);
    const pages = paginateTable([{ title: '番号' }, { title: '事項' }], rows, { width: 12, height: 6 }, '表');
    expect(pages.map((page) => page.rows.length)).toEqual([4, 4]);
  });

  test('a chart of forty departments goes on with the same series', () => {
    const parts = paginateChart(sampleCharts.forty);
    expect(parts).toHaveLength(4);
    expect(parts.flatMap((part) => ('categories' in part ? part.categories : []))).toEqual(
      sampleCharts.forty.categories,
    );
  });

  test('a continuation says which it is; a title that cannot stand is refused', () => {
    expect([0, 1].map((index) => continued('一覧', index, 3))).toEqual(['一覧', '一覧（続き 2/3）']);
    expect(titleSize('短い題名', 12)).toBe(28);
    expect(() => titleSize('長'.repeat(90), 12)).toThrow('2行に収まりません');
  });

  test('what is no table or no deck is refused with a sentence', async () => {
    await expect(renderPptx(deck({ title: '題' }, []))).rejects.toThrow('スライドがありません');
    await expect(renderPptx(deck({ title: ' ' }, [{ kind: 'section', title: '章' }]))).rejects.toThrow('題名が空です');
    const rows = [['一', '二']];
    await expect(
      renderPptx(deck({ title: '題' }, [{ kind: 'table', title: '表', columns: [{ title: '列' }], rows }])),
    ).rejects.toThrow('1列に合っていません');
  });
});

describe.skipIf(!hasOffice || !hasPoppler)('LibreOffice opens', () => {
  let folder = '';
  let pdf: Uint8Array = new Uint8Array();
  let bytes: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'machimori-deck-'));
    bytes = await renderPptx(sampleDeck);
    writeFileSync(join(folder, 'a.pptx'), bytes);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'a.pptx'),
      ],
      { stdio: 'ignore', env: { ...process.env, FONTCONFIG_FILE: bundledFonts(folder) } },
    );
    pdf = readFileSync(join(folder, 'a.pdf'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every slide, on 16:9, with its words', () => {
    const sizes = pageSizes(pdf);
    expect(sizes).toHaveLength(slideWords(bytes).length);
    expect(new Set(sizes)).toEqual(new Set(['960 x 540']));
    const text = textOf(pdf).replace(/\s/gu, '');
    for (const words of [
      // Characters of the second font are copied out in an order of their own.
      hardWords.slice(0, 6),
      '【取扱注意】',
      '発見事項の一覧（続き2/5）',
      '教育委員会事務局',
      'データがありません。',
    ])
      expect(text).toContain(words.replace(/\s/gu, ''));
    expect(text.split('改善提言').length - 1).toBe(5);
  });

  test('in the font that was measured', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.some((font) => font.includes('BIZUDGothic'))).toBe(true);
    for (const font of fonts) expect(font).toMatch(/ yes (?:yes|no) (?:yes|no) /u);
  });
});
