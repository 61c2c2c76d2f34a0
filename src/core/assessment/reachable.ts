/**
 * Whether an item can ever be shown: a search over the answers of all items that its conditions look at, directly or
 * through the conditions of those items. Pure.
 */
import type {
  AnswerValue,
  Condition,
  FormItem,
  Questionnaire,
  TableColumn,
  TableItem,
} from '../content-schema/index.ts';
import type { AnswerSheet, ItemAnswer } from './answer.ts';
import { type Atom, atomHolds, placesOf } from './condition.ts';
import { stepsOf } from './typed-answer.ts';
import { wrongValue } from './value.ts';

type Holder = FormItem | TableColumn;
interface Variable {
  readonly holder: Holder;
  readonly conditions: readonly Condition[];
}
type Variables = ReadonlyMap<string, Variable>;
type Assignment = ReadonlyMap<string, AnswerValue>;

/** Nodes of the search after which the answer is "not known": forms of offices stay far below. */
const LIMIT = 50_000;
/** More constants of one multiple choice than this are not combined with each other. */
const COMBINED = 6;

/** `reachable` comes with answers that show the item (or column); `unknown` where the search became too long. */
export type Reach =
  | { readonly reach: 'reachable'; readonly answers: ReadonlyMap<string, AnswerValue> }
  | { readonly reach: 'unreachable' | 'unknown' };

/** Can all conditions hold together, for some answers of the form? `extra` is asked for besides what shows the item. */
export function reachItem(form: Questionnaire, item: FormItem, extra: readonly Condition[] = []): Reach {
  const variables = new Map(
    [...placesOf(form)].map(([id, place]) => [id, { holder: place.item, conditions: place.conditions }]),
  );
  return search(variables, [...(variables.get(item.id)?.conditions ?? []), ...extra]);
}

/** As `reachItem`, for a column among the columns of the same row. */
export function reachColumn(item: TableItem, column: TableColumn, extra: readonly Condition[] = []): Reach {
  // A hidden cell counts by what it holds: rows know no chain of conditions.
  const variables = new Map(item.columns.map((one) => [one.id, { holder: one, conditions: [] }]));
  return search(variables, [...(column.visibleIf === undefined ? [] : [column.visibleIf]), ...extra]);
}

function search(variables: Variables, goal: readonly Condition[]): Reach {
  const asked = referenced(variables, goal);
  const names = [...asked.keys()];
  const domains = new Map(names.map((name) => [name, domainOf(variables.get(name)?.holder, asked.get(name) ?? [])]));
  let steps = 0;
  const visit = (index: number, assigned: Assignment): Assignment | null | 'too-long' => {
    steps += 1;
    if (steps > LIMIT) return 'too-long';
    const verdict = every(goal.map((rule) => evaluate(rule, variables, assigned)));
    if (verdict === false) return null;
    const name = names[index];
    if (verdict === true || name === undefined) return verdict === true ? assigned : null;
    for (const value of domains.get(name) ?? []) {
      const found = visit(index + 1, new Map(assigned).set(name, value));
      if (found !== null) return found;
    }
    return null;
  };
  const found = visit(0, new Map());
  if (found === 'too-long') return { reach: 'unknown' };
  return found === null ? { reach: 'unreachable' } : { reach: 'reachable', answers: found };
}

/** Names that the conditions look at, with the conditions on each; nearest first. */
function referenced(variables: Variables, goal: readonly Condition[]): Map<string, Atom[]> {
  const found = new Map<string, Atom[]>();
  const waiting = goal.flatMap(atomsOf);
  for (const atom of waiting) {
    const before = found.get(atom.item);
    found.set(atom.item, [...(before ?? []), atom]);
    if (before === undefined) waiting.push(...(variables.get(atom.item)?.conditions ?? []).flatMap(atomsOf));
  }
  return found;
}

/** The conditions on single answers inside a condition. */
export function atomsOf(rule: Condition): Atom[] {
  if ('all' in rule) return rule.all.flatMap(atomsOf);
  if ('any' in rule) return rule.any.flatMap(atomsOf);
  return 'not' in rule ? atomsOf(rule.not) : [rule];
}

type Verdict = boolean | null;
const every = (parts: readonly Verdict[]): Verdict =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const denied = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict);

