import type { ListItem } from '../blocks/list/model.ts';
import { type Cell, isCellBlocks, type TableBlock, type TableCell } from '../blocks/table/model.ts';
import { DocumentError } from '../errors.ts';
import { allText } from '../model/inline.ts';
import type { Width } from '../model/units.ts';
import { cellMargin } from './look.ts';
import { widthInEm } from './text.ts';

/** A cell at its place: `column` counts from 0. */
export interface PlacedCell extends TableCell {
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

export interface Grid {
  readonly header: readonly (readonly PlacedCell[])[];
  readonly body: readonly (readonly PlacedCell[])[];
  /** The table asks not to be broken. */
  readonly together: boolean;
}

/** Puts every cell of a table at its place. @throws DocumentError when a row has too few or too many cells */
export function gridOf(table: TableBlock): Grid {
  if (table.columns.length === 0) throw new DocumentError('table-shape', `${nameOf(table)}に列がありません。`);
  return {
    header: place(table, table.header, '見出し行'),
    body: place(table, table.rows.length > 0 ? table.rows : [emptyRow(table)], '行'),
    together: table.together === true,
  };
}

/** A table without rows says so, instead of leaving the reader in doubt. */
const emptyRow = (table: TableBlock): readonly Cell[] => [
  { content: table.empty ?? '該当なし', colspan: table.columns.length, align: 'center' },
];

function place(table: TableBlock, rows: TableBlock['rows'], what: string): PlacedCell[][] {
  const columns = table.columns.length;
  // Rows still to be covered, from the row at hand on, by a cell that spans down.
  const covered = Array.from<number>({ length: columns }).fill(0);
  const placed = rows.map((row, rowIndex) => {
    const fail = (reason: string): never => {
      throw new DocumentError('table-shape', `${nameOf(table)}の${what}${rowIndex + 1}${reason}`);
    };
    const startsCovered = covered.map((left) => left > 0);
    let column = 0;
    const cells = row.map((raw): PlacedCell => {
      while (startsCovered[column] === true) column += 1;
      const cell = { colspan: 1, rowspan: 1, ...normal(raw), column };
      if (column + cell.colspan > columns) fail(`のセルが${columns}列を超えています。`);
      if (rowIndex + cell.rowspan > rows.length) fail('の縦の結合が表の終わりを超えています。');
      for (let at = column; at < column + cell.colspan; at += 1) {
        if (startsCovered[at] === true) fail('の結合が上の行の結合と重なっています。');
        covered[at] = cell.rowspan;
      }
      column += cell.colspan;
      return cell;
    });
    if (covered.some((left) => left === 0)) fail(`のセルが${columns}列に足りません。`);
    covered.forEach((left, at) => (covered[at] = left - 1));
    return cells;
  });
  return placed;
}

const normal = (cell: Cell): TableCell => (typeof cell === 'object' ? cell : { content: String(cell) });

/** How an error names the table: its caption, or its first header cell. */
function nameOf(table: TableBlock): string {
  if (table.caption !== undefined) return `表「${table.caption}」`;
  const first = table.header[0]?.[0];
  const content = typeof first === 'object' ? first.content : first;
  if (typeof content === 'string') return `「${content}」で始まる表`;
  return '表';
}

/**
 * Widths in mm of the columns inside `available` mm.
 * @throws DocumentError when the fixed columns leave no room on the paper
 */
export function columnWidths(widths: readonly Width[], available: number, name: string): number[] {
  const fixed = widths.reduce<number>((sum, width) => sum + (typeof width === 'number' ? width : 0), 0);
  const shares = widths.reduce<number>((sum, width) => sum + (typeof width === 'number' ? 0 : shareOf(width)), 0);
  const least = widths.filter((width) => typeof width === 'string').length * 8;
  if (fixed + least > available + 0.01) {
    throw new DocumentError(
      'table-too-wide',
      `${name}の列幅の合計（${Math.ceil(fixed + least)}mm以上）が用紙の幅（${Math.floor(available)}mm）を超えています。列幅を縮めるか、横向きのページに置いてください。`,
    );
  }
  return widths.map((width) => (typeof width === 'number' ? width : ((available - fixed) * shareOf(width)) / shares));
}

const shareOf = (width: `${number}fr`): number => Number(width.slice(0, -2));

/** Widths in mm of a table's columns. */
export const tableWidths = (table: TableBlock, available: number): number[] =>
  columnWidths(
    table.columns.map((column) => column.width),
    available,
    nameOf(table),
  );

/** The lines of words in a cell. */
export function cellLines(cell: TableCell): string[] {
  const { content } = cell;
  if (!isCellBlocks(content)) return allText(content).split('\n');
  return content.flatMap((piece) =>
    (piece.kind === 'paragraph' ? allText(piece.content) : listLines(piece.items)).split('\n'),
  );
}

const listLines = (items: readonly ListItem[]): string =>
  items.flatMap((item) => [allText(item.content), ...(item.children ? [listLines(item.children)] : [])]).join('\n');

/** Rows and tables up to this many lines are kept whole; longer ones may break over pages. */
const wholeLines = 14;

/** Whether a row must not break over pages. */
export function rowStaysWhole(
  table: TableBlock,
  row: readonly PlacedCell[],
  widths: readonly number[],
  fontSize: number,
): boolean {
  return table.breakRows === undefined ? rowLines(row, widths, fontSize) <= wholeLines : !table.breakRows;
}

/** Millimetres up to which a table that asks for it is kept whole: with its heading it fits on a page of any direction. */
const wholeHeight = 145;

/** Whether a table is moved to the next page rather than broken: a small one, or one that asks for it. */
export function tableStaysWhole(grid: Grid, widths: readonly number[], fontSize: number): boolean {
  const lines = [...grid.header, ...grid.body].map((row) => rowLines(row, widths, fontSize));
  if (lines.reduce((sum, each) => sum + each, 0) <= wholeLines) return true;
  const line = ((fontSize * 25.4) / 72) * 1.42;
  const height = lines.reduce((sum, each) => sum + each * line + 2 * (cellMargin.y + 0.3), 0);
  return grid.together && height <= wholeHeight;
}

/** How many rows at the end must stand on one page: two, where the table may break and they are short. */
export function lastRowsTogether(table: TableBlock, grid: Grid, widths: readonly number[], fontSize: number): 0 | 2 {
  const { body } = grid;
  const from = body.length - 2;
  if (from < 1 || tableStaysWhole(grid, widths, fontSize)) return 0;
  const short = body.slice(from).every((row) => rowStaysWhole(table, row, widths, fontSize));
  const spanned = body.slice(0, from).some((row, at) => row.some(({ rowspan }) => at + rowspan > from));
  return short && !spanned ? 2 : 0;
}

/** Lines of the highest cell of a row, estimated from the widths of characters. */
function rowLines(row: readonly PlacedCell[], widths: readonly number[], fontSize: number): number {
  const em = (fontSize * 25.4) / 72;
  const lines = row.map((cell) => {
    const width = widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, each) => sum + each, 0);
    const perLine = Math.max(1, Math.floor((width - 2 * cellMargin.x) / em));
    return cellLines(cell).reduce((sum, line) => sum + Math.max(1, Math.ceil(widthInEm(line) / perLine)), 0);
  });
  return Math.max(1, ...lines);
}
