import type { Marked } from '../../model/marks.ts';
import type { Inline } from '../../model/inline.ts';
import { paragraph } from '../paragraph/model.ts';
import { type CellBlock, isCellBlocks } from '../table/model.ts';

/** A framed, tinted box for what must not be missed. */
export interface CalloutBlock extends Marked {
  readonly kind: 'callout';
  readonly title?: string;
  readonly tone: 'info' | 'warning';
  readonly blocks: readonly CellBlock[];
}

/** A box with an optional title. Plain text becomes one paragraph. */
export const callout = (
  content: Inline | readonly CellBlock[],
  options: { readonly title?: string; readonly tone?: CalloutBlock['tone'] } = {},
): CalloutBlock => ({
  kind: 'callout',
  tone: options.tone ?? 'info',
  ...(options.title === undefined ? {} : { title: options.title }),
  blocks: isCellBlocks(content) ? content : [paragraph(content, { firstLine: false })],
});
