/**
 * A Word document as plain data: block writers make it, `pages/` measures it, `xml/` writes it. Lengths in twips, sizes of
 * letters in half points, as Word counts them.
 */
import type { Change } from '../model/changes.ts';

export type WordAlignment = 'left' | 'center' | 'right' | 'both';

export interface WordSpacing {
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly rule?: 'auto' | 'atLeast' | 'exact';
}

export interface WordIndent {
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  readonly hanging?: number;
}

/** How a paragraph stands, in a style or where it differs from its style. */
export interface ParagraphLook {
  readonly align?: WordAlignment;
  readonly spacing?: WordSpacing;
  readonly indent?: WordIndent;
  /** A list by its number in the file, and the level in it counted from 0. `none` takes the number of the style away. */
  readonly numbering?: { readonly list: number; readonly level: number } | 'none';
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Its lines do not stand on the grid of the page. */
  readonly offGrid?: boolean;
  readonly tabs?: readonly WordTab[];
}

export interface WordTab {
  readonly kind: 'left' | 'right';
  readonly at: number;
  readonly dotted?: boolean;
}

/** How letters look, in a style or where they differ from the style of their paragraph. */
export interface RunLook {
  readonly font?: string;
  readonly bold?: boolean;
  readonly underline?: 'single' | 'none';
  readonly size?: number;
  readonly colour?: string;
}

export interface WordParagraph extends ParagraphLook {
  readonly kind: 'paragraph';
  /** The id of its style; empty for plain text. */
  readonly style: string;
  readonly children: readonly WordInline[];
  /** Comes or goes with its end. */
  readonly change?: Change | undefined;
  /** What a heading says in the table of contents, beside its words. */
  readonly entry?: HeadingEntry;
}

export interface HeadingEntry {
  /** From 1. */
  readonly level: number;
  /** As it stands before the words; null when it bears none. */
  readonly number: string | null;
}

export type WordInline =
  | {
      readonly kind: 'text';
      /** A newline is a line break. */
      readonly text: string;
      readonly look: RunLook;
      readonly change?: Change | undefined;
    }
  | { readonly kind: 'tab'; readonly look: RunLook }
  | { readonly kind: 'link'; readonly anchor: string; readonly children: readonly WordInline[] }
  | { readonly kind: 'bookmark'; readonly name: string; readonly children: readonly WordInline[] }
  | { readonly kind: 'comment-start' | 'comment-end'; readonly comment: number }
  | { readonly kind: 'field'; readonly instruction: string; readonly result: string; readonly look: RunLook }
  | { readonly kind: 'field-start'; readonly instruction: string }
  | { readonly kind: 'field-end' }
  | WordPicture;

export interface WordPicture {
  readonly kind: 'picture';
  /** English metric units. */
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly alt: string;
  readonly svg: string | undefined;
  /** Beside an SVG: for programs that do not draw it. */
  readonly png: Uint8Array;
}

export interface WordBorder {
  readonly style: 'single' | 'dashed' | 'none';
  /** Eighths of a point. */
  readonly size: number;
  readonly colour: string;
}

export type WordSide = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV';
export type WordBorders = Readonly<Partial<Record<WordSide, WordBorder>>>;

export interface WordCell {
  readonly paragraphs: readonly WordParagraph[];
  /** Columns and rows that it takes. Default 1. */
  readonly columns?: number;
  readonly rows?: number;
  readonly borders?: WordBorders;
  readonly fill?: string;
  readonly margins?: WordMargins;
  readonly upright?: boolean;
  readonly vertical?: 'top' | 'center' | 'bottom';
}

export interface WordMargins {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  /** Stands again on every page. */
  readonly header?: boolean;
  /** Does not break over pages. */
  readonly whole?: boolean;
  readonly keepNext?: boolean;
  readonly height?: { readonly value: number; readonly exact: boolean };
  readonly change?: Change | undefined;
}

/** A table whose columns keep their widths. */
export interface WordTable {
  readonly kind: 'table';
  readonly widths: readonly number[];
  readonly margins: WordMargins;
  readonly align?: WordAlignment;
  readonly borders?: WordBorders;
  readonly rows: readonly WordRow[];
}

/** A table of contents of the headings down to a level. */
export interface WordContents {
  readonly kind: 'contents';
  readonly title: string;
  readonly depth: number;
}

export type WordBlock = WordParagraph | WordTable | WordContents;

export interface WordSection {
  /** The sheet standing upright. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly landscape: boolean;
  readonly margins: WordMargins;
  /** The number of its first page; null when it counts on. */
  readonly start: number | null;
  readonly header: WordParagraph;
  readonly footer: WordParagraph;
  readonly blocks: readonly WordBlock[];
}

/** A paragraph in a named style. */
export const wordParagraph = (
  style: string,
  children: readonly WordInline[],
  more: Omit<WordParagraph, 'kind' | 'style' | 'children'> = {},
): WordParagraph => ({ kind: 'paragraph', style, children, ...more });

/** Text without a look of its own. */
export const wordText = (text: string, look: RunLook = {}): WordInline => ({ kind: 'text', text, look });

/** A cell at its column; what goes on from the row above has no words of its own. */
export interface PlacedWordCell extends WordCell {
  readonly column: number;
  readonly goesOn: boolean;
}

/** The cells of all rows with those that go on from above, as the file format wants them. */
export function placeCells(rows: readonly WordRow[]): PlacedWordCell[][] {
  let open: { readonly cell: PlacedWordCell; readonly left: number }[] = [];
  return rows.map((row) => {
    const placed: PlacedWordCell[] = [];
    const still: typeof open = [];
    let column = 0;
    const goOn = (): void => {
      for (let above = open.find(({ cell }) => cell.column === column); above !== undefined;) {
        placed.push({ ...above.cell, goesOn: true, paragraphs: [wordParagraph('', [])] });
        if (above.left > 1) still.push({ cell: above.cell, left: above.left - 1 });
        column += above.cell.columns ?? 1;
        const next = column;
        above = open.find(({ cell }) => cell.column === next);
      }
    };
    for (const own of row.cells) {
      goOn();
      const cell = { ...own, column, goesOn: false };
      placed.push(cell);
      if ((own.rows ?? 1) > 1) still.push({ cell, left: (own.rows ?? 1) - 1 });
      column += own.columns ?? 1;
    }
    goOn();
    open = still;
    return placed;
  });
}
