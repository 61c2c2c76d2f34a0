import type { DocxContext, DocxWriter } from '../../docx/context.ts';
import { keptWithNext } from '../../docx/keep.ts';
import type { WordBlock } from '../../docx/model.ts';
import { staysWithNext } from '../../prepare/keep.ts';
import { figureToDocx } from '../figure/docx.ts';
import { noteToDocx } from '../note/docx.ts';
import { tableToDocx } from '../table/docx.ts';
import { type ChartPart, chartParts } from './as-blocks.ts';
import type { ChartBlock } from './model.ts';
import { pictureOf } from './picture.ts';

export const chartToDocx: DocxWriter<ChartBlock> = (block, context) =>
  chartParts(block, pictureOf(context.charts, block), context.width).flatMap((part, index, parts) =>
    staysWithNext(part, parts[index + 1]) ? keptWithNext(written(part, context)) : written(part, context),
  );

function written(part: ChartPart, context: DocxContext): readonly WordBlock[] {
  if (part.kind === 'figure') return figureToDocx(part, context);
  return part.kind === 'note' ? noteToDocx(part, context) : tableToDocx(part, context);
}
