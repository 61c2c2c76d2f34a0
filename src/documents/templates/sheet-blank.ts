/** The one row that a list without entries leaves: the frame stays, the marks go. */
import { hasMarks } from './marked.ts';
import { emptyCell, textOfCell } from './sheet-cells.ts';
import type { Element } from './xml.ts';

export function eraseAll(cell: Element): void {
  if (hasMarks(textOfCell(cell) ?? '')) emptyCell(cell);
}
