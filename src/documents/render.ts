/** The outputs. The heavy parts are loaded when the first document is made, so that a start stays quick. */
import type { DocumentTree } from './model/document.ts';
import type { DeckTree } from './pptx/model.ts';
import type { WorkbookTree } from './xlsx/model.ts';

/** Media types of the outputs, for downloads and mail. */
export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

/** What a document can be made into. */
export type DocumentFormat = keyof typeof mediaTypes;

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
 * The document as one page of HTML: accessible, without scripts, pictures and looks inside. Same tree, same text.
 * @throws DocumentError as for Word
 */
export async function renderHtml(tree: DocumentTree): Promise<string> {
  const { writeHtml } = await import('./html/render.ts');
  return writeHtml(tree);
}

/** The workbook as one page of HTML, for looking at it before the file is made. */
export async function renderWorkbookHtml(tree: WorkbookTree): Promise<string> {
  const { writeWorkbookHtml } = await import('./html/workbook.ts');
  return writeWorkbookHtml(tree);
}

/**
 * The workbook as an Excel file. Same tree, same bytes.
 * @throws DocumentError when a sheet name or a row does not fit the columns
 */
export async function renderXlsx(tree: WorkbookTree): Promise<Uint8Array> {
  const { writeXlsx } = await import('./xlsx/render.ts');
  return writeXlsx(tree);
}

/**
 * The deck as a PowerPoint file with charts and tables that can be edited. Same tree, same bytes.
 * @throws DocumentError when a title is too long for its slide or a chart cannot be read
 */
export async function renderPptx(tree: DeckTree): Promise<Uint8Array> {
  const { writePptx } = await import('./pptx/render.ts');
  return writePptx(tree);
}
