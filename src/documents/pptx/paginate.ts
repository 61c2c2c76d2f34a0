/** Cuts long contents into slides that are read at a glance. Pure: sizes come from the widths of the characters. */
import type { ChartSpec } from '../charts/model.ts';
import { DocumentError } from '../errors.ts';
import { breakLines, cleanText } from '../prepare/text.ts';
import { emIn, heightOf, linesPerSlide, sizesOf } from './look.ts';
import type { Bullet, SlideColumn } from './model.ts';

/** A line of a list: its text, how deep it stands, and whether a point begins here. */
export interface ListLine {
  readonly text: string;
  readonly depth: 0 | 1;
  readonly starts: boolean;
}

export interface ListPage {
  readonly size: number;
  readonly lines: readonly ListLine[];
}

/** Room for the bullet, in em. */
export const bulletEm = 1.5;

/** A list as slides of at most seven lines; a point goes to the next slide as a whole where it fits there. */
export function paginateList(items: readonly (string | Bullet)[], width: number): ListPage[] {
  const whole = pagesAt(items, width, sizesOf.body);
  if (whole.length <= 1) return whole;
  return pagesAt(items, width, sizesOf.bodyLeast);
}

function pagesAt(items: readonly (string | Bullet)[], width: number, size: number): ListPage[] {
  const points = items.flatMap((item): ListLine[][] => {
    const { text, children = [] } = typeof item === 'string' ? { text: item } : item;
    return [linesOf(text, 0, width, size), ...children.map((child) => linesOf(child, 1, width, size))];
  });
  const pages: ListLine[][] = [];
  let page: ListLine[] = [];
  for (const point of points) {
    if (page.length > 0 && page.length + point.length > linesPerSlide) {
      pages.push(page);
      page = [];
    }
    for (const line of point) {
      if (page.length === linesPerSlide) {
        pages.push(page);
        page = [];
      }
      page.push(line);
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map((lines) => ({ size, lines }));
}

function linesOf(text: string, depth: 0 | 1, width: number, size: number): ListLine[] {
  const em = emIn(width, size) - bulletEm * (depth + 1);
  return cleanText(text)
    .split('\n')
    .flatMap((part) => breakLines(part, em))
    .map((line, index) => ({ text: line, depth, starts: index === 0 }));
}

export interface TablePage {
  readonly size: number;
  /** Lines of each cell. */
  readonly rows: readonly (readonly string[])[][];
  /** Heights in inches: header, then rows. */
  readonly heights: readonly number[];
}

/** Inner margin of a cell in inches: sides, then top and bottom. */
export const cellInset = { x: 0.08, y: 0.05 } as const;

export function columnInches(columns: readonly SlideColumn[], width: number): number[] {
  const shares = columns.map(({ share = 1 }) => share);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (width * share) / all);
}

/** A table as slides of at most seven rows that fit the height; what is too high for a slide goes on in a row below. */
export function paginateTable(
  columns: readonly SlideColumn[],
  rows: readonly (readonly (string | number)[])[],
  room: { readonly width: number; readonly height: number },
  name: string,
): TablePage[] {
  if (columns.length === 0) throw new DocumentError('deck-invalid', `スライド「${name}」の表に列がありません。`);
  const short = rows.find((row) => row.length !== columns.length);
  if (short !== undefined)
    throw new DocumentError(
      'deck-invalid',
      `スライド「${name}」の表の行「${String(short[0] ?? '')}」のセルが、${columns.length}列に合っていません。`,
    );
  const widths = columnInches(columns, room.width);
  for (const size of [sizesOf.table, 14, sizesOf.tableLeast]) {
    const pages = tablePagesAt(columns, rows, widths, room.height, size);
    // A larger size is right as long as it costs no slide and cuts no row.
    if (size === sizesOf.tableLeast || (!pages.cut && pages.pages.length <= Math.ceil(rows.length / linesPerSlide)))
      return pages.pages;
  }
  return [];
}

function tablePagesAt(
  columns: readonly SlideColumn[],
  rows: readonly (readonly (string | number)[])[],
  widths: readonly number[],
  height: number,
  size: number,
): { readonly pages: TablePage[]; readonly cut: boolean } {
  const linesIn = (text: string | number, at: number): string[] =>
    cleanText(String(text))
      .split('\n')
      .flatMap((part) => breakLines(part, Math.max(1, emIn((widths[at] ?? 1) - 2 * cellInset.x, size))));
  const rowHeight = (cells: readonly (readonly string[])[]): number =>
    heightOf(Math.max(1, ...cells.map((lines) => lines.length)), size) + 2 * cellInset.y;
  const head = rowHeight(columns.map(({ title }, at) => linesIn(title, at)));
  const free = height - head;
  const most = Math.max(1, Math.floor(((free - 2 * cellInset.y) * 72) / (size * 1.3)));
  let cut = false;
  const pages: { rows: (readonly string[])[][]; heights: number[] }[] = [];
  const filled = rows.length > 0 ? rows : [columns.map((_column, at) => (at === 0 ? '該当なし' : ''))];
  // Eight rows are four and four: no slide with a lone row after a full one.
  const each = Math.ceil(filled.length / Math.ceil(filled.length / linesPerSlide));
  for (const row of filled) {
    let cells: string[][] = row.map(linesIn);
    while (cells.some((lines) => lines.length > 0)) {
      const part = cells.map((lines) => lines.slice(0, most));
      cells = cells.map((lines) => lines.slice(most));
      cut ||= cells.some((lines) => lines.length > 0);
      const page = pages.at(-1);
      const own = rowHeight(part);
      const used = page?.heights.slice(1).reduce((sum, one) => sum + one, 0) ?? 0;
      if (page === undefined || page.rows.length === each || used + own > free + 0.001)
        pages.push({ rows: [part], heights: [head, own] });
      else {
        page.rows.push(part);
        page.heights.push(own);
      }
    }
  }
  return { pages: pages.map((page) => ({ size, ...page })), cut };
}

/** A chart with more categories than a slide shows, cut into charts of the same scale. */
export function paginateChart(chart: ChartSpec): ChartSpec[] {
  if (chart.kind === 'heat-map') {
    return chunks(chart.rows, 10).map(({ from, to }) => ({
      ...chart,
      rows: chart.rows.slice(from, to),
      values: chart.values.slice(from, to),
    }));
  }
  if (chart.kind !== 'bars' && chart.kind !== 'stacked-bars') return [chart];
  return chunks(chart.categories, 12).map(({ from, to }) => ({
    ...chart,
    categories: chart.categories.slice(from, to),
    series: chart.series.map((one) => ({ ...one, values: one.values.slice(from, to) })),
  }));
}

/** Parts of about the same length, at most `most` each; one part of an empty list. */
function chunks(list: readonly unknown[], most: number): { readonly from: number; readonly to: number }[] {
  const count = Math.max(1, Math.ceil(list.length / most));
  const each = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_one, index) => ({ from: index * each, to: (index + 1) * each }));
}

/** Title of one of several slides: 「（続き 2/3）」 from the second on. */
export const continued = (title: string, index: number, count: number): string =>
  index === 0 ? title : `${title}（続き ${index + 1}/${count}）`;

/** Size in points in which a title stands on at most two lines. @throws DocumentError when none does */
export function titleSize(title: string, width: number): number {
  for (const size of [sizesOf.title, 24, sizesOf.titleLeast]) {
    if (breakLines(cleanText(title), emIn(width, size)).length <= 2) return size;
  }
  throw new DocumentError(
    'deck-invalid',
    `スライドの題名「${title.slice(0, 30)}…」が2行に収まりません。短い題名にしてください。`,
  );
}
