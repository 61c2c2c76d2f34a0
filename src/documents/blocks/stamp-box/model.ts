import type { Marked } from '../../model/marks.ts';
import type { Alignment } from '../../model/units.ts';

/** 押印欄 or 承認欄: one titled empty square per person, on one line. */
export interface StampBoxBlock extends Marked {
  readonly kind: 'stamp-box';
  /** Left-hand vertical title, for example 承認. */
  readonly title?: string;
  readonly labels: readonly string[];
  readonly align: Alignment;
}

/** Lines to sign on: label and an empty line with the seal mark. */
export interface SignatureBlock extends Marked {
  readonly kind: 'signature';
  readonly lines: readonly { readonly label: string; readonly value?: string; readonly seal?: boolean }[];
}

/** Squares for seals: `stampBox(['課長', '係長', '担当'], { title: '決裁' })`. */
export const stampBox = (
  labels: readonly string[],
  options: { readonly title?: string; readonly align?: Alignment } = {},
): StampBoxBlock => ({
  kind: 'stamp-box',
  labels,
  align: options.align ?? 'right',
  ...(options.title === undefined ? {} : { title: options.title }),
});

/** Lines for name and seal at the right of the page. */
export const signature = (lines: SignatureBlock['lines']): SignatureBlock => ({ kind: 'signature', lines });
