/** Rows of a sheet repeated and taken away, and where every old row has gone. */
import { type Mark, marksOf, opens, type Scope } from '../../core/form/index.ts';
import { countedTurns } from './budget.ts';
import { crossing } from './flow.ts';
import { childrenOf, cloneOf, type Element } from './xml.ts';
import { eraseMark, textOfCell } from './sheet-cells.ts';

export interface Row {
  readonly element: Element;
  /** Number of the row in the form, from 1. */
  readonly number: number;
}

/** A row of the filled sheet. */
export interface PlacedRow {
  readonly element: Element;
  readonly number: number;
  readonly scope: Scope;
  /** The turns that it belongs to, the outermost first. */
  readonly path: readonly string[];
  /** The turn of a list without rows: the row stays, its marks go. */
  readonly blank: boolean;
}

/** Rows `from` to `to` of the form stand from row `start` on. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly path: readonly string[];
}

export interface Placement {
  readonly rows: readonly PlacedRow[];
  readonly pieces: readonly Piece[];
}

export const LAST_ROW = 1_048_576;

/** Everything from row 1 to the end of the sheet, placed anew. */
export function placeRows(rows: readonly Row[], scope: Scope): Placement {
  const placed: PlacedRow[] = [];
  const pieces: Piece[] = [];
  place({ rows, from: 1, to: LAST_ROW, start: 1, scope, path: [], blank: false }, placed, pieces);
  return { rows: placed, pieces };
}

interface Stretch {
  readonly rows: readonly Row[];
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly scope: Scope;
  readonly path: readonly string[];
  readonly blank: boolean;
}

/** @returns the row after the last one placed */
function place(stretch: Stretch, placed: PlacedRow[], pieces: Piece[]): number {
  const { rows, scope, path, blank } = stretch;
  let { from, start } = stretch;
  const plain = (to: number): void => {
    if (to < from) return;
    pieces.push({ from, to, start, path });
    for (const row of rows.filter(({ number }) => number >= from && number <= to)) {
      placed.push({ element: row.element, number: start + row.number - from, scope, path, blank });
    }
    start += to - from + 1;
    from = to + 1;
  };
  for (let pair = firstPair(rows, from); pair !== null; pair = firstPair(rows, from)) {
    plain(pair.first - 1);
    const inner = innerRows(rows, pair);
    const turns = blank ? [scope] : countedTurns(pair.mark, scope);
    const empty = turns.length === 0 && pair.mark.kind === 'repeat';
    for (const [turn, turnScope] of (empty ? [scope] : turns).entries()) {
      start = place(
        {
          ...inner,
          rows: inner.rows.map(({ element, number }) => ({ element: cloneOf(element), number })),
          start,
          scope: turnScope,
          path: [...path, `${pair.first}:${turn}`],
          blank: blank || empty,
        },
        placed,
        pieces,
      );
    }
    from = pair.last + 1;
  }
  plain(stretch.to);
  return start;
}

interface RowPair {
  readonly mark: Mark;
  readonly open: Element;
  readonly end: Element;
  readonly endMark: Mark;
  readonly first: number;
  readonly last: number;
}

/** The first repetition that is opened in one cell and closed in another, from a row on. */
function firstPair(rows: readonly Row[], from: number): RowPair | null {
  let open: { readonly mark: Mark; readonly cell: Element; readonly row: number } | null = null;
  let depth = 0;
  for (const { element, number } of rows) {
    if (number < from) continue;
    for (const cell of childrenOf(element)) {
      for (const mark of rowMarks(cell)) {
        if (open === null) {
          if (!opens(mark)) throw crossing(mark);
          open = { mark, cell, row: number };
          depth = 1;
          continue;
        }
        depth += mark.kind === 'end' ? -1 : 1;
        if (depth === 0) {
          return { mark: open.mark, open: open.cell, end: cell, endMark: mark, first: open.row, last: number };
        }
      }
    }
  }
  if (open !== null) throw crossing(open.mark);
  return null;
}

/** Opening and end marks of a cell that are not a pair within it. */
function rowMarks(cell: Element): readonly Mark[] {
  const left: Mark[] = [];
  for (const mark of marksOf(textOfCell(cell) ?? '')) {
    const last = left.at(-1);
    if (opens(mark)) left.push(mark);
    else if (mark.kind === 'end') {
      if (last !== undefined && opens(last) && last.name === mark.name) left.pop();
      else left.push(mark);
    }
  }
  return left;
}

/** The rows that are repeated, marks erased. Rows at either end that held nothing else are left out. */
function innerRows(rows: readonly Row[], pair: RowPair): Pick<Stretch, 'rows' | 'from' | 'to'> {
  eraseMark(pair.end, pair.endMark);
  eraseMark(pair.open, pair.mark);
  const within = rows.filter(({ number }) => number >= pair.first && number <= pair.last);
  const saysNothing = (number: number): boolean => {
    const row = within.find((one) => one.number === number);
    return (
      row !== undefined &&
      childrenOf(row.element).every((cell) => (textOfCell(cell) ?? '').trim() === '' && isEmpty(cell))
    );
  };
  let { first: from, last: to } = pair;
  if (from < to && saysNothing(from)) from += 1;
  if (from < to && saysNothing(to)) to -= 1;
  return { rows: within.filter(({ number }) => number >= from && number <= to), from, to };
}

const isEmpty = (cell: Element): boolean =>
  childrenOf(cell).every(({ nodeName, textContent }) => nodeName === 'is' || (nodeName === 'v' && textContent === ''));
