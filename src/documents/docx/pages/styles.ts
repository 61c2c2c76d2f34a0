/** The measures of the paragraph styles, in points, as the table of contents needs them. */
import { bodySize } from '../../model/units.ts';
import type { WordFonts } from '../context.ts';
import { wordStyles } from '../styles.ts';
import type { WordSpacing } from '../model.ts';

export interface Spacing {
  readonly before: number;
  readonly after: number;
  /** Points, or null for the height of the letters. */
  readonly line: number | null;
  readonly exact: boolean;
}

export interface Look {
  readonly size: number;
  readonly spacing: Spacing;
  readonly left: number;
  /** Where the first line begins, counted from `left`. */
  readonly first: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** Its lines stand on the grid of the page. */
  readonly onGrid: boolean;
  /** A number stands in front of the first line. */
  readonly numbered: boolean;
}

export const points = (twips: number): number => twips / 20;

/** The look of plain text. */
export const plainLook: Look = {
  size: bodySize,
  spacing: { before: 0, after: 0, line: null, exact: false },
  left: 0,
  first: 0,
  keepNext: false,
  keepLines: false,
  onGrid: true,
  numbered: false,
};

/** The looks by the ids of the styles. */
export const looksOf = (fonts: WordFonts): ReadonlyMap<string, Look> =>
  new Map(
    wordStyles(fonts).map(({ id, run, paragraph = {} }) => [
      id,
      {
        size: run?.size === undefined ? bodySize : run.size / 2,
        spacing: spacingOf(paragraph.spacing, plainLook.spacing),
        left: points(paragraph.indent?.left ?? 0),
        first: points((paragraph.indent?.firstLine ?? 0) - (paragraph.indent?.hanging ?? 0)),
        keepNext: paragraph.keepNext ?? false,
        keepLines: paragraph.keepLines ?? false,
        onGrid: paragraph.offGrid !== true,
        numbered: paragraph.numbering !== undefined,
      },
    ]),
  );

/** Where a spacing says nothing, that of the style holds. */
export function spacingOf(own: WordSpacing | undefined, style: Spacing): Spacing {
  if (own === undefined) return style;
  const { before, after, line, rule } = own;
  return {
    before: before === undefined ? style.before : points(before),
    after: after === undefined ? style.after : points(after),
    line: rule === undefined ? style.line : rule === 'auto' || line === undefined ? null : points(line),
    exact: rule === undefined ? style.exact : rule === 'exact',
  };
}
