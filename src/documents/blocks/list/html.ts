import type { HtmlContext, HtmlWriter } from '../../html/context.ts';
import { htmlInline } from '../../html/escape.ts';
import { bodyIndent } from '../../prepare/look.ts';
import type { ListBlock, ListItem } from './model.ts';

/** Lists stand one character inside the body text. */
export const listToHtml: HtmlWriter<ListBlock> = (block, context) =>
  `<div class="${context.look(`& { margin-left: ${bodyIndent(context.depth) + 1}em; }`)}">${listElement(block, context)}</div>`;

/** A list in any place, for body text and cells. */
export function listElement(block: ListBlock, context: HtmlContext): string {
  switch (block.marker) {
    case 'bullet':
      return `<ul>${block.items.map((item) => `<li>${words(item, context)}</li>`).join('')}</ul>`;
    case 'decimal':
      return `<ol>${block.items.map((item) => `<li>${words(item, context)}</li>`).join('')}</ol>`;
    case 'circled':
      // No list style counts ①②③ everywhere, and a number that is text can be copied and read aloud.
      return `<ol class="circled">${block.items.map((item, index) => `<li>${circled(index)}${words(item, context)}</li>`).join('')}</ol>`;
  }
}

const circled = (index: number): string => `<span>${String.fromCodePoint(0x2460 + index)}　</span>`;

function words(item: ListItem, context: HtmlContext): string {
  const below = item.children ?? [];
  const children =
    below.length === 0
      ? ''
      : `<ul class="dash">${below.map((child) => `<li>${words(child, context)}</li>`).join('')}</ul>`;
  return `${htmlInline(item.content, context)}${children}`;
}
