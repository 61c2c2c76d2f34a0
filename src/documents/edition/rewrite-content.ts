import { type CellBlock, isCellBlocks, type TableCell } from '../blocks/table/model.ts';
import type { ListItem } from '../blocks/list/model.ts';
import { type Inline, type InlineRun, runsOf } from '../model/inline.ts';
import { type Changed, changeOf } from '../model/changes.ts';
import { marksOf } from '../model/marks.ts';
import { decide } from './decide.ts';
import type { Edition, Removal } from './model.ts';
import type { Position } from './position.ts';

/** What writes an edition: for whom, where it is, and the list that it fills. */
export interface Rewriting {
  readonly edition: Edition;
  readonly position: Position;
  readonly removed: Removal[];
}

/** What stands where a piece of a sentence or of a table was taken out without a wording of its own. */
export const WITHHELD = '（非公開）';

/** A text without the pieces that do not belong to the edition. */
export function rewriteInline(inline: Inline, { edition, position, removed }: Rewriting, what = '語句'): Inline {
  if (typeof inline === 'string') return inline;
  return runsOf(inline).flatMap((run): InlineRun[] => {
    if (!('text' in run)) return [run];
    const decision = decide(marksOf(run), edition);
    if (decision.keep) return [run];
    if (decision.silent) return [];
    const instead = decision.instead ?? (edition.kind === 'public' ? WITHHELD : '');
    removed.push({ kind: what, place: position.here(), reason: decision.reason, instead });
    return instead === '' ? [] : [{ ...run, text: instead }];
  });
}

/** What takes the place of something added or struck out is so itself. */
export function changeLike(piece: object): Changed {
  const change = changeOf(piece);
  return change === undefined ? {} : { change };
}

/** The contents of a cell or of a box. */
export function rewriteContent(content: TableCell['content'], writing: Rewriting): TableCell['content'] {
  return isCellBlocks(content) ? rewritePieces(content, writing) : rewriteInline(content, writing);
}

/** Paragraphs and lists inside a cell or a box. */
export const rewritePieces = (pieces: readonly CellBlock[], writing: Rewriting): CellBlock[] =>
  pieces.flatMap((piece): CellBlock[] => {
    const decision = decide(marksOf(piece), writing.edition);
    if (!decision.keep) {
      const { reason, instead } = decision;
      if (!decision.silent) writing.removed.push({ kind: '記載', place: writing.position.here(), reason, instead });
      return instead === null ? [] : [{ kind: 'paragraph', content: instead, firstLine: false, ...changeLike(piece) }];
    }
    return piece.kind === 'list'
      ? [{ ...piece, items: rewriteItems(piece.items, writing) }]
      : [{ ...piece, content: rewriteInline(piece.content, writing) }];
  });

/** The points of a list. */
export const rewriteItems = (items: readonly ListItem[], writing: Rewriting): ListItem[] =>
  items.flatMap((item): ListItem[] => {
    const decision = decide(marksOf(item), writing.edition);
    if (!decision.keep) {
      const { reason, instead } = decision;
      if (!decision.silent) writing.removed.push({ kind: '項目', place: writing.position.here(), reason, instead });
      return instead === null ? [] : [{ content: instead, ...changeLike(item) }];
    }
    const children = item.children === undefined ? {} : { children: rewriteItems(item.children, writing) };
    return [{ ...item, content: rewriteInline(item.content, writing), ...children }];
  });
