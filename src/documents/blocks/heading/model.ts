import type { Changed } from '../../model/changes.ts';
import type { Marked } from '../../model/marks.ts';
import type { Inline } from '../../model/inline.ts';

/** 1 = 第1, 2 = 1, 3 = (1), 4 = ア, 5 = (ア), 6 = a. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** A heading. Its number is made by the renderer; levels must not be skipped. */
export interface HeadingBlock extends Marked, Changed {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  readonly content: Inline;
  /** Name by which `reference(id)` finds this heading. */
  readonly id?: string;
  /** False for headings such as はじめに. Default true. */
  readonly numbered?: boolean;
  /** Start a new page with this heading. */
  readonly newPage?: boolean;
}

export type HeadingOptions = Omit<HeadingBlock, 'kind' | 'level' | 'content'>;

/** A heading, numbered by level unless `numbered: false`. */
export const heading = (level: HeadingLevel, content: Inline, options: HeadingOptions = {}): HeadingBlock => ({
  kind: 'heading',
  level,
  content,
  ...options,
});
