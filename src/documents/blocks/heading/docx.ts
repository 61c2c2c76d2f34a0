import { chars, type DocxContext, type DocxWriter } from '../../docx/context.ts';
import { headingRuns } from '../../docx/inline.ts';
import { type ParagraphLook, wordParagraph } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { headingLook } from '../../prepare/look.ts';
import { numberOf } from '../../prepare/prepare.ts';
import type { HeadingBlock } from './model.ts';

export const headingToDocx: DocxWriter<HeadingBlock> = (block, context) => {
  const { labels, newPage, pageTop, counter } = context;
  const number = numberOf(block, counter) === null ? null : counter.last;
  return [
    wordParagraph(styleIds.heading(block.level), headingRuns(block.content, block.id, labels), {
      entry: { level: block.level, number },
      change: block.change,
      ...(block.newPage === true || newPage ? { pageBreakBefore: true } : {}),
      ...(block.newPage === true || pageTop ? { spacing: { before: 0 } } : {}),
      ...numberingOf(block, context),
    }),
  ];
};

/** The number comes from the heading style; only an unnumbered heading and one in an appendix say so themselves. */
function numberingOf(block: HeadingBlock, { appendix, lists }: DocxContext): ParagraphLook {
  if (block.numbered === false) {
    return { numbering: 'none', indent: { left: chars(headingLook(block.level).indent), hanging: 0 } };
  }
  return appendix.label === null ? {} : { numbering: { list: lists.appendix(appendix.label), level: block.level - 1 } };
}
