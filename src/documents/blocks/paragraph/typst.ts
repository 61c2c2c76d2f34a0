import { bodySize } from '../../model/units.ts';
import { place, type TypstWriter } from '../../pdf/context.ts';
import { typstInline } from '../../pdf/escape.ts';
import { bodyIndent } from '../../prepare/look.ts';
import type { ParagraphBlock } from './model.ts';

export const paragraphToTypst: TypstWriter<ParagraphBlock> = (block, context) => {
  const aligned = block.align !== undefined && block.align !== 'left';
  const first = (block.firstLine ?? !aligned) ? '1em' : '0pt';
  const left = aligned ? 0 : bodyIndent(context.depth) + (block.indent ?? 0);
  const options = [
    `left: ${left * bodySize}pt`,
    `first: ${first}`,
    ...(aligned ? [`at: ${block.align}`] : []),
    ...(block.keepWithNext === true ? ['sticky: true'] : []),
  ].join(', ');
  return `#text-block(${options})${typstInline(block.content, place(context, context.width, bodySize, left))}`;
};
