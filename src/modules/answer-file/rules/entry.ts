/**
 * Typing in what stands on paper: every box is one line of text, a choice is its number. What was typed is understood here, so
 * that the page shows it in words at once and two entries can be compared.
 */
import {
  type AnswerRow,
  type AnswerSheet,
  answerTo,
  type ItemAnswer,
  matrixOf,
  rowsOf,
} from '../../../core/assessment/answer.ts';
import { isShown, rowValues, visibleItems } from '../../../core/assessment/condition.ts';
import type { FormItem, MatrixItem, Questionnaire, TableItem } from '../../../core/content-schema/index.ts';
import { choicesOf, type HeldValue, type Holder, matrixHolders, wordsWanted } from './holder.ts';
import { readTyped } from './read-typed.ts';
import { valueWords } from './words.ts';

/** Name of a box → what was typed into it. */
export type Typing = Readonly<Record<string, string>>;

export interface EntryBox {
  /** `asset-pledge`, `asset-pledge.reason`, `asset-table.0.medium`. */
  readonly name: string;
  readonly item: FormItem;
  readonly part: 'value' | 'reason' | 'alternative' | 'cell';
  /** Row of a table, from 0. */
  readonly row: number | null;
  /** What reads the box; null for a reason or an alternative measure. */
  readonly holder: Holder | null;
  readonly label: string;
}

const cellName = (item: string, row: number, column: string): string => `${item}.${row}.${column}`;

/** The boxes that are to be typed, in the order of the paper. A table always has one empty row more than are filled. */
export function boxesOf(form: Questionnaire, typing: Typing): EntryBox[] {
  const answers = answersOf(form, typing);
  return visibleItems(form, answers).flatMap((item) => {
    if (item.type === 'table') return tableBoxes(item, typing);
    if (item.type === 'matrix') return matrixBoxes(item);
    // Files come with the page only.
    if (item.type === 'file') return [];
    const value: EntryBox = {
      name: item.id,
      item,
      part: 'value',
      row: null,
      holder: item,
      label: item.question,
    };
    if (item.type !== 'yes-no-na') return [value];
    const wanted = wordsWanted(item, answerTo(answers, item.id)?.value);
    const words = (part: 'reason' | 'alternative', label: string): EntryBox => ({
      name: `${item.id}.${part}`,
      item,
      part,
      row: null,
      holder: null,
      label,
    });
    return [
      value,
      ...(wanted.reason === null ? [] : [words('reason', '理由')]),
      ...(wanted.alternative ? [words('alternative', '代わりの対策')] : []),
    ];
  });
}

const matrixBoxes = (item: MatrixItem): EntryBox[] =>
  matrixHolders(item).map((holder) => ({
    name: `${item.id}.${holder.id}`,
    item,
    part: 'cell' as const,
    row: null,
    holder,
    label: holder.label,
  }));

function tableBoxes(item: TableItem, typing: Typing): EntryBox[] {
  const rows = Math.min(item.maxRows, rowCount(item, typing) + 1);
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
    const values = rowValues(rowOf(item, typing, row));
    return item.columns
      .filter((column) => isShown(column, values))
      .map((column) => ({
        name: cellName(item.id, row, column.id),
        item,
        part: 'cell' as const,
        row,
        holder: column,
        label: column.label,
      }));
  });
}

function rowCount(item: TableItem, typing: Typing): number {
  const numbers = Object.entries(typing).flatMap(([name, text]) => {
    if (text.trim() === '' || !name.startsWith(`${item.id}.`)) return [];
    return [Number(name.slice(item.id.length + 1).split('.')[0])];
  });
  return Math.max(-1, ...numbers.filter(Number.isInteger)) + 1;
}

function rowOf(item: TableItem, typing: Typing, row: number): AnswerRow {
  return Object.fromEntries(
    item.columns.flatMap((column) => {
      const value = heldIn(column, typing[cellName(item.id, row, column.id)]);
      return value === null ? [] : [[column.id, value] as const];
    }),
  );
}

/** What cannot be understood counts as nothing typed, until it is mended. */
function heldIn(holder: Holder, typed: string | undefined): HeldValue {
  const read = readTyped(holder, typed ?? null, '');
  if ('refused' in read) return null;
  return Array.isArray(read.value) && read.value.length === 0 ? null : read.value;
}

/** The answers that the typing means so far. */
export function answersOf(form: Questionnaire, typing: Typing): AnswerSheet {
  const found: Record<string, ItemAnswer> = {};
  for (const item of form.sections.flatMap(({ items }) => items)) {
    if (item.type === 'table') {
      const rows = Array.from({ length: rowCount(item, typing) }, (_, row) => rowOf(item, typing, row));
      const filled = rows.filter((row) => Object.keys(row).length > 0);
      if (filled.length > 0) found[item.id] = { value: filled };
      continue;
    }
    if (item.type === 'file') continue;
    if (item.type === 'matrix') {
      const rows = matrixHolders(item).flatMap((holder) => {
        const value = heldIn(holder, typing[`${item.id}.${holder.id}`]);
        return typeof value === 'string' ? [[holder.id, value] as const] : [];
      });
      if (rows.length > 0) found[item.id] = { value: Object.fromEntries(rows) };
      continue;
    }
    const value = heldIn(item, typing[item.id]);
    if (value === null) continue;
    const words = (part: 'reason' | 'alternative'): Partial<ItemAnswer> => {
      const text = (typing[`${item.id}.${part}`] ?? '').trim();
      return text === '' ? {} : { [part]: text };
    };
    found[item.id] = {
      value: value as ItemAnswer['value'],
      ...(item.type === 'yes-no-na' ? { ...words('reason'), ...words('alternative') } : {}),
    };
  }
  return found;
}

/** How a box was understood: in words, or why not. */
export function understood(
  { holder }: EntryBox,
  typed: string,
): { readonly words: string } | { readonly refused: string } {
  if (holder === null) return { words: '' };
  const read = readTyped(holder, typed, '');
  if ('refused' in read) return read;
  const words = valueWords(holder, read.value);
  return { words: holder.type === 'text' || words === typed ? '' : words };
}

/** What somebody would type for these answers: numbers of choices, the rest in words. */
export function typingOf(form: Questionnaire, answers: AnswerSheet): Typing {
  const typing: Record<string, string> = {};
  for (const item of form.sections.flatMap(({ items }) => items)) {
    const answer = answerTo(answers, item.id);
    if (answer === undefined) continue;
    if (item.type === 'table') {
      rowsOf(answer).forEach((row, index) => {
        for (const column of item.columns) {
          const code = codeOf(column, row[column.id]);
          if (code !== '') typing[cellName(item.id, index, column.id)] = code;
        }
      });
      continue;
    }
    if (item.type === 'file') continue;
    if (item.type === 'matrix') {
      const rows = matrixOf(answer);
      for (const holder of matrixHolders(item)) typing[`${item.id}.${holder.id}`] = codeOf(holder, rows[holder.id]);
      continue;
    }
    typing[item.id] = codeOf(item, answer.value);
    if (answer.reason !== undefined) typing[`${item.id}.reason`] = answer.reason;
    if (answer.alternative !== undefined) typing[`${item.id}.alternative`] = answer.alternative;
  }
  return typing;
}

function codeOf(holder: Holder, value: unknown): string {
  const choices = choicesOf(holder);
  if (choices.length === 0 || value === undefined || value === null) return valueWords(holder, value);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  const codes = choices.flatMap(({ value: one, code }) => (chosen.includes(one) ? [code] : []));
  return codes.join(choices.length < 10 ? '' : '、');
}
