import type { WordInline, WordParagraph } from '../model.ts';
import { countLines, type LinePlace, type Piece } from './lines.ts';
import { type Look, plainLook, points, type Spacing, spacingOf } from './styles.ts';

/** A paragraph as it takes up room. Lengths in points. */
export interface PlacedParagraph {
  readonly kind: 'paragraph';
  /** What it is measured from. */
  readonly of: WordParagraph;
  readonly lines: number;
  readonly lineHeight: number;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  /** Lines that stay together at its beginning and its end. */
  readonly together: number;
  readonly pageBreakBefore: boolean;
}

/** Height of a line of the MS fonts against their size, as Word sets it without a grid. */
const LINE = 1.297;
const EMU_PER_POINT = 12_700;

/** Where a paragraph stands. */
export interface Place {
  /** Points. */
  readonly width: number;
  /** Distance of the lines of the grid. */
  readonly pitch: number;
  readonly looks: ReadonlyMap<string, Look>;
}

/** @param ends it is the last of its section: without words it takes no room */
export function placeParagraph(
  paragraph: WordParagraph,
  { width, pitch, looks }: Place,
  ends = false,
): PlacedParagraph {
  const look = looks.get(paragraph.style) ?? plainLook;
  const reading: Reading = { pieces: [], size: 0, picture: 0 };
  for (const child of paragraph.children) read(child, look.size, reading);
  const spacing = spacingOf(paragraph.spacing, look.spacing);
  const size = reading.size === 0 ? look.size : reading.size;
  const lines = countLines(reading.pieces, placeOf(paragraph, look, width));
  const none = ends && reading.pieces.length === 0 && reading.picture === 0;
  const keepLines = paragraph.keepLines ?? look.keepLines;
  return {
    kind: 'paragraph',
    of: paragraph,
    lines: none ? 0 : lines,
    lineHeight: heightOf(Math.max(size * LINE, reading.picture), spacing, look.onGrid ? pitch : null),
    before: spacing.before,
    after: spacing.after,
    keepNext: paragraph.keepNext ?? look.keepNext,
    together: keepLines || lines <= 3 ? lines : 2,
    pageBreakBefore: paragraph.pageBreakBefore ?? false,
  };
}

function heightOf(natural: number, { line, exact }: Spacing, pitch: number | null): number {
  if (exact && line !== null) return line;
  const own = pitch === null ? natural : Math.ceil(natural / pitch - 1e-9) * pitch;
  return Math.max(own, line ?? 0);
}

function placeOf({ indent, numbering, tabs = [] }: WordParagraph, look: Look, width: number): LinePlace {
  const left = indent?.left === undefined ? look.left : points(indent.left);
  const own = indent?.firstLine ?? (indent?.hanging === undefined ? undefined : -indent.hanging);
  const first = own === undefined ? look.first : points(own);
  const numbered = look.numbered || numbering !== undefined;
  return {
    left,
    // The number stands in the room that hangs out, and a tab leads to the text.
    first: numbered && first < 0 ? left : left + first,
    right: width - points(indent?.right ?? 0),
    tabs: tabs.filter(({ kind }) => kind === 'left').map(({ at }) => points(at)),
  };
}

interface Reading {
  readonly pieces: Piece[];
  /** The largest letters. */
  size: number;
  /** The height of the highest picture. */
  picture: number;
}

function read(piece: WordInline, size: number, reading: Reading): void {
  const add = (text: string, own = size): void => {
    reading.pieces.push({ text, size: own });
    reading.size = Math.max(reading.size, own);
  };
  switch (piece.kind) {
    case 'text':
      add(piece.text, piece.look.size === undefined ? size : piece.look.size / 2);
      break;
    case 'field':
      add(piece.result);
      break;
    case 'tab':
      add('\t');
      break;
    case 'link':
    case 'bookmark':
      for (const child of piece.children) read(child, size, reading);
      break;
    case 'picture':
      reading.picture = Math.max(reading.picture, piece.height / EMU_PER_POINT);
      break;
    case 'comment-start':
    case 'comment-end':
    case 'field-start':
    case 'field-end':
      break;
  }
}
