/** Tracked changes and comments of a tree: the versions before and after, and the form that all outputs write. */
import { dayOf, formatEra } from '../../core/calendar/index.ts';
import { DocumentError } from '../errors.ts';
import { type Change, type Comment, type Revision, standsIn, type Version } from '../model/changes.ts';
import type { DocumentTree } from '../model/document.ts';
import { type Inline, type InlineRun, runsOf, versionOf } from '../model/inline.ts';
import { mapTree } from './map-tree.ts';

/** The document as it is after all changes (全て承諾), or was before them (全て元に戻す), without comments. */
export const treeVersion = (tree: DocumentTree, version: Version): DocumentTree =>
  mapTree(tree, {
    inline: (content) => versionOf(content, version),
    stays: (change) => standsIn(version, change),
  });

/** A tree whose texts bear the changes themselves, with everything that its readers must be told about them. */
export interface Tracked {
  readonly tree: DocumentTree;
  /** Who changed something, each name and day once, in reading order: 山田（令和8年6月1日）. Empty: nothing was changed. */
  readonly authors: readonly string[];
  /** In reading order; the first has the number 1. */
  readonly comments: readonly Comment[];
}

/**
 * Gives every run the change of the block, row or point that holds it, and every comment its number. What was added
 * inside something struck out, or the other way round, stands in neither version and is left out.
 * @throws DocumentError when an instant cannot be read
 */
export function trackChanges(tree: DocumentTree): Tracked {
  const authors = new Set<string>();
  const comments: Comment[] = [];
  const inline = (content: Inline, whole: Change | undefined): Inline => {
    if (typeof content === 'string' && whole === undefined) return content;
    let last: Comment | undefined;
    return runsOf(content).flatMap((run): InlineRun[] => {
      const change = run.change ?? whole;
      if (change === undefined && run.comment === undefined) {
        last = undefined;
        return [run];
      }
      if (whole !== undefined && change?.kind !== whole.kind) return [];
      if (change !== undefined) authors.add(`${change.author}（${dayWords(change)}）`);
      last = numbered(run.comment, last);
      return [
        { ...run, ...(change === undefined ? {} : { change }), ...(last === undefined ? {} : { comment: last }) },
      ];
    });
  };
  const numbered = (comment: Comment | undefined, last: Comment | undefined): Comment | undefined => {
    if (comment === undefined) return undefined;
    if (last?.text === comment.text && last.author === comment.author && last.at === comment.at) return last;
    dayWords(comment);
    const next = { ...comment, number: comments.length + 1 };
    comments.push(next);
    return next;
  };
  return { tree: mapTree(tree, { inline }), authors: [...authors], comments };
}

/** The day in Tokyo of a revision, as documents write it. */
export function dayWords({ author, at }: Revision): string {
  try {
    return formatEra(dayOf(at));
  } catch (error) {
    throw new DocumentError(
      'document-invalid',
      `「${author}」による変更又はコメントの日時「${at}」を読み取れません。日時を確認してください。`,
      { cause: error },
    );
  }
}

/** How changes look and who made them, for readers who see them without Word: the words around the two looks. */
export const changeLegend = (changedBy: readonly string[]) => ({
  before: '見え消し　',
  inserted: '下線',
  between: 'は加えた箇所、',
  deleted: '取消線',
  after: `は削った箇所を示す。変更した者：${changedBy.join('、')}`,
});

/** The words before a comment in the list of comments: コメント1　山田（令和8年6月1日）. */
export const commentHead = (comment: Comment): string =>
  `${commentName(comment)}　${comment.author}（${dayWords(comment)}）`;

/** How a comment is named where it stands in the text. */
export const commentName = ({ number = 0 }: Comment): string => `コメント${number}`;
