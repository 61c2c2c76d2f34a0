/** What refers to rows of a sheet follows them: formulas, merged cells, rules, print areas, drawings, charts. */
import { moveRows, type RowMap } from './formulas.ts';
import { LAST_ROW, type Piece, type Placement } from './sheet-rows.ts';
import { type Document, type Element, elementsOf, remove, setText } from './xml.ts';

export type Placements = ReadonlyMap<string, Placement>;

/** How references of one sheet are read by somebody in the turns `path`; `own` is the sheet that names no sheet. */
export function rowMap(placements: Placements, own: string, path: readonly string[]): RowMap {
  const piecesOf = (sheet: string | null): readonly Piece[] | null => placements.get(sheet ?? own)?.pieces ?? null;
  return {
    one(sheet, row) {
      const pieces = piecesOf(sheet);
      if (pieces === null) return row;
      const [first] = nearest(pieces, row, path);
      return first === undefined ? null : first.start + row - first.from;
    },
    range(sheet, first, last) {
      const pieces = piecesOf(sheet);
      if (pieces === null) return [first, last];
      const start = edge(pieces, first, last, path, 1);
      const end = edge(pieces, last, first, path, -1);
      return start === null || end === null || start > end ? null : [start, end];
    },
  };
}

/** The pieces that hold a row, of those the ones that share the most turns with the reader. */
function nearest(pieces: readonly Piece[], row: number, path: readonly string[]): readonly Piece[] {
  const holding = pieces.filter(({ from, to }) => from <= row && row <= to);
  const shared = ({ path: other }: Piece): number => {
    const differing = path.findIndex((turn, index) => turn !== other[index]);
    return differing < 0 ? path.length : differing;
  };
  const most = Math.max(0, ...holding.map(shared));
  return holding.filter((piece) => shared(piece) === most);
}

/** The first (or last) new row of a range whose edge may have gone. */
function edge(
  pieces: readonly Piece[],
  from: number,
  to: number,
  path: readonly string[],
  step: 1 | -1,
): number | null {
  for (let row = from; step === 1 ? row <= to : row >= to; row += step) {
    const holding = nearest(pieces, row, path);
    const piece = step === 1 ? holding[0] : holding.at(-1);
    if (piece !== undefined) return piece.start + row - piece.from;
  }
  return null;
}

interface Area {
  readonly columns: readonly [string, string];
  readonly first: number;
  readonly last: number;
}

function areaOf(reference: string): Area | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/u.exec(reference);
  if (found === null) return null;
  const [, column = '', row = '', column2 = column, row2 = row] = found;
  return { columns: [column, column2], first: Number(row), last: Number(row2) };
}

const written = ({ columns: [from, to], first, last }: Area): string =>
  from === to && first === last ? `${from}${first}` : `${from}${first}:${to}${last}`;

/** An area once for every turn that it lies in; one that reaches out of the repetition grows with it. */
function areasOf(reference: string, placements: Placements, sheet: string): readonly Area[] {
  const area = areaOf(reference);
  const placement = placements.get(sheet);
  if (area === null || placement === undefined) return area === null ? [] : [area];
  const found = new Map<string, Area>();
  const add = (range: readonly [number, number] | null): void => {
    if (range === null) return;
    const [first, last] = range;
    found.set(`${first}:${last}`, { columns: area.columns, first, last });
  };
  const starts = placement.pieces.filter(({ from, to }) => from <= area.first && area.first <= to);
  for (const { from, to, start, path } of starts) {
    if (area.last <= to) add([start + area.first - from, start + area.last - from]);
    else
      add(rowMap(placements, sheet, commonTurns(placement.pieces, path, area.last)).range(null, area.first, area.last));
  }
  if (starts.length === 0) add(rowMap(placements, sheet, []).range(null, area.first, area.last));
  return [...found.values()];
}

/** The turns that a row has in common with some piece, at most. */
function commonTurns(pieces: readonly Piece[], path: readonly string[], row: number): readonly string[] {
  const [other] = nearest(pieces, row, path);
  const differing = path.findIndex((turn, index) => turn !== other?.path[index]);
  return differing < 0 ? path : path.slice(0, differing);
}

function joined(areas: readonly Area[]): readonly Area[] {
  const result: Area[] = [];
  for (const area of areas) {
    const last = result.at(-1);
    if (last !== undefined && last.last + 1 === area.first) result[result.length - 1] = { ...last, last: area.last };
    else result.push(area);
  }
  return result;
}

