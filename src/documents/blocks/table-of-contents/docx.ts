import type { DocxWriter } from '../../docx/context.ts';
import { wordParagraph, wordText } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { cleanText } from '../../prepare/text.ts';
import type { TableOfContentsBlock } from './model.ts';

/** A Word field, filled in with the headings and the page numbers that the layout estimate finds. */
export const tableOfContentsToDocx: DocxWriter<TableOfContentsBlock> = (block, { newPage }) => {
  const title = cleanText(block.title);
  return [
    wordParagraph(styleIds.tocTitle, [wordText(title)], newPage ? { pageBreakBefore: true } : {}),
    { kind: 'contents', title, depth: block.depth },
  ];
};
