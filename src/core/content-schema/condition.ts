/** Conditions under which an item of a form is shown or must be answered. */
import * as z from 'zod';

/** A single answer as the form holds it. Absent, null, '' and [] all mean "not answered". */
export type AnswerValue = string | number | boolean | readonly string[] | null | undefined;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/**
 * Condition on other answers of the same form; inside a table, on the columns of the same row.
 * `equals` on a multiple choice asks whether the value is among the chosen ones.
 */
export type Condition =
  | { item: string; equals: string | number | boolean }
  | { item: string; in: Array<string | number | boolean> }
  | { item: string; atLeast: number }
  | { item: string; answered: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: z.string(), equals: scalar }),
    z.strictObject({ item: z.string(), in: z.array(scalar).min(1) }),
    z.strictObject({ item: z.string(), atLeast: z.number() }),
    z.strictObject({ item: z.string(), answered: z.boolean() }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

/** Whether a condition holds for the given answers (item id or column id → value). */
export function conditionHolds(rule: Condition, answers: Readonly<Record<string, AnswerValue>>): boolean {
  if ('all' in rule) return rule.all.every((part) => conditionHolds(part, answers));
  if ('any' in rule) return rule.any.some((part) => conditionHolds(part, answers));
  if ('not' in rule) return !conditionHolds(rule.not, answers);
  const answer = Object.hasOwn(answers, rule.item) ? answers[rule.item] : undefined;
  if ('answered' in rule) return isAnswered(answer) === rule.answered;
  if ('atLeast' in rule) return typeof answer === 'number' && answer >= rule.atLeast;
  if ('equals' in rule) return chosen(answer).includes(rule.equals);
  return rule.in.some((value) => chosen(answer).includes(value));
}

/** Whether a value counts as an answer. */
export function isAnswered(answer: AnswerValue): boolean {
  if (answer === undefined || answer === null) return false;
  return typeof answer === 'object' || typeof answer === 'string' ? answer.length > 0 : true;
}

/** Ids of all items (or columns) that a condition looks at. */
export function conditionItems(rule: Condition): string[] {
  if ('all' in rule) return rule.all.flatMap(conditionItems);
  if ('any' in rule) return rule.any.flatMap(conditionItems);
  if ('not' in rule) return conditionItems(rule.not);
  return [rule.item];
}

function chosen(answer: AnswerValue): ReadonlyArray<string | number | boolean> {
  if (answer === undefined || answer === null) return [];
  return typeof answer === 'object' ? answer : [answer];
}
