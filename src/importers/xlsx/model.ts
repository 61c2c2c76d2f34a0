import type { CellContent } from '../../core/exchange/sheet.ts';
import { ReadableError } from '../../core/readable-error.ts';

/** A file that cannot be read as a spreadsheet. The message says in Japanese what to do. */
export class SpreadsheetError extends ReadableError {
  constructor(message: string) {
    super(message);
    this.name = 'SpreadsheetError';
  }
}

/** Rows and columns by number, as they fill up. */
export type Rows = Map<number, Map<number, CellContent>>;

export const broken = (): SpreadsheetError =>
  new SpreadsheetError('Excelのファイルとして開けません。Excelで開き、「.xlsx」形式で保存し直してから送ってください。');

export const unreadable = (): SpreadsheetError =>
  new SpreadsheetError(
    'Excelのファイルとして読み取れません。Excelで開き、「.xlsx」形式で保存し直してから送ってください。',
  );

/** A list of 10,000 rows with titles and remarks around it. */
export const ROW_LIMIT = 12_000;
export const CELL_LIMIT = 600_000;
export const COLUMN_LIMIT = 200;
