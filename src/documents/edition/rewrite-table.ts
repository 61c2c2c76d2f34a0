import type { Cell, TableBlock } from '../blocks/table/model.ts';
import { marksOf } from '../model/marks.ts';
import { gridOf, type PlacedCell } from '../prepare/grid.ts';
import { layRows } from '../prepare/lay-rows.ts';
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
  const header = layRows(
    grid.header,
    table.header.map(() => true),
    staysColumn,
    (cell) => write(cell, null),
  );
  const body = table.rows.length === 0 ? [] : layRows(grid.body, staysRow, staysColumn, write);
  const { rowMarks: _marks, rowChanges, ...rest } = table;
  const changes = rowChanges?.filter((_change, index) => staysRow[index]);
  return {
    ...rest,
    columns: table.columns.filter((_column, index) => staysColumn[index]),
    header,
    rows: body,
    ...(changes?.some((change) => change !== undefined) === true ? { rowChanges: changes } : {}),
    ...(body.length === 0 && table.rows.length > 0 ? { empty: WITHHELD } : {}),
  };
}