/** Elements of a sheet that name areas. Formulas of cells are moved where their cells are placed. */
export function moveSheetReferences(document: Document, placements: Placements, sheet: string): void {
  if (placements.has(sheet)) moveAreas(document, placements, sheet);
  const map = rowMap(placements, sheet, []);
  for (const name of ['formula', 'formula1', 'formula2', 'xm:f']) {
    for (const element of elementsOf(document, name)) {
      if (element.parentNode?.nodeName === 'c') continue;
      setText(element, moveRows(element.textContent ?? '', map));
    }
  }
}

function moveAreas(document: Document, placements: Placements, sheet: string): void {
  for (const merge of elementsOf(document, 'mergeCell')) {
    const areas = areasOf(merge.getAttribute('ref') ?? '', placements, sheet);
    for (const area of areas) {
      const copy = merge.cloneNode(false) as Element;
      copy.setAttribute('ref', written(area));
      merge.parentNode?.insertBefore(copy, merge);
    }
    remove(merge);
  }
  for (const list of elementsOf(document, 'mergeCells')) {
    const count = elementsOf(list, 'mergeCell').length;
    if (count === 0) remove(list);
    else list.setAttribute('count', String(count));
  }
  for (const element of elementsOf(document, '*')) {
    const list = element.getAttribute('sqref');
    if (list !== null && list !== '') moveList(element, list, placements, sheet);
  }
  for (const element of elementsOf(document, 'xm:sqref')) {
    const areas = (element.textContent ?? '').split(' ').flatMap((one) => joined(areasOf(one, placements, sheet)));
    setText(element, areas.map(written).join(' '));
  }
  moveSingles(document, placements, sheet);
}

/** Rules and protected ranges; one whose rows are all gone goes too. */
function moveList(element: Element, list: string, placements: Placements, sheet: string): void {
  const areas = list.split(' ').flatMap((one) => joined(areasOf(one, placements, sheet)));
  if (areas.length > 0) element.setAttribute('sqref', areas.map(written).join(' '));
  else if (element.nodeName === 'selection') element.setAttribute('sqref', 'A1');
  else remove(element);
}

const ONE_AREA = ['dimension', 'autoFilter', 'hyperlink', 'sortState', 'table', 'comment'];

function moveSingles(document: Document, placements: Placements, sheet: string): void {
  const map = rowMap(placements, sheet, []);
  for (const name of ONE_AREA) for (const element of elementsOf(document, name)) moveAttribute(element, 'ref', map);
  for (const element of elementsOf(document, 'selection')) moveAttribute(element, 'activeCell', map);
  for (const element of elementsOf(document, 'brk')) {
    if (element.parentNode?.nodeName !== 'rowBreaks') continue;
    const moved = map.one(null, Number(element.getAttribute('id')));
    if (moved !== null) element.setAttribute('id', String(moved));
  }
}

function moveAttribute(element: Element, attribute: string, map: RowMap): void {
  const area = areaOf(element.getAttribute(attribute) ?? '');
  if (area === null) return;
  const moved = map.range(null, area.first, area.last);
  if (moved === null) {
    if (attribute === 'ref' && element.nodeName !== 'dimension') remove(element);
    else element.setAttribute(attribute, 'A1');
    return;
  }
  element.setAttribute(attribute, written({ ...area, first: moved[0], last: moved[1] }));
}

/** A table or the comments of a sheet, in parts of their own. */
export const movePartOfSheet = (document: Document, placements: Placements, sheet: string): void =>
  moveSingles(document, placements, sheet);

/** Pictures and charts stay beside the rows that they were set to. */
export function moveDrawing(document: Document, placements: Placements, sheet: string): void {
  const map = rowMap(placements, sheet, []);
  for (const element of elementsOf(document, 'xdr:row')) {
    const row = Number(element.textContent) + 1;
    const moved = element.parentNode?.nodeName === 'xdr:to' ? map.range(null, row, row)?.[1] : map.one(null, row);
    if (moved !== undefined && moved !== null) setText(element, String(Math.min(moved, LAST_ROW) - 1));
  }
}

/** Ranges that charts and names of the workbook show. */
export function moveFormulaElements(document: Document, name: string, placements: Placements, own: string): void {
  const map = rowMap(placements, own, []);
  for (const element of elementsOf(document, name)) setText(element, moveRows(element.textContent ?? '', map));
}
