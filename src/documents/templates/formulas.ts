/** Formulas of a form: what reaches out of the workbook is refused; references follow rows that are added or taken away. */
import { TemplateError } from './errors.ts';

const FORBIDDEN =
  /(?:^|[^\p{L}\p{N}_.])(?:_xlfn\.)?(WEBSERVICE|HYPERLINK|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|EVALUATE|SQL\.REQUEST|STOCKHISTORY|IMPORT\w+|CUBE\w+|FOPEN|FWRITE)\s*\(/iu;

/** What Excel itself takes, in characters. */
const LONGEST = 8192;

/** @throws TemplateError `formula` naming the place */
export function checkFormula(formula: string, place: string): void {
  if (formula.length > LONGEST) {
    throw new TemplateError('formula', place, '数式が長すぎます。Excelで開いて確かめてください。');
  }
  const code = formula.replaceAll(/"(?:[^"]|"")*"/gu, '""');
  const name = FORBIDDEN.exec(code)?.[1];
  if (name !== undefined) {
    throw new TemplateError(
      'formula',
      place,
      `関数「${name.toUpperCase()}」は外部とやり取りするおそれがあるため、使えません。取り除いてください。`,
    );
  }
  if (/\|[^!]*!/u.test(code)) {
    throw new TemplateError(
      'formula',
      place,
      '外部のプログラムを呼び出す数式（DDE）が含まれています。取り除いてください。',
    );
  }
  if (/\[[^\]]*\][^![\]"(),+*/^&=<>]*!|\\\\|https?:|file:/iu.test(code)) {
    throw new TemplateError('formula', place, 'ほかのブックを参照する数式が含まれています。値に置き換えてください。');
  }
}

/** What becomes of a reference: the new row of a single cell or the first and last row of a range; null when they went. */
export interface RowMap {
  one(sheet: string | null, row: number): number | null;
  range(sheet: string | null, first: number, last: number): readonly [first: number, last: number] | null;
}

const TOKEN =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?[A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(!])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(]))|[\p{L}_\\][\p{L}\p{N}_.]*/gu;

/** The formula with its rows moved. A reference to a row that is gone becomes #REF!, as Excel writes it. */
export function moveRows(formula: string, map: RowMap): string {
  return formula.replaceAll(TOKEN, (...found: readonly unknown[]) => {
    const [whole = '', prefix, column1, fixed1, row1, column2, fixed2, row2, rowFixed1, rows1, rowFixed2, rows2] = found
      .slice(0, 12)
      .map((part) => (typeof part === 'string' ? part : undefined));
    const sheet = prefix === undefined ? null : sheetOf(prefix);
    const before = prefix ?? '';
    if (rows1 !== undefined && rows2 !== undefined) {
      const moved = map.range(sheet, Number(rows1), Number(rows2));
      return moved === null ? '#REF!' : `${before}${rowFixed1 ?? ''}${moved[0]}:${rowFixed2 ?? ''}${moved[1]}`;
    }
    if (column1 === undefined || row1 === undefined) return whole;
    if (column2 === undefined || row2 === undefined) {
      const moved = map.one(sheet, Number(row1));
      return moved === null ? '#REF!' : `${before}${column1}${fixed1 ?? ''}${moved}`;
    }
    const moved = map.range(sheet, Number(row1), Number(row2));
    return moved === null
      ? '#REF!'
      : `${before}${column1}${fixed1 ?? ''}${moved[0]}:${column2}${fixed2 ?? ''}${moved[1]}`;
  });
}

const sheetOf = (prefix: string): string => {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

/** A shared formula as it reads some cells further: relative references move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const cell =
    /"(?:[^"]|"")*"|'(?:[^']|'')+'!|(?<![\p{L}\p{N}_.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu;
  return formula.replaceAll(cell, (...found: readonly unknown[]) => {
    const [whole = '', fixedColumn, column, fixedRow, row] = found
      .slice(0, 5)
      .map((part) => (typeof part === 'string' ? part : undefined));
    if (column === undefined || row === undefined) return whole;
    const movedColumn = fixedColumn === '$' ? column : columnName(columnNumber(column) + columns);
    const movedRow = fixedRow === '$' ? Number(row) : Number(row) + rows;
    return `${fixedColumn ?? ''}${movedColumn}${fixedRow ?? ''}${movedRow}`;
  });
}

/** A = 1. */
export function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnName(number: number): string {
  return number <= 0
    ? ''
    : `${columnName(Math.floor((number - 1) / 26))}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}
