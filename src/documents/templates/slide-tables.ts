/**
 * Tables of a slide that grew as the form was filled: what has no room goes on on further slides, under the same header
 * rows. Lengths in English metric units, sizes of letters in points.
 */
import { marksOf, opens } from '../../core/form/index.ts';
import { continued } from '../pptx/paginate.ts';
import { TemplateError } from './errors.ts';
import { cutRow, isGoingOn, rowHeight } from './slide-rows.ts';
import { DRAWING, wordsOf } from './vocabulary.ts';
import { childrenOf, cloneOf, type Document, type Element, elementsOf, remove, setText } from './xml.ts';

/** More slides nobody sits through; the form wants another kind of paper. */
const SLIDES = 300;
/** Share of the height above the line of dates and page numbers. */
const ABOVE_FOOT = 0.92;

/** A table with a repetition in it, as the form has it. */
export interface GrowingTable {
  readonly frame: Element;
  readonly table: Element;
  /** Rows above the first that is repeated. */
  readonly heads: number;
  /** From the upper edge of the table to whatever stands below it. */
  readonly room: number;
}

/** The tables that may grow, before the form is filled. @param height of the slide */
export function growingTables(document: Document, height: number): readonly GrowingTable[] {
  return elementsOf(document, 'p:graphicFrame').flatMap((frame): GrowingTable[] => {
    const [table] = elementsOf(frame, DRAWING.table);
    if (table === undefined) return [];
    const heads = rowsOf(table).findIndex((row) => elementsOf(row, DRAWING.paragraph).some(repeats));
    return heads < 0 ? [] : [{ frame, table, heads, room: roomOf(frame, document, height) }];
  });
}

/**
 * Writes the slide once, or as often as its tables need slides.
 * @throws TemplateError `too-large` for more slides than anybody looks at
 */
export function writePages(
  document: Document,
  tables: readonly GrowingTable[],
  write: (document: Document) => Uint8Array,
): readonly Uint8Array[] {
  const split = tables.filter(({ frame }) => frame.parentNode !== null).map((one) => ({ ...one, pages: pagesOf(one) }));
  const count = Math.max(1, ...split.map(({ pages }) => pages.length));
  if (count > SLIDES) {
    throw new TemplateError(
      'too-large',
      'スライドの表',
      `表の行が多く、スライドが${SLIDES}枚を超えます。表に入れる件数を減らすか、Word又はExcelの様式を使ってください。`,
    );
  }
  if (count === 1) return [write(document)];
  const titles = titleEnds(document);
  return Array.from({ length: count }, (_one, page) => {
    for (const { frame, table, heads, pages } of split) {
      for (const row of rowsOf(table).slice(heads)) remove(row);
      const rows = pages[page];
      if (rows === undefined) remove(frame);
      else for (const row of rows) table.appendChild(row);
    }
    for (const end of titles) setText(end, continued('', page, count));
    return write(document);
  });
}

const rowsOf = (table: Element): Element[] => childrenOf(table).filter(({ nodeName }) => nodeName === DRAWING.row);

const repeats = (paragraph: Element): boolean => marksOf(wordsOf(paragraph, DRAWING)).some(opens);

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxOf(shape: Element): Box | null {
  const [offset] = elementsOf(shape, 'a:off');
  const [extent] = elementsOf(shape, 'a:ext').filter((one) => one.hasAttribute('cx'));
  if (offset === undefined || extent === undefined) return null;
  const [left, top] = [Number(offset.getAttribute('x')), Number(offset.getAttribute('y'))];
  return {
    left,
    top,
    right: left + Number(extent.getAttribute('cx')),
    bottom: top + Number(extent.getAttribute('cy')),
  };
}

/** Down to what the form has below the table, or to the foot of the slide. */
function roomOf(frame: Element, document: Document, height: number): number {
  const own = boxOf(frame);
  if (own === null) return height;
  const shapes = ['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp'].flatMap((name) => elementsOf(document, name));
  const below = shapes.flatMap((shape): number[] => {
    const box = shape === frame ? null : boxOf(shape);
    const isBelow = box !== null && box.top >= own.bottom && box.left < own.right && box.right > own.left;
    return isBelow ? [box.top] : [];
  });
  const foot = Math.min(height, Math.max(height * ABOVE_FOOT, own.bottom));
  return Math.min(foot, ...below) - own.top;
}

/** The rows of each slide, without the header rows. */
function pagesOf({ table, heads, room }: GrowingTable): readonly (readonly Element[])[] {
  const widths = elementsOf(table, 'a:gridCol').map((column) => Number(column.getAttribute('w')));
  const rows = rowsOf(table);
  const free = room - sum(rows.slice(0, heads).map((row) => rowHeight(row, widths)));
  const body = rows.slice(heads).flatMap((row) => cutRow(row, widths, free));
  const pages: Element[][] = [[]];
  let used = 0;
  for (const group of groupsOf(body)) {
    const height = sum(group.map((row) => rowHeight(row, widths)));
    if (used > 0 && used + height > free) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...group);
    used += height;
  }
  return pages;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Rows that a merged cell holds together. */
function groupsOf(rows: readonly Element[]): readonly (readonly Element[])[] {
  const groups: Element[][] = [];
  for (const row of rows) {
    if (isGoingOn(row)) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** A text at the end of each title, for the words that tell slides of one table apart. */
function titleEnds(document: Document): readonly Element[] {
  return elementsOf(document, 'p:sp').flatMap((shape): Element[] => {
    const last = isTitle(shape) ? elementsOf(shape, DRAWING.run).at(-1) : undefined;
    if (last === undefined) return [];
    const end = cloneOf(last);
    last.parentNode?.insertBefore(end, last.nextSibling);
    return elementsOf(end, DRAWING.text).slice(0, 1);
  });
}

/** The place of the layout for the title, or a box that is called so. */
const isTitle = (shape: Element): boolean =>
  elementsOf(shape, 'p:ph').some((holder) => /^(?:title|ctrTitle)$/u.test(holder.getAttribute('type') ?? '')) ||
  elementsOf(shape, 'p:cNvPr').some((named) => /^(?:題名|タイトル|Title)/u.test(named.getAttribute('name') ?? ''));
