import type { FlowBlock } from '../../model/flow-block.ts';
import type { Orientation, PageSize } from '../../model/units.ts';

/** Blocks on pages of another size or orientation. Stands at the top level of a document only. */
export interface SectionBlock {
  readonly kind: 'section';
  readonly orientation: Orientation;
  /** Default: the size of the document. */
  readonly size?: PageSize;
  readonly blocks: readonly FlowBlock[];
}

/** Blocks on landscape pages of their own, for example a wide WBS. */
export const landscape = (blocks: readonly FlowBlock[], options: { readonly size?: PageSize } = {}): SectionBlock => ({
  kind: 'section',
  orientation: 'landscape',
  ...options,
  blocks,
});
