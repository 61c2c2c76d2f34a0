import type { Marked } from '../../model/marks.ts';

/** The next block starts on a new page. */
export interface PageBreakBlock extends Marked {
  readonly kind: 'page-break';
}

/** Start a new page. */
export const pageBreak = (): PageBreakBlock => ({ kind: 'page-break' });
