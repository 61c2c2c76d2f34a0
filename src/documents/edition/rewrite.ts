import type { FlowBlock } from '../model/blocks.ts';
import { rewriteInline, rewriteItems, rewritePieces, type Rewriting } from './rewrite-content.ts';
import { rewriteTable } from './rewrite-table.ts';

/** A block that stays, without the pieces inside it that do not. Empty lists disappear. */
export function rewriteBlock(block: FlowBlock, writing: Rewriting): FlowBlock[] {
  switch (block.kind) {
    case 'heading':
    case 'appendix':
    case 'paragraph':
    case 'note':
      return [{ ...block, content: rewriteInline(block.content, writing) }];
    case 'list': {
      const items = rewriteItems(block.items, writing);
      return items.length === 0 && block.items.length > 0 ? [] : [{ ...block, items }];
    }
    case 'definition-list':
      return [
        {
          ...block,
          entries: block.entries.map(({ term, description, ...entry }) => ({
            ...entry,
            term: rewriteInline(term, writing),
            description: rewriteInline(description, writing),
          })),
        },
      ];
    case 'callout':
      return [{ ...block, blocks: rewritePieces(block.blocks, writing) }];
    case 'table':
      return [rewriteTable(block, writing)];
    default:
      return [block];
  }
}
