/** Answers out of an Excel sheet: found by hidden ids and headings, so that moved rows and columns do no harm. */
import { type AnswerRow, type AnswerSheet, type ItemAnswer, matrixOf } from '../../../core/assessment/answer.ts';
import type { FormItem, MatrixItem, Questionnaire, TableItem } from '../../../core/content-schema/index.ts';
import type { CellContent, SheetContent, SheetLine } from '../../../core/exchange/sheet.ts';
import { columnLetters } from '../../../core/exchange/sheet.ts';
import { cellOf, findTable, type FoundTable, type Heading } from '../../../core/exchange/table.ts';
import { cellText, heading, partsOf, plain } from '../../../core/exchange/text.ts';
import type { SealedTicket } from './answer-json.ts';
import {
  ANSWER_HEADINGS,
  type AnswerHeading,
  itemOfRow,
  matrixRowId,
  NO_FILES_CELL,
  TICKET_ROWS,
  TICKET_SHEET,
} from './book.ts';
import { type FileItem, matrixHolders } from './holder.ts';
import { readTyped } from './read-typed.ts';

export interface BookProblem {
  readonly item: number | null;
  readonly place: string;
  readonly message: string;
}

export interface BookReading {
  readonly answers: AnswerSheet;
  readonly problems: readonly BookProblem[];
}

/** What the hidden sheet says; null when the file is none of ours or the sheet was taken out. */
export function ticketIn(sheets: readonly SheetContent[]): SealedTicket | null {
  for (const sheet of sheets) {
    const named = new Map<string, string>();
    for (const { cells } of sheet.lines) {
      const [name, value] = [...cells].toSorted(([a], [b]) => a - b).map(([, cell]) => cellText(cell));
      if (name !== undefined && value !== undefined) named.set(heading(name), value);
    }
    const of = (key: keyof typeof TICKET_ROWS): string => named.get(heading(TICKET_ROWS[key])) ?? '';
    if (of('seal') === '') continue;
    return {
      campaign: of('campaign'),
      department: of('department'),
      form: of('form'),
      formHash: of('formHash'),
      revision: Number(of('revision')),
      issued: of('issued'),
      channel: 'excel',
      seal: of('seal'),
    };
  }
  return null;
}

export function readBook(form: Questionnaire, sheets: readonly SheetContent[]): BookReading {
  const problems: BookProblem[] = [];
  const visible = sheets.filter(({ name }) => name !== TICKET_SHEET).map((sheet) => ({ ...sheet, hidden: false }));
  const table = findTable(
    visible,
    ANSWER_HEADINGS,
    (keys) => keys.has('value') && (keys.has('id') || keys.has('number')),
  );
  if (table === null) {
    const message =
      '「回答」の列が見つかりません。見出しの行と「識別子」の列を消さず、配られたファイルに記入し直してください。';
    return { answers: {}, problems: [{ item: null, place: '', message }] };
  }
  const items = form.sections.flatMap((section) => section.items);
  const answers: Record<string, ItemAnswer> = {};
  for (const line of table.lines) {
    const row = matrixRowAt(table, line, items);
    if (row !== null) {
      addMatrixRow(table, line, { ...row, answers, problems });
      continue;
    }
    const item = itemAt(table, line, items, problems);
    if (item === null || item.type === 'table' || item.type === 'matrix') continue;
    const answer = item.type === 'file' ? filesAt(table, line) : answerAt(table, line, item, problems);
    if (answer === null) continue;
    const before = answers[item.id];
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(answer)) {
      problems.push({
        item: item.number,
        place: placeIn(table, line, 'value'),
        message: `問${item.number}の行が二つあり、回答が違います。どちらか一つにしてください。`,
      });
    }
    answers[item.id] = answer;
  }
  for (const item of items) {
    if (item.type !== 'table') continue;
    const rows = rowsIn(visible, item, problems);
    if (rows.length > 0) answers[item.id] = { value: rows };
  }
  return { answers, problems };
}

interface MatrixRow {
  readonly item: MatrixItem;
  readonly row: ReturnType<typeof matrixHolders>[number];
}

/** The row of a matrix that a line is about, by its id or by its number (12-1); null for other lines. */
function matrixRowAt(table: FoundTable<AnswerHeading>, line: SheetLine, items: readonly FormItem[]): MatrixRow | null {
  const id = cellText(cellOf(table, line, 'id'));
  const number = plain(cellText(cellOf(table, line, 'number'))).replace(/^問/u, '');
  for (const item of items) {
    if (item.type !== 'matrix') continue;
    const row = matrixHolders(item).find((one, index) =>
      id === '' ? `${item.number}-${index + 1}` === number : matrixRowId(item.id, one.id) === id,
    );
    if (row !== undefined) return { item, row };
  }
  return null;
}

