import type { HtmlWriter } from '../../html/context.ts';
import { htmlInline } from '../../html/escape.ts';
import { bodyIndent } from '../../prepare/look.ts';
import type { ParagraphBlock } from './model.ts';

export const paragraphToHtml: HtmlWriter<ParagraphBlock> = (block, context) => {
  const aligned = block.align !== undefined && block.align !== 'left';
  const left = aligned ? 0 : bodyIndent(context.depth) + (block.indent ?? 0);
  const classes = [
    ...((block.firstLine ?? !aligned) ? ['first'] : []),
    ...(aligned ? [block.align] : []),
    ...(left > 0 ? [context.look(`& { margin-left: ${left}em; }`)] : []),
  ];
  return `<p${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${htmlInline(block.content, context)}</p>`;
};
