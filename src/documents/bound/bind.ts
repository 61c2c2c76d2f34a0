/** Binds a volume. The same volume gives the same bytes. */
import { degrees, PDFDocument, type PDFEmbeddedPage, type PDFPage } from '@cantoo/pdf-lib';
import { DocumentError } from '../errors.ts';
import { linesOf } from '../model/document.ts';
import { compileTypst } from '../pdf/render.ts';
import { createdAt } from '../prepare/created.ts';
import { cleanText } from '../prepare/text.ts';
import { A4, layOut, type VolumeLayout } from './layout.ts';
import type { BoundVolume, PageSizePt, VolumePage } from './model.ts';
import { writeOutline } from './outline.ts';
import { ownSheets, stamps } from './sheets.ts';
import { type Bookmark, bookmarksOf, quieten, readPdf, turnOf } from './source-pdf.ts';

export interface BoundPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Pages larger than A4, which are folded in. */
  readonly folded: number;
}

/** @throws DocumentError when a document cannot be read (look with `faultOf` first) or a title cannot be set */
export async function bindPdf(volume: BoundVolume): Promise<BoundPdf> {
  const made = createdAt(volume.created);
  const compile = (source: string): Uint8Array => compileTypst(source, { standard: '1.7', createdAt: made });
  const target = await PDFDocument.create({ updateMetadata: false });
  const read = await readAll(volume, target);
  const counted = await PDFDocument.load(compile(ownSheets(volume, null)), { updateMetadata: false });
  const layout = layOut(
    read.map((part) => part.map(({ sizes }) => sizes)),
    counted.getPageCount() - 1,
  );
  const own = await PDFDocument.load(compile(ownSheets(volume, layout)), { updateMetadata: false });
  for (const page of own.getPages()) quieten(page);
  const ownPages = await target.copyPages(own, own.getPageIndices());
  // Cover and contents come first in the own sheets, then tab sheets and blank backs as they follow.
  let next = counted.getPageCount();
  const pageFor = (page: VolumePage): PDFPage | undefined => {
    if (page.kind === 'page') return read[page.part]?.[page.document]?.pages[page.index];
    if (page.kind === 'cover') return ownPages[0];
    return ownPages[page.kind === 'contents' ? 1 + page.sheet : (next += 1) - 1];
  };
  const sizes: PageSizePt[] = [];
  for (const page of layout.pages) {
    const copied = pageFor(page);
    if (copied === undefined) throw new Error('the layout names a page that is not there');
    target.addPage(copied);
    const { width, height } = copied.getCropBox();
    sizes.push(turnOf(copied) % 180 === 0 ? { width, height } : { width: height, height: width });
  }
  await stampAll(target, volume, layout, sizes, compile);
  writeOutline(target, bookmarks(volume, layout, read));
  target.setTitle(cleanText(`${volume.title}　${volume.subtitle}`), { showInWindowTitleBar: true });
  target.setAuthor(cleanText(linesOf(volume.sender)[0] ?? ''));
  target.setCreator('Machimori');
  target.setProducer('Machimori');
  target.setLanguage('ja-JP');
  target.setCreationDate(made);
  target.setModificationDate(made);
  return {
    bytes: await target.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }),
    pages: layout.pages.length,
    folded: sizes.filter(({ width, height }) => Math.max(width, height) > A4.height + 3).length,
  };
}

interface ReadDocument {
  readonly sizes: readonly PageSizePt[];
  readonly pages: readonly PDFPage[];
  readonly bookmarks: readonly Bookmark[];
}

/** Copies every document into the volume's file, one after the other; only the copy stays in memory. */
async function readAll(volume: BoundVolume, target: PDFDocument): Promise<ReadDocument[][]> {
  const parts: ReadDocument[][] = [];
  for (const part of volume.parts) {
    const documents: ReadDocument[] = [];
    for (const document of part.documents) {
      const found = await readPdf(await document.read());
      if (found.fault !== null) {
        throw new DocumentError('document-invalid', `「${document.title}」のPDFを開けないため、製本できません。`);
      }
      const { pdf, sizes } = found;
      const own = bookmarksOf(pdf);
      for (const page of pdf.getPages()) quieten(page);
      documents.push({ sizes, bookmarks: own, pages: await target.copyPages(pdf, pdf.getPageIndices()) });
    }
    parts.push(documents);
  }
  return parts;
}

/** Lays number and tab over every page but the cover. */
async function stampAll(
  target: PDFDocument,
  volume: BoundVolume,
  layout: VolumeLayout,
  sizes: readonly PageSizePt[],
  compile: (source: string) => Uint8Array,
): Promise<void> {
  const stamped = layout.pages.flatMap((page, index) => {
    const size = sizes[index];
    if (page.kind === 'cover' || size === undefined) return [];
    const tab = page.kind === 'page' ? (volume.parts[page.part]?.tab ?? null) : null;
    return [{ index, number: index + 1, size, tab }];
  });
  const pages = target.getPages();
  for (let from = 0; from < stamped.length; from += STAMPS_AT_ONCE) {
    const some = stamped.slice(from, from + STAMPS_AT_ONCE);
    const overlay = await PDFDocument.load(compile(stamps(some)), { updateMetadata: false });
    const embedded = await target.embedPages(overlay.getPages());
    for (const [at, { index }] of some.entries()) {
      const page = pages[index];
      const stamp = embedded[at];
      if (page !== undefined && stamp !== undefined) lay(page, stamp);
    }
  }
}

/** So many pages are set at once: the typesetter keeps all of them in memory. */
const STAMPS_AT_ONCE = 200;

/** Draws over a page as people see it, however the page is turned and wherever its box begins. */
function lay(page: PDFPage, stamp: PDFEmbeddedPage): void {
  const { x, y, width, height } = page.getCropBox();
  const turn = turnOf(page);
  const corner = {
    0: { x, y },
    90: { x: x + width, y },
    180: { x: x + width, y: y + height },
    270: { x, y: y + height },
  }[turn];
  page.drawPage(stamp, { ...corner, rotate: degrees(turn) });
}

function bookmarks(
  volume: BoundVolume,
  layout: VolumeLayout,
  read: readonly (readonly ReadDocument[])[],
): readonly Bookmark[] {
  const shifted = (items: readonly Bookmark[], by: (page: number) => number): Bookmark[] =>
    items.map(({ title, page, children }) => ({ title, page: by(page), children: shifted(children, by) }));
  return [
    { title: '目次', page: layout.contents - 1, children: [] },
    ...volume.parts.map((part, partIndex) => ({
      title: `${part.tab}　${part.title}`,
      page: (layout.tabs[partIndex] ?? 1) - 1,
      children: part.documents.map((document, index) => {
        // Blank backs may stand between the pages of a document.
        const places = layout.pages.flatMap((page, at) =>
          page.kind === 'page' && page.part === partIndex && page.document === index ? [at] : [],
        );
        const own = read[partIndex]?.[index]?.bookmarks ?? [];
        return {
          title: document.title,
          page: places[0] ?? 0,
          children: shifted(own, (page) => places[page] ?? places[0] ?? 0),
        };
      }),
    })),
  ];
}
