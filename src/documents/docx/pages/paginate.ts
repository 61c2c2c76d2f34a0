/** On which page each block stands: one pass from top to bottom, as Word fills pages. */
import type { WordParagraph } from '../model.ts';
import type { PlacedParagraph } from './paragraph.ts';
import type { PlacedRow, PlacedTable } from './table.ts';

export type PlacedBlock = PlacedParagraph | PlacedTable;

export interface PlacedSection {
  /** Room between the margins in points. */
  readonly height: number;
  /** The number of its first page; null when it counts on. */
  readonly start: number | null;
  readonly blocks: readonly PlacedBlock[];
}

const TOLERANCE = 0.05;

/** The number of the page, as it stands on it, of each paragraph outside of tables. */
export function paginate(sections: readonly PlacedSection[]): ReadonlyMap<WordParagraph, number> {
  const found = new Map<WordParagraph, number>();
  let number = 0;
  for (const { height, start, blocks } of sections) {
    const page = new Page(height, start ?? number + 1);
    blocks.forEach((block, index) => {
      if (isHeadOfChain(blocks, index)) keepTogether(page, blocks, index);
      if (block.kind === 'table') fillTable(page, block.rows);
      else fillParagraph(page, block, found);
    });
    ({ number } = page);
  }
  return found;
}

/** The page at hand. */
class Page {
  number: number;
  readonly height: number;
  #used = 0;
  #after = 0;

  constructor(height: number, number: number) {
    this.height = height;
    this.number = number;
  }

  get isEmpty(): boolean {
    return this.#used === 0;
  }

  get left(): number {
    return this.height - this.#used;
  }

  /** The space between what stands here and something that wants so much above it. */
  above(before: number): number {
    return Math.max(this.#after, before);
  }

  fits(height: number): boolean {
    return height <= this.left + TOLERANCE;
  }

  take(height: number, after = 0): void {
    this.#used += height;
    this.#after = after;
  }

  next(): void {
    this.number += 1;
    this.#used = 0;
    this.#after = 0;
  }
}

/** The first of some paragraphs that stay with what follows. */
function isHeadOfChain(blocks: readonly PlacedBlock[], index: number): boolean {
  const before = blocks[index - 1];
  return keepsNext(blocks[index]) && !(before !== undefined && keepsNext(before));
}

const keepsNext = (block: PlacedBlock | undefined): boolean => block?.kind === 'paragraph' && block.keepNext;

/** Begins a new page where paragraphs that stay together, and the beginning of what they stay with, do not fit here. */
function keepTogether(page: Page, blocks: readonly PlacedBlock[], from: number): void {
  let height = 0;
  let after: number | null = null;
  let at = from;
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    if (at > from && block.kind === 'paragraph' && block.pageBreakBefore) break;
    if (block.kind === 'table') {
      height += (after ?? page.above(0)) + headHeight(block.rows);
      break;
    }
    height += after === null ? page.above(block.before) : Math.max(after, block.before);
    height += block.lineHeight * (block.keepNext ? block.lines : block.together);
    ({ after } = block);
    if (!block.keepNext) break;
    at += 1;
  }
  if (!page.isEmpty && !page.fits(height) && height <= page.height) page.next();
}

/** The heads of a table and the rows that stay with them. */
function headHeight(rows: readonly PlacedRow[]): number {
  let height = 0;
  for (const row of rows) {
    height += row.height;
    if (!row.header && !row.keepNext) break;
  }
  return height;
}

function fillParagraph(page: Page, paragraph: PlacedParagraph, found: Map<WordParagraph, number>): void {
  const { lines, lineHeight, before, after, together } = paragraph;
  if (paragraph.pageBreakBefore && !page.isEmpty) page.next();
  if (!page.isEmpty && !page.fits(page.above(before) + together * lineHeight)) page.next();
  found.set(paragraph.of, page.number);
  let left = lines;
  let above = page.above(before);
  while (left > 0) {
    const room = Math.max(1, Math.floor((page.left - above + TOLERANCE) / lineHeight));
    // The last line does not stand alone on the next page.
    const here = left <= room ? left : Math.max(1, Math.min(room, left - 2));
    left -= here;
    page.take(above + here * lineHeight, after);
    if (left > 0) page.next();
    above = 0;
  }
}

function fillTable(page: Page, rows: readonly PlacedRow[]): void {
  const body = rows.findIndex(({ header }) => !header);
  const heads = rows.slice(0, Math.max(0, body)).reduce((sum, { height }) => sum + height, 0);
  page.take(page.above(0));
  if (!page.isEmpty && !page.fits(headHeight(rows)) && headHeight(rows) <= page.height) page.next();
  rows.forEach((row, index) => {
    const nextPage = (): void => {
      page.next();
      if (index >= body) page.take(heads);
    };
    if (row.keepNext && rows[index - 1]?.keepNext !== true && !row.header) {
      const kept = headHeight(rows.slice(index));
      if (!page.isEmpty && !page.fits(kept) && kept <= page.height - heads) nextPage();
    }
    let { height } = row;
    if (!row.mayBreak || height > page.height - heads) {
      if (!row.mayBreak && !page.fits(height) && !page.isEmpty) nextPage();
    }
    // A row that may break fills this page first, but for less than a line of room.
    while (!page.fits(height)) {
      if (page.left > LEAST_ROOM) height -= page.left;
      nextPage();
      if (page.left <= LEAST_ROOM) break;
    }
    page.take(height);
  });
}

/** Room that a part of a row needs: its margins and two lines. */
const LEAST_ROOM = 32;
