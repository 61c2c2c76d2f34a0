/** CSV out and in: UTF-8 with a mark for Excel, quoted where needed, nothing that would be computed. */
import { ID_TITLE, type ListContent, ListFileError, STAMP_TITLE } from './model.ts';
import type { SheetContent, SheetLine } from './sheet.ts';
import { csvText, stampOf } from './write-cell.ts';

/** The list as the text of a CSV file, with the mark that lets Excel read UTF-8. */
export function writeCsv({ columns, rows }: ListContent): string {
  const lines = [
    [...columns.map(({ title }) => title), ID_TITLE, STAMP_TITLE],
    ...rows.map((row) => [
      ...columns.map((column) => csvText(column, row.values[column.key] ?? null)),
      row.id,
      stampOf(columns, row),
    ]),
  ];
  return `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export interface CsvLimits {
  readonly rows: number;
  readonly cells: number;
}

/** Reads comma, semicolon or tab separated text. @throws ListFileError when it is too large or a quote never ends */
export function readCsv(text: string, limits: CsvLimits): SheetContent {
  const source = text.replace(/^\ufeff/u, '');
  const separator = separatorOf(source);
  const lines: SheetLine[] = [];
  let cells = 0;
  let row = 0;
  for (const fields of recordsOf(source, separator)) {
    row += 1;
    const filled = fields.flatMap((field, index) => (field.trim() === '' ? [] : [[index + 1, field] as const]));
    cells += filled.length;
    if (lines.length >= limits.rows || cells > limits.cells) {
      throw new ListFileError(
        `CSVの行又は項目が多すぎます（${limits.rows.toLocaleString('ja-JP')}行まで）。分けてから読み込んでください。`,
      );
    }
    if (filled.length > 0) lines.push({ row, cells: new Map(filled) });
  }
  return { name: 'CSV', hidden: false, lines };
}

/** The sign that stands most often outside quotes in the first lines. */
function separatorOf(text: string): string {
  const start = text.slice(0, 4000).replaceAll(/"[^"]*"/gu, '');
  const count = (sign: string): number => start.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function* recordsOf(text: string, separator: string): Generator<string[]> {
  let fields: string[] = [];
  let field = '';
  let inQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (inQuotes) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else inQuotes = false;
    } else if (sign === '"' && field === '') inQuotes = true;
    else if (sign === separator) {
      fields.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1;
      yield [...fields, field];
      fields = [];
      field = '';
    } else field += sign;
  }
  if (inQuotes) {
    throw new ListFileError('CSVの引用符（"）が閉じていません。Excelなどで開いて保存し直してから読み込んでください。');
  }
  if (field !== '' || fields.length > 0) yield [...fields, field];
}
