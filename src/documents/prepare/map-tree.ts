import type { ListItem } from '../blocks/list/model.ts';
import { type Cell, type CellBlock, isCellBlocks, type TableBlock, type TableCell } from '../blocks/table/model.ts';
import type { Block, FlowBlock } from '../model/blocks.ts';
import { type Change, changeOf } from '../model/changes.ts';
import type { DocumentTree } from '../model/document.ts';
import type { Inline } from '../model/inline.ts';
import { withoutRows } from './lay-rows.ts';

/** What a walk through a tree does with its texts, in reading order. */
export interface TreeMap {
  /** The new text. `whole` is the change of the block, row or point that holds it. */
  readonly inline: (content: Inline, whole: Change | undefined) => Inline;
  /** The blocks, rows and points that stand in a version, without their changes. Default: all, with their changes. */
  readonly stays?: (change: Change | undefined) => boolean;
}

/** The same tree with other texts. Kinds of blocks without running text stay as they are. */
export function mapTree(tree: DocumentTree, map: TreeMap): DocumentTree {
  const flow = (blocks: readonly FlowBlock[]): FlowBlock[] => blocks.flatMap((block) => mapBlock(block, map));
  const blocks = tree.blocks.flatMap((block): Block[] => {
    if (block.kind === 'title-page') return [block];
    return block.kind === 'section' ? [{ ...block, blocks: flow(block.blocks) }] : flow([block]);
  });
  return { ...tree, blocks };
}

function mapBlock(block: FlowBlock, map: TreeMap): FlowBlock[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return kept(block, map).map((it) => ({ ...it, content: map.inline(block.content, block.change) }));
    case 'appendix':
    case 'note':
      return [{ ...block, content: map.inline(block.content, undefined) }];
    case 'list': {
      const items = mapItems(block.items, map, undefined);
      return items.length === 0 && block.items.length > 0 ? [] : [{ ...block, items }];
    }
    case 'callout': {
      const blocks = mapPieces(block.blocks, map, undefined);
      return blocks.length === 0 && block.blocks.length > 0 ? [] : [{ ...block, blocks }];
    }
    case 'definition-list': {
      const entries = block.entries.flatMap((entry) =>
        kept(entry, map).map((it) => ({
          ...it,
          term: map.inline(entry.term, entry.change),
          description: map.inline(entry.description, entry.change),
        })),
      );
      return entries.length === 0 && block.entries.length > 0 ? [] : [{ ...block, entries }];
    }
    case 'table': {
      const mapped = mapTable(block, map);
      return mapped.rows.length === 0 && block.rows.length > 0 ? [] : [mapped];
    }
    default:
      return [block];
  }
}

/** The piece itself, without its change where versions are told apart; nothing when it does not stand in the version. */
function kept<T extends object>(piece: T, map: TreeMap): T[] {
  if (map.stays === undefined) return [piece];
  if (!map.stays(changeOf(piece))) return [];
  const { change: _change, ...rest } = piece as T & { readonly change?: Change };
  return [rest as unknown as T];
}

const mapItems = (items: readonly ListItem[], map: TreeMap, whole: Change | undefined): ListItem[] =>
  items.flatMap((item) => {
    const change = whole ?? item.change;
    return kept(item, map).map((it) => {
      const content = map.inline(item.content, change);
      return item.children === undefined
        ? { ...it, content }
        : { ...it, content, children: mapItems(item.children, map, change) };
    });
  });

const mapPieces = (pieces: readonly CellBlock[], map: TreeMap, whole: Change | undefined): CellBlock[] =>
  pieces.flatMap((piece): CellBlock[] => {
    if (piece.kind === 'list') {
      const items = mapItems(piece.items, map, whole);
      return items.length === 0 && piece.items.length > 0 ? [] : [{ ...piece, items }];
    }
    return kept(piece, map).map((it) => ({ ...it, content: map.inline(piece.content, whole ?? piece.change) }));
  });

function mapTable(table: TableBlock, map: TreeMap): TableBlock {
  const cell = (each: Cell, whole: Change | undefined): Cell => {
    if (typeof each === 'object') return { ...each, content: mapContent(each.content, map, whole) };
    const words = String(each);
    const content = map.inline(words, whole);
    return content === words ? each : { content };
  };
  const whole = tableChange(table);
  const header = table.header.map((row) => row.map((each) => cell(each, whole)));
  const changes = table.rowChanges;
  const rows = table.rows.map((row, index) => row.map((each) => cell(each, changes?.[index])));
  if (map.stays === undefined || changes === undefined) return { ...table, header, rows };
  const { rowChanges: _changes, ...rest } = table;
  const stays = table.rows.map((_row, index) => map.stays?.(changes[index]) ?? true);
  const marks = table.rowMarks?.filter((_mark, index) => stays[index]);
  return {
    ...rest,
    header,
    rows: withoutRows({ ...rest, header, rows }, stays),
    ...(marks === undefined ? {} : { rowMarks: marks }),
  };
}

/** The change of all rows together, which is that of the head as well; undefined where rows stay. */
export function tableChange({ rows, rowChanges }: Pick<TableBlock, 'rows' | 'rowChanges'>): Change | undefined {
  const [first] = rowChanges ?? [];
  const all = rows.every((_row, index) => rowChanges?.[index]?.kind === first?.kind);
  return first !== undefined && all ? first : undefined;
}

function mapContent(content: TableCell['content'], map: TreeMap, whole: Change | undefined): TableCell['content'] {
  if (!isCellBlocks(content)) return map.inline(content, whole);
  const pieces = mapPieces(content, map, whole);
  return pieces.length === 0 ? '' : pieces;
}
