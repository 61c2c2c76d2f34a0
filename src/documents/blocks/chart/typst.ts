import type { TypstWriter } from '../../pdf/context.ts';
import { figureToTypst } from '../figure/typst.ts';
import { noteToTypst } from '../note/typst.ts';
import { tableToTypst } from '../table/typst.ts';
import { chartParts } from './as-blocks.ts';
import type { ChartBlock } from './model.ts';
import { pictureOf } from './picture.ts';

export const chartToTypst: TypstWriter<ChartBlock> = (block, context) =>
  chartParts(block, pictureOf(context.charts, block), context.width)
    .map((part) => {
      if (part.kind === 'figure') return figureToTypst(part, context);
      return part.kind === 'note' ? noteToTypst(part, context) : tableToTypst(part, context);
    })
    .join('\n');
