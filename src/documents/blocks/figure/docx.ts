import { AlignmentType, ImageRun, Paragraph } from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { styleIds } from '../../docx/styles.ts';
import { cleanText } from '../../prepare/text.ts';
import { checkFigure, emptyPng } from './check.ts';
import type { FigureBlock } from './model.ts';

const pixels = (mm: number): number => Math.round((mm * 96) / 25.4);

export const figureToDocx: DocxWriter<FigureBlock> = (block, context) => {
  const { svg, png } = checkFigure(block, context.width);
  const fallback = { type: 'png', data: png ?? emptyPng() } as const;
  const size = {
    transformation: { width: pixels(block.width), height: pixels(block.height) },
    altText: { name: cleanText(block.caption ?? '図'), description: cleanText(block.alt) },
  };
  const image =
    svg === undefined
      ? new ImageRun({ ...fallback, ...size })
      : new ImageRun({ type: 'svg', data: new TextEncoder().encode(svg), fallback, ...size });
  return [
    new Paragraph({
      style: styleIds.tableText,
      alignment: AlignmentType.CENTER,
      ...(block.caption === undefined ? {} : { keepNext: true }),
      children: [image],
    }),
    ...(block.caption === undefined
      ? []
      : [
          new Paragraph({
            style: styleIds.caption,
            keepNext: false,
            alignment: AlignmentType.CENTER,
            text: cleanText(block.caption),
          }),
        ]),
  ];
};
