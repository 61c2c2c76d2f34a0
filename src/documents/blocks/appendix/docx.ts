import type { DocxWriter } from '../../docx/context.ts';
import { headingRuns } from '../../docx/inline.ts';
import { wordParagraph } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import type { AppendixBlock } from './model.ts';

/** A heading of the first level that counts in the list of its own label. */
export const appendixToDocx: DocxWriter<AppendixBlock> = (block, context) => {
  const { labels, appendix, lists, counter, pageTop, newPage } = context;
  appendix.label = block.label;
  return [
    wordParagraph(styleIds.heading(1), headingRuns(block.content, block.id, labels), {
      entry: { level: 1, number: counter.appendix(block.label) },
      numbering: { list: lists.appendix(block.label), level: 0 },
      spacing: { before: 0 },
      // The first block of a section stands on a new page already.
      ...(pageTop && !newPage ? {} : { pageBreakBefore: true }),
    }),
  ];
};
