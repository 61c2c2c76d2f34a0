import type { HtmlWriter } from '../../html/context.ts';
import { htmlLines } from '../../html/escape.ts';
import { linesOf } from '../../model/document.ts';
import type { LetterHeadBlock } from './model.ts';

export const letterHeadToHtml: HtmlWriter<LetterHeadBlock> = (_block, { tree, titleTag }) => {
  const tag = titleTag();
  const line = (text: string, at: string): string => `<p class="${at}">${htmlLines(text)}</p>`;
  return [
    ...(tree.number === undefined ? [] : [line(tree.number, 'right')]),
    ...(tree.date === undefined ? [] : [line(tree.date, 'right')]),
    ...linesOf(tree.addressee).map((text) => line(text, 'left')),
    ...linesOf(tree.sender).map((text) => line(text, 'right')),
    `<${tag}${tag === 'p' ? ' class="gothic bold center"' : ''}>${htmlLines(tree.title)}</${tag}>`,
    ...(tree.subtitle === undefined ? [] : [line(tree.subtitle, 'center')]),
  ].join('\n');
};
