import type { TypstContext, TypstWriter } from '../../pdf/context.ts';
import { staysWithNext } from '../../prepare/keep.ts';
import { figureToTypst } from '../figure/typst.ts';
import { noteToTypst } from '../note/typst.ts';
import { tableToTypst } from '../table/typst.ts';
import { type ChartPart, chartParts } from './as-blocks.ts';
import type { ChartBlock } from './model.ts';
import { pictureOf } from './picture.ts';

export const chartToTypst: TypstWriter<ChartBlock> = (block, context) =>
  chartParts(block, pictureOf(context.charts, block), context.width)
    .map((part, index, parts) => {
      const next = parts[index + 1];
      return written(part, { ...context, sticky: next === undefined ? context.sticky : staysWithNext(part, next) });
    })
    .join('\n');

function written(part: ChartPart, context: TypstContext): string {
  if (part.kind === 'figure') return figureToTypst(part, context);
  return part.kind === 'note' ? noteToTypst(part, context) : tableToTypst(part, context);
}