/** The verdict over a condition while some answers are still open: null where it depends on them. */
function evaluate(rule: Condition, variables: Variables, assigned: Assignment, path: readonly string[] = []): Verdict {
  if ('all' in rule) return every(rule.all.map((part) => evaluate(part, variables, assigned, path)));
  if ('any' in rule) return denied(every(rule.any.map((part) => denied(evaluate(part, variables, assigned, path)))));
  if ('not' in rule) return denied(evaluate(rule.not, variables, assigned, path));
  const hidden = atomHolds(rule, undefined);
  const variable = variables.get(rule.item);
  // An item that is not there, or that asks for itself in a circle, is never answered.
  if (variable === undefined || path.includes(rule.item)) return hidden;
  const given = assigned.has(rule.item) ? atomHolds(rule, assigned.get(rule.item)) : null;
  const shown = every(variable.conditions.map((part) => evaluate(part, variables, assigned, [...path, rule.item])));
  if (shown === false) return hidden;
  return shown === true || given === hidden ? given : null;
}

/** Answers that the conditions can tell apart, and no answer. */
function domainOf(holder: Holder | undefined, atoms: readonly Atom[]): readonly AnswerValue[] {
  if (holder === undefined) return [undefined];
  const named = [...new Set(atoms.flatMap((atom) => ('equals' in atom ? [atom.equals] : 'in' in atom ? atom.in : [])))];
  const fitting = (values: readonly AnswerValue[]): AnswerValue[] => [undefined, ...values];
  switch (holder.type) {
    case 'yes-no-na':
      return fitting(holder.allowNotApplicable ? ['yes', 'no', 'not-applicable'] : ['yes', 'no']);
    case 'yes-no':
      return fitting([true, false]);
    case 'single':
      return fitting(holder.options.map(({ value }) => value));
    case 'scale':
      return fitting(stepsOf(holder));
    case 'multiple':
      return fitting(choicesOf(holder.options, named, holder.options.length));
    case 'matrix':
      return fitting(choicesOf(holder.options, named, holder.rows.length));
    case 'number':
      return fitting(numbers(atoms).filter((value) => wrongValue(holder, value) === null));
    case 'text':
    case 'date': {
      const other = holder.type === 'date' ? '2001-02-03' : 'x';
      const texts = [...named, other, `${other}x`, '2001-02-04'].filter((one) => typeof one === 'string');
      return fitting(texts.filter((value) => wrongValue(holder, value) === null));
    }
    case 'table':
      return fitting([['row']]);
    case 'file':
      return fitting([['file']]);
  }

  function numbers(conditions: readonly Atom[]): number[] {
    if (holder?.type !== 'number') return [];
    const limits = conditions.flatMap((atom) => ('atLeast' in atom ? [atom.atLeast] : []));
    const marks = [...limits, ...named.filter((one) => typeof one === 'number'), holder.min, holder.max].toSorted(
      (a, b) => a - b,
    );
    const between = marks.flatMap((mark, index) => {
      const next = marks[index + 1];
      return next === undefined ? [] : [holder.integer ? Math.ceil(next) - 1 : (mark + next) / 2];
    });
    const whole = holder.integer
      ? [...marks, ...between].flatMap((one) => [Math.floor(one), Math.ceil(one)])
      : [...marks, ...between];
    return [...new Set(whole)];
  }
}

/** Choices of several: those that conditions name in all combinations, and one that none names. */
function choicesOf(
  options: readonly { readonly value: string }[],
  named: readonly (string | number | boolean)[],
  most: number,
): string[][] {
  const mentioned = options.map(({ value }) => value).filter((value) => named.includes(value));
  const other = options.find(({ value }) => !named.includes(value))?.value;
  const combined = mentioned
    .slice(0, COMBINED)
    .reduce<string[][]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [[]]);
  const single = mentioned.slice(COMBINED).map((value) => [value]);
  return [...(other === undefined ? [] : [[other]]), ...combined, ...single, mentioned].filter(
    (set) => set.length > 0 && set.length <= most,
  );
}

/** Answers found by the search as a sheet, for showing how an item is reached. */
export function sheetOf(form: Questionnaire, answers: ReadonlyMap<string, AnswerValue>): AnswerSheet {
  const places = placesOf(form);
  return Object.fromEntries(
    [...answers].flatMap(([id, value]) => {
      const item = places.get(id)?.item;
      if (item === undefined || value === undefined || value === null) return [];
      return [[id, { value: answerValue(item, value) }] as const];
    }),
  );
}

function answerValue(item: FormItem, value: Exclude<AnswerValue, null | undefined>): ItemAnswer['value'] {
  if (typeof value === 'boolean') return null;
  if (item.type === 'table') return [{}];
  if (item.type !== 'matrix' || typeof value !== 'object') return value;
  const first = value[0];
  if (first === undefined) return {};
  return Object.fromEntries(item.rows.map((row, index) => [row.id, value[index] ?? first]));
}
