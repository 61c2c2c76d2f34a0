import { bodySize } from '../../model/units.ts';
import { place, type TypstWriter } from '../../pdf/context.ts';
import { typstInline, typstString } from '../../pdf/escape.ts';
import { bodyIndent, sizes } from '../../prepare/look.ts';
import type { NoteBlock } from './model.ts';

export const noteToTypst: TypstWriter<NoteBlock> = (block, context) => {
  const indent = bodyIndent(context.depth);
  const words = typstInline(block.content, place(context, context.width, sizes.note, indent + 2));
  return `#indented(${indent * bodySize}pt${context.sticky ? ', sticky: true' : ''}, note(${typstString(block.label)}, ${words}))`;
};
