/** Bookmarks of a volume: one per part, below it one per document, below that the document's own. */
import {
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Bookmark } from './source-pdf.ts';

/** Writes the bookmarks; `page` counts from 0 over the volume. Parts are open, what is below them is folded. */
export function writeOutline(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context } = pdf;
  const pages = pdf.getPages().map((page) => page.ref);
  const write = (items: readonly Bookmark[], parent: PDFRef, depth: number): PDFRef[] => {
    const refs = items.map(() => context.nextRef());
    for (const [index, item] of items.entries()) {
      const own = refs[index];
      const target = pages[item.page];
      if (own === undefined || target === undefined) continue;
      const dict: PDFDict = context.obj({
        Title: PDFHexString.fromText(item.title),
        Parent: parent,
        Dest: [target, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull],
      });
      const [previous, next] = [refs[index - 1], refs[index + 1]];
      if (previous !== undefined) dict.set(PDFName.of('Prev'), previous);
      if (next !== undefined) dict.set(PDFName.of('Next'), next);
      close(dict, write(item.children, own, depth + 1), depth === 1);
      context.assign(own, dict);
    }
    return refs;
  };
  const root = context.nextRef();
  const dict: PDFDict = context.obj({ Type: 'Outlines' });
  close(dict, write(bookmarks, root, 1), true);
  context.assign(root, dict);
  pdf.catalog.set(PDFName.of('Outlines'), root);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function close(dict: PDFDict, children: readonly PDFRef[], open: boolean): void {
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined) return;
  dict.set(PDFName.of('First'), first);
  dict.set(PDFName.of('Last'), last);
  dict.set(PDFName.of('Count'), PDFNumber.of(open ? children.length : -children.length));
}
