import type { DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { type WordParagraph, wordParagraph } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { linesOf } from '../../model/document.ts';
import { type Alignment, twipsFromMm } from '../../model/units.ts';
import { sizes } from '../../prepare/look.ts';
import { coverTitle } from './lines.ts';
import type { TitlePageBlock } from './model.ts';

/** Number top right, addressee left, title in the upper half, date and sender below the middle. */
export const titlePageToDocx: DocxWriter<TitlePageBlock> = (_block, { tree, labels, width, pageHeight }) => {
  const title = coverTitle(tree.title, (width * 72) / 25.4 / sizes.title);
  const line = (text: string, align: Alignment, before = 0): WordParagraph =>
    wordParagraph(styleIds.coverLine, wordRuns(text, labels), {
      align,
      spacing: { before: twipsFromMm(before), after: 80 },
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
    wordParagraph(styleIds.coverTitle, wordRuns(title, labels), {
      spacing: { before: twipsFromMm(Math.max(20, pageHeight * 0.22 - used)), after: 240 },
    }),
    ...(tree.subtitle === undefined ? [] : [wordParagraph(styleIds.coverSubtitle, wordRuns(tree.subtitle, labels))]),
    ...low.map((text, index) => line(text, 'center', index === 0 ? pageHeight * 0.28 : index === 1 ? 8 : 0)),
  ];
};
