import type { Change, Comment } from '../model/changes.ts';
import { type Inline, type InlineRun, runsOf } from '../model/inline.ts';
import { commentName } from '../prepare/changes.ts';
import { labelOf } from '../prepare/prepare.ts';
import { cleanText } from '../prepare/text.ts';
import type { HtmlContext } from './context.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as the contents of an element or of a quoted attribute. All words of a document enter the page this way. */
export const htmlText = (text: string): string =>
  cleanText(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '');

/** Text with its line breaks. */
export const htmlLines = (text: string): string => htmlText(text).replaceAll('\n', '<br>');

/** The pieces of a text; references become links to their headings. */
export function htmlInline(inline: Inline, context: HtmlContext): string {
  const runs = runsOf(inline);
  return runs
    .map((run, index) => {
      const words = changed(runElement(run, context), run.change);
      if (run.comment === undefined) return words;
      const next = runs[index + 1]?.comment;
      return `<mark>${words}</mark>${run.comment.number === next?.number ? '' : commentMark(run.comment)}`;
    })
    .join('');
}

function runElement(run: InlineRun, context: HtmlContext): string {
  if ('reference' in run) {
    const label = htmlText(labelOf(context.labels, run.reference));
    return `<a href="#${anchorOf(context, run.reference)}">${label}</a>`;
  }
  let words = htmlLines(run.text);
  if (run.bold === true) words = `<strong>${words}</strong>`;
  if (run.underline === true) words = `<span class="u">${words}</span>`;
  return words;
}

function changed(words: string, change: Change | undefined): string {
  if (change === undefined) return words;
  const tag = change.kind === 'inserted' ? 'ins' : 'del';
  return `<${tag} datetime="${htmlText(change.at)}" title="${htmlText(change.author)}">${words}</${tag}>`;
}

/** Leads to the comment at the end of the page, which leads back. */
const commentMark = (comment: Comment): string =>
  `<a class="comment" id="comment-${comment.number ?? 0}-at" href="#comment-${comment.number ?? 0}">［${htmlText(commentName(comment))}］</a>`;

/** The address inside the page of the heading that carries an id. */
export const anchorOf = (context: HtmlContext, id: string): string =>
  `h${context.headings.findIndex((heading) => heading.id === id) + 1}`;
