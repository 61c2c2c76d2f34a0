import { Bookmark, HeadingLevel as WordHeading, Paragraph } from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { appendixList } from '../appendix/docx.ts';
import { chars } from '../../docx/context.ts';
import { paragraphMark } from '../../docx/changes.ts';
import { bookmarkName, wordRuns } from '../../docx/inline.ts';
import { headingLook } from '../../prepare/look.ts';
import type { HeadingBlock } from './model.ts';

const words = {
  1: WordHeading.HEADING_1,
  2: WordHeading.HEADING_2,
  3: WordHeading.HEADING_3,
  4: WordHeading.HEADING_4,
  5: WordHeading.HEADING_5,
  6: WordHeading.HEADING_6,
} as const;

/** The number comes from the heading style; only an unnumbered heading says so itself. */
export const headingToDocx: DocxWriter<HeadingBlock> = (block, { labels, newPage, pageTop, appendix }) => {
  const runs = wordRuns(block.content, labels);
  return [
    new Paragraph({
      heading: words[block.level],
      children: block.id === undefined ? runs : [new Bookmark({ id: bookmarkName(labels, block.id), children: runs })],
      ...paragraphMark(block.change),
      ...(block.newPage === true || newPage ? { pageBreakBefore: true } : {}),
      ...(block.newPage === true || pageTop ? { spacing: { before: 0 } } : {}),
      ...(block.numbered === false
        ? { numbering: false, indent: { left: chars(headingLook(block.level).indent), hanging: 0 } }
        : appendix.label === null
          ? {}
          : { numbering: { reference: appendixList(appendix.label), level: block.level - 1, custom: true } }),
    }),
  ];
};
