import { attributeOf, childOf, contentOf, nameOf, numberAt, switchAt } from './element.ts';
import { type PlacedParagraph, readParagraph } from './paragraph.ts';
import type { Look } from './styles.ts';

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

interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Thickness of the rule above a row. */
const RULE = 0.5;

export function readTable(node: unknown, pitch: number | null, looks: ReadonlyMap<string, Look>): PlacedTable {
  const content = contentOf(node, 'w:tbl');
  const margins = marginsOf(childOf(contentOf(childOf(content, 'w:tblPr')), 'w:tblCellMar'), none);
  const columns = contentOf(childOf(content, 'w:tblGrid')).flatMap((column) =>
    nameOf(column) === 'w:gridCol' ? [(numberAt(column, 'w:w') ?? 0) / 20] : [],
  );
  /** What of the cells that span down is still to be held, by their first column. */
  const spanning = new Map<number, number>();
  const read = content
    .filter((child) => nameOf(child) === 'w:tr')
    .map((row) => readRow(row, { columns, margins, pitch, looks }));
  const rows = read.map(({ cells, least, exact, ...row }, index): PlacedRow => {
    const next = read[index + 1];
    let height = least;
    for (const cell of cells) {
      const held = cell.spans === 'on' ? (spanning.get(cell.column) ?? 0) : cell.height;
      const goesOn = next?.cells.some(({ column, spans }) => column === cell.column && spans === 'on') === true;
      if (goesOn) spanning.set(cell.column, held);
      else if (!exact) height = Math.max(height, held);
    }
    for (const [column, held] of spanning) spanning.set(column, Math.max(0, held - height));
    return { ...row, height: height + (exact ? 0 : RULE) };
  });
  return { kind: 'table', rows };
}

interface TablePlace {
  readonly columns: readonly number[];
  readonly margins: Margins;
  readonly pitch: number | null;
  readonly looks: ReadonlyMap<string, Look>;
}

function readRow(node: unknown, place: TablePlace) {
  const content = contentOf(node, 'w:tr');
  const properties = contentOf(childOf(content, 'w:trPr'));
  const height = childOf(properties, 'w:trHeight');
  let column = 0;
  const cells = content
    .filter((child) => nameOf(child) === 'w:tc')
    .map((cell) => {
      const read = readCell(cell, column, place);
      column += read.columns;
      return read;
    });
  return {
    cells,
    least: (numberAt(height, 'w:val') ?? 0) / 20,
    exact: attributeOf(height, 'w:hRule') === 'exact',
    header: switchAt(properties, 'w:tblHeader') ?? false,
    mayBreak: !(switchAt(properties, 'w:cantSplit') ?? false),
    keepNext: cells[0]?.keepNext ?? false,
  };
}

function readCell(node: unknown, column: number, { columns, margins, pitch, looks }: TablePlace) {
  const content = contentOf(node, 'w:tc');
  const properties = contentOf(childOf(content, 'w:tcPr'));
  const count = numberAt(childOf(properties, 'w:gridSpan'), 'w:val') ?? 1;
  const own = marginsOf(childOf(properties, 'w:tcMar'), margins);
  const width = columns.slice(column, column + count).reduce((sum, each) => sum + each, 0) - own.left - own.right;
  const merge = childOf(properties, 'w:vMerge');
  const spans = merge === undefined ? 'no' : attributeOf(merge, 'w:val') === 'restart' ? 'starts' : 'on';
  const paragraphs = content
    .filter((child) => nameOf(child) === 'w:p')
    .map((child) => readParagraph(child, width, pitch, looks));
  return {
    column,
    columns: count,
    spans,
    keepNext: paragraphs[0]?.keepNext ?? false,
    height: own.top + stackHeight(paragraphs) + own.bottom,
  };
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

const none: Margins = { top: 0, bottom: 0, left: 5.4, right: 5.4 };

function marginsOf(element: unknown, otherwise: Margins): Margins {
  if (element === undefined) return otherwise;
  const content = contentOf(element);
  const side = (name: keyof Margins): number => {
    const twips = numberAt(childOf(content, `w:${name}`), 'w:w');
    return twips === undefined ? otherwise[name] : twips / 20;
  };
  return { top: side('top'), bottom: side('bottom'), left: side('left'), right: side('right') };
}
