/** 見え消し of a whole document: one tree that says what was struck out of `before` and added to become `after`. Pure. */
import type { DefinitionListBlock } from '../blocks/definition-list/model.ts';
import type { TableBlock } from '../blocks/table/model.ts';
import type { Block, FlowBlock } from '../model/blocks.ts';
import type { Revision } from '../model/changes.ts';
import type { DocumentTree } from '../model/document.ts';
import { allText } from '../model/inline.ts';
import { align, textLikeness } from './align.ts';
import {
  cellText,
  changeBy,
  changedInline,
  changedItems,
  changedTable,
  comparable,
  itemsText,
  type Kind,
  wholeInline,
  wholePieces,
} from './pieces.ts';

/**
 * Accepted in Word it is `after`, with its title and its looks; refused it says what `before` said. What can bear no change
 * (pictures, charts, breaks, the head of a letter) stands as it is in `after`.
 */
export function changedDocument(before: DocumentTree, after: DocumentTree, revision: Revision): DocumentTree {
  return { ...after, blocks: changedBlocks(before.blocks, after.blocks, revision) };
}

function changedBlocks<T extends Block>(before: readonly T[], after: readonly T[], revision: Revision): Block[] {
  const likeness = { key: (block: T) => JSON.stringify(block), like: blockLikeness };
  return align(before, after, likeness).flatMap((step): Block[] => {
    if (step.kind === 'kept') return [step.after];
    if (step.kind === 'changed') return changedBlock(step.before, step.after, revision);
    return step.kind === 'deleted'
      ? wholeBlock(step.before, 'deleted', revision)
      : wholeBlock(step.after, 'inserted', revision);
  });
}

function blockLikeness(before: Block, after: Block): number {
  if (before.kind !== after.kind) return 0;
  if (before.kind === 'heading' && after.kind === 'heading') {
    return before.level === after.level ? textLikeness(allText(before.content), allText(after.content)) : 0;
  }
  if (before.kind === 'table' && after.kind === 'table') return comparable(before, after) ? 0.9 : 0;
  if (before.kind === 'list' && after.kind === 'list') {
    return before.marker === after.marker ? Math.max(0.5, textLikeness(blockText(before), blockText(after))) : 0;
  }
  if (TEXTS.has(before.kind)) return textLikeness(blockText(before), blockText(after));
  return 0.9;
}

const TEXTS: ReadonlySet<Block['kind']> = new Set(['paragraph', 'note', 'appendix', 'callout']);

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'appendix':
      return allText(block.content);
    case 'list':
      return itemsText(block.items);
    case 'callout':
      return cellText({ content: block.blocks });
    default:
      return '';
  }
}

function changedBlock(before: Block, after: Block, revision: Revision): Block[] {
  if (before.kind === 'section' && after.kind === 'section') {
    const blocks = changedBlocks<FlowBlock>(before.blocks, after.blocks, revision).filter(isFlow);
    return [{ ...after, blocks }];
  }
  if (
    (before.kind === 'heading' && after.kind === 'heading') ||
    (before.kind === 'paragraph' && after.kind === 'paragraph') ||
    (before.kind === 'note' && after.kind === 'note') ||
    (before.kind === 'appendix' && after.kind === 'appendix')
  ) {
    return [{ ...after, content: changedInline(before.content, after.content, revision) }];
  }
  if (before.kind === 'list' && after.kind === 'list') {
    return [{ ...after, items: changedItems(before.items, after.items, revision) }];
  }
  if (before.kind === 'table' && after.kind === 'table') return [changedTable(before, after, revision)];
  if (before.kind === 'definition-list' && after.kind === 'definition-list') {
    return [changedDefinitions(before, after, revision)];
  }
  if (before.kind === 'callout' && after.kind === 'callout') {
    const blocks = [
      ...wholePieces(before.blocks, 'deleted', revision),
      ...wholePieces(after.blocks, 'inserted', revision),
    ];
    return [{ ...after, blocks }];
  }
  return [after];
}

const isFlow = (block: Block): block is FlowBlock => block.kind !== 'section' && block.kind !== 'title-page';

function changedDefinitions(
  before: DefinitionListBlock,
  after: DefinitionListBlock,
  revision: Revision,
): DefinitionListBlock {
  type Entry = DefinitionListBlock['entries'][number];
  const likeness = {
    key: (entry: Entry) => JSON.stringify(entry),
    like: (one: Entry, other: Entry) => (allText(one.term) === allText(other.term) ? 1 : 0),
  };
  const entries = align(before.entries, after.entries, likeness).map((step): Entry => {
    if (step.kind === 'kept') return step.after;
    if (step.kind === 'deleted') return { ...step.before, change: changeBy('deleted', revision) };
    if (step.kind === 'inserted') return { ...step.after, change: changeBy('inserted', revision) };
    return { ...step.after, description: changedInline(step.before.description, step.after.description, revision) };
  });
  return { ...after, entries };
}

/** A block that came or went as a whole. */
function wholeBlock(block: Block, kind: Kind, revision: Revision): Block[] {
  const change = changeBy(kind, revision);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ ...block, change }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => ({ ...item, change })) }];
    case 'table':
      return wholeTable(block, kind, revision);
    case 'definition-list':
      return [{ ...block, entries: block.entries.map((entry) => ({ ...entry, change })) }];
    case 'callout':
      return [{ ...block, blocks: wholePieces(block.blocks, kind, revision) }];
    case 'section':
      return [{ ...block, blocks: block.blocks.flatMap((inner) => wholeBlock(inner, kind, revision)).filter(isFlow) }];
    case 'note':
    case 'appendix':
      // Neither can go as a whole: what is struck out of the document stands as a paragraph.
      return kind === 'inserted'
        ? [{ ...block, content: wholeInline(block.content, kind, revision) }]
        : [{ kind: 'paragraph', content: block.content, change }];
    default:
      return kind === 'inserted' ? [block] : [];
  }
}

/** A table all of whose rows come or go does so with its head. */
function wholeTable(table: TableBlock, kind: Kind, revision: Revision): Block[] {
  const { rowMarks: _marks, ...rest } = table;
  if (table.rows.length === 0) return kind === 'inserted' ? [table] : [];
  return [{ ...rest, rowChanges: table.rows.map(() => changeBy(kind, revision)) }];
}
