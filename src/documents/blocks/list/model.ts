import type { Changed } from '../../model/changes.ts';
import type { Marked } from '../../model/marks.ts';
import type { Inline } from '../../model/inline.ts';

/** One point of a list, with points below it. A change of a point is one of the points below it too. */
export interface ListItem extends Marked, Changed {
  readonly content: Inline;
  readonly children?: readonly ListItem[];
}

/** Bullets (・), circled numbers (①) or decimals (1.). Children of any list are bullets (－). */
export interface ListBlock extends Marked {
  readonly kind: 'list';
  readonly marker: 'bullet' | 'circled' | 'decimal';
  readonly items: readonly ListItem[];
}

const itemOf = (item: Inline | ListItem): ListItem =>
  typeof item === 'object' && 'content' in item ? item : { content: item };

/** A point of a list with points below it. */
export const item = (content: Inline, ...children: readonly (Inline | ListItem)[]): ListItem => ({
  content,
  children: children.map(itemOf),
});

/** A list marked by ・. */
export const bulletList = (items: readonly (Inline | ListItem)[]): ListBlock => ({
  kind: 'list',
  marker: 'bullet',
  items: items.map(itemOf),
});

/** A list numbered ①②③, or 1. 2. 3. when it has more points than there are circled numbers (20). */
export const numberedList = (
  items: readonly (Inline | ListItem)[],
  marker: 'circled' | 'decimal' = 'circled',
): ListBlock => ({ kind: 'list', marker: items.length > 20 ? 'decimal' : marker, items: items.map(itemOf) });
