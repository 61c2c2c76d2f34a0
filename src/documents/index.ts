import type { DocumentTree } from './model/document.ts';
import type { WorkbookTree } from './xlsx/model.ts';

export { callout, type CalloutBlock } from './blocks/callout/model.ts';
export { definitionList, type DefinitionListBlock } from './blocks/definition-list/model.ts';
export { figure, type FigureBlock } from './blocks/figure/model.ts';
export { heading, type HeadingBlock, type HeadingLevel } from './blocks/heading/model.ts';
export { letterHead, type LetterHeadBlock } from './blocks/letter-head/model.ts';
export { bulletList, item, type ListBlock, type ListItem, numberedList } from './blocks/list/model.ts';
export { note, type NoteBlock } from './blocks/note/model.ts';
export { pageBreak, type PageBreakBlock } from './blocks/page-break/model.ts';
export { paragraph, type ParagraphBlock } from './blocks/paragraph/model.ts';
export { landscape, type SectionBlock } from './blocks/section/model.ts';
export { signature, type SignatureBlock, stampBox, type StampBoxBlock } from './blocks/stamp-box/model.ts';
export { tableOfContents, type TableOfContentsBlock } from './blocks/table-of-contents/model.ts';
export {
  cell,
  type Cell,
  type CellBlock,
  type Shade,
  table,
  type TableBlock,
  type TableCell,
  type TableColumn,
} from './blocks/table/model.ts';
export { titlePage, type TitlePageBlock } from './blocks/title-page/model.ts';
export { DocumentError, type DocumentErrorCode } from './errors.ts';
export type { Block, FlowBlock } from './model/blocks.ts';
export { document, type DocumentParticulars, type DocumentTree } from './model/document.ts';
export { bold, type Inline, reference, underline } from './model/inline.ts';
export type { Alignment, Orientation, PageSize, Width } from './model/units.ts';
export type { CellValue, Sheet, SheetCell, SheetColumn, SheetShade, WorkbookTree } from './xlsx/model.ts';

/** Media types of the three outputs, for downloads and mail. */
export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * The document as a Word file. The same tree gives the same bytes.
 * @throws DocumentError when the tree cannot be set (skipped heading, table wider than the paper, …)
 */
export async function renderDocx(tree: DocumentTree): Promise<Uint8Array> {
  const { writeDocx } = await import('./docx/render.ts');
  return writeDocx(tree);
}

/**
 * The document as a tagged PDF with embedded fonts (PDF/UA-1 unless the tree asks for PDF/A-2a). Same tree, same bytes.
 * @throws DocumentError also when a character is in none of the fonts; the message names it
 */
export async function renderPdf(tree: DocumentTree): Promise<Uint8Array> {
  const { writePdf } = await import('./pdf/render.ts');
  return writePdf(tree);
}

/**
 * The workbook as an Excel file. Same tree, same bytes.
 * @throws DocumentError when a sheet name or a row does not fit the columns
 */
export async function renderXlsx(tree: WorkbookTree): Promise<Uint8Array> {
  const { writeXlsx } = await import('./xlsx/render.ts');
  return writeXlsx(tree);
}
