import { AlignmentType, Paragraph } from 'docx';
import { chars, type DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { styleIds } from '../../docx/styles.ts';
import { linesOf } from '../../model/document.ts';
import type { LetterHeadBlock } from './model.ts';

export const letterHeadToDocx: DocxWriter<LetterHeadBlock> = (_block, { tree, labels }) => {
  const line = (text: string, right: boolean): Paragraph =>
    new Paragraph({
      style: styleIds.body(0),
      alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: right ? { right: chars(1), firstLine: 0 } : { left: chars(1), firstLine: 0 },
      children: wordRuns(text, labels),
    });
  return [
    ...[tree.number, tree.date].filter((text) => text !== undefined).map((text) => line(text, true)),
    ...linesOf(tree.addressee).map((text) => line(text, false)),
    ...linesOf(tree.sender).map((text) => line(text, true)),
    new Paragraph({
      style: styleIds.letterTitle,
      children: wordRuns(tree.subtitle === undefined ? tree.title : `${tree.title}\n${tree.subtitle}`, labels),
    }),
  ];
};
