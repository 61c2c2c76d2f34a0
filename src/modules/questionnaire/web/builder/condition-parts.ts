/** Conditions as the builder shows them: a list of sentences on single answers, all or any of which must hold. Pure. */
import { choicesOf, stepInWords, YES_NO_NA_LABELS, type YesNoNa } from '../../../../core/assessment/index.ts';
import type { Condition, FormItem, TableColumn } from '../../../../core/content-schema/index.ts';

export const OPERATORS = ['is', 'is-not', 'at-least', 'answered', 'unanswered'] as const;
export type Operator = (typeof OPERATORS)[number];
type Scalar = string | number | boolean;

export interface ConditionPart {
  readonly item: string;
  readonly operator: Operator;
  /** For `is` and `is-not`. */
  readonly values: readonly Scalar[];
  /** For `at-least`. */
  readonly least: number;
}

export interface ConditionParts {
  readonly mode: 'all' | 'any';
  readonly parts: readonly ConditionPart[];
}

/** The condition as a list; null when lists stand within lists, which the builder shows in words only. */
export function partsOf(rule: Condition | undefined): ConditionParts | null {
  if (rule === undefined) return { mode: 'all', parts: [] };
  const mode = 'any' in rule ? 'any' : 'all';
  const rules = 'all' in rule ? rule.all : 'any' in rule ? rule.any : [rule];
  const parts = rules.map(partOf);
  return parts.some((part) => part === null) ? null : { mode, parts: parts.filter((part) => part !== null) };
}

function partOf(rule: Condition): ConditionPart | null {
  if ('all' in rule || 'any' in rule) return null;
  if ('not' in rule) {
    const inner = partOf(rule.not);
    return inner?.operator === 'is' ? { ...inner, operator: 'is-not' } : null;
  }
  const { item } = rule;
  const none = { item, values: [], least: 1 };
  if ('answered' in rule) return { ...none, operator: rule.answered ? 'answered' : 'unanswered' };
  if ('atLeast' in rule) return { ...none, operator: 'at-least', least: rule.atLeast };
  return { ...none, operator: 'is', values: 'equals' in rule ? [rule.equals] : rule.in };
}

/** The condition of the list; undefined when nothing is asked for. Parts without a chosen value ask for nothing yet. */
export function conditionOf({ mode, parts }: ConditionParts): Condition | undefined {
  const rules = parts.flatMap((part) => ruleOf(part) ?? []);
  const [only] = rules;
  if (only === undefined) return undefined;
  if (rules.length === 1) return only;
  return mode === 'all' ? { all: rules } : { any: rules };
}

function ruleOf({ item, operator, values, least }: ConditionPart): Condition | null {
  const [only] = values;
  switch (operator) {
    case 'is':
      return only === undefined ? null : values.length === 1 ? { item, equals: only } : { item, in: [...values] };
    case 'is-not':
      return only === undefined
        ? null
        : { not: values.length === 1 ? { item, equals: only } : { item, in: [...values] } };
    case 'at-least':
      return { item, atLeast: least };
    case 'answered':
      return { item, answered: true };
    case 'unanswered':
      return { item, answered: false };
  }
}

/** What can be asked of an item or column. */
export function operatorsFor(holder: FormItem | TableColumn): readonly Operator[] {
  switch (holder.type) {
    case 'number':
      return ['at-least', 'answered', 'unanswered'];
    case 'scale':
      return ['is', 'is-not', 'at-least', 'answered', 'unanswered'];
    case 'yes-no-na':
    case 'yes-no':
    case 'single':
    case 'multiple':
    case 'matrix':
      return ['is', 'is-not', 'answered', 'unanswered'];
    case 'text':
    case 'date':
    case 'table':
    case 'file':
      return ['answered', 'unanswered'];
  }
}

/** The answers to choose from, in the words of the form. */
export function answersOf(
  holder: FormItem | TableColumn,
): readonly { readonly value: Scalar; readonly label: string }[] {
  return (choicesOf(holder) ?? []).map((value) => ({ value, label: labelOf(holder, value) }));
}

function labelOf(holder: FormItem | TableColumn, value: Scalar): string {
  if (holder.type === 'yes-no-na') return YES_NO_NA_LABELS[value as YesNoNa];
  if (holder.type === 'scale') return stepInWords(holder, Number(value));
  if ('options' in holder) return holder.options.find((option) => option.value === value)?.label ?? String(value);
  return typeof value === 'boolean' ? YES_NO_NA_LABELS[value ? 'yes' : 'no'] : String(value);
}
