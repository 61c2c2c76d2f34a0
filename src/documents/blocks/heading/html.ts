import type { HtmlContext, HtmlWriter } from '../../html/context.ts';
import { htmlInline, htmlText } from '../../html/escape.ts';
import type { Inline } from '../../model/inline.ts';
import type { HeadingBlock } from './model.ts';

export const headingToHtml: HtmlWriter<HeadingBlock> = (block, context) => numberedHeading(block.content, context);

/** A heading with its number. The title of the document is the first level of the page, so each stands one lower. */
export function numberedHeading(content: Inline, context: HtmlContext): string {
  const { entry, anchor } = context.nextHeading();
  const number = entry.number === '' ? '' : `<span class="number">${htmlText(entry.number)}</span>`;
  const words = `${number}${htmlInline(content, context)}`;
  return entry.level > 5
    ? `<p role="heading" aria-level="${entry.level + 1}" id="${anchor}">${words}</p>`
    : `<h${entry.level + 1} id="${anchor}">${words}</h${entry.level + 1}>`;
}
