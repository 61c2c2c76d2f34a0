/** Reading a finished PDF for binding: sizes, bookmarks, and what must not come along. Uploaded files are hostile. */
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PageSizePt, PdfFault } from './model.ts';

export interface Bookmark {
  readonly title: string;
  /** Index of the page in its document, from 0. */
  readonly page: number;
  readonly children: readonly Bookmark[];
}

/** A PDF that can be bound, or why it cannot. */
export type ReadPdf =
  | { readonly fault: null; readonly pdf: PDFDocument; readonly sizes: readonly PageSizePt[] }
  | { readonly fault: PdfFault };

/** Opens a PDF. Whatever is wrong with it is an answer, never an error: people decide what becomes of it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    const sizes = pdf.getPages().map(seenSize);
    if (sizes.length === 0) return { fault: 'empty' };
    if (sizes.some(({ width, height }) => !(width >= 10 && height >= 10 && width <= 14_400 && height <= 14_400))) {
      return { fault: 'broken' };
    }
    return { fault: null, pdf, sizes };
  } catch {
    return { fault: (await isEncrypted(bytes)) ? 'encrypted' : 'broken' };
  }
}

/** What is encrypted often cannot be read far enough to say so; read leniently, it can. */
async function isEncrypted(bytes: Uint8Array): Promise<boolean> {
  try {
    await PDFDocument.load(bytes, { updateMetadata: false });
    return false;
  } catch (error) {
    return error instanceof EncryptedPDFError;
  }
}

/** Quarter turns clockwise by which a viewer shows the page. */
export const turnOf = (page: PDFPage): 0 | 90 | 180 | 270 => {
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  return angle === 90 || angle === 180 || angle === 270 ? angle : 0;
};

function seenSize(page: PDFPage): PageSizePt {
  const { width, height } = page.getCropBox();
  return turnOf(page) % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Keys that act, or that lead to other pages and would carry them along. */
const ANNOTATION_KEYS = ['A', 'AA', 'Dest', 'P', 'Popup', 'Parent', 'IRT', 'StructParent', 'Kids'];
const PAGE_KEYS = ['AA', 'StructParents', 'B', 'PresSteps', 'Tabs', 'Metadata', 'PieceInfo'];

/** Takes actions, links and structure off a page; what can be seen (notes, stamps, filled fields) stays. */
export function quieten(page: PDFPage): void {
  for (const key of PAGE_KEYS) page.node.delete(PDFName.of(key));
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  if (annotations === undefined) return;
  const kept = page.doc.context.obj([]);
  for (let index = 0; index < annotations.size(); index += 1) {
    const annotation = annotations.lookup(index);
    if (!(annotation instanceof PDFDict) || annotation.get(PDFName.of('AP')) === undefined) continue;
    for (const key of ANNOTATION_KEYS) annotation.delete(PDFName.of(key));
    kept.push(annotation);
  }
  page.node.set(PDFName.of('Annots'), kept);
}

/** Deepest level and largest number of bookmarks taken over from one document. */
const MAX_DEPTH = 3;
const MAX_BOOKMARKS = 2000;

/** The bookmarks of a document that lead to one of its pages. */
export function bookmarksOf(pdf: PDFDocument): Bookmark[] {
  const places = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index]));
  const names = namedDestinations(pdf);
  const seen = new Set<PDFDict>();
  const walk = (first: unknown, depth: number): Bookmark[] => {
    const found: Bookmark[] = [];
    for (let item = first; item instanceof PDFDict && !seen.has(item) && seen.size < MAX_BOOKMARKS;) {
      seen.add(item);
      const page = pageOf(item, places, names);
      const children = depth < MAX_DEPTH ? walk(item.lookup(PDFName.of('First')), depth + 1) : [];
      const title = textOf(item.lookup(PDFName.of('Title')));
      if (page !== null && title !== '') found.push({ title, page, children });
      else found.push(...children);
      item = item.lookup(PDFName.of('Next'));
    }
    return found;
  };
  const outlines = pdf.catalog.lookup(PDFName.of('Outlines'));
  return outlines instanceof PDFDict ? walk(outlines.lookup(PDFName.of('First')), 1) : [];
}

function pageOf(
  item: PDFDict,
  places: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, unknown>,
): number | null {
  const action = item.lookup(PDFName.of('A'));
  let target: unknown = item.lookup(PDFName.of('Dest'));
  if (target === undefined && action instanceof PDFDict) target = action.lookup(PDFName.of('D'));
  const name = nameOf(target);
  if (name !== null) target = names.get(name);
  if (target instanceof PDFDict) target = target.lookup(PDFName.of('D'));
  const page = target instanceof PDFArray && target.size() > 0 ? target.get(0) : undefined;
  return page instanceof PDFRef ? (places.get(page.toString()) ?? null) : null;
}

function nameOf(value: unknown): string | null {
  if (value instanceof PDFName) return value.decodeText();
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

const textOf = (value: unknown): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText().trim() : '';

/** Destinations by name, from the old dictionary and from the name tree. */
function namedDestinations(pdf: PDFDocument): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const old = pdf.catalog.lookup(PDFName.of('Dests'));
  if (old instanceof PDFDict) for (const [key] of old.entries()) found.set(key.decodeText(), old.lookup(key));
  const tree = pdf.catalog.lookup(PDFName.of('Names'));
  const seen = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (!(node instanceof PDFDict) || seen.has(node)) return;
    seen.add(node);
    const pairs = itemsOf(node.lookup(PDFName.of('Names')));
    for (const [at, key] of pairs.entries()) {
      const name = at % 2 === 0 ? nameOf(key) : null;
      if (name !== null) found.set(name, pairs[at + 1]);
    }
    for (const kid of itemsOf(node.lookup(PDFName.of('Kids')))) walk(kid);
  };
  if (tree instanceof PDFDict) walk(tree.lookup(PDFName.of('Dests')));
  return found;
}

const itemsOf = (array: unknown): unknown[] =>
  array instanceof PDFArray ? Array.from({ length: array.size() }, (_, at) => array.lookup(at)) : [];
