import { attributeOf, childOf, contentOf, nameOf, numberAt, switchAt } from './element.ts';
import { countLines, type Piece } from './lines.ts';
import type { Look, Spacing } from './styles.ts';

/** A paragraph as it takes up room. Lengths in points. */
export interface PlacedParagraph {
  readonly kind: 'paragraph';
  readonly lines: number;
  readonly lineHeight: number;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  /** Lines that stay together at its beginning and its end. */
  readonly together: number;
  readonly pageBreakBefore: boolean;
  /** Names of the bookmarks that begin in it. */
  readonly bookmarks: readonly string[];
  /** The properties of the section that ends with it. */
  readonly section: unknown;
}

/** Height of a line of the MS fonts against their size, as Word sets it without a grid. */
const LINE = 1.297;
const EMU_PER_POINT = 12_700;

/** @param pitch distance of the lines of the grid, or null inside of it */
export function readParagraph(
  node: unknown,
  width: number,
  pitch: number | null,
  looks: ReadonlyMap<string, Look>,
): PlacedParagraph {
  const content = contentOf(node, 'w:p');
  const properties = contentOf(childOf(content, 'w:pPr'));
  const look = looks.get(String(attributeOf(childOf(properties, 'w:pStyle'), 'w:val'))) ?? looks.get('Normal');
  if (look === undefined) throw new TypeError('no look of plain paragraphs');
  const run: Reading = { pieces: [], bookmarks: [], size: 0, picture: 0 };
  for (const child of content) readInline(child, look.size, run);
  const spacing = spacingOf(childOf(properties, 'w:spacing'), look.spacing);
  const size = run.size === 0 ? look.size : run.size;
  const lines = countLines(run.pieces, placeOf(properties, look, width));
  const section = childOf(properties, 'w:sectPr');
  // An empty paragraph that ends a section takes no room.
  const none = section !== undefined && run.pieces.length === 0 && run.picture === 0;
  const keepLines = switchAt(properties, 'w:keepLines') ?? look.keepLines;
  return {
    kind: 'paragraph',
    lines: none ? 0 : lines,
    lineHeight: heightOf(Math.max(size * LINE, run.picture), spacing, look.onGrid ? pitch : null),
    before: spacing.before,
    after: spacing.after,
    keepNext: switchAt(properties, 'w:keepNext') ?? look.keepNext,
    together: keepLines || lines <= 3 ? lines : 2,
    pageBreakBefore: switchAt(properties, 'w:pageBreakBefore') ?? false,
    bookmarks: run.bookmarks,
    section,
  };
}

function heightOf(natural: number, { line, exact }: Spacing, pitch: number | null): number {
  if (exact && line !== null) return line;
  const own = pitch === null ? natural : Math.ceil(natural / pitch - 1e-9) * pitch;
  return Math.max(own, line ?? 0);
}

function spacingOf(element: unknown, style: Spacing): Spacing {
  if (element === undefined) return style;
  const points = (attribute: string): number | undefined => {
    const twips = numberAt(element, attribute);
    return twips === undefined ? undefined : twips / 20;
  };
  const rule = attributeOf(element, 'w:lineRule');
  return {
    before: points('w:before') ?? style.before,
    after: points('w:after') ?? style.after,
    line: rule === undefined ? style.line : rule === 'auto' ? null : (points('w:line') ?? null),
    exact: rule === undefined ? style.exact : rule === 'exact',
  };
}

function placeOf(properties: readonly unknown[], look: Look, width: number) {
  const indent = childOf(properties, 'w:ind');
  const points = (attribute: string): number | undefined => {
    const twips = numberAt(indent, attribute);
    return twips === undefined ? undefined : twips / 20;
  };
  const left = points('w:left') ?? look.left;
  const own = points('w:firstLine') ?? points('w:hanging');
  const first = own === undefined ? look.first : points('w:firstLine') === undefined ? -own : own;
  const numbered = look.numbered || childOf(properties, 'w:numPr') !== undefined;
  const tabs = contentOf(childOf(properties, 'w:tabs'))
    .filter((tab) => attributeOf(tab, 'w:val') === 'left')
    .map((tab) => Number(attributeOf(tab, 'w:pos')) / 20);
  return {
    left,
    // The number stands in the room that hangs out, and a tab leads to the text.
    first: numbered && first < 0 ? left : left + first,
    right: width - (points('w:right') ?? 0),
    tabs,
  };
}

interface Reading {
  readonly pieces: Piece[];
  readonly bookmarks: string[];
  /** The largest letters. */
  size: number;
  /** The height of the highest picture. */
  picture: number;
}

function readInline(node: unknown, size: number, reading: Reading): void {
  const name = nameOf(node);
  if (name === 'w:r') {
    readRun(contentOf(node, name), size, reading);
  } else if (name === 'w:bookmarkStart') {
    reading.bookmarks.push(String(attributeOf(node, 'w:name')));
  } else if (name === 'w:hyperlink' || name === 'w:ins' || name === 'w:del') {
    for (const child of contentOf(node, name)) readInline(child, size, reading);
  }
}

function readRun(content: readonly unknown[], size: number, reading: Reading): void {
  const properties = contentOf(childOf(content, 'w:rPr'));
  const halves = numberAt(childOf(properties, 'w:sz'), 'w:val');
  const own = halves === undefined ? size : halves / 2;
  const add = (text: string): void => {
    reading.pieces.push({ text, size: own });
    reading.size = Math.max(reading.size, own);
  };
  for (const child of content) {
    const name = nameOf(child);
    if (name === 'w:t' || name === 'w:delText') {
      for (const text of contentOf(child, name)) if (typeof text === 'string') add(text);
    } else if (name === 'w:br') {
      add('\n');
    } else if (name === 'w:tab') {
      add('\t');
    } else if (name === 'w:drawing') {
      const extent = childOf(contentOf(childOf(contentOf(child, name), 'wp:inline')), 'wp:extent');
      reading.picture = Math.max(reading.picture, (numberAt(extent, 'cy') ?? 0) / EMU_PER_POINT);
    }
  }
}
