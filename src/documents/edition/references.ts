import type { Cell, CellBlock, TableCell } from '../blocks/table/model.ts';
import { isCellBlocks } from '../blocks/table/model.ts';
import type { ListItem } from '../blocks/list/model.ts';
import type { Block, FlowBlock } from '../model/blocks.ts';
import type { DocumentTree } from '../model/document.ts';
import { type Inline, type InlineRun, runsOf } from '../model/inline.ts';

/** References to headings that an edition no longer has become words. */
export function repairReferences(tree: DocumentTree): DocumentTree {
  const ids = new Set(
    tree.blocks.flatMap((block) => (block.kind === 'section' ? block.blocks.flatMap(idOf) : idOf(block))),
  );
  const inline = (content: Inline): Inline =>
    typeof content === 'string'
      ? content
      : runsOf(content).map((run): InlineRun =>
          'reference' in run && !ids.has(run.reference) ? { text: 'この版にない箇所' } : run,
        );
  const items = (list: readonly ListItem[]): ListItem[] =>
    list.map((item) => ({
      ...item,
      content: inline(item.content),
      ...(item.children === undefined ? {} : { children: items(item.children) }),
    }));
  const piece = (each: CellBlock): CellBlock =>
    each.kind === 'list' ? { ...each, items: items(each.items) } : { ...each, content: inline(each.content) };
  const content = (each: TableCell['content']): TableCell['content'] =>
    isCellBlocks(each) ? each.map(piece) : inline(each);
  const cell = (each: Cell): Cell => (typeof each === 'object' ? { ...each, content: content(each.content) } : each);
  const block = (each: FlowBlock): FlowBlock => {
    switch (each.kind) {
      case 'heading':
      case 'appendix':
      case 'paragraph':
      case 'note':
        return { ...each, content: inline(each.content) };
      case 'list':
        return { ...each, items: items(each.items) };
      case 'callout':
        return { ...each, blocks: each.blocks.map(piece) };
      case 'definition-list':
        return {
          ...each,
          entries: each.entries.map(({ term, description }) => ({
            term: inline(term),
            description: inline(description),
          })),
        };
      case 'table':
        return {
          ...each,
          header: each.header.map((row) => row.map(cell)),
          rows: each.rows.map((row) => row.map(cell)),
        };
      default:
        return each;
    }
  };
  const blocks = tree.blocks.map((each): Block =>
    each.kind === 'section'
      ? { ...each, blocks: each.blocks.map(block) }
      : each.kind === 'title-page'
        ? each
        : block(each),
  );
  return { ...tree, blocks };
}

const idOf = (block: Block): string[] =>
  (block.kind === 'heading' || block.kind === 'appendix') && block.id !== undefined ? [block.id] : [];
