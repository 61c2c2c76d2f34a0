import type { FlowBlock } from '../model/flow-block.ts';
import type { Depth } from './look.ts';

/** The depth of the text from this block on. A heading that is struck out has none: the text stands as it will stay. */
export function depthFrom(block: FlowBlock, depth: Depth): Depth {
  if (block.kind === 'appendix') return 1;
  return block.kind === 'heading' && block.change?.kind !== 'deleted' ? block.level : depth;
}
