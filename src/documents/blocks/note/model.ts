import type { Marked } from '../../model/marks.ts';
import type { Inline } from '../../model/inline.ts';

/** A small-print remark below a table or paragraph: 注　…. */
export interface NoteBlock extends Marked {
  readonly kind: 'note';
  readonly label: string;
  readonly content: Inline;
}

/** A remark in small print, led by `label` (default 注). */
export const note = (content: Inline, label = '注'): NoteBlock => ({ kind: 'note', label, content });
