/** Measures and looks of slides. Lengths in inches, the unit of the format's writer; sizes in points. */
import type { DeckTree } from './model.ts';

/**
 * BIZ UDゴシック (in English BIZ UDGothic, which every program knows) comes with every Windows since 10 (1809), is made to be read from afar, and sets kana and kanji one em and
 * Latin letters half an em, as ＭＳ ゴシック does: what is measured here holds there, and where another font steps in.
 */
export const slideFont = 'BIZ UDGothic';

export const sizesOf = {
  cover: 36,
  title: 28,
  /** Smallest title; a longer one is refused. */
  titleLeast: 22,
  body: 24,
  /** Smallest list; a longer one goes on with another slide. */
  bodyLeast: 20,
  message: 20,
  table: 16,
  /** Smallest table; a longer one goes on with another slide. */
  tableLeast: 12,
  small: 12,
} as const;

/** More lines of a list, or rows of a table, are not taken in from a slide. */
export const linesPerSlide = 7;

/** Line pitch as a multiple of the size. */
export const linePitch = 1.3;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Upper edge and height of the body. */
  readonly top: number;
  readonly body: number;
}

export function sheetOf(size: DeckTree['size']): Sheet {
  const [width, height] = size === 'A4' ? [11.693, 8.268] : [13.333, 7.5];
  return { width, height, margin: 0.6, top: 1.55, body: height - 1.55 - 0.75 };
}

/** Characters of a size in points that stand beside each other in a width in inches, less a reserve for line breaking rules. */
export const emIn = (width: number, size: number): number => (width * 72) / size - 1;

/** Height in inches of lines of a size. */
export const heightOf = (lines: number, size: number): number => (lines * size * linePitch) / 72;

export const colours = {
  ink: '1F2328',
  accent: '0B4A7A',
  grey: '5F6B7A',
  head: 'E3E9F1',
  rule: '5F6B7A',
  paper: 'FFFFFF',
} as const;
