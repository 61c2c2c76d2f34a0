import { placeCells, type PlacedWordCell, type WordMargins, type WordTable } from '../model.ts';
import { type Place, type PlacedParagraph, placeParagraph } from './paragraph.ts';
import { points } from './styles.ts';

/** A row as it takes up room. Lengths in points. */
export interface PlacedRow {
  readonly height: number;
  readonly header: boolean;
  readonly mayBreak: boolean;
  readonly keepNext: boolean;
}

export interface PlacedTable {
  readonly kind: 'table';
  readonly rows: readonly PlacedRow[];
}

/** Thickness of the rule above a row. */
const RULE = 0.5;

export function placeTable(table: WordTable, place: Omit<Place, 'width'>): PlacedTable {
  const cells = placeCells(table.rows);
  /** What of the cells that span down is still to be held, by their first column. */
  const spanning = new Map<number, number>();
  const rows = table.rows.map((row, index): PlacedRow => {
    const next = cells[index + 1] ?? [];
    const exact = row.height?.exact === true;
    let height = points(row.height?.value ?? 0);
    for (const cell of cells[index] ?? []) {
      const { column } = cell;
      const held = cell.goesOn ? (spanning.get(column) ?? 0) : heightOf(cell, table, place);
      if (next.some((below) => below.goesOn && below.column === column)) spanning.set(column, held);
      else if (!exact) height = Math.max(height, held);
    }
    for (const [column, held] of spanning) spanning.set(column, Math.max(0, held - height));
    return {
      height: height + (exact ? 0 : RULE),
      header: row.header === true,
      mayBreak: row.whole !== true,
      keepNext: row.keepNext === true,
    };
  });
  return { kind: 'table', rows };
}

function heightOf(cell: PlacedWordCell, { widths, margins: whole }: WordTable, place: Omit<Place, 'width'>): number {
  const margins: WordMargins = cell.margins ?? whole;
  const columns = widths.slice(cell.column, cell.column + (cell.columns ?? 1));
  const width = points(columns.reduce((sum, each) => sum + each, 0) - margins.left - margins.right);
  const paragraphs = cell.paragraphs.map((paragraph) => placeParagraph(paragraph, { ...place, width }));
  return points(margins.top) + stackHeight(paragraphs) + points(margins.bottom);
}

/** The height of paragraphs one below the other, with the space above the first and below the last. */
function stackHeight(paragraphs: readonly PlacedParagraph[]): number {
  let after = 0;
  let height = 0;
  for (const paragraph of paragraphs) {
    height += Math.max(after, paragraph.before) + paragraph.lines * paragraph.lineHeight;
    ({ after } = paragraph);
  }
  return height + after;
}
