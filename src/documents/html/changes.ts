import { changeLegend, commentHead } from '../prepare/changes.ts';
import type { Prepared } from '../prepare/prepare.ts';
import { htmlLines, htmlText } from './escape.ts';

/** What a reader of the page must be told: how changes look, who made them, and the comments. Null when there is nothing. */
export function remarksToHtml({ changedBy, comments }: Prepared): string | null {
  if (changedBy.length === 0 && comments.length === 0) return null;
  const legend = changedBy.length === 0 ? [] : [legendToHtml(changedBy)];
  const notes = comments.map(
    (comment) =>
      `<p class="note" id="comment-${comment.number ?? 0}"><a href="#comment-${comment.number ?? 0}-at">${htmlText(commentHead(comment))}</a>　${htmlLines(comment.text)}</p>`,
  );
  return ['<section class="sheet" aria-label="見え消し及びコメント">', ...legend, ...notes, '</section>'].join('\n');
}

/** The looks, not as changes: the legend was not changed. */
function legendToHtml(changedBy: readonly string[]): string {
  const { before, inserted, between, deleted, after } = changeLegend(changedBy);
  return `<p class="note">${htmlText(before)}<span class="inserted">${htmlText(inserted)}</span>${htmlText(between)}<span class="deleted">${htmlText(deleted)}</span>${htmlText(after)}</p>`;
}
