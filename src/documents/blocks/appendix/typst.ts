import { place, type TypstWriter } from '../../pdf/context.ts';
import { labelName, typstInline, typstString } from '../../pdf/escape.ts';
import { headingLook } from '../../prepare/look.ts';
import type { AppendixBlock } from './model.ts';

/** A heading of the first level whose number is that of the appendix. */
export const appendixToTypst: TypstWriter<AppendixBlock> = (block, context) => {
  const look = headingLook(1);
  const words = typstInline(block.content, place(context, context.width, look.size, look.indent + look.hang));
  const label = block.id === undefined ? '' : ` <${labelName(context.labels, block.id)}>`;
  return [
    '#pagebreak(weak: true)',
    `#counter(heading).update(${context.nextAppendix(block.label) - 1})`,
    `#heading(level: 1, numbering: (..n) => ${typstString(block.label)} + str(n.pos().last()))${words}${label}`,
  ].join('\n');
};
