import type { HtmlWriter } from '../../html/context.ts';
import { htmlInline, htmlText } from '../../html/escape.ts';
import { bodyIndent } from '../../prepare/look.ts';
import { widthInEm } from '../../prepare/text.ts';
import type { NoteBlock } from './model.ts';

export const noteToHtml: HtmlWriter<NoteBlock> = (block, context) => {
  const hang = widthInEm(block.label) + 1;
  const look = context.look(
    `& { padding-left: ${hang}em; text-indent: -${hang}em; margin-left: ${bodyIndent(context.depth)}em; }`,
  );
  return `<p class="note ${look}">${htmlText(block.label)}　${htmlInline(block.content, context)}</p>`;
};
