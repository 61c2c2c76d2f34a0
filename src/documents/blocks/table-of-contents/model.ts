import type { Marked } from '../../model/marks.ts';
import type { HeadingLevel } from '../heading/model.ts';

/** 目次 with page numbers, made from the headings. */
export interface TableOfContentsBlock extends Marked {
  readonly kind: 'table-of-contents';
  readonly title: string;
  readonly depth: HeadingLevel;
}

/** A table of contents down to heading level `depth` (default 2). */
export const tableOfContents = (
  options: { readonly title?: string; readonly depth?: HeadingLevel } = {},
): TableOfContentsBlock => ({
  kind: 'table-of-contents',
  title: options.title ?? '目次',
  depth: options.depth ?? 2,
});
