/** Which items of a form are shown and which must be answered, given the answers so far. */
import type { AnswerValue, Condition, FormItem, Questionnaire, QuestionnaireSection } from '../content-schema/index.ts';
import { answerTo, type AnswerRow, type AnswerSheet, matrixOf } from './answer.ts';

export type Values = (item: string) => AnswerValue;

/**
 * Whether a condition holds. The same rule as `conditionHolds` of the content schemas (a test compares them), kept apart
 * because pages evaluate it and must not load a schema library.
 */
export function holds(rule: Condition, valueOf: Values): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, valueOf));
  if ('any' in rule) return rule.any.some((part) => holds(part, valueOf));
  if ('not' in rule) return !holds(rule.not, valueOf);
  return atomHolds(rule, valueOf(rule.item));
}

/** A condition that looks at one answer. */
export type Atom = Extract<Condition, { item: string }>;

/** Whether a condition on one answer holds for a value. */
export function atomHolds(rule: Atom, value: AnswerValue): boolean {
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

/**
 * Answers of a sheet as conditions read them: a table counts by whether it has rows, a matrix by the choices taken in any
 * of its rows.
 */
export function sheetValues(sheet: AnswerSheet): Values {
  return (item) => {
    const answer = answerTo(sheet, item);
    const value: unknown = answer?.value;
    if (Array.isArray(value)) return value.map((entry: unknown) => (typeof entry === 'string' ? entry : 'row'));
    return typeof value === 'object' && value !== null
      ? [...new Set(Object.values(matrixOf(answer)))]
      : (value as AnswerValue);
  };
}

/** Values of one table row as conditions read them. */
export function rowValues(row: AnswerRow): Values {
  return (column) => (Object.hasOwn(row, column) ? row[column] : undefined);
}

/** One sheet seen through the conditions of its form. An item that is not shown counts as not answered. */
export interface Visibility {
  /** In printed order. */
  readonly items: FormItem[];
  readonly shows: (item: FormItem) => boolean;
  /** Answers as the conditions see them. */
  readonly values: Values;
}

interface Place {
  readonly section: QuestionnaireSection;
  readonly item: FormItem;
  /** Everything that must hold for the item to be shown. */
  readonly conditions: readonly Condition[];
}

const known = new WeakMap<Questionnaire, ReadonlyMap<string, Place>>();

/** The items of a form with their conditions, by id. */
export function placesOf(form: Questionnaire): ReadonlyMap<string, Place> {
  const found = known.get(form);
  if (found !== undefined) return found;
  const places = new Map(
    form.sections.flatMap((section) =>
      section.items.map((item) => [item.id, { section, item, conditions: conditionsOf(form, section, item) }] as const),
    ),
  );
  known.set(form, places);
  return places;
}

function conditionsOf(form: Questionnaire, section: QuestionnaireSection, item: FormItem): Condition[] {
  return [section, item].flatMap((part) => {
    const suits = item.id === form.segmentItem ? null : segmentCondition(form, part.segments);
    return [...(part.visibleIf === undefined ? [] : [part.visibleIf]), ...(suits === null ? [] : [suits])];
  });
}

/** Who a part of the form is for, as a condition on the item that asks for the segment; null when it is for everybody. */
function segmentCondition(form: Questionnaire, segments: readonly string[] | undefined): Condition | null {
  const { segmentItem } = form;
  if (segmentItem === undefined || segments === undefined || segments.includes('all')) return null;
  return { item: segmentItem, in: [...segments] };
}

export function visibilityOf(form: Questionnaire, sheet: AnswerSheet): Visibility {
  const places = placesOf(form);
  const given = sheetValues(sheet);
  const decided = new Map<string, boolean>();
  const values: Values = (id) => {
    const place = places.get(id);
    return place === undefined || shows(place) ? given(id) : undefined;
  };
  const shows = ({ item, conditions }: Place): boolean => {
    if (conditions.length === 0) return true;
    const before = decided.get(item.id);
    if (before !== undefined) return before;
    // Where conditions go round in a circle (`checkForm` refuses it), what is still being decided is not shown.
    decided.set(item.id, false);
    const shown = conditions.every((rule) => holds(rule, values));
    decided.set(item.id, shown);
    return shown;
  };
  const items = [...places.values()].filter(shows).map(({ item }) => item);
  const shown = new Set(items);
  return { items, shows: (item) => shown.has(item), values };
}

/** Items of the form in printed order that are shown for these answers. */
export function visibleItems(form: Questionnaire, sheet: AnswerSheet): FormItem[] {
  return visibilityOf(form, sheet).items;
}

/** The sheet without answers to items and cells that are not asked for: what is handed in. */
export function askedAnswers(form: Questionnaire, sheet: AnswerSheet): AnswerSheet {
  const asked = visibleItems(form, sheet);
  return Object.fromEntries(
    asked.flatMap((item) => {
      const answer = answerTo(sheet, item.id);
      if (answer === undefined) return [];
      const value: unknown = answer.value;
      if (item.type !== 'table' || !Array.isArray(value)) return [[item.id, answer] as const];
      const rows = value.map((row: AnswerRow) => {
        const shown = item.columns.filter((column) => isShown(column, rowValues(row))).map(({ id }) => id);
        return Object.fromEntries(Object.entries(row).filter(([column]) => shown.includes(column)));
      });
      return [[item.id, { ...answer, value: rows }] as const];
    }),
  );
}

interface Conditional {
  readonly required: boolean;
  readonly requiredIf?: Condition | undefined;
  readonly visibleIf?: Condition | undefined;
}

/** Whether a column is shown in its row. */
export function isShown(part: Pick<Conditional, 'visibleIf'>, values: Values): boolean {
  return part.visibleIf === undefined || holds(part.visibleIf, values);
}

/** Whether an item or a column that is shown must be answered. */
export function isRequired(part: Conditional, values: Values): boolean {
  return part.required || (part.requiredIf !== undefined && holds(part.requiredIf, values));
}
