import type { Changed } from '../../model/changes.ts';
import type { Marked } from '../../model/marks.ts';
import type { Inline } from '../../model/inline.ts';
import type { Alignment } from '../../model/units.ts';

/** Body text. It stands under the last heading at that heading's text indent. */
export interface ParagraphBlock extends Marked, Changed {
  readonly kind: 'paragraph';
  readonly content: Inline;
  /** Further indent in characters. */
  readonly indent?: number;
  readonly align?: Alignment;
  /** Indent of one character on the first line. Default true for left-aligned body text, false in cells. */
  readonly firstLine?: boolean;
  /** Keep on the same page as the next block. */
  readonly keepWithNext?: boolean;
}

export type ParagraphOptions = Omit<ParagraphBlock, 'kind' | 'content'>;

/** A paragraph of body text. */
export const paragraph = (content: Inline, options: ParagraphOptions = {}): ParagraphBlock => ({
  kind: 'paragraph',
  content,
  ...options,
});
