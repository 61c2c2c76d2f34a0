import type { HeadingLevel } from '../blocks/heading/model.ts';

/** How a heading level looks, the same in every output. Lengths in characters of the body size (em), sizes in points. */
export interface HeadingLook {
  readonly size: number;
  readonly bold: boolean;
  /** Where the number starts. */
  readonly indent: number;
  /** Distance from the number to the words. */
  readonly hang: number;
  /** Space above and below in points. */
  readonly before: number;
  readonly after: number;
}

const looks: Readonly<Record<HeadingLevel, HeadingLook>> = {
  1: { size: 14, bold: true, indent: 0, hang: 4, before: 18, after: 6 },
  2: { size: 12, bold: true, indent: 0, hang: 2, before: 12, after: 3 },
  3: { size: 10.5, bold: false, indent: 1, hang: 2.5, before: 6, after: 0 },
  4: { size: 10.5, bold: false, indent: 2, hang: 2, before: 3, after: 0 },
  5: { size: 10.5, bold: false, indent: 3, hang: 3, before: 3, after: 0 },
  6: { size: 10.5, bold: false, indent: 4, hang: 2, before: 3, after: 0 },
};

export const headingLevels = [1, 2, 3, 4, 5, 6] as const;

export const headingLook = (level: HeadingLevel): HeadingLook => looks[level];

/** Depth of the text: 0 before the first heading, otherwise the level of the heading above it. */
export type Depth = 0 | HeadingLevel;

/** Indent in characters of body text below a heading of this level. */
export const bodyIndent = (depth: Depth): number => (depth === 0 ? 0 : depth - 1);

/** Sizes in points of text other than the body. */
export const sizes = { table: 9, note: 9, caption: 9.5, title: 22, subtitle: 14, letterTitle: 14, header: 9 } as const;

/** Tints as hex colours: light enough that black text keeps a contrast above 12:1 and grey prints stay readable. */
export const shades = {
  header: 'E3E9F1',
  light: 'F3F5F8',
  warning: 'FFF3D6',
  danger: 'FBE3E1',
  good: 'E3F3E6',
} as const;

/** Text added and struck out: dark enough for a contrast above 7:1 on white. */
export const changeColours = { inserted: '003A8C', deleted: '8A1C1C' } as const;

/** Colour of table rules. */
export const ruleColour = '5F6B7A';

/** Inner margins of a table cell in mm: sides, top and bottom. */
export const cellMargin = { x: 1.6, y: 1 } as const;
