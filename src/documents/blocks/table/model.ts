import type { Change, Changed } from '../../model/changes.ts';
import type { Marked, Marks } from '../../model/marks.ts';
import type { Inline } from '../../model/inline.ts';
import type { Alignment, Width } from '../../model/units.ts';
import type { ListBlock } from '../list/model.ts';
import type { ParagraphBlock } from '../paragraph/model.ts';

/** A column: width in mm or as a share (`'1fr'`), and the alignment of its body cells. */
export interface TableColumn extends Marked {
  readonly width: Width;
  readonly align?: Alignment;
}

/** A tint that stays readable in a grey print. */
export type Shade = 'header' | 'light' | 'warning' | 'danger' | 'good';

/** What may stand in a cell besides plain text. */
export type CellBlock = ParagraphBlock | ListBlock;

/** A cell with more than plain text, or spanning several columns or rows. */
export interface TableCell extends Marked {
  readonly content: Inline | readonly CellBlock[];
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly align?: Alignment;
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly shade?: Shade;
  readonly bold?: boolean;
}

export type Cell = string | number | TableCell;

/** A framed table. Header rows are repeated on every page; cells taken by a span from the left or above are left out. */
export interface TableBlock extends Marked {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly header: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  /** Marks of the rows, in their order. */
  readonly rowMarks?: readonly (Marks | undefined)[];
  /** Rows that were added or struck out, in the order of the rows. */
  readonly rowChanges?: readonly (Change | undefined)[];
  /** Title above the table, for example 表1　監査の対象. */
  readonly caption?: string;
  /** Size of the text in points. Default 9. */
  readonly fontSize?: number;
  /** What stands in a table without rows. Default 該当なし. */
  readonly empty?: string;
  /** Let rows break over pages. Default: only rows too long to be kept whole may. */
  readonly breakRows?: boolean;
  /** Move the table to the next page rather than break it, as far as one page holds it. Default: only a small one moves. */
  readonly together?: boolean;
}

/** A row that not every reader may see, or that was added or struck out. */
export interface MarkedRow extends Changed {
  readonly cells: readonly Cell[];
  readonly marks?: Marks;
}

/** A row with marks: `row(['市民課', 3], sensitive('監査対象課の名称'))`; or to be changed: `deleted(row([…]), revision)`. */
export const row = (cells: readonly Cell[], marks?: Marks): MarkedRow => ({
  cells,
  ...(marks === undefined ? {} : { marks }),
});

export interface TableOptions extends Omit<TableBlock, 'kind' | 'header' | 'rows' | 'rowMarks' | 'rowChanges'> {
  readonly rows: readonly (readonly Cell[] | MarkedRow)[];
  /** One header row, or several. */
  readonly header?: readonly Cell[] | readonly (readonly Cell[])[];
}

const isRows = (header: readonly Cell[] | readonly (readonly Cell[])[]): header is readonly (readonly Cell[])[] =>
  Array.isArray(header[0]);

/** A framed table. */
export const table = ({ header = [], rows, ...rest }: TableOptions): TableBlock => {
  const marks = rows.map((each) => ('cells' in each ? each.marks : undefined));
  const changes = rows.map((each) => ('cells' in each ? each.change : undefined));
  return {
    kind: 'table',
    ...rest,
    rows: rows.map((each) => ('cells' in each ? each.cells : each)),
    ...(marks.some((each) => each !== undefined) ? { rowMarks: marks } : {}),
    ...(changes.some((each) => each !== undefined) ? { rowChanges: changes } : {}),
    header: header.length === 0 ? [] : isRows(header) ? header : [header],
  };
};

/** A cell with options: `cell('計', { colspan: 2, align: 'right' })`. */
export const cell = (content: TableCell['content'], options: Omit<TableCell, 'content'> = {}): TableCell => ({
  content,
  ...options,
});

/** Whether a cell holds blocks rather than plain text. */
export function isCellBlocks(content: TableCell['content']): content is readonly CellBlock[] {
  const first = typeof content === 'string' ? undefined : content[0];
  return typeof first === 'object' && 'kind' in first;
}
