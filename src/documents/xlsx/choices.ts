import { xmlAttribute } from '../prepare/xml.ts';
import { columnName } from './columns.ts';
import type { Sheet } from './model.ts';
import { cellString } from './text.ts';

/** A list written inside the rule may have this many characters and no comma or quote. */
const INLINE_LIMIT = 255;
export const choicesSheet = '選択肢一覧';

/** Lists that are too long for a rule: they stand on a hidden sheet, each in its column, shared by all cells that offer it. */
export class LongChoices {
  readonly lists: (readonly string[])[] = [];

  /** The cells of a list. */
  rangeOf(choices: readonly string[]): string {
    const known = this.lists.findIndex((list) => list.join('\n') === choices.join('\n'));
    const letter = columnName(known < 0 ? this.lists.push(choices) - 1 : known);
    return `'${choicesSheet}'!$${letter}$1:$${letter}$${choices.length}`;
  }
}

/**
 * The rules of a sheet: people choose from a list in every column that has choices, and texts keep to their limits.
 * @param first number of the first row below the header
 */
export function validations(sheet: Sheet, first: number, long: LongChoices): string {
  const last = first + sheet.rows.length + (sheet.blankRows ?? 0) - 1;
  if (last < first) return '';
  const rules: string[] = [];
  sheet.rows.forEach((row, line) =>
    row.forEach((cell, index) => {
      if (typeof cell !== 'object' || cell === null) return;
      const range = `${columnName(index)}${first + line}`;
      if (cell.maxLength !== undefined) rules.push(lengthRule(range, cell.maxLength));
      if (cell.choices !== undefined && cell.choices.length > 0) rules.push(choiceRule(range, cell.choices, long));
    }),
  );
  sheet.columns.forEach((column, index) => {
    const range = `${columnName(index)}${first}:${columnName(index)}${last}`;
    if (column.maxLength !== undefined) rules.push(lengthRule(range, column.maxLength));
    if (column.choices !== undefined && column.choices.length > 0) rules.push(choiceRule(range, column.choices, long));
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function choiceRule(range: string, given: readonly string[], long: LongChoices): string {
  const choices = given.map(cellString);
  return rule('type="list"', range, inline(choices) ?? long.rangeOf(choices), {
    title: '入力できない値です',
    words: '一覧から選んでください。',
  });
}

const lengthRule = (range: string, limit: number): string =>
  rule('type="textLength" operator="lessThanOrEqual"', range, String(limit), {
    title: '文字が多すぎます',
    words: `${limit.toLocaleString('ja-JP')}字までにしてください。`,
  });

const rule = (
  kind: string,
  range: string,
  formula: string,
  error: { readonly title: string; readonly words: string },
): string =>
  `<dataValidation ${kind} errorStyle="stop" allowBlank="1" showErrorMessage="1" errorTitle="${xmlAttribute(error.title)}"` +
  ` error="${xmlAttribute(error.words)}" sqref="${range}"><formula1>${xmlAttribute(formula)}</formula1></dataValidation>`;

function inline(choices: readonly string[]): string | undefined {
  const joined = choices.join(',');
  const plain = choices.every((choice) => !/[,"\n]/u.test(choice) && choice === choice.trim());
  return plain && joined.length <= INLINE_LIMIT ? `"${joined}"` : undefined;
}
