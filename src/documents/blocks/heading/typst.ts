import { place, type TypstWriter } from '../../pdf/context.ts';
import { labelName, typstInline } from '../../pdf/escape.ts';
import { headingLook } from '../../prepare/look.ts';
import type { HeadingBlock } from './model.ts';

export const headingToTypst: TypstWriter<HeadingBlock> = (block, context) => {
  const look = headingLook(block.level);
  const words = typstInline(block.content, place(context, context.width, look.size, look.indent + look.hang));
  const label = block.id === undefined ? '' : ` <${labelName(context.labels, block.id)}>`;
  const options = [`level: ${block.level}`, ...(block.numbered === false ? ['numbering: none'] : [])].join(', ');
  return `${block.newPage === true ? '#pagebreak(weak: true)\n' : ''}#heading(${options})${words}${label}`;
};
