import type { HtmlWriter } from '../../html/context.ts';
import { htmlText } from '../../html/escape.ts';
import { pieceElement } from '../table/html.ts';
import type { CalloutBlock } from './model.ts';

export const calloutToHtml: HtmlWriter<CalloutBlock> = (block, context) => {
  const title = block.title === undefined ? '' : `<p class="gothic bold">${htmlText(block.title)}</p>`;
  const name = block.title === undefined ? '' : ` aria-label="${htmlText(block.title)}"`;
  const words = block.blocks.map((piece) => pieceElement(piece, context)).join('');
  return `<div role="note"${name} class="callout${block.tone === 'warning' ? ' warning' : ''}">${title}${words}</div>`;
};
