/** One list, set as a table of a document or as a sheet of a workbook. */
import {
  type Block,
  cell,
  type DocumentTree,
  document,
  hidden,
  letterHead,
  type Marks,
  paragraph,
  row,
  type Sheet,
  table,
  type TableBlock,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import { formatEra } from '../../../core/calendar/index.ts';

export interface GridColumn {
  readonly title: string;
  /** Millimetres on paper; the sheet takes half-width characters in proportion. */
  readonly width: number | `${number}fr`;
  readonly align?: 'left' | 'center' | 'right';
  readonly choices?: readonly string[];
  readonly marks?: Marks;
}

export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly GridCell[])[];
  /** Marks of the rows, in their order. */
  readonly rowMarks?: readonly Marks[];
}

/** Words that everybody may read, and further words with marks. */
export interface SplitText {
  readonly open: string;
  readonly more: string;
  readonly marks: Marks;
}

export type GridCell = string | number | SplitText;

export function gridTable(grid: Grid, fontSize = 8.5): TableBlock {
  return table({
    columns: grid.columns.map(({ width, align, marks }) => ({
      width,
      ...(align === undefined ? {} : { align }),
      ...(marks === undefined ? {} : { marks }),
    })),
    header: grid.columns.map(({ title }) => title),
    rows: grid.rows.map((cells, index) => {
      const written = cells.map((value) =>
        typeof value === 'object' ? cell([value.open, hidden(value.more, value.marks)]) : value,
      );
      const marks = grid.rowMarks?.[index];
      return marks === undefined ? written : row(written, marks);
    }),
    fontSize,
  });
}

/** Half-width characters that a landscape sheet of A4 shows in a size that can be read. */
const A4_CHARACTERS = 170;

/** A share of the paper becomes characters of its own; a lone share gets the room of a whole text. */
function charactersOf(width: GridColumn['width']): number {
  if (typeof width === 'number') return Math.max(6, Math.round(width / 1.6));
  const share = Number.parseFloat(width);
  return share <= 1 ? 56 : 14 + share * 6;
}

export function gridSheet(name: string, grid: Grid, more: { title: string; subtitle: readonly string[] }): Sheet {
  const characters = grid.columns.reduce((sum, { width }) => sum + charactersOf(width), 0);
  return {
    name: sheetName(name),
    ...more,
    size: characters > A4_CHARACTERS ? 'A3' : 'A4',
    orientation: 'landscape',
    columns: grid.columns.map(({ title, width, align, choices }) => ({
      title,
      width: charactersOf(width),
      ...(align === undefined ? {} : { align }),
      ...(choices === undefined ? {} : { choices }),
    })),
    rows: grid.rows.map((row) => row.map((value) => (typeof value === 'object' ? value.open + value.more : value))),
  };
}

/** Excel refuses some characters and more than 31 of them. */
export function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/gu, '・').slice(0, 31);
}

interface Head {
  readonly engagement: EngagementProfile;
  readonly today: string;
}

/** `on`: the day of the paper itself when its record has one; otherwise the day on which it is made. */
export function particulars(
  head: Head,
  title: string,
  more: { readonly landscape?: boolean; readonly on?: string | null } = {},
) {
  const { engagement, today } = head;
  return {
    title,
    date: formatEra(more.on ?? today),
    created: more.on ?? today,
    addressee: [engagement.municipality, `${engagement.client.department}　御中`],
    sender: engagement.contractor,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    ...(more.landscape === true ? { orientation: 'landscape' as const } : {}),
  };
}

/** A paper of one list: head, the name of the contract, blocks. */
export function listDocument(head: Head, title: string, blocks: readonly Block[]): DocumentTree {
  return document(particulars(head, title, { landscape: true }), [
    letterHead(),
    paragraph(head.engagement.title, { firstLine: false, keepWithNext: true }),
    ...blocks,
  ]);
}

export function workbook(head: Head, title: string, sheets: readonly Sheet[]): WorkbookTree {
  const { marking, contractor } = head.engagement;
  return { title, author: contractor, created: head.today, ...(marking === null ? {} : { marking }), sheets };
}

export function subtitle(head: Head, on: string | null = null): readonly string[] {
  const { municipality, client, contractor, title } = head.engagement;
  return [`${municipality}　${client.department}　御中`, `${title}　${contractor}　${formatEra(on ?? head.today)}`];
}
