/** What a file that came back would change. Nothing is saved here. */
import {
  ID_TITLE,
  type ListColumn,
  type ListContent,
  ListFileError,
  type ListRow,
  type ListValue,
  STAMP_TITLE,
} from './model.ts';
import { readCell } from './read-cell.ts';
import { columnLetters, type SheetContent, type SheetLine } from './sheet.ts';
import { cellOf, findTable, type FoundTable, type Heading, matchLines } from './table.ts';
import { cellText, unguard } from './text.ts';
import { emptyValue, readableText, shownText, stampOf } from './write-cell.ts';

export interface RefusedCell {
  /** Row of the sheet; null for what no row of the file is about. */
  readonly row: number | null;
  /** Letters of the column; empty for the whole row. */
  readonly column: string;
  readonly title: string;
  readonly value: string;
  readonly reason: string;
}

export interface ChangedCell {
  readonly key: string;
  readonly column: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

export interface AddedRow {
  readonly row: number;
  readonly name: string;
  readonly values: Readonly<Record<string, ListValue>>;
  /** Letters of the columns of the file, to name the place of what is refused later. */
  readonly places: ReadonlyMap<string, string>;
}

export interface ChangedRow extends AddedRow {
  readonly id: string;
  readonly cells: readonly ChangedCell[];
}

export interface ListCheck {
  readonly added: readonly AddedRow[];
  readonly changed: readonly ChangedRow[];
  /** Rows that the file no longer has. */
  readonly removed: readonly { readonly id: string; readonly name: string }[];
  readonly refused: readonly RefusedCell[];
  readonly unchanged: number;
  /** Sentences about the file as a whole. */
  readonly notices: readonly string[];
}

const ID: Heading = { key: '#id', title: ID_TITLE };
const STAMP: Heading = { key: '#stamp', title: STAMP_TITLE };

/** @throws ListFileError when the file holds no such list */
export function checkList(list: ListContent, sheets: readonly SheetContent[]): ListCheck {
  const table = tableOf(list, sheets);
  const has = (key: string): boolean => table.columns.some(({ column }) => column.key === key);
  const rows = new Map(list.rows.map((row) => [row.id, row]));
  const idOf = (line: SheetLine): string => cellText(cellOf(table, line, ID.key));
  const matched = matchLines(table.lines, idOf, rows);
  const result = { added: [] as AddedRow[], changed: [] as ChangedRow[], refused: [] as RefusedCell[] };
  const skipped: number[] = [];
  let unchanged = 0;
  for (const { line, id, before } of matched) {
    if (before !== null) {
      const read = readChanged(list, table, line, before);
      if ('refused' in read) result.refused.push(...read.refused);
      else if (read.changed === null) unchanged += 1;
      else result.changed.push(read.changed);
    } else if (id !== '') {
      result.refused.push(unknownRow(table, line, id));
    } else {
      const read = readAdded(list, table, line);
      if (read === null) skipped.push(line.row);
      else if ('refused' in read) result.refused.push(...read.refused);
      else result.added.push(read.added);
    }
  }
  const kept = new Set(matched.flatMap(({ before }) => (before === null ? [] : [before.id])));
  const gone = has(ID.key) ? list.rows.filter(({ id }) => !kept.has(id)) : [];
  return {
    ...result,
    removed: gone.map((row) => ({ id: row.id, name: nameOf(list.columns, row.values) })),
    unchanged,
    notices: noticesOf(list, { ids: has(ID.key), stamps: has(STAMP.key) }, skipped),
  };
}

function tableOf(list: ListContent, sheets: readonly SheetContent[]): FoundTable<Heading> {
  const required = list.columns.filter(({ required, edit }) => required === true && (edit ?? 'never') !== 'never');
  const own = new Set(list.columns.map(({ key }) => key));
  const table = findTable(sheets, [ID, STAMP, ...list.columns], (keys) => {
    const columns = [...keys].filter((key) => own.has(key)).length;
    if (columns < Math.min(2, own.size)) return false;
    return keys.has(ID.key) || required.every(({ key }) => keys.has(key));
  });
  if (table !== null) return table;
  const names = (required.length > 0 ? required : list.columns.slice(0, 3)).map(({ title }) => `「${title}」`);
  throw new ListFileError(
    `表が見つかりません。この画面で取り出したファイルを編集し、${names.join('')}の見出しを残したまま読み込んでください。`,
  );
}

type Changed = { readonly changed: ChangedRow | null } | { readonly refused: readonly RefusedCell[] };

function readChanged(list: ListContent, table: FoundTable<Heading>, line: SheetLine, before: ListRow): Changed {
  const refused: RefusedCell[] = [];
  const cells: ChangedCell[] = [];
  const values: Record<string, ListValue> = { ...before.values };
  const stamp = cellText(cellOf(table, line, STAMP.key));
  const stale = stamp !== '' && stamp !== stampOf(list.columns, before);
  for (const column of list.columns) {
    const place = placeOf(table, column);
    if (place === null) continue;
    const cell = cellOf(table, line, column.key);
    const was = before.values[column.key] ?? null;
    const shown = shownText(column, was);
    const text = cellText(cell);
    if (text === shown || unguard(text) === shown) continue;
    const refuse = (reason: string): number =>
      refused.push({ row: line.row, column: place, title: column.title, value: text, reason });
    const reading = readCell(column, cell);
    if ('value' in reading && shownText(column, reading.value) === shown) continue;
    if ((column.edit ?? 'never') !== 'always')
      refuse(column.reason ?? `「${column.title}」の列は、ここでは変えられません。`);
    else if ('refused' in reading) refuse(reading.refused);
    else if (before.locked !== undefined) refuse(before.locked);
    else if (stale)
      refuse('ファイルを取り出した後に、画面でこの行が変更されています。取り出し直して編集してください。');
    else {
      values[column.key] = reading.value;
      const after = readableText(column, reading.value);
      cells.push({ key: column.key, column: place, title: column.title, before: readableText(column, was), after });
    }
  }
  if (refused.length > 0) return { refused };
  if (cells.length === 0) return { changed: null };
  const name = nameOf(list.columns, before.values);
  return { changed: { row: line.row, id: before.id, name, values, cells, places: placesOf(table) } };
}

type Added = { readonly added: AddedRow } | { readonly refused: readonly RefusedCell[] };

/** Null for a line that says nothing in the columns that a new row may have: a total, a remark below the table. */
function readAdded(list: ListContent, table: FoundTable<Heading>, line: SheetLine): Added | null {
  const refused: RefusedCell[] = [];
  const values: Record<string, ListValue> = {};
  let filled = false;
  for (const column of list.columns) {
    values[column.key] = emptyValue(column);
    if ((column.edit ?? 'never') === 'never') continue;
    const cell = cellOf(table, line, column.key);
    filled ||= cellText(cell) !== '';
    const reading = readCell(column, cell);
    if ('value' in reading) values[column.key] = reading.value;
    else {
      const place = placeOf(table, column) ?? '';
      refused.push({
        row: line.row,
        column: place,
        title: column.title,
        value: cellText(cell),
        reason: reading.refused,
      });
    }
  }
  if (!filled) return null;
  if (refused.length > 0) return { refused };
  return { added: { row: line.row, name: nameOf(list.columns, values), values, places: placesOf(table) } };
}

function unknownRow(table: FoundTable<Heading>, line: SheetLine, id: string): RefusedCell {
  const at = table.columns.find(({ column }) => column.key === ID.key)?.at ?? 0;
  return {
    row: line.row,
    column: columnLetters(at),
    title: ID_TITLE,
    value: id.slice(0, 60),
    reason:
      'この行は今の一覧にありません。取り出した後に削除されたか、ほかの一覧の行です。新しい行として加えるときは、識別子の欄を空にしてください。',
  };
}

const placeOf = (table: FoundTable<Heading>, { key }: Heading): string | null => {
  const found = table.columns.find(({ column }) => column.key === key);
  return found === undefined ? null : columnLetters(found.at);
};

const placesOf = (table: FoundTable<Heading>): ReadonlyMap<string, string> =>
  new Map(table.columns.map(({ column, at }) => [column.key, columnLetters(at)]));

/** What a row is called in a preview: its first texts. */
export function nameOf(columns: readonly ListColumn[], values: ListRow['values']): string {
  const texts = columns.filter(({ kind }) => kind === 'text');
  const named = (texts.length > 0 ? texts : columns)
    .map((column) => shownText(column, values[column.key] ?? null))
    .find((text) => text !== '');
  const [first = ''] = (named ?? '').split('\n');
  return first.length > 60 ? `${first.slice(0, 59)}…` : first;
}

function noticesOf(
  list: ListContent,
  has: { readonly ids: boolean; readonly stamps: boolean },
  skipped: readonly number[],
): string[] {
  const notices: string[] = [];
  if (!has.ids && list.rows.length > 0) {
    notices.push(
      '隠れている「識別子」の列がないため、すべての行を新しい行として読みました。今ある行を直すときは、取り出し直したファイルで、この列を残して編集してください。',
    );
  }
  if (has.ids && !has.stamps) {
    notices.push(
      '「照合値」の列がないため、取り出した後に画面で変更された行を見分けられません。変更前の値を確かめてください。',
    );
  }
  if (skipped.length > 0) {
    const rows = skipped.slice(0, 5).join('、');
    notices.push(`${rows}行目${skipped.length > 5 ? 'など' : ''}は、入力できる列が空のため読み飛ばしました。`);
  }
  return notices;
}
