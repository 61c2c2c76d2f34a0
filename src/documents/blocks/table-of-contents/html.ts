import type { HtmlWriter } from '../../html/context.ts';
import { htmlText } from '../../html/escape.ts';
import type { TableOfContentsBlock } from './model.ts';

/** Links to the headings; a page on the screen has no page numbers. */
export const tableOfContentsToHtml: HtmlWriter<TableOfContentsBlock> = (block, context) => {
  const entries = context.headings.flatMap(({ level, number, words }, index) => {
    if (level > block.depth) return [];
    const look = level === 1 ? '' : ` class="${context.look(`& { padding-left: ${level - 1}em; }`)}"`;
    const name = `${number === '' ? '' : `${number}　`}${words}`;
    return [`<li${look}><a href="#h${index + 1}">${htmlText(name)}</a></li>`];
  });
  const title = htmlText(block.title);
  return `<nav class="contents" aria-label="${title}"><p class="gothic bold center">${title}</p><ol>${entries.join('\n')}</ol></nav>`;
};
