import { type Style, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { DocumentError } from '../errors.ts';
import { margins, type PageSize } from '../model/units.ts';
import { createdAt } from '../prepare/created.ts';
import { ruleColour, shades } from '../prepare/look.ts';
import { repack } from '../pack.ts';
import { addChoices } from './choices.ts';
import type { CellValue, Sheet, SheetCell, WorkbookTree } from './model.ts';
import { fitOnePage, linesOf, rowHeight } from './one-page.ts';
import { cellString, checkSheetNames, headerText, lineCount, looksLikeFormula } from './text.ts';

/** Codes of paper in the file format; the library names A4 only. */
const PAPER: Readonly<Record<PageSize, number>> = { A4: 9, A3: 8 };
/** Built-in number format 49. */
const TEXT_FORMAT = '@';
const FONT = 'ＭＳ Ｐゴシック';
const edge = { style: 'thin', color: { argb: `FF${ruleColour}` } } as const;
const border = { top: edge, bottom: edge, left: edge, right: edge };
const fill = (shade: keyof typeof shades) =>
  ({ type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${shades[shade]}` } }) as const;

/** The workbook as an Excel file. */
export async function writeXlsx(tree: WorkbookTree): Promise<Uint8Array> {
  if (tree.sheets.length === 0) throw new DocumentError('sheet-invalid', `「${tree.title}」にシートがありません。`);
  checkSheetNames(tree.sheets.map((sheet) => sheet.name));
  const book = new Workbook();
  book.creator = tree.author ?? '';
  book.lastModifiedBy = tree.author ?? '';
  book.title = tree.title;
  book.created = createdAt(tree.created);
  book.modified = createdAt(tree.created);
  const sheets = tree.sheets.map(fitOnePage);
  for (const sheet of sheets) await addSheet(book, sheet, tree);
  addChoices(book, sheets, headerRow);
  // Packed quickly, as it is packed anew anyway; the library's own check takes as long as writing, and the tests do more.
  const stored = await book.xlsx.writeBuffer({ zip: { level: 1 }, validate: false });
  return repack(new Uint8Array(stored), quoted);
}

/** Number of the header row: below the title, the lines under it and one empty row. */
export function headerRow(sheet: Sheet): number {
  const above = (sheet.title === undefined ? 0 : 1) + (sheet.subtitle?.length ?? 0);
  return above === 0 ? 1 : above + 2;
}

async function addSheet(book: Workbook, sheet: Sheet, tree: WorkbookTree): Promise<void> {
  if (sheet.columns.length === 0) throw new DocumentError('sheet-invalid', `シート「${sheet.name}」に列がありません。`);
  const top = headerRow(sheet);
  const last = top + sheet.rows.length + (sheet.blankRows ?? 0);
  const inch = (mm: number): number => mm / 25.4;
  const marking = tree.marking === undefined ? '' : `&R【${headerText(tree.marking)}】`;
  const ws = book.addWorksheet(sheet.name, {
    state: sheet.hidden === true ? 'hidden' : 'visible',
    views: [{ state: 'frozen', ySplit: top, topLeftCell: `A${top + 1}`, activeCell: `A${top + 1}` }],
    properties: { defaultRowHeight: 15 },
    pageSetup: {
      orientation: sheet.orientation ?? 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage === undefined ? 0 : 1,
      horizontalCentered: true,
      printTitlesRow: `${top}:${top}`,
      margins: {
        left: inch(margins.left - 5),
        right: inch(margins.right - 5),
        top: inch(margins.top - 5),
        bottom: inch(margins.bottom - 7),
        header: inch(9),
        footer: inch(8),
      },
    },
    headerFooter: {
      oddHeader: `&L${headerText(sheet.title ?? tree.title)}${marking}`,
      oddFooter: '&C&P / &N',
    },
  });
  Object.assign(ws.pageSetup, { paperSize: PAPER[sheet.size ?? 'A4'] });
  sheet.columns.forEach((column, index) => {
    const target = ws.getColumn(index + 1);
    target.width = column.width;
    target.hidden = column.hidden ?? false;
  });
  writeTop(ws, sheet);
  writeHeader(ws, sheet, top);
  const styles: Styles = new Map();
  sheet.rows.forEach((row, index) => writeRow(ws, sheet, row, top + 1 + index, styles));
  const empty = sheet.columns.map(() => null);
  for (let row = top + sheet.rows.length + 1; row <= last; row += 1) writeRow(ws, sheet, empty, row, styles);
  if (sheet.filter !== false) {
    ws.autoFilter = { from: { row: top, col: 1 }, to: { row: Math.max(top, last), col: sheet.columns.length } };
  }
  if (sheet.protect === true) await ws.protect('', PROTECTED);
}

/** What may still be done on a protected sheet: look, choose, sort, filter, make columns wider. */
const PROTECTED = {
  sheet: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
} as const;

function writeTop(ws: Worksheet, sheet: Sheet): void {
  const lines = [...(sheet.title === undefined ? [] : [sheet.title]), ...(sheet.subtitle ?? [])];
  lines.forEach((line, index) => {
    const title = index === 0 && sheet.title !== undefined;
    const cell = ws.getCell(index + 1, firstVisible(sheet));
    cell.value = cellString(line);
    cell.style = {
      font: { name: FONT, size: title ? 14 : 10, bold: title },
      alignment: { vertical: 'middle' },
      ...formatOf(line),
    };
    ws.getRow(index + 1).height = title ? 22 : 15;
  });
}

const firstVisible = (sheet: Sheet): number =>
  Math.max(
    0,
    sheet.columns.findIndex((column) => column.hidden !== true),
  ) + 1;

function writeHeader(ws: Worksheet, sheet: Sheet, row: number): void {
  const size = sheet.fontSize ?? 10;
  sheet.columns.forEach((column, index) => {
    const cell = ws.getCell(row, index + 1);
    cell.value = cellString(column.title);
    cell.style = {
      font: { name: FONT, size, bold: true },
      fill: fill('header'),
      border,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      ...formatOf(column.title),
    };
  });
  // Filter arrows cover the last two characters of a title.
  const lines = Math.max(...sheet.columns.map((column) => lineCount(column.title, column.width - 2)));
  ws.getRow(row).height = rowHeight(lines, size);
}

/** Styles of cells by what makes them: the library turns an object into XML once, not once for each cell. */
type Styles = Map<string, Partial<Style>>;

function writeRow(
  ws: Worksheet,
  sheet: Sheet,
  row: readonly (CellValue | SheetCell)[],
  at: number,
  styles: Styles,
): void {
  if (row.length !== sheet.columns.length) {
    throw new DocumentError(
      'sheet-invalid',
      `シート「${sheet.name}」の${at}行目の項目数（${row.length}）が列数（${sheet.columns.length}）と合いません。`,
    );
  }
  const size = sheet.fontSize ?? 10;
  row.forEach((raw, index) => {
    const column = sheet.columns[index];
    if (column === undefined) return;
    const given: SheetCell = typeof raw === 'object' && raw !== null ? raw : { value: raw };
    const value = typeof given.value === 'string' ? cellString(given.value) : given.value;
    const cell = ws.getCell(at, index + 1);
    cell.value = value === '' ? null : value;
    const align = given.align ?? column.align ?? (typeof value === 'number' ? 'right' : 'left');
    const readOnly = (given.readOnly ?? column.readOnly) === true;
    const shade = given.shade ?? (readOnly ? 'light' : undefined);
    const format = column.text === true ? TEXT_FORMAT : formatOf(value, column.format).numFmt;
    const locked = sheet.protect === true ? readOnly : undefined;
    // The library tells the styles of numbers from others, though it looks at an object only once.
    const key = [size, given.bold, align, shade, locked, format, typeof value === 'number'].join('\0');
    const style = styles.get(key) ?? {
      font: { name: FONT, size, ...(given.bold === true ? { bold: true } : {}) },
      border,
      alignment: { vertical: 'middle', wrapText: true, horizontal: align },
      ...(shade === undefined ? {} : { fill: fill(shade) }),
      ...(locked === undefined ? {} : { protection: { locked } }),
      ...(format === undefined ? {} : { numFmt: format }),
    };
    styles.set(key, style);
    cell.style = style;
  });
  ws.getRow(at).height = rowHeight(linesOf(sheet, row, size), size);
}

/** The text format keeps words that begin like a formula as text, also when the cell is edited. */
function formatOf(value: CellValue, format?: string): { readonly numFmt?: string } {
  if (typeof value === 'string' && looksLikeFormula(value)) return { numFmt: TEXT_FORMAT };
  return format === undefined ? {} : { numFmt: format };
}

/** Cells in text format also carry the quote prefix, which the library does not write. */
const quoted = (name: string, xml: string): string =>
  name === 'xl/styles.xml'
    ? xml.replace(/<xf numFmtId="49"(?![^>]*quotePrefix)/gu, '<xf numFmtId="49" quotePrefix="1"')
    : xml;
