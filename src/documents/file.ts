import { detailedOf } from './edition/edition.ts';
import { type DocumentTree } from './model/document.ts';
import {
  type DocumentFormat,
  mediaTypes,
  renderDocx,
  renderHtml,
  renderPdf,
  renderPptx,
  renderWorkbookHtml,
  renderXlsx,
} from './render.ts';
import { deckAsDocument } from './pptx/as-document.ts';
import type { DeckTree } from './pptx/model.ts';
import type { WorkbookTree } from './xlsx/model.ts';

/** A made document as a file: name with ending, media type, bytes. */
export interface DocumentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * The file of a tree whose type was lost on its way here (documents of other modules).
 * @param name without ending; characters that some file system refuses are replaced
 * @throws TypeError when the tree is no document, no workbook where Excel, or no deck where PowerPoint is asked for
 */
export async function renderFile(tree: unknown, format: DocumentFormat, name: string): Promise<DocumentFile> {
  return { name: `${portableName(name)}.${format}`, mediaType: mediaTypes[format], bytes: await render(tree, format) };
}

/** The page of HTML of a tree whose type was lost on its way here. @throws TypeError when it is none of ours */
export function pageOf(tree: unknown): Promise<string> {
  if (isDocument(tree)) return renderHtml(detailedOf(tree));
  if (isWorkbook(tree)) return renderWorkbookHtml(tree);
  if (isDeck(tree)) return renderHtml(deckAsDocument(tree));
  throw new TypeError('not a tree that can be shown as a page');
}

/** The tree as a document, or null when it is anything else. */
export const asDocument = (tree: unknown): DocumentTree | null => (isDocument(tree) ? tree : null);

/** The words of a document or of slides, for the checks of wording; null for a workbook. */
export const wordsToCheck = (tree: unknown): DocumentTree | null =>
  isDeck(tree) ? deckAsDocument(tree) : asDocument(tree);

/** The title that a tree of documents or sheets bears, or null when it is neither. */
export function titleOf(tree: unknown): string | null {
  return isRecord(tree) && typeof tree['title'] === 'string' ? tree['title'] : null;
}

/** A file or folder name that every office computer accepts: no reserved characters, at most 80 characters. */
export function portableName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '・')
    .trim();
  return [...clean].slice(0, 80).join('');
}

function render(tree: unknown, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'xlsx') {
    if (isWorkbook(tree)) return renderXlsx(tree);
  } else if (format === 'pptx') {
    if (isDeck(tree)) return renderPptx(tree);
  } else if (isDocument(tree)) {
    const read = detailedOf(tree);
    return format === 'docx' ? renderDocx(read) : renderPdf(read);
  }
  throw new TypeError(`not a tree that can be made into ${format}`);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isDocument = (tree: unknown): tree is DocumentTree => isRecord(tree) && Array.isArray(tree['blocks']);
const isDeck = (tree: unknown): tree is DeckTree => isRecord(tree) && Array.isArray(tree['slides']);
const isWorkbook = (tree: unknown): tree is WorkbookTree => isRecord(tree) && Array.isArray(tree['sheets']);