function addMatrixRow(
  table: FoundTable<AnswerHeading>,
  line: SheetLine,
  {
    item,
    row,
    answers,
    problems,
  }: MatrixRow & { readonly answers: Record<string, ItemAnswer>; readonly problems: BookProblem[] },
): void {
  const place = placeIn(table, line, 'value');
  const read = readTyped(row, cellOf(table, line, 'value'), row.label);
  const before = matrixOf(answers[item.id]);
  if ('refused' in read) {
    problems.push({ item: item.number, place, message: `問${item.number}：「${row.label}」の${read.refused}` });
  } else if (typeof read.value === 'string') {
    const known = before[row.id];
    if (known !== undefined && known !== read.value) {
      const message = `問${item.number}：「${row.label}」の行が二つあり、回答が違います。どちらか一つにしてください。`;
      problems.push({ item: item.number, place, message });
    }
    answers[item.id] = { value: { ...before, [row.id]: read.value } };
  }
}

/** The item of a line, by its id or, where ids were lost, by its number; null for headings and remarks. */
function itemAt(
  table: FoundTable<AnswerHeading>,
  line: SheetLine,
  items: readonly FormItem[],
  problems: BookProblem[],
): FormItem | null {
  const id = cellText(cellOf(table, line, 'id'));
  const number = plain(cellText(cellOf(table, line, 'number'))).replace(/^問/u, '');
  const found = items.find((item) => (id === '' ? String(item.number) === number : item.id === id));
  if (found !== undefined) return found;
  if (id !== '') {
    const message = `識別子「${id.slice(0, 40)}」の設問は調査票にありません。配られたファイルに記入し直してください。`;
    problems.push({ item: null, place: placeIn(table, line, 'id'), message });
  }
  return null;
}

/** Names of files that come beside the sheet. */
function filesAt(table: FoundTable<AnswerHeading>, line: SheetLine): ItemAnswer | null {
  const text = cellText(cellOf(table, line, 'value'));
  const names = text === NO_FILES_CELL ? [] : partsOf(text);
  return names.length === 0 ? null : { value: names };
}

function answerAt(
  table: FoundTable<AnswerHeading>,
  line: SheetLine,
  item: Exclude<FormItem, TableItem | MatrixItem | FileItem>,
  problems: BookProblem[],
): ItemAnswer | null {
  const read = readTyped(item, cellOf(table, line, 'value'), '回答');
  if ('refused' in read) {
    problems.push({
      item: item.number,
      place: placeIn(table, line, 'value'),
      message: `問${item.number}：${read.refused}`,
    });
    return null;
  }
  const words = (key: 'reason' | 'alternative'): Partial<ItemAnswer> => {
    const text = cellText(cellOf(table, line, key));
    return text === '' ? {} : { [key]: text };
  };
  if (read.value === null) return null;
  const value = read.value as ItemAnswer['value'];
  return item.type === 'yes-no-na' ? { value, ...words('reason'), ...words('alternative') } : { value };
}

interface ColumnHeading extends Heading {
  readonly key: string;
}

/** The rows of a table item: on the sheet whose hidden ids name it, or else whose headings fit. */
function rowsIn(sheets: readonly SheetContent[], item: TableItem, problems: BookProblem[]): AnswerRow[] {
  const headings: readonly ColumnHeading[] = [
    { key: '#id', title: '識別子' },
    ...item.columns.map(({ id, label }) => ({ key: id, title: label })),
  ];
  const enough = (keys: ReadonlySet<string>): boolean => item.columns.filter(({ id }) => keys.has(id)).length > 0;
  const own = sheets.filter((sheet) =>
    sheet.lines.some(({ cells }) => [...cells.values()].some((cell) => itemOfRow(cellText(cell)) === item.id)),
  );
  const table = findTable(own, headings, enough);
  if (table === null) return [];
  const at = new Map(table.columns.map(({ column, at: number }) => [column.key, number]));
  for (const { id, label } of item.columns) {
    if (!at.has(id)) {
      const message = `問${item.number}：「${label}」の列が見つかりません。見出しを配られたときの言葉に戻してください。`;
      problems.push({ item: item.number, place: `シート「${table.sheet}」`, message });
    }
  }
  return table.lines.flatMap((line) => {
    const row: Record<string, AnswerRow[string]> = {};
    for (const column of item.columns) {
      const cell: CellContent | null = cellOf(table, line, column.id);
      const read = readTyped(column, cell, column.label);
      if ('refused' in read) {
        problems.push({
          item: item.number,
          place: `シート「${table.sheet}」の${columnLetters(at.get(column.id) ?? 1)}${line.row}`,
          message: `問${item.number}：「${column.label}」の${read.refused}`,
        });
      } else if (read.value !== null && !(Array.isArray(read.value) && read.value.length === 0)) {
        row[column.id] = read.value;
      }
    }
    return Object.keys(row).length === 0 ? [] : [row];
  });
}

function placeIn(table: FoundTable<AnswerHeading>, line: SheetLine, key: AnswerHeading['key']): string {
  const at = table.columns.find(({ column }) => column.key === key)?.at;
  return `シート「${table.sheet}」の${at === undefined ? `${line.row}行目` : `${columnLetters(at)}${line.row}`}`;
}
