import type { Marked } from '../../model/marks.ts';
import type { FlowBlock } from '../../model/flow-block.ts';
import type { Orientation, PageSize } from '../../model/units.ts';

/** Blocks on pages of another size or orientation. Stands at the top level of a document only. */
export interface SectionBlock extends Marked {
  readonly kind: 'section';
  readonly orientation: Orientation;
  /** Default: the size of the document. */
  readonly size?: PageSize;
  /** Handling mark of these pages when it differs from that of the document: 機密性3. */
  readonly marking?: string;
  readonly blocks: readonly FlowBlock[];
}

type SectionOptions = Pick<SectionBlock, 'size' | 'marking' | 'marks'>;

/** Blocks on upright pages of their own, for example with a handling mark of their own. */
export const section = (
  blocks: readonly FlowBlock[],
  options: SectionOptions & { readonly orientation?: Orientation } = {},
): SectionBlock => ({ kind: 'section', orientation: 'portrait', ...options, blocks });

/** Blocks on landscape pages of their own, for example a wide WBS. */
export const landscape = (blocks: readonly FlowBlock[], options: SectionOptions = {}): SectionBlock => ({
  kind: 'section',
  orientation: 'landscape',
  ...options,
  blocks,
});
