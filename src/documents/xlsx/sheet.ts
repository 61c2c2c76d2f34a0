/** One sheet of a workbook: title lines, a frozen header row, rows, print set-up. */
import { DocumentError } from '../errors.ts';
import { margins, type PageSize } from '../model/units.ts';
import { shades } from '../prepare/look.ts';
import { encoded, xmlHead, xmlText } from '../prepare/xml.ts';
import { type LongChoices, validations } from './choices.ts';
import { columnName } from './columns.ts';
import type { CellValue, Sheet, SheetCell, WorkbookTree } from './model.ts';
import { linesOf, rowHeight } from './one-page.ts';
import type { SharedStrings } from './strings.ts';
import { type CellLook, type CellStyles, main } from './styles.ts';
import { cellString, headerText, lineCount, looksLikeFormula } from './text.ts';

/** Codes of paper in the file format. */
const PAPER: Readonly<Record<PageSize, number>> = { A4: 9, A3: 8 };
/** Keeps what is typed as text. */
const TEXT_FORMAT = '@';

/** What all sheets of a workbook share. */
export interface Writing {
  readonly tree: WorkbookTree;
  readonly styles: CellStyles;
  readonly strings: SharedStrings;
  readonly long: LongChoices;
}

/** Number of the header row: below the title, the lines under it and one empty row. */
export function headerRow(sheet: Sheet): number {
  const above = (sheet.title === undefined ? 0 : 1) + (sheet.subtitle?.length ?? 0);
  return above === 0 ? 1 : above + 2;
}

export function sheetPart(sheet: Sheet, writing: Writing): Uint8Array {
  if (sheet.columns.length === 0) throw new DocumentError('sheet-invalid', `シート「${sheet.name}」に列がありません。`);
  return encoded(sheetPieces(sheet, writing));
}

function* sheetPieces(sheet: Sheet, writing: Writing): Generator<string> {
  const top = headerRow(sheet);
  const last = top + sheet.rows.length + (sheet.blankRows ?? 0);
  const corner = columnName(sheet.columns.length - 1);
  const first = `A${top + 1}`;
  const filter = sheet.filter === false ? '' : `<autoFilter ref="A${top}:${corner}${Math.max(top, last)}"/>`;
  yield [
    `${xmlHead}<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${corner}${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>`,
    ...topRows(sheet, writing),
    headerXml(sheet, top, writing),
  ].join('');
  yield* bodyRows(sheet, top, last, writing);
  yield [
    '</sheetData>',
    sheet.protect === true ? PROTECTED : '',
    filter,
    validations(sheet, top + 1, writing.long),
    printXml(sheet, writing.tree),
    '</worksheet>',
  ].join('');
}

