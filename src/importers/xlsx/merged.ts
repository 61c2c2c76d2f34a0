/** Merged areas: a person sees one value over all their cells, while the file holds it in the first. */
import type { CellContent } from '../../core/exchange/sheet.ts';
import { COLUMN_LIMIT, type Rows, unreadable } from './model.ts';

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Gives all cells of an area its value. @param count is told of each cell that is filled by it */
export function spread(rows: Rows, areas: readonly Area[], count: () => void): void {
  for (const area of areas) {
    const value = rows.get(area.top)?.get(area.left);
    if (value === undefined) clear(rows, area);
    else fill(rows, area, value, count);
  }
}

/** What lies under an empty area, nobody sees. */
function clear(rows: Rows, { top, left, bottom, right }: Area): void {
  for (const [row, cells] of rows) {
    if (row < top || row > bottom) continue;
    for (const column of cells.keys()) if (column >= left && column <= right) cells.delete(column);
    if (cells.size === 0) rows.delete(row);
  }
}

function fill(rows: Rows, { top, left, bottom, right }: Area, value: CellContent, count: () => void): void {
  for (let row = top; row <= bottom; row += 1) {
    let cells = rows.get(row);
    if (cells === undefined) rows.set(row, (cells = new Map()));
    for (let column = left; column <= Math.min(right, COLUMN_LIMIT); column += 1) {
      cells.set(column, value);
      count();
    }
  }
}

/** `B2:D4` as numbers. */
export function areaOf(reference: string): Area {
  const [, from = '', top, to = '', bottom] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? [];
  if (top === undefined || bottom === undefined) throw unreadable();
  return { top: Number(top), left: columnOf(from), bottom: Number(bottom), right: columnOf(to) };
}

/** The number of a column from its letters, whatever follows them: AA7 → 27. */
export function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0 || column > 16_384) throw unreadable();
  return column;
}
