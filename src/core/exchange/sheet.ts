/** What a spreadsheet or CSV file holds, as plain values. Knows no column's meaning. */
import type { Day } from '../calendar/index.ts';

export type CellContent = string | number | boolean | { readonly day: Day };

export interface SheetLine {
  /** As the spreadsheet shows it; the first row is 1. */
  readonly row: number;
  /** By column number; the first is 1. Empty cells are absent; cells of a merged area all hold its value. */
  readonly cells: ReadonlyMap<number, CellContent>;
}

export interface SheetContent {
  readonly name: string;
  readonly hidden: boolean;
  readonly lines: readonly SheetLine[];
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
