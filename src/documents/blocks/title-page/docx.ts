import { AlignmentType, Paragraph } from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { styleIds } from '../../docx/styles.ts';
import { linesOf } from '../../model/document.ts';
import { twipsFromMm } from '../../model/units.ts';
import type { TitlePageBlock } from './model.ts';

/** Number top right, addressee left, title in the upper half, date and sender below the middle. */
export const titlePageToDocx: DocxWriter<TitlePageBlock> = (_block, { tree, labels, pageHeight }) => {
  const line = (text: string, alignment: 'left' | 'right' | 'center', before = 0): Paragraph =>
    new Paragraph({
      style: styleIds.coverLine,
      alignment: { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }[alignment],
      spacing: { before: twipsFromMm(before), after: 80 },
      children: wordRuns(text, labels),
    });
  const addressee = linesOf(tree.addressee);
  const top = [
    ...(tree.number === undefined ? [] : [line(tree.number, 'right')]),
    ...addressee.map((text) => line(text, 'left')),
  ];
  const used = top.length * 7;
  const sender = linesOf(tree.sender);
  const low = [...(tree.date === undefined ? [] : [tree.date]), ...sender];
  return [
    ...top,
    new Paragraph({
      style: styleIds.coverTitle,
      spacing: { before: twipsFromMm(Math.max(20, pageHeight * 0.22 - used)), after: 240 },
      children: wordRuns(tree.title, labels),
    }),
    ...(tree.subtitle === undefined
      ? []
      : [new Paragraph({ style: styleIds.coverSubtitle, children: wordRuns(tree.subtitle, labels) })]),
    ...low.map((text, index) => line(text, 'center', index === 0 ? pageHeight * 0.28 : index === 1 ? 8 : 0)),
  ];
};
