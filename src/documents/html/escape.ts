import { type Inline, runsOf } from '../model/inline.ts';
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
  return runsOf(inline)
    .map((run) => {
      if ('reference' in run) {
        const label = htmlText(labelOf(context.labels, run.reference));
        return `<a href="#${anchorOf(context, run.reference)}">${label}</a>`;
      }
      let words = htmlLines(run.text);
      if (run.bold === true) words = `<strong>${words}</strong>`;
      if (run.underline === true) words = `<span class="u">${words}</span>`;
      return words;
    })
    .join('');
}

/** The address inside the page of the heading that carries an id. */
export const anchorOf = (context: HtmlContext, id: string): string =>
  `h${context.headings.findIndex((heading) => heading.id === id) + 1}`;
