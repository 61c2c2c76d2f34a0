import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cell,
  document,
  heading,
  type HeadingLevel,
  pageBreak,
  paragraph,
  table,
  type TableBlock,
  titlePage,
} from '../index.ts';
import { columnWidths, gridOf, lastRowsTogether, tableStaysWhole, tableWidths } from './grid.ts';
import { HeadingCounter, headingNumber } from './numbering.ts';
import { prepare } from './prepare.ts';
import { cleanText } from './text.ts';

describe('heading numbers', () => {
  test('follow 第1 / 1 / (1) / ア / (ア) / a', () => {
    expect(([1, 2, 3, 4, 5, 6] as const).map((level) => headingNumber(level, 2))).toEqual([
      '第2',
      '2',
      '(2)',
      'イ',
      '(イ)',
      'b',
    ]);
    expect(headingNumber(4, 46)).toBe('ン');
    expect(() => headingNumber(6, 27)).toThrow('番号を付けられません');
  });

  test('start again below a new heading', () => {
    const counter = new HeadingCounter();
    const levels: HeadingLevel[] = [1, 2, 3, 3, 4, 5, 6, 2, 3, 1, 2];
    expect(levels.map((level) => counter.next(level))).toEqual([
      '第1',
      '第1の1',
      '第1の1(1)',
      '第1の1(2)',
      '第1の1(2)ア',
      '第1の1(2)ア(ア)',
      '第1の1(2)ア(ア)a',
      '第1の2',
      '第1の2(1)',
      '第2',
      '第2の1',
    ]);
  });

  test('unnumbered headings are referred to by their words, unknown and double names are refused', () => {
    const tree = (...blocks: Parameters<typeof document>[1][number][]) => prepare(document({ title: '題' }, blocks));
    expect(tree(heading(1, 'はじめに', { id: 'a', numbered: false })).labels.get('a')).toBe('「はじめに」');
    expect(() => tree(heading(1, 'あ', { id: 'a' }), heading(1, 'い', { id: 'a' }))).toThrow('二か所');
  });
});

describe('sections', () => {
  test('a page break at the edge of a section makes no empty page', () => {
    const { sections } = prepare(document({ title: '題' }, [titlePage(), pageBreak(), paragraph('本文'), pageBreak()]));
    expect(sections.map((section) => section.blocks.map((block) => block.kind))).toEqual([[], ['paragraph']]);
  });
});

describe('tables', () => {
  const of = (rows: TableBlock['rows'], columns = 3): TableBlock =>
    table({ caption: '一覧', columns: Array.from({ length: columns }, () => ({ width: '1fr' as const })), rows });

  test('cells find their columns around spans', () => {
    const grid = gridOf(
      of([
        [cell('a', { rowspan: 2 }), cell('b', { colspan: 2 })],
        ['c', 'd'],
        ['e', 'f', 'g'],
      ]),
    );
    expect(grid.body.map((row) => row.map((placed) => placed.column))).toEqual([
      [0, 1],
      [1, 2],
      [0, 1, 2],
    ]);
  });

  test.each([
    ['too few', [['a', 'b']], '足りません'],
    ['too many', [['a', 'b', 'c', 'd']], '超えています'],
    ['span below the end', [[cell('a', { rowspan: 2 }), 'b', 'c']], '終わりを超えています'],
    [
      'span over a span',
      [
        ['a', cell('b', { rowspan: 2 }), 'c'],
        [cell('d', { colspan: 2 }), 'e'],
      ],
      '重なっています',
    ],
  ])('%s', (_name, rows, message) => {
    expect(() => gridOf(of(rows))).toThrow(message);
    expect(() => gridOf(of(rows))).toThrow('表「一覧」');
  });

  test('columns fill the paper and never leave it', () => {
    const width = fc.oneof(
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 1, max: 9 }).map((share) => `${share}fr` as const),
    );
    fc.assert(
      fc.property(fc.array(width, { minLength: 1, maxLength: 12 }), (widths) => {
        try {
          const result = columnWidths(widths, 170, '表');
          const sum = result.reduce((total, each) => total + each, 0);
          expect(sum).toBeLessThanOrEqual(170.02);
          if (widths.some((each) => typeof each === 'string')) expect(sum).toBeCloseTo(170);
          expect(Math.min(...result)).toBeGreaterThan(0);
        } catch (error) {
          expect(String(error)).toContain('用紙の幅');
        }
      }),
    );
    expect(() => tableWidths(of([]), 20)).toThrow('横向き');
  });
});

describe('tables at the end of a page', () => {
  const rows = (count: number, words = '事項') => Array.from({ length: count }, (_row, at) => [at + 1, words]);
  const of = (count: number, more: Partial<Pick<TableBlock, 'together'>> = {}, words?: string): TableBlock =>
    table({ columns: [{ width: 12 }, { width: '1fr' }], header: ['番号', '事項'], rows: rows(count, words), ...more });
  const whole = (block: TableBlock): boolean => tableStaysWhole(gridOf(block), tableWidths(block, 160), 9);
  const last = (block: TableBlock): number => lastRowsTogether(block, gridOf(block), tableWidths(block, 160), 9);

  test('move to the next page when they are small, or ask for it and fit there', () => {
    expect([
      whole(of(10)),
      whole(of(18)),
      whole(of(18, { together: true })),
      whole(of(60, { together: true })),
    ]).toEqual([true, false, true, false]);
  });

  test('keep their last two rows together where they may break and these are short', () => {
    expect([last(of(10)), last(of(20)), last(of(20, {}, '長い文。'.repeat(400)))]).toEqual([0, 2, 0]);
    const spanned = table({
      columns: [{ width: 12 }, { width: '1fr' }],
      rows: [...rows(18), [cell('合わせて', { rowspan: 2 }), '一'], ['二'], [21, '三']],
    });
    expect(last(spanned)).toBe(0);
  });
});

test('text loses what no output can carry and nothing else', () => {
  expect(cleanText('a\u0000b\u0007c\r\nd\te\u202ef')).toBe('abc\nd ef');
  expect(cleanText(`x${String.fromCharCode(0xd800)}y`)).toBe('x〓y');
  const plain = fc.stringMatching(/^[\u3040-\u30ff\u4e00-\u9fff -~\u{20000}-\u{2a6df}]*$/u);
  fc.assert(fc.property(plain, (text) => cleanText(text) === text));
});
