/** How high a row of a table on a slide gets, and rows that are higher than a slide. */
import { linePitch } from '../pptx/look.ts';
import { breakLines, cleanText } from '../prepare/text.ts';
import { DRAWING } from './vocabulary.ts';
import { childrenOf, cloneOf, type Element, elementsOf, remove, setText } from './xml.ts';

const PER_POINT = 12_700;
/** What the format says where a form is silent: letters, margins at the sides, above and below. */
const SIZE = 18;
const SIDE = 91_440;
const EDGE = 45_720;

export function rowHeight(row: Element, widths: readonly number[]): number {
  const cells = cellsOf(row, widths).filter(({ element }) => spanOf(element, 'rowSpan') === 1);
  return Math.max(Number(row.getAttribute('h')) || 0, ...cells.map(cellHeight));
}

/** Whether the row is held to the one above by a merged cell. */
export const isGoingOn = (row: Element): boolean =>
  childrenOf(row).some((cell) => ['1', 'true'].includes(cell.getAttribute('vMerge') ?? ''));

/** The row, or as many rows as its longest cell needs where it is higher than the room. Merged rows stay as they are. */
export function cutRow(row: Element, widths: readonly number[], room: number): readonly Element[] {
  const cells = cellsOf(row, widths);
  const isMerged = isGoingOn(row) || cells.some(({ element }) => spanOf(element, 'rowSpan') > 1);
  if (isMerged || rowHeight(row, widths) <= room) return [row];
  const lines = cells.map(linesOf);
  const fitting = cells.map(({ element }, at) => {
    const highest = Math.max(1, ...(lines[at] ?? []).map(({ size }) => size));
    return Math.floor((room - margins(element).edges) / (highest * linePitch * PER_POINT));
  });
  const most = Math.max(1, Math.min(...fitting));
  const count = Math.ceil(Math.max(...lines.map(({ length }) => length)) / most);
  return Array.from({ length: count }, (_one, part) => {
    const copy = cloneOf(row);
    copy.setAttribute('h', '0');
    cellsOf(copy, widths).forEach(({ element }, at) => {
      keep(element, (lines[at] ?? []).slice(part * most, (part + 1) * most));
    });
    return copy;
  });
}

interface Cell {
  readonly element: Element;
  readonly width: number;
}

function cellsOf(row: Element, widths: readonly number[]): readonly Cell[] {
  const cells = childrenOf(row).filter(({ nodeName }) => nodeName === DRAWING.cell);
  return cells.map((element, column) => {
    const own = widths.slice(column, column + spanOf(element, 'gridSpan'));
    return { element, width: own.reduce((all, one) => all + one, 0) };
  });
}

/** Cells that a merged one covers are there as well, so that a cell stands at the place of its column. */
const spanOf = (cell: Element, name: 'rowSpan' | 'gridSpan'): number => Number(cell.getAttribute(name) || 1);

function margins(cell: Element): { readonly sides: number; readonly edges: number } {
  const [properties] = childrenOf(cell).filter(({ nodeName }) => nodeName === 'a:tcPr');
  const of = (name: string, usual: number): number => Number(properties?.getAttribute(name) ?? usual);
  return { sides: of('marL', SIDE) + of('marR', SIDE), edges: of('marT', EDGE) + of('marB', EDGE) };
}

const cellHeight = (cell: Cell): number =>
  linesOf(cell).reduce((all, { size }) => all + size * linePitch * PER_POINT, margins(cell.element).edges);

interface Line {
  readonly text: string;
  readonly size: number;
  /** Which paragraph of the cell it is part of, and which part between line breaks of that. */
  readonly paragraph: number;
  readonly part: number;
}

function linesOf({ element, ...cell }: Cell): readonly Line[] {
  const free = (cell.width - margins(element).sides) / PER_POINT;
  return elementsOf(element, DRAWING.paragraph).flatMap((paragraph, index) => {
    const size = sizeOf(paragraph, element);
    const parts = cleanText(wordsWithBreaks(paragraph)).split('\n');
    // Half a character is what the rules of line breaking cost on average.
    const width = Math.max(1, free / size - 0.5);
    return parts.flatMap((words, part) =>
      breakLines(words, width).map((text) => ({ text, size, paragraph: index, part })),
    );
  });
}

function wordsWithBreaks(paragraph: Element): string {
  const pieces = childrenOf(paragraph).map((piece) =>
    piece.nodeName === DRAWING.lineBreak
      ? '\n'
      : elementsOf(piece, DRAWING.text)
          .map(({ textContent }) => textContent)
          .join(''),
  );
  return pieces.join('');
}

/** The largest letters of a paragraph. */
function sizeOf(paragraph: Element, cell: Element): number {
  const named = (root: Element, names: readonly string[]): number[] =>
    names.flatMap((name) => elementsOf(root, name)).flatMap((one) => Number(one.getAttribute('sz') || 0) || []);
  const runs = named(paragraph, ['a:rPr']);
  const sizes = [runs, named(paragraph, ['a:endParaRPr']), named(cell, ['a:defRPr'])].find(({ length }) => length > 0);
  return sizes === undefined ? SIZE : Math.max(...sizes) / 100;
}

/** Leaves only these lines in a cell, in paragraphs that look as before; what stood behind a line break gets its own. */
function keep(cell: Element, lines: readonly Line[]): void {
  for (const [index, paragraph] of elementsOf(cell, DRAWING.paragraph).entries()) {
    const own = lines.filter((line) => line.paragraph === index);
    const isOnly = index === 0 && lines.length === 0;
    for (const part of isOnly ? [0] : new Set(own.map((line) => line.part))) {
      const copy = cloneOf(paragraph);
      say(copy, joined(own.filter((line) => line.part === part).map(({ text }) => text)));
      paragraph.parentNode?.insertBefore(copy, paragraph);
    }
    remove(paragraph);
  }
}

/** Leaves of a paragraph its first run with this text. */
function say(paragraph: Element, words: string): void {
  const [first, ...others] = childrenOf(paragraph).filter(({ nodeName }) => !nodeName.endsWith('Pr'));
  for (const other of others) remove(other);
  const [text] = first === undefined ? [] : elementsOf(first, DRAWING.text);
  if (text !== undefined) setText(text, words);
}

/** Lines of a paragraph as its text again: between Latin words there was a space. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((all, line) => (/[!-~]$/u.test(all) && /^[!-~]/u.test(line) ? `${all} ${line}` : `${all}${line}`), '');
