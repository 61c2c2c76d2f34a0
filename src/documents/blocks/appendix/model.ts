import type { Inline } from '../../model/inline.ts';
import type { Marked } from '../../model/marks.ts';

/** What the papers at the end are called. */
export type AppendixLabel = '別紙' | '付録' | '別添' | '資料' | '様式';

/** The head of an appendix. It starts a page and is counted by itself; headings under it start at level 2. */
export interface AppendixBlock extends Marked {
  readonly kind: 'appendix';
  readonly label: AppendixLabel;
  readonly content: Inline;
  /** Name by which `reference(id)` finds it: 別紙1. */
  readonly id?: string;
}

/** An appendix, numbered 別紙1, 別紙2 … after the numbered headings: `appendix('確認項目の一覧')`. */
export const appendix = (
  content: Inline,
  options: { readonly label?: AppendixLabel; readonly id?: string } & Marked = {},
): AppendixBlock => ({ kind: 'appendix', content, ...options, label: options.label ?? '別紙' });

/** Counts the appendices of each label. */
export function appendixCounter(): (label: AppendixLabel) => number {
  const counts = new Map<AppendixLabel, number>();
  return (label) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    return count;
  };
}
