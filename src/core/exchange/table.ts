/** Finds the table in a file: other sheets, titles above, columns in another order and of other people. */
import { heading, cellText } from './text.ts';
import { type CellContent, columnLetters, type SheetContent, type SheetLine } from './sheet.ts';
import { ListFileError } from './model.ts';

/** A column to look for. */
export interface Heading {
  readonly key: string;
  readonly title: string;
  readonly aliases?: readonly string[];
}

export interface FoundTable<H extends Heading> {
  readonly sheet: string;
  /** The columns that were found, each with its number in the sheet. */
  readonly columns: readonly { readonly column: H; readonly at: number }[];
  /** Lines below the headings that hold something in these columns. */
  readonly lines: readonly SheetLine[];
}

/** Headings stand in the first lines; what stands lower is data. */
const SEARCHED = 100;

/**
 * The line with most of the headings, on a visible sheet. @param accepts which headings are enough
 * @returns null when no line has enough
 * @throws ListFileError when a heading stands there twice
 */
export function findTable<H extends Heading>(
  sheets: readonly SheetContent[],
  headings: readonly H[],
  accepts: (keys: ReadonlySet<string>) => boolean,
): FoundTable<H> | null {
  const byTitle = new Map(
    headings.flatMap((column) => [column.title, ...(column.aliases ?? [])].map((title) => [heading(title), column])),
  );
  let best: (FoundTable<H> & { readonly index: number; readonly source: SheetContent }) | null = null;
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    for (const [index, line] of sheet.lines.slice(0, SEARCHED).entries()) {
      const columns = foundIn(line, byTitle);
      if (columns.length <= (best?.columns.length ?? 0)) continue;
      if (!accepts(new Set(columns.map(({ column }) => column.key)))) continue;
      best = { sheet: sheet.name, columns, lines: [], index, source: sheet };
    }
  }
  if (best === null) return null;
  const { columns, source, index } = best;
  checkTwice(columns);
  return { sheet: best.sheet, columns, lines: dataBelow(source.lines, index, columns) };
}

function foundIn<H>(line: SheetLine, byTitle: ReadonlyMap<string, H>): { column: H; at: number }[] {
  const found: { column: H; at: number }[] = [];
  for (const [at, cell] of [...line.cells].toSorted(([a], [b]) => a - b)) {
    const text = heading(cellText(cell));
    const column = byTitle.get(text);
    if (column === undefined) continue;
    // A heading that was merged sideways says its words again in the next column: the first one counts.
    const before = found.at(-1);
    const neighbour = before?.column === column && before.at === at - 1;
    if (!neighbour || heading(cellText(line.cells.get(at - 1) ?? null)) !== text) found.push({ column, at });
  }
  return found;
}

function checkTwice<H extends Heading>(columns: FoundTable<H>['columns']): void {
  for (const [place, { column, at }] of columns.entries()) {
    const first = columns.findIndex((other) => other.column === column);
    if (first === place) continue;
    const [one, other] = [columns[first]?.at ?? 0, at].map(columnLetters);
    throw new ListFileError(
      `「${column.title}」の列が二つあります（${one}列と${other}列）。どちらか一つにしてから読み込んでください。`,
    );
  }
}

function dataBelow<H extends Heading>(
  lines: readonly SheetLine[],
  index: number,
  columns: FoundTable<H>['columns'],
): SheetLine[] {
  const headings = lines[index];
  const same = (line: SheetLine): boolean =>
    columns.every(
      ({ at }) => heading(textAt(line, at)) === (headings === undefined ? '' : heading(textAt(headings, at))),
    );
  return (
    lines
      .slice(index + 1)
      .filter((line) => columns.some(({ at }) => line.cells.has(at)))
      // Headings that were merged downwards or repeated on a second printed page.
      .filter((line) => !same(line))
  );
}

const textAt = (line: SheetLine, at: number): string => cellText(line.cells.get(at) ?? null);

/** The cell of a column in a line; null when it is empty or the file has no such column. */
export function cellOf<H extends Heading>(table: FoundTable<H>, line: SheetLine, key: string): CellContent | null {
  const found = table.columns.find(({ column }) => column.key === key);
  return found === undefined ? null : (line.cells.get(found.at) ?? null);
}

/** Which record each line is about. A line that was copied carries the id of another one: it is new. */
export function matchLines<R>(
  lines: readonly SheetLine[],
  idOf: (line: SheetLine) => string,
  known: ReadonlyMap<string, R>,
): { readonly line: SheetLine; readonly id: string; readonly before: R | null }[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    const id = idOf(line);
    const before = seen.has(id) ? null : (known.get(id) ?? null);
    const copied = seen.has(id);
    seen.add(id);
    return { line, id: copied ? '' : id, before };
  });
}
