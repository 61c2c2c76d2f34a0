import type { DocxWriter } from '../../docx/context.ts';
import { wordParagraph, type WordPicture, wordText } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { cleanText } from '../../prepare/text.ts';
import { checkFigure, emptyPng } from './check.ts';
import type { FigureBlock } from './model.ts';

/** Word draws pictures in whole pixels. */
const EMU_PER_PIXEL = 9525;
const emu = (mm: number): number => Math.round((mm * 96) / 25.4) * EMU_PER_PIXEL;

export const figureToDocx: DocxWriter<FigureBlock> = (block, context) => {
  const { svg, png } = checkFigure(block, context.width);
  const picture: WordPicture = {
    kind: 'picture',
    width: emu(block.width),
    height: emu(block.height),
    name: cleanText(block.caption ?? '図'),
    alt: cleanText(block.alt),
    svg,
    png: png ?? emptyPng(),
  };
  const place = wordParagraph(styleIds.tableText, [picture], { align: 'center' });
  if (block.caption === undefined) return [place];
  return [
    { ...place, keepNext: true },
    wordParagraph(styleIds.caption, [wordText(cleanText(block.caption))], { keepNext: false, align: 'center' }),
  ];
};
