/** The meaning of a cell, in all the ways in which offices write it. */
import { CalendarError, type Day, fromDayNumber } from '../calendar/day.ts';
import { parseDay } from '../calendar/era.ts';
import type { ListColumn, ListValue } from './model.ts';
import type { CellContent } from './sheet.ts';
import { cellText, partsOf, plain, unguard } from './text.ts';

export type CellReading = { readonly value: ListValue } | { readonly refused: string };

/** Excel counts days from the end of 1899. */
const SERIAL_OF_1970 = 25_569;
/** 1950-01-01 to 2149-12-31: any other number in a column of days is a slip. */
const SERIALS = { from: 18_264, to: 91_312 };

/** @param cell null for an empty cell */
export function readCell(column: ListColumn, cell: CellContent | null): CellReading {
  const text = cellText(cell);
  if (plain(text) === '') {
    if (column.required === true) return { refused: `「${column.title}」が空です。入力してください。` };
    return { value: column.kind === 'boolean' ? false : emptyOf(column) };
  }
  switch (column.kind) {
    case 'text':
      return readText(column, unguard(text));
    case 'texts':
      return readTexts(column, partsOf(unguard(text)));
    case 'number':
      return readNumber(column, text);
    case 'day':
      return readDayCell(cell, text);
    case 'boolean':
      return readFlag(column, text);
    case 'choice':
      return readChoice(column, text);
    case 'choices':
      return readChoices(column, partsOf(text));
  }
}

const emptyOf = ({ kind }: ListColumn): ListValue =>
  kind === 'text' ? '' : kind === 'texts' || kind === 'choices' ? [] : null;

function readText(column: ListColumn, text: string): CellReading {
  const limit = column.maxLength;
  if (limit === undefined || text.length <= limit) return { value: text };
  return {
    refused: `「${column.title}」は${limit.toLocaleString('ja-JP')}字までにしてください（今は${text.length.toLocaleString('ja-JP')}字）。`,
  };
}

function readTexts(column: ListColumn, items: readonly string[]): CellReading {
  const limit = column.maxLength ?? 200;
  return items.some((item) => item.length > limit)
    ? { refused: `「${column.title}」の一つ一つは${limit}字までにしてください。` }
    : { value: items };
}

function readNumber(column: ListColumn, text: string): CellReading {
  const typed = plain(text)
    .replaceAll(/[,\s]/gu, '')
    .replace(/^[−–ー‐▲△]/u, '-');
  const decimals = column.decimals ?? 0;
  if (!/^-?\d+(?:\.\d+)?$/u.test(typed)) {
    return { refused: `「${text}」を数として読み取れません。「${column.title}」には数字だけを入れてください。` };
  }
  const number = Number(typed);
  if (Math.abs(number - Number(number.toFixed(decimals))) > 1e-9) {
    return {
      refused:
        decimals === 0
          ? `「${column.title}」は整数で入れてください。`
          : `「${column.title}」は小数第${decimals}位までにしてください。`,
    };
  }
  if (column.min !== undefined && number < column.min)
    return { refused: `「${column.title}」は${column.min}以上にしてください。` };
  if (column.max !== undefined && number > column.max)
    return { refused: `「${column.title}」は${column.max}以下にしてください。` };
  return { value: number };
}

function readDayCell(cell: CellContent | null, text: string): CellReading {
  if (typeof cell === 'object' && cell !== null) return { value: cell.day };
  const read = readDay(text);
  return read === null
    ? {
        refused: `「${text}」を日付として読み取れません。「令和8年10月1日」「R8.10.1」「2026/10/1」のように、年を付けて入れてください。`,
      }
    : { value: read };
}

/** A day as offices write it, or as the serial number of a spreadsheet program; null for anything else. */
export function readDay(text: string): Day | null {
  const typed = plain(text).replace(/(?<=\d)[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u, '');
  if (/^\d{5}(?:\.\d+)?$/u.test(typed)) {
    const serial = Math.floor(Number(typed));
    if (serial >= SERIALS.from && serial <= SERIALS.to) return fromDayNumber(serial - SERIAL_OF_1970);
  }
  try {
    return parseDay(typed);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

const YES = new Set(['○', '〇', '◯', '●', 'o', '✓', '✔', 'レ', 'はい', '有', 'あり', '要', 'true', 'yes', 'y', '1']);
const NO = new Set(['×', '✕', '✗', 'x', '-', '−', '―', 'いいえ', '無', 'なし', '不要', 'false', 'no', 'n', '0']);

/** A tick as people write it; undefined for anything else. */
export function readTick(text: string): boolean | undefined {
  const typed = plain(text).toLowerCase();
  if (typed === '' || NO.has(typed)) return false;
  return YES.has(typed) ? true : undefined;
}

function readFlag(column: ListColumn, text: string): CellReading {
  const value = readTick(text);
  return value === undefined
    ? { refused: `「${column.title}」には、当てはまるときは「○」を入れ、当てはまらないときは空にしてください。` }
    : { value };
}

const folded = (text: string): string => plain(text).replaceAll(/\s/gu, '').toLowerCase();

function readChoice(column: ListColumn, text: string): CellReading {
  const choices = column.choices ?? [];
  const exact = choices.filter(({ label }) => cellText(label) === text);
  const alike = choices.filter(({ label, value }) => [label, value].some((name) => folded(name) === folded(text)));
  const [found, ...others] = exact.length > 0 ? exact : alike;
  if (found === undefined) {
    return {
      refused: `「${text}」は「${column.title}」の選択肢にありません。${named(choices.map(({ label }) => label))}から選んでください。`,
    };
  }
  return others.length > 0
    ? { refused: `「${text}」に当てはまる選択肢が二つ以上あります。画面で選んでください。` }
    : { value: found.value };
}

const named = (labels: readonly string[]): string =>
  labels.length === 0 || labels.length > 8 ? '一覧' : labels.map((label) => `「${label}」`).join('');

function readChoices(column: ListColumn, items: readonly string[]): CellReading {
  const found: string[] = [];
  for (const item of items) {
    const reading = readChoice(column, item);
    if ('refused' in reading) return reading;
    if (typeof reading.value === 'string' && !found.includes(reading.value)) found.push(reading.value);
  }
  return { value: found };
}
