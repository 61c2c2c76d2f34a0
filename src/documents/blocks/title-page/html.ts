import type { HtmlWriter } from '../../html/context.ts';
import { htmlLines } from '../../html/escape.ts';
import { linesOf } from '../../model/document.ts';
import type { TitlePageBlock } from './model.ts';

export const titlePageToHtml: HtmlWriter<TitlePageBlock> = (_block, { tree, titleTag }) => {
  const tag = titleTag();
  const line = (text: string, at: string): string => `<p class="${at}">${htmlLines(text)}</p>`;
  return [
    '<div class="cover">',
    ...(tree.number === undefined ? [] : [line(tree.number, 'right')]),
    ...linesOf(tree.addressee).map((text) => line(text, 'left')),
    `<${tag}${tag === 'p' ? ' class="gothic bold center"' : ''}>${htmlLines(tree.title)}</${tag}>`,
    ...(tree.subtitle === undefined ? [] : [line(tree.subtitle, 'gothic center')]),
    ...(tree.date === undefined ? [] : [line(tree.date, 'center')]),
    ...linesOf(tree.sender).map((text) => line(text, 'center')),
    '</div>',
  ].join('\n');
};
