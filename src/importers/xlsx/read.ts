/** Reads the values of a spreadsheet, sheet by sheet and piece by piece. */
import type { SheetContent } from '../../core/exchange/sheet.ts';
import { withArchive } from './archive.ts';
import { readBook } from './book.ts';
import { looksOf } from './looks.ts';
import { readLines } from './sheet.ts';
import { sharedTexts } from './texts.ts';

export { columnLetters, type CellContent, type SheetContent, type SheetLine } from '../../core/exchange/sheet.ts';
export { CELL_LIMIT, ROW_LIMIT, SpreadsheetError } from './model.ts';

/** @throws SpreadsheetError with a sentence for the person who sent the file. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<SheetContent[]> {
  return withArchive(bytes, async (parts) => {
    const { sheets, from1904, ...shared } = await readBook(parts);
    const [texts, looks] = [await sharedTexts(parts, shared.texts), await looksOf(parts, shared.looks)];
    const found: SheetContent[] = [];
    for (const { name, hidden, part } of sheets) {
      found.push({ name, hidden, lines: await readLines(parts, { name, part }, { texts, looks, from1904 }) });
    }
    return found;
  });
}
