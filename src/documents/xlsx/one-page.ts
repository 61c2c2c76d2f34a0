/** A list on one sheet of paper: which size of letters lets all of it stand there. */
import { DocumentError } from '../errors.ts';
import { margins, paper } from '../model/units.ts';
import type { CellValue, Sheet, SheetCell } from './model.ts';
import { lineCount } from './text.ts';

const POINTS_PER_MM = 72 / 25.4;
/** Width of a half-width digit of the standard font (10 points) and the cell's own edge, in points at 96 dpi. */
const CHARACTER = 5.25;
const CELL_EDGE = 3.75;
/** Printer drivers and other programs lay rows out a little higher than they say. */
const RESERVE = 0.97;

export interface PrintArea {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** The part of the paper between the margins that sheets are printed with. */
export function printArea(sheet: Sheet): PrintArea {
  const { width: short, height: long } = paper[sheet.size ?? 'A4'];
  const [width, height] = (sheet.orientation ?? 'landscape') === 'landscape' ? [long, short] : [short, long];
  return {
    width: (width - margins.left - margins.right + 10) * POINTS_PER_MM,
    height: (height - margins.top - margins.bottom + 12) * POINTS_PER_MM,
  };
}

/** Lines stand this far apart in ＭＳ Ｐゴシック; fonts that stand in for it elsewhere want more. */
const TIGHT = 1.3;
const ROOMY = 1.45;

/** Height in points of a row with this many lines; on a sheet that must fit one page every point counts. */
export const rowHeight = (sheet: Pick<Sheet, 'onePage'>, lines: number, size: number): number =>
  Math.min(409, Math.ceil(lines * size * (sheet.onePage === undefined ? ROOMY : TIGHT) + 4));

/** Lines that the fullest cell of a row takes. Widths are those of 10-point letters; smaller letters leave more room. */
export function linesOf(sheet: Sheet, row: readonly (CellValue | SheetCell)[], size: number): number {
  let lines = 1;
  row.forEach((raw, index) => {
    const column = sheet.columns[index];
    const value = typeof raw === 'object' && raw !== null ? raw.value : raw;
    if (column === undefined || column.hidden === true || typeof value !== 'string') return;
    lines = Math.max(lines, lineCount(value, (column.width * 10) / Math.max(size, 1)));
  });
  return lines;
}

/**
 * The sheet with the letters it is printed with.
 * @throws DocumentError `sheet-invalid` when the list does not fit with the smallest letters: how much is too much
 */
export function fitOnePage(sheet: Sheet): Sheet {
  if (sheet.onePage === undefined) return sheet;
  const { smallestFont } = sheet.onePage;
  const area = printArea(sheet);
  const width = sheet.columns
    .filter(({ hidden }) => hidden !== true)
    .reduce((sum, column) => sum + column.width * CHARACTER + CELL_EDGE, 0);
  if (width > area.width) {
    throw new DocumentError(
      'sheet-invalid',
      `「${sheet.name}」の列の幅の合計が${sheet.size ?? 'A4'}一枚の幅を超えています。列を減らすか、用紙を大きくしてください。`,
    );
  }
  // Columns are drawn out to the width of the paper, so that nothing has to be scaled when it is printed.
  const wide = {
    ...sheet,
    columns: sheet.columns.map((column) => ({
      ...column,
      width: Math.floor(column.width * (area.width / width) * 10) / 10,
    })),
  };
  const most = sheet.fontSize ?? 10;
  for (let size = most; size >= smallestFont; size -= 0.5) {
    if (heightOf(wide, size) <= area.height * RESERVE) return { ...wide, fontSize: size, filter: false };
  }
  throw new DocumentError('sheet-invalid', overflow(wide, smallestFont, area.height * RESERVE));
}

function heightOf(sheet: Sheet, size: number, rows: number = sheet.rows.length): number {
  const above = (sheet.title === undefined ? 0 : 22) + (sheet.subtitle?.length ?? 0) * 15;
  const header = rowHeight(
    sheet,
    linesOf(
      sheet,
      sheet.columns.map(({ title }) => title),
      size,
    ),
    size,
  );
  const gap = above === 0 ? 0 : 15;
  return sheet.rows
    .slice(0, rows)
    .reduce((sum, row) => sum + rowHeight(sheet, linesOf(sheet, row, size), size), above + gap + header);
}

function overflow(sheet: Sheet, size: number, height: number): string {
  let fits = 0;
  while (fits < sheet.rows.length && heightOf(sheet, size, fits + 1) <= height) fits += 1;
  return `「${sheet.title ?? sheet.name}」は${sheet.size ?? 'A4'}一枚に収まりません。文字を最小の${size}ポイントにしても、${sheet.rows.length}件のうち${fits}件までしか入りません。文章を短くするか、件数を分けるか、A3にしてください。`;
}
