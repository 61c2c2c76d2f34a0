import type { DocxWriter } from '../../docx/context.ts';
import { figureToDocx } from '../figure/docx.ts';
import { noteToDocx } from '../note/docx.ts';
import { tableToDocx } from '../table/docx.ts';
import { chartParts } from './as-blocks.ts';
import type { ChartBlock } from './model.ts';
import { pictureOf } from './picture.ts';

export const chartToDocx: DocxWriter<ChartBlock> = (block, context) =>
  chartParts(block, pictureOf(context.charts, block), context.width).flatMap((part) => {
    if (part.kind === 'figure') return figureToDocx(part, context);
    return part.kind === 'note' ? noteToDocx(part, context) : tableToDocx(part, context);
  });
