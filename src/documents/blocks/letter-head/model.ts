import type { Marked } from '../../model/marks.ts';

/** The head of a letter or notice: number and date right, addressee left, sender right, title centred. */
export interface LetterHeadBlock extends Marked {
  readonly kind: 'letter-head';
}

/** Head of a letter or of a paper without cover, made from the particulars of the document. */
export const letterHead = (): LetterHeadBlock => ({ kind: 'letter-head' });
