/** Answer sheets of a form: what one department answered, item by item. Pure and free of schema libraries. */

/** One row of a table item: column id → value. */
export type AnswerRow = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** The three answers of a はい/いいえ/対象外 item. */
export const YES_NO_NA = ['yes', 'no', 'not-applicable'] as const;
export type YesNoNa = (typeof YES_NO_NA)[number];
export const YES_NO_NA_LABELS: Readonly<Record<YesNoNa, string>> = {
  yes: 'はい',
  no: 'いいえ',
  'not-applicable': '対象外',
};

/** The answer to a matrix: row id → value of the choice. */
export type MatrixAnswer = Readonly<Record<string, string>>;

/**
 * The answer to one item as it is stored. `value` is a choice, a text, a number or step, a day, several choices, the ids of
 * files, the rows of a table or the rows of a matrix; null or absent means not answered. What it means is known by the
 * item: `readAnswer`. `reason` and `alternative` (代替措置) belong to いいえ and 対象外.
 */
export interface ItemAnswer {
  readonly value?: string | number | readonly string[] | readonly AnswerRow[] | MatrixAnswer | null | undefined;
  readonly reason?: string | undefined;
  readonly alternative?: string | undefined;
}

/** Item id → answer. */
export type AnswerSheet = Readonly<Record<string, ItemAnswer>>;

/** Longest reason or alternative measure, in characters. */
export const EXPLANATION_LIMIT = 1000;

/** The answer to an item, also when the sheet has an item named like a method of objects. */
export function answerTo(sheet: AnswerSheet, item: string): ItemAnswer | undefined {
  return Object.hasOwn(sheet, item) ? sheet[item] : undefined;
}

/** The rows of a table answer; empty for anything else. */
export function rowsOf(answer: ItemAnswer | undefined): readonly AnswerRow[] {
  const value: unknown = answer?.value;
  return isList(value) ? value.filter((row): row is AnswerRow => typeof row === 'object' && row !== null) : [];
}

/** Chosen values or ids of files; empty for anything else. */
export function textsOf(answer: ItemAnswer | undefined): readonly string[] {
  const value: unknown = answer?.value;
  return isList(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The rows of a matrix; empty for anything else. */
export function matrixOf(answer: ItemAnswer | undefined): MatrixAnswer {
  const value: unknown = answer?.value;
  if (typeof value !== 'object' || value === null || isList(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** True when the text says something. */
export function saysSomething(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** Whether the person has answered the item at all. */
export function isItemAnswered(answer: ItemAnswer | undefined): boolean {
  const value = answer?.value;
  if (value === undefined || value === null) return false;
  if (typeof value === 'number') return true;
  return typeof value === 'string' || isList(value) ? value.length > 0 : Object.keys(matrixOf(answer)).length > 0;
}
