/** Binding, loaded when the first volume is made: the library behind it is large. */
import type { BoundPdf } from './bind.ts';
import type { BoundVolume, PdfFault } from './model.ts';

export type { BoundPdf };

/** Binds the documents of a volume into one PDF. @throws DocumentError when a document cannot be read */
export async function bindVolume(volume: BoundVolume): Promise<BoundPdf> {
  const { bindPdf } = await import('./bind.ts');
  return bindPdf(volume);
}

/** Why a PDF cannot be bound, or null. */
export async function faultOf(bytes: Uint8Array): Promise<PdfFault | null> {
  const { readPdf } = await import('./source-pdf.ts');
  return (await readPdf(bytes)).fault;
}

/** How many pages a PDF has that this product made: for papers that must fit on one. */
export async function pageCount(bytes: Uint8Array): Promise<number> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}
