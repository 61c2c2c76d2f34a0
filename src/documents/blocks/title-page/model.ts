import type { Marked } from '../../model/marks.ts';

/** A cover made from the particulars of the document: number, title, subtitle, date, addressee, sender. */
export interface TitlePageBlock extends Marked {
  readonly kind: 'title-page';
}

/** The cover page. Pages are counted from the page after it. */
export const titlePage = (): TitlePageBlock => ({ kind: 'title-page' });
