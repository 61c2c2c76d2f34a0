/** The measures of the paragraph styles, in points, as the table of contents needs them. */
import type { IParagraphStylePropertiesOptions, IRunStylePropertiesOptions } from 'docx';
import { bodySize } from '../../model/units.ts';
import type { WordFonts } from '../context.ts';
import { offGridStyles, wordStyles } from '../styles.ts';

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

const plain: Look = {
  size: bodySize,
  spacing: { before: 0, after: 0, line: null, exact: false },
  left: 0,
  first: 0,
  keepNext: false,
  keepLines: false,
  onGrid: true,
  numbered: false,
};

/** The looks by the ids of the styles; `Normal` is the one without an id. */
export function looksOf(fonts: WordFonts): ReadonlyMap<string, Look> {
  const { default: own = {}, paragraphStyles = [] } = wordStyles(fonts);
  const looks = new Map<string, Look>([['Normal', plain]]);
  const add = (id: string, style: Style = {}): unknown => looks.set(id, lookOf(id, style));
  add('Title', own.title);
  for (const level of [1, 2, 3, 4, 5, 6] as const) add(`Heading${level}`, own[`heading${level}`]);
  for (const style of paragraphStyles) add(style.id, style);
  return looks;
}

interface Style {
  readonly run?: IRunStylePropertiesOptions;
  readonly paragraph?: IParagraphStylePropertiesOptions;
}

function lookOf(id: string, { run, paragraph }: Style): Look {
  const { spacing, indent } = paragraph ?? {};
  const points = (twips: unknown): number => Number(twips ?? 0) / 20;
  const auto = spacing?.lineRule === undefined || spacing.lineRule === 'auto';
  return {
    size: run?.size === undefined ? bodySize : Number(run.size) / 2,
    spacing: {
      before: points(spacing?.before),
      after: points(spacing?.after),
      line: auto ? null : points(spacing.line),
      exact: spacing?.lineRule === 'exact',
    },
    left: points(indent?.left),
    first: points(indent?.firstLine) - points(indent?.hanging),
    keepNext: paragraph?.keepNext ?? false,
    keepLines: paragraph?.keepLines ?? false,
    onGrid: !offGridStyles.includes(id),
    numbered: paragraph?.numbering !== undefined,
  };
}