/** A sheet of plain texts, column by column. */
export function plainSheetPart(columns: readonly (readonly string[])[], strings: SharedStrings): Uint8Array {
  const rows = Math.max(...columns.map((column) => column.length));
  const lines = Array.from({ length: rows }, (_row, row) => {
    const cells = columns.map((column, index) => {
      const text = column[row];
      return text === undefined ? '' : `<c r="${columnName(index)}${row + 1}" t="s"><v>${strings.of(text)}</v></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return encoded([`${xmlHead}<worksheet ${main}><sheetData>`, ...lines, '</sheetData></worksheet>']);
}

/** What may still be done on a protected sheet: look, choose, sort, filter, make columns wider. */
const PROTECTED = '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

const columnsXml = (sheet: Sheet): string =>
  `<cols>${sheet.columns
    .map(
      ({ width, hidden }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden === true ? ' hidden="1"' : ''}/>`,
    )
    .join('')}</cols>`;

const rowXml = (at: number, height: number, cells: string): string =>
  `<row r="${at}" ht="${height}" customHeight="1">${cells}</row>`;

function cellXml(place: string, value: CellValue, style: number, strings: SharedStrings): string {
  const start = `<c r="${place}" s="${style}"`;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'string') return `${start} t="s"><v>${strings.of(value)}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  return Number.isFinite(value) ? `${start}><v>${value}</v></c>` : `${start}/>`;
}

function topRows(sheet: Sheet, { styles, strings }: Writing): string[] {
  const lines = [...(sheet.title === undefined ? [] : [sheet.title]), ...(sheet.subtitle ?? [])];
  const column = columnName(firstVisible(sheet));
  return lines.map((line, index) => {
    const title = index === 0 && sheet.title !== undefined;
    const style = styles.of({ size: title ? 14 : 10, ...(title ? { bold: true } : {}), ...formatOf(line) });
    return rowXml(index + 1, title ? 22 : 15, cellXml(`${column}${index + 1}`, cellString(line), style, strings));
  });
}

const firstVisible = (sheet: Sheet): number =>
  Math.max(
    0,
    sheet.columns.findIndex((column) => column.hidden !== true),
  );

function headerXml(sheet: Sheet, row: number, { styles, strings }: Writing): string {
  const size = sheet.fontSize ?? 10;
  const look: CellLook = { size, bold: true, fill: shades.header, framed: true, align: 'center', wrap: true };
  const cells = sheet.columns.map(({ title }, index) =>
    cellXml(`${columnName(index)}${row}`, cellString(title), styles.of({ ...look, ...formatOf(title) }), strings),
  );
  // Filter arrows cover the last two characters of a title.
  const lines = Math.max(...sheet.columns.map((column) => lineCount(column.title, column.width - 2)));
  return rowXml(row, rowHeight(sheet, lines, size), cells.join(''));
}

function* bodyRows(sheet: Sheet, top: number, last: number, writing: Writing): Generator<string> {
  const names = sheet.columns.map((_column, index) => columnName(index));
  const empty = sheet.columns.map(() => null);
  for (let at = top + 1; at <= last; at += 1) {
    yield bodyRow(sheet, sheet.rows[at - top - 1] ?? empty, { at, names }, writing);
  }
}

function bodyRow(
  sheet: Sheet,
  row: readonly (CellValue | SheetCell)[],
  { at, names }: { readonly at: number; readonly names: readonly string[] },
  { styles, strings }: Writing,
): string {
  if (row.length !== sheet.columns.length) {
    throw new DocumentError(
      'sheet-invalid',
      `シート「${sheet.name}」の${at}行目の項目数（${row.length}）が列数（${sheet.columns.length}）と合いません。`,
    );
  }
  const size = sheet.fontSize ?? 10;
  let cells = '';
  row.forEach((raw, index) => {
    const column = sheet.columns[index];
    if (column === undefined) return;
    const given: SheetCell = typeof raw === 'object' && raw !== null ? raw : { value: raw };
    const value = typeof given.value === 'string' ? cellString(given.value) : given.value;
    const readOnly = (given.readOnly ?? column.readOnly) === true;
    const shade = given.shade ?? (readOnly ? 'light' : undefined);
    const style = styles.of({
      size,
      framed: true,
      wrap: true,
      align: given.align ?? column.align ?? (typeof value === 'number' ? 'right' : 'left'),
      ...(given.bold === true ? { bold: true } : {}),
      ...(shade === undefined ? {} : { fill: shades[shade] }),
      ...(sheet.protect === true ? { locked: readOnly } : {}),
      ...(column.text === true ? { format: TEXT_FORMAT } : formatOf(value, column.format)),
    });
    cells += cellXml(`${names[index] ?? ''}${at}`, value, style, strings);
  });
  return rowXml(at, rowHeight(sheet, linesOf(sheet, row, size), size), cells);
}

/** The text format keeps words that begin like a formula as text, also when the cell is edited. */
function formatOf(value: CellValue, format?: string): { readonly format?: string } {
  if (typeof value === 'string' && looksLikeFormula(value)) return { format: TEXT_FORMAT };
  return format === undefined ? {} : { format };
}

function printXml(sheet: Sheet, tree: WorkbookTree): string {
  const inch = (mm: number): number => mm / 25.4;
  const marking = tree.marking === undefined ? '' : `&R【${headerText(tree.marking)}】`;
  const head = `&L${headerText(sheet.title ?? tree.title)}${marking}`;
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${inch(margins.left - 5)}" right="${inch(margins.right - 5)}" top="${inch(margins.top - 5)}"` +
    ` bottom="${inch(margins.bottom - 7)}" header="${inch(9)}" footer="${inch(8)}"/>` +
    `<pageSetup paperSize="${PAPER[sheet.size ?? 'A4']}" orientation="${sheet.orientation ?? 'landscape'}"` +
    ` fitToHeight="${sheet.onePage === undefined ? 0 : 1}"/>` +
    `<headerFooter><oddHeader>${xmlText(head)}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`
  );
}
