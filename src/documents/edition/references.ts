import type { Block } from '../model/blocks.ts';
import type { DocumentTree } from '../model/document.ts';
import { type InlineRun, runsOf } from '../model/inline.ts';
import { mapTree } from '../prepare/map-tree.ts';

/** References to headings that an edition no longer has become words. */
export function repairReferences(tree: DocumentTree): DocumentTree {
  const ids = new Set(
    tree.blocks.flatMap((block) => (block.kind === 'section' ? block.blocks.flatMap(idOf) : idOf(block))),
  );
  return mapTree(tree, {
    inline: (content) =>
      typeof content === 'string'
        ? content
        : runsOf(content).map((run): InlineRun => {
            if (!('reference' in run) || ids.has(run.reference)) return run;
            const { reference: _reference, ...rest } = run;
            return { ...rest, text: 'この版にない箇所' };
          }),
  });
}

const idOf = (block: Block): string[] =>
  (block.kind === 'heading' || block.kind === 'appendix') && block.id !== undefined ? [block.id] : [];
