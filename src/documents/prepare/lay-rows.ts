import type { Cell, TableBlock } from '../blocks/table/model.ts';
import { gridOf, type PlacedCell } from './grid.ts';

/** Sets cells anew on the rows and columns that stay. */
export function layRows(
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

/** The body of a table without the rows that do not stay. */
export function withoutRows(table: TableBlock, stays: readonly boolean[]): Cell[][] {
  const columns = table.columns.map(() => true);
  return layRows(gridOf(table).body, stays, columns, ({ column: _column, ...cell }) => cell);
}
