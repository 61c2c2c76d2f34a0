/** Texts, points of lists, cells and rows of which one became another. */
import type { ListItem } from '../blocks/list/model.ts';
import { type Cell, type CellBlock, isCellBlocks, type TableBlock, type TableCell } from '../blocks/table/model.ts';
import type { Change, Revision } from '../model/changes.ts';
import { changedText } from '../model/changed-text.ts';
import { allText, type Inline, runsOf } from '../model/inline.ts';
import { align, textLikeness } from './align.ts';

export type Kind = Change['kind'];
export const changeBy = (kind: Kind, { author, at }: Revision): Change => ({ kind, author, at });

/** Plain words are compared by words; a text with looks or references is struck out and written anew. */
export function changedInline(before: Inline, after: Inline, revision: Revision): Inline {
  if (JSON.stringify(runsOf(before)) === JSON.stringify(runsOf(after))) return after;
  const plain = (inline: Inline): boolean =>
    runsOf(inline).every((run) => Object.keys(run).length === 1 && 'text' in run);
  if (plain(before) && plain(after)) return changedText(allText(before), allText(after), revision);
  return [...wholeInline(before, 'deleted', revision), ...wholeInline(after, 'inserted', revision)];
}

export const wholeInline = (content: Inline, kind: Kind, revision: Revision) =>
  runsOf(content).map((run) => ({ ...run, change: changeBy(kind, revision) }));

export function changedItems(
  before: readonly ListItem[],
  after: readonly ListItem[],
  revision: Revision,
): readonly ListItem[] {
  const likeness = {
    key: (item: ListItem) => JSON.stringify(item),
    like: (one: ListItem, other: ListItem) => textLikeness(allText(one.content), allText(other.content)),
  };
  return align(before, after, likeness).map((step): ListItem => {
    if (step.kind === 'kept') return step.after;
    if (step.kind === 'deleted') return { ...step.before, change: changeBy('deleted', revision) };
    if (step.kind === 'inserted') return { ...step.after, change: changeBy('inserted', revision) };
    const content = changedInline(step.before.content, step.after.content, revision);
    const children = changedItems(step.before.children ?? [], step.after.children ?? [], revision);
    return { ...step.after, content, ...(children.length === 0 ? {} : { children }) };
  });
}

/** A table with the same columns: its rows compared, and in rows that stayed the cells. */
export function changedTable(before: TableBlock, after: TableBlock, revision: Revision): TableBlock {
  const rowText = (row: readonly Cell[]): string => row.map(cellText).join('\n');
  const likeness = {
    key: (row: readonly Cell[]) => JSON.stringify(row),
    like: (one: readonly Cell[], other: readonly Cell[]) =>
      one.length === other.length ? textLikeness(rowText(one), rowText(other)) : 0,
  };
  const rows: (readonly Cell[])[] = [];
  const rowChanges: (Change | undefined)[] = [];
  for (const step of align(before.rows, after.rows, likeness)) {
    rowChanges.push(step.kind === 'deleted' || step.kind === 'inserted' ? changeBy(step.kind, revision) : undefined);
    if (step.kind === 'deleted') rows.push(step.before);
    else if (step.kind === 'changed') {
      const { before: old } = step;
      rows.push(step.after.map((cell, index) => changedCell(old[index] ?? '', cell, revision)));
    } else rows.push(step.after);
  }
  const { rowMarks: _marks, rowChanges: _changes, ...rest } = after;
  return { ...rest, rows, ...(rowChanges.some((change) => change !== undefined) ? { rowChanges } : {}) };
}

/** Whether rows can be told apart one by one: the same columns and heads, and no cell that spans others. */
export const comparable = (before: TableBlock, after: TableBlock): boolean =>
  before.columns.length === after.columns.length &&
  JSON.stringify(before.header) === JSON.stringify(after.header) &&
  before.caption === after.caption &&
  before.rows.length > 0 &&
  after.rows.length > 0 &&
  [...before.rows, ...after.rows].every((row) => row.every((cell) => !spans(cell)));

const spans = (cell: Cell): boolean => typeof cell === 'object' && ((cell.colspan ?? 1) > 1 || (cell.rowspan ?? 1) > 1);

function changedCell(before: Cell, after: Cell, revision: Revision): Cell {
  if (cellText(before) === cellText(after)) return after;
  const [old, fresh] = [contentOf(before), contentOf(after)];
  const content =
    isCellBlocks(old) || isCellBlocks(fresh)
      ? [...wholePieces(blocksOf(old), 'deleted', revision), ...wholePieces(blocksOf(fresh), 'inserted', revision)]
      : changedInline(old, fresh, revision);
  return { ...(typeof after === 'object' ? after : {}), content };
}

const contentOf = (cell: Cell): TableCell['content'] => (typeof cell === 'object' ? cell.content : String(cell));
const blocksOf = (content: TableCell['content']): readonly CellBlock[] =>
  isCellBlocks(content) ? content : [{ kind: 'paragraph', content }];

export const wholePieces = (pieces: readonly CellBlock[], kind: Kind, revision: Revision): CellBlock[] =>
  pieces.map((piece) =>
    piece.kind === 'list'
      ? { ...piece, items: piece.items.map((item) => ({ ...item, change: changeBy(kind, revision) })) }
      : { ...piece, change: changeBy(kind, revision) },
  );

export function cellText(cell: Cell): string {
  const content = contentOf(cell);
  if (!isCellBlocks(content)) return allText(content);
  return content.map((piece) => (piece.kind === 'list' ? itemsText(piece.items) : allText(piece.content))).join('\n');
}

export const itemsText = (items: readonly ListItem[]): string =>
  items.map((item) => `${allText(item.content)}\n${itemsText(item.children ?? [])}`).join('\n');
