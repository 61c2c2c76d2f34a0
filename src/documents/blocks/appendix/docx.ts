import { Bookmark, HeadingLevel as WordHeading, Paragraph } from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { bookmarkName, wordRuns } from '../../docx/inline.ts';
import type { AppendixBlock } from './model.ts';

/** A heading of the first level that counts in the list of its own label. */
export const appendixToDocx: DocxWriter<AppendixBlock> = (block, { labels, appendix, pageTop, newPage }) => {
  appendix.label = block.label;
  const runs = wordRuns(block.content, labels);
  return [
    new Paragraph({
      heading: WordHeading.HEADING_1,
      numbering: { reference: appendixList(block.label), level: 0, custom: true },
      children: block.id === undefined ? runs : [new Bookmark({ id: bookmarkName(labels, block.id), children: runs })],
      spacing: { before: 0 },
      // The first block of a section stands on a new page already.
      ...(pageTop && !newPage ? {} : { pageBreakBefore: true }),
    }),
  ];
};

/** The numbering list of a label: 別紙1, then 1 / (1) / ア … under it. */
export const appendixList = (label: AppendixBlock['label']): string => `appendix-${label}`;
