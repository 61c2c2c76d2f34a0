import { chars, type DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { type WordParagraph, wordParagraph } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { linesOf } from '../../model/document.ts';
import type { LetterHeadBlock } from './model.ts';

export const letterHeadToDocx: DocxWriter<LetterHeadBlock> = (_block, { tree, labels }) => {
  const line = (text: string, right: boolean): WordParagraph =>
    wordParagraph(styleIds.body(0), wordRuns(text, labels), {
      align: right ? 'right' : 'left',
      indent: right ? { right: chars(1), firstLine: 0 } : { left: chars(1), firstLine: 0 },
    });
  const title = tree.subtitle === undefined ? tree.title : `${tree.title}\n${tree.subtitle}`;
  return [
    ...[tree.number, tree.date].filter((text) => text !== undefined).map((text) => line(text, true)),
    ...linesOf(tree.addressee).map((text) => line(text, false)),
    ...linesOf(tree.sender).map((text) => line(text, true)),
    wordParagraph(styleIds.letterTitle, wordRuns(title, labels)),
  ];
};
