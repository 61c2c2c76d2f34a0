/** Which items of a form are shown and which must be answered, given the answers so far. */
import type { AnswerValue, Condition, FormItem, Questionnaire } from '../content-schema/index.ts';
import { answerTo, type AnswerRow, type AnswerSheet } from './answer.ts';

type Values = (item: string) => AnswerValue;

/**
 * Whether a condition holds. The same rule as `conditionHolds` of the content schemas (a test compares them), kept apart
 * because pages evaluate it and must not load a schema library.
 */
export function holds(rule: Condition, valueOf: Values): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, valueOf));
  if ('any' in rule) return rule.any.some((part) => holds(part, valueOf));
  if ('not' in rule) return !holds(rule.not, valueOf);
  const value = valueOf(rule.item);
  if ('answered' in rule) return hasValue(value) === rule.answered;
  if ('atLeast' in rule) return typeof value === 'number' && value >= rule.atLeast;
  const chosen: readonly unknown[] = isList(value) ? value : value === undefined || value === null ? [] : [value];
  return 'equals' in rule ? chosen.includes(rule.equals) : rule.in.some((wanted) => chosen.includes(wanted));
}

/** Whether a plain value counts as an answer. */
export function hasValue(value: AnswerValue): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' || typeof value === 'object' ? value.length > 0 : true;
}

const isList = (value: AnswerValue): value is readonly string[] => typeof value === 'object' && value !== null;

/** Answers of a sheet as conditions read them; a table counts by whether it has rows. */
export function sheetValues(sheet: AnswerSheet): Values {
  return (item) => {
    const value = answerTo(sheet, item)?.value;
    if (!Array.isArray(value)) return value as AnswerValue;
    return value.map((entry) => (typeof entry === 'string' ? entry : 'row'));
  };
}

/** Values of one table row as conditions read them. */
export function rowValues(row: AnswerRow): Values {
  return (column) => (Object.hasOwn(row, column) ? row[column] : undefined);
}

/** Items of the form in printed order that are shown for these answers. */
export function visibleItems(form: Questionnaire, sheet: AnswerSheet): FormItem[] {
  const values = sheetValues(sheet);
  return form.sections.flatMap((section) =>
    section.visibleIf !== undefined && !holds(section.visibleIf, values)
      ? []
      : section.items.filter((item) => isShown(item, values)),
  );
}

interface Conditional {
  readonly required: boolean;
  readonly requiredIf?: Condition | undefined;
  readonly visibleIf?: Condition | undefined;
}

/** Whether an item or a column is shown. */
export function isShown(part: Conditional, values: Values): boolean {
  return part.visibleIf === undefined || holds(part.visibleIf, values);
}

/** Whether an item or a column that is shown must be answered. */
export function isRequired(part: Conditional, values: Values): boolean {
  return part.required || (part.requiredIf !== undefined && holds(part.requiredIf, values));
}
