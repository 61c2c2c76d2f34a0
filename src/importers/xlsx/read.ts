/** Reads the values of a spreadsheet; formulas count by their last result. */
import type { CellValue as LibraryValue } from '@cj-tech-master/excelts';
import { checkArchive } from './guard.ts';
import type { CellContent, SheetContent, SheetLine } from '../../core/exchange/sheet.ts';
import { SpreadsheetError } from './model.ts';

export { columnLetters, type CellContent, type SheetContent, type SheetLine } from '../../core/exchange/sheet.ts';
export { SpreadsheetError } from './model.ts';

/** A list of 10,000 rows with titles and remarks around it. */
export const ROW_LIMIT = 12_000;
export const CELL_LIMIT = 600_000;
const COLUMN_LIMIT = 200;

/** @throws SpreadsheetError with a sentence for the person who sent the file. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<SheetContent[]> {
  await checkArchive(bytes);
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  try {
    await book.xlsx.load(bytes);
  } catch {
    throw new SpreadsheetError(
      'Excelのファイルとして読み取れません。Excelで開き、「.xlsx」形式で保存し直してから送ってください。',
    );
  }
  return book.worksheets.map((sheet) => {
    const lines: SheetLine[] = [];
    let count = 0;
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      if (lines.length >= ROW_LIMIT || count > CELL_LIMIT) {
        throw new SpreadsheetError(
          `シート「${sheet.name}」の行又は項目が多すぎます（${ROW_LIMIT}行まで）。要らない行を削除するか、分けてから送ってください。`,
        );
      }
      const cells = new Map<number, CellContent>();
      row.eachCell({ includeEmpty: false }, (cell, column) => {
        const content = column > COLUMN_LIMIT ? null : contentOf(cell.value);
        if (content !== null) cells.set(column, content);
      });
      count += cells.size;
      if (cells.size > 0) lines.push({ row: number, cells });
    });
    return { name: sheet.name, hidden: sheet.state !== 'visible', lines };
  });
}

function contentOf(value: LibraryValue): CellContent | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if ('toISOString' in value) return dayFrom(value);
  if ('richText' in value) return contentOf(value.richText.map(({ text }) => text).join(''));
  if ('result' in value) return contentOf(value.result);
  if ('text' in value) return contentOf(value.text);
  // #REF! and the like: shown as it is, so that the person finds the cell.
  if ('error' in value) return value.error;
  return null;
}

/** The library gives days in UTC, whatever the hour. A broken serial number is no day. */
function dayFrom(date: Date): CellContent | null {
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return /^\d{4}-/.test(iso) ? { day: iso.slice(0, 10) } : null;
}
