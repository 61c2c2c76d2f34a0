/**
 * How often each answer was given, as one list of numbers per campaign. What a sheet adds is found when it is handed in, so
 * that a result page, and the country, read no sheets. Pure.
 */
import {
  achievementOf,
  type AnswerSheet,
  answerTo,
  matrixOf,
  rowsOf,
  stepInWords,
  stepsOf,
  visibleItems,
} from '../../../core/assessment/index.ts';
import { type FormItem, type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';

/** An answer that is counted: of an item, in a table or matrix of one of its columns or rows. */
export interface Cell {
  readonly item: string;
  readonly column: string | null;
  readonly value: string | number;
}

interface Choices {
  readonly item: FormItem;
  readonly column: string | null;
  /** Words above the counts. */
  readonly label: string;
  readonly options: readonly { readonly value: string | number; readonly label: string }[];
  /** Place of the first option in the list of numbers. */
  readonly start: number;
}

/** Answers of はい/いいえ items; a いいえ with another measure counts twice, as いいえ and as this. */
export const ALTERNATIVE = 'alternative';
const YES_NO_NA = ['yes', 'no', ALTERNATIVE, 'not-applicable'].map((value) => ({ value, label: value }));

const layouts = new WeakMap<Questionnaire, readonly Choices[]>();

/** What is counted of a form, in the order of its list of numbers. */
function layoutOf(form: Questionnaire): readonly Choices[] {
  const known = layouts.get(form);
  if (known !== undefined) return known;
  const layout: Choices[] = [];
  let start = 0;
  for (const item of questionnaireItems(form)) {
    for (const choices of choicesIn(item)) {
      layout.push({ item, start, ...choices });
      start += choices.options.length;
    }
  }
  layouts.set(form, layout);
  return layout;
}

function choicesIn(item: FormItem): Pick<Choices, 'column' | 'label' | 'options'>[] {
  const whole = (options: Choices['options']) => [{ column: null, label: item.question, options }];
  switch (item.type) {
    case 'yes-no-na':
      return whole(YES_NO_NA);
    case 'single':
    case 'multiple':
      return whole(item.options);
    case 'scale':
      return whole(stepsOf(item).map((step) => ({ value: step, label: stepInWords(item, step) })));
    case 'matrix':
      return item.rows.map((row) => ({ column: row.id, label: row.label, options: item.options }));
    case 'table':
      return item.columns.flatMap((column) =>
        column.type === 'single' || column.type === 'multiple'
          ? [{ column: column.id, label: column.label, options: column.options }]
          : [],
      );
    case 'number':
    case 'text':
    case 'date':
    case 'file':
      return [];
  }
}

/** The counted answers of a form; the same cells mean the same in every municipality. */
export const cellsOf = (form: Questionnaire): Cell[] =>
  layoutOf(form).flatMap(({ item, column, options }) =>
    options.map(({ value }) => ({ item: `${item.id}.${item.revision}`, column, value })),
  );

/** Places in the list of numbers to which a sheet adds one each; an answer of several table rows stands there as often. */
export function countedIn(form: Questionnaire, answers: AnswerSheet): number[] {
  const visible = new Set(visibleItems(form, answers).map(({ id }) => id));
  return layoutOf(form).flatMap(({ item, column, options, start }) => {
    if (item.type === 'yes-no-na' && !visible.has(item.id)) return [];
    const given = valuesOf(item, column, answers);
    return given.flatMap((value) => {
      const at = options.findIndex((option) => option.value === value);
      return at < 0 ? [] : [start + at];
    });
  });
}

function valuesOf(item: FormItem, column: string | null, answers: AnswerSheet): readonly unknown[] {
  const answer = answerTo(answers, item.id);
  if (item.type === 'yes-no-na') {
    const helped = answer?.value === 'no' && achievementOf(item, answer) === item.scores.noWithAlternative;
    return helped ? ['no', ALTERNATIVE] : [answer?.value];
  }
  if (column === null) return Array.isArray(answer?.value) ? (answer.value as readonly unknown[]) : [answer?.value];
  if (item.type === 'matrix') return [matrixOf(answer)[column]];
  return [...rowsOf(answer)].flatMap((row): readonly unknown[] => {
    const value: unknown = row[column];
    return Array.isArray(value) ? (value as readonly unknown[]) : [value];
  });
}

/** The list of numbers for places that rise and places that fall, as long as it must be. */
export function changeOf(plus: readonly number[], minus: readonly number[]): number[] {
  // A city's sheets make more places than a call takes arguments.
  const length = [plus, minus].flat().reduce((longest, at) => Math.max(longest, at + 1), 0);
  const change = Array.from<number>({ length }).fill(0);
  for (const at of plus) change[at] = (change[at] ?? 0) + 1;
  for (const at of minus) change[at] = (change[at] ?? 0) - 1;
  return change;
}

/** Counts all sheets anew. */
export const recount = (form: Questionnaire, sheets: readonly AnswerSheet[]): number[] =>
  changeOf(
    sheets.flatMap((answers) => countedIn(form, answers)),
    [],
  );

/** How often each answer of one item was given, by its value. */
export function countsOf(form: Questionnaire, counts: readonly number[], itemId: string): (value: string) => number {
  const choices = layoutOf(form).find(({ item }) => item.id === itemId);
  return (value) => {
    const at = choices?.options.findIndex((option) => option.value === value) ?? -1;
    return choices === undefined || at < 0 ? 0 : (counts[choices.start + at] ?? 0);
  };
}

export interface ChoiceCount {
  readonly item: string;
  readonly column: string | null;
  readonly label: string;
  /** So many have answered at least; where one may give several answers no more is known than the most frequent one. */
  readonly answers: number;
  readonly counts: { readonly value: string; readonly label: string; readonly count: number }[];
}

/** How often each choice was taken: by departments, in a table by rows, in a matrix by each of its rows. */
export const choicesOf = (form: Questionnaire, counts: readonly number[]): ChoiceCount[] =>
  layoutOf(form)
    .filter(({ item }) => item.type !== 'yes-no-na')
    .map(({ item, column, label, options, start }) => {
      const own = options.map((_, at) => counts[start + at] ?? 0);
      return {
        item: item.id,
        column,
        label,
        answers: leastAnswers(item, own),
        counts: options.map(({ value, label: words }, at) => ({
          value: String(value),
          label: words,
          count: own[at] ?? 0,
        })),
      };
    });

function leastAnswers(item: FormItem, counts: readonly number[]): number {
  // One respondent may fill any number of rows.
  if (item.type === 'table') return counts.some((count) => count > 0) ? 1 : 0;
  return item.type === 'multiple' ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
}
