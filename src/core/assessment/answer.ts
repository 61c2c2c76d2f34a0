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

/**
 * The answer to one item. `value` is a choice, a text, a number, a day, several choices or the rows of a table;
 * null or absent means not answered. `reason` and `alternative` (代替措置) belong to いいえ and 対象外.
 */
export interface ItemAnswer {
  readonly value?: string | number | readonly string[] | readonly AnswerRow[] | null | undefined;
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
  const value = answer?.value;
  return typeof value === 'object' && value !== null ? value.filter((row) => typeof row === 'object') : [];
}

/** True when the text says something. */
export function saysSomething(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** Whether the person has answered the item at all. */
export function isItemAnswered(answer: ItemAnswer | undefined): boolean {
  const value = answer?.value;
  if (value === undefined || value === null) return false;
  return typeof value === 'number' || value.length > 0;
}
