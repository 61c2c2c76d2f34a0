import type { Cell, TableBlock } from '../blocks/table/model.ts';
import { marksOf } from '../model/marks.ts';
import { gridOf, type PlacedCell } from '../prepare/grid.ts';
import { decide } from './decide.ts';
import { rewriteContent, type Rewriting, WITHHELD } from './rewrite-content.ts';

/** A table without the columns, rows and cells that do not belong to the edition. Spans shrink with what they lose. */
export function rewriteTable(table: TableBlock, writing: Rewriting): TableBlock {
  const { edition, position, removed } = writing;
  const name = table.caption === undefined ? '表' : `表「${table.caption}」`;
  const columns = table.columns.map((column) => decide(marksOf(column), edition));
  const rows = table.rows.map((_row, index) => decide(table.rowMarks?.[index] ?? {}, edition));
  columns.forEach((decision, index) => {
    if (decision.keep || decision.silent) return;
    const place = position.here(`${name}の${index + 1}列目`);
    removed.push({ kind: '表の列', place, reason: decision.reason, instead: decision.instead });
  });
  rows.forEach((decision, index) => {
    if (decision.keep || decision.silent) return;
    const place = position.here(`${name}の${index + 1}行目`);
    removed.push({ kind: '表の行', place, reason: decision.reason, instead: decision.instead });
  });
  // A column or row with a wording stays, and says that wording in every cell of its own.
  const staysColumn = columns.map((decision) => decision.keep || decision.instead !== null);
  const staysRow = rows.map((decision) => decision.keep || decision.instead !== null);
  const write = (cell: PlacedCell, row: number | null): Cell => {
    const { column: at, ...rest } = cell;
    const instead = [row === null ? undefined : rows[row], row === null ? undefined : columns[at]].find(
      (decision) => decision?.keep === false && decision.instead !== null,
    );
    if (instead?.keep === false) return { ...rest, content: instead.instead ?? WITHHELD };
    const own = decide(marksOf(cell), edition);
    if (own.keep) return { ...rest, content: rewriteContent(cell.content, writing) };
    const words = own.instead ?? WITHHELD;
    if (!own.silent) {
      const place = position.here(row === null ? name : `${name}の${row + 1}行${at + 1}列目`);
      removed.push({ kind: '表のセル', place, reason: own.reason, instead: words });
    }
    return { ...rest, content: own.silent ? '' : words };
  };
  const grid = gridOf(table);
  const header = lay(
    grid.header,
    table.header.map(() => true),
    staysColumn,
    (cell) => write(cell, null),
  );
  const body = table.rows.length === 0 ? [] : lay(grid.body, staysRow, staysColumn, write);
  const { rowMarks: _marks, ...rest } = table;
  return {
    ...rest,
    columns: table.columns.filter((_column, index) => staysColumn[index]),
    header,
    rows: body,
    ...(body.length === 0 && table.rows.length > 0 ? { empty: WITHHELD } : {}),
  };
}

/** Sets cells anew on the rows and columns that stay. */
function lay(
  placed: readonly (readonly PlacedCell[])[],
  rows: readonly boolean[],
  columns: readonly boolean[],
  write: (cell: PlacedCell, row: number) => Cell,
): Cell[][] {
  const found: { readonly column: number; readonly cell: Cell }[][] = rows.map(() => []);
  placed.forEach((row, at) => {
    for (const cell of row) {
      const down = rows.slice(at, at + cell.rowspan);
      const across = columns.slice(cell.column, cell.column + cell.colspan);
      const rowspan = down.filter(Boolean).length;
      const colspan = across.filter(Boolean).length;
      if (rowspan === 0 || colspan === 0) continue;
      // A cell whose first row is gone begins in the next that stays; its order there is that of the columns.
      found[at + down.indexOf(true)]?.push({
        column: cell.column,
        cell: { ...asCell(write(cell, at)), colspan, rowspan },
      });
    }
  });
  return found
    .filter((_row, index) => rows[index])
    .map((row) => row.toSorted((a, b) => a.column - b.column).map(({ cell }) => cell));
}

const asCell = (cell: Cell) => (typeof cell === 'object' ? cell : { content: String(cell) });
