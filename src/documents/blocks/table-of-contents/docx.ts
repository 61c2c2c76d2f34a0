import { Paragraph, TableOfContents } from 'docx';
import type { DocxWriter } from '../../docx/context.ts';
import { styleIds } from '../../docx/styles.ts';
import { cleanText } from '../../prepare/text.ts';
import type { TableOfContentsBlock } from './model.ts';

/** A Word field, filled in with the headings and the page numbers that the layout estimate finds. */
export const tableOfContentsToDocx: DocxWriter<TableOfContentsBlock> = (block, { newPage }) => [
  new Paragraph({ style: styleIds.tocTitle, text: cleanText(block.title), pageBreakBefore: newPage }),
  new TableOfContents(cleanText(block.title), { hyperlink: true, headingStyleRange: `1-${block.depth}` }),
];
