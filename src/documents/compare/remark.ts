import type { DocumentTree } from '../model/document.ts';
import { comment } from '../model/inline.ts';

/** The document with a remark on what it says under a term: why an earlier version was sent back, beside its number. */
export function remarkOn(tree: DocumentTree, term: string, remark: Parameters<typeof comment>[1]): DocumentTree {
  return {
    ...tree,
    blocks: tree.blocks.map((block) =>
      block.kind !== 'definition-list'
        ? block
        : {
            ...block,
            entries: block.entries.map((entry) =>
              entry.term === term ? { ...entry, description: comment(entry.description, remark) } : entry,
            ),
          },
    ),
  };
}
