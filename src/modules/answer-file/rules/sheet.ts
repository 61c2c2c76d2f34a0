/** What a sheet that came by a file or on paper is made of before it is handed in, and how it differs from another. */
import {
  type AnswerRow,
  type AnswerSheet,
  answerTo,
  type ItemAnswer,
  matrixOf,
  rowsOf,
  textsOf,
} from '../../../core/assessment/answer.ts';
import { isShown, rowValues, visibleItems } from '../../../core/assessment/condition.ts';
import type { FormItem, Questionnaire, TableColumn } from '../../../core/content-schema/index.ts';
import { choicesOf, type Holder, wordsWanted } from './holder.ts';
import { answerWords } from './words.ts';

/**
 * The sheet as the page would hand it in: without empty values, without answers to items that are not shown and without
 * words that their answer does not ask for, several choices in the order of the form. The same answers give the same sheet,
 * whichever way they came.
 */
export function tidySheet(form: Questionnaire, sheet: AnswerSheet): AnswerSheet {
  const all = form.sections.flatMap(({ items }) => items);
  const filled: AnswerSheet = Object.fromEntries(
    Object.entries(sheet).flatMap(([id, answer]) => {
      const item = all.find((one) => one.id === id);
      const tidied = item === undefined ? answer : tidyAnswer(item, answer);
      return tidied === null ? [] : [[id, tidied] as const];
    }),
  );
  const known = new Set(all.map(({ id }) => id));
  const shown = new Set(visibleItems(form, filled).map(({ id }) => id));
  // Unknown items stay, so that the check names them.
  return Object.fromEntries(Object.entries(filled).filter(([id]) => !known.has(id) || shown.has(id)));
}

function tidyAnswer(item: FormItem, answer: ItemAnswer): ItemAnswer | null {
  if (item.type === 'table') {
    if (!Array.isArray(answer.value)) return emptied(answer.value) === null ? null : answer;
    const rows = rowsOf(answer)
      .map((row) => tidyRow(item.columns, row))
      .filter((row) => Object.keys(row).length > 0);
    return rows.length === 0 ? null : { value: rows };
  }
  if (item.type === 'file') return textsOf(answer).length === 0 ? null : { value: textsOf(answer) };
  if (item.type === 'matrix') {
    const given: unknown = answer.value;
    // What is no matrix stays, so that the check names it.
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      return emptied(given) === null ? null : answer;
    const rows = Object.entries(matrixOf(answer));
    return rows.length === 0 ? null : { value: Object.fromEntries(rows) };
  }
  const value = tidyValue(item, answer.value) as ItemAnswer['value'];
  if (value === null || value === undefined) return null;
  if (item.type !== 'yes-no-na') return { value };
  const wanted = wordsWanted(item, value);
  return {
    value,
    ...(wanted.reason !== null && says(answer.reason) ? { reason: answer.reason } : {}),
    ...(wanted.alternative && says(answer.alternative) ? { alternative: answer.alternative } : {}),
  };
}

const says = (words: unknown): boolean => words !== undefined && words !== '';

/** Cells that their row does not ask for are left out, as the page does it. */
function tidyRow(columns: readonly TableColumn[], row: AnswerRow): AnswerRow {
  const ids = new Map(columns.map((column) => [column.id, column] as const));
  const values = rowValues(row);
  return Object.fromEntries(
    Object.entries(row).flatMap(([id, value]) => {
      const column = ids.get(id);
      if (column !== undefined && !isShown(column, values)) return [];
      const tidied = column === undefined ? value : tidyValue(column, value);
      return tidied === null || tidied === undefined ? [] : [[id, tidied as AnswerRow[string]] as const];
    }),
  );
}

function tidyValue(holder: Holder, value: unknown): unknown {
  if (holder.type !== 'multiple' || !Array.isArray(value)) return emptied(value);
  const order = choicesOf(holder).map((choice) => choice.value);
  const chosen: readonly unknown[] = value;
  const place = (one: unknown): number => order.findIndex((known) => known === one);
  return emptied(chosen.toSorted((a, b) => place(a) - place(b)));
}

const emptied = (value: unknown): unknown =>
  value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;

export interface Difference {
  readonly item: string;
  readonly number: number;
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

/** Items that read differently in two sheets, in the order of the form. */
export function differencesOf(
  form: Questionnaire,
  before: AnswerSheet,
  after: AnswerSheet,
  fileName?: (id: string) => string | undefined,
): Difference[] {
  return form.sections
    .flatMap(({ items }) => items)
    .map((item) => ({
      item: item.id,
      number: item.number,
      question: item.question,
      before: answerWords(item, answerTo(before, item.id), fileName),
      after: answerWords(item, answerTo(after, item.id), fileName),
    }))
    .filter((difference) => difference.before !== difference.after);
}
