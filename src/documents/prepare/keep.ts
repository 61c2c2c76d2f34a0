/** Notes (注, 出典) say something about what stands above them, and never stand alone at the top of a page. */
import type { FlowBlock } from '../model/flow-block.ts';

const ABOVE_NOTES: ReadonlySet<FlowBlock['kind']> = new Set(['table', 'definition-list', 'chart', 'figure', 'note']);

/** Whether a block stays on the page of the one after it. */
export const staysWithNext = (block: FlowBlock, next: FlowBlock | undefined): boolean =>
  next?.kind === 'note' && ABOVE_NOTES.has(block.kind);
