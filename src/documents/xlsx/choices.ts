import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { encodeCol } from '@cj-tech-master/excelts';
import type { Sheet } from './model.ts';
import { cellString } from './text.ts';

/** A list written inside the rule may have this many characters and no comma or quote. */
const INLINE_LIMIT = 255;

/**
 * Lets people choose from a list in every column that has choices, and keeps texts to their limits; long lists stand on a
 * hidden sheet.
 */
export function addChoices(book: Workbook, sheets: readonly Sheet[], headerRow: (sheet: Sheet) => number): void {
  const long: string[][] = [];
  for (const sheet of sheets) {
    const ws = book.getWorksheet(sheet.name);
    const first = headerRow(sheet) + 1;
    const last = first + sheet.rows.length + (sheet.blankRows ?? 0) - 1;
    if (ws === undefined || last < first) continue;
    sheet.rows.forEach((row, line) =>
      row.forEach((cell, index) => {
        if (typeof cell !== 'object' || cell === null) return;
        const range = `${encodeCol(index)}${first + line}`;
        if (cell.maxLength !== undefined) limitLength(ws, range, cell.maxLength);
        if (cell.choices !== undefined && cell.choices.length > 0) limitChoice(ws, range, cell.choices, long);
      }),
    );
    sheet.columns.forEach((column, index) => {
      const letter = encodeCol(index);
      if (column.maxLength !== undefined) limitLength(ws, `${letter}${first}:${letter}${last}`, column.maxLength);
      if (column.choices === undefined || column.choices.length === 0) return;
      limitChoice(ws, `${letter}${first}:${letter}${last}`, column.choices, long);
    });
  }
  if (long.length > 0) writeLists(book, long);
}

function limitChoice(ws: Worksheet, range: string, given: readonly string[], long: string[][]): void {
  const choices = given.map(cellString);
  ws.dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [inline(choices) ?? onSheet(long, choices)],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '入力できない値です',
    error: '一覧から選んでください。',
  });
}

function limitLength(ws: Worksheet, range: string, limit: number): void {
  ws.dataValidations.add(range, {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    allowBlank: true,
    formulae: [limit],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '文字が多すぎます',
    error: `${limit.toLocaleString('ja-JP')}字までにしてください。`,
  });
}

function inline(choices: readonly string[]): string | undefined {
  const joined = choices.join(',');
  const plain = choices.every((choice) => !/[,"\n]/u.test(choice) && choice === choice.trim());
  return plain && joined.length <= INLINE_LIMIT ? `"${joined}"` : undefined;
}

const SHEET_NAME = '選択肢一覧';

function onSheet(long: string[][], choices: string[]): string {
  // Cells that offer the same choices share one list.
  const known = long.findIndex((list) => list.join('\n') === choices.join('\n'));
  if (known < 0) long.push(choices);
  const letter = encodeCol(known < 0 ? long.length - 1 : known);
  return `'${SHEET_NAME}'!$${letter}$1:$${letter}$${choices.length}`;
}

function writeLists(book: Workbook, long: readonly (readonly string[])[]): void {
  const ws = book.addWorksheet(SHEET_NAME, { state: 'hidden' });
  long.forEach((choices, column) =>
    choices.forEach((choice, row) => {
      ws.getCell(row + 1, column + 1).value = choice;
    }),
  );
}
