/** Conditions of a form in words, for those who check or change it. Pure. */
import type { Condition, FormItem, Questionnaire, TableColumn } from '../../core/content-schema/index.ts';

const text = {
  item: (number: number) => `問${number}`,
  column: (label: string) => `「${label}」の欄`,
  missing: 'この版にない設問',
  is: (name: string, values: readonly string[]) =>
    `${name}の答えが${values.map((value) => `「${value}」`).join('又は')}の`,
  atLeast: (name: string, least: number) => `${name}の答えが${least}以上の`,
  answered: (name: string) => `${name}に答えがある`,
  unanswered: (name: string) => `${name}に答えがない`,
  and: 'とき、かつ',
  or: 'とき、又は',
  not: (words: string) => `「${words}とき」に当たらない`,
  bracket: (words: string) => `（${words}とき）の`,
  yes: 'はい',
  no: 'いいえ',
  yesNoNa: { yes: 'はい', no: 'いいえ', 'not-applicable': '対象外' } as Readonly<Record<string, string>>,
} as const;

type Scalar = string | number | boolean;

/** 「問3」が「ある」である */
interface Subject {
  readonly name: string;
  readonly valueText: (value: Scalar) => string;
}

type Lookup = (id: string) => Subject;

/** The condition of an item, which looks at other items of the form. */
export function itemCondition(form: Questionnaire, rule: Condition): string {
  const items = form.sections.flatMap((section) => section.items);
  return inWords(rule, (id) => {
    const item = items.find((candidate) => candidate.id === id);
    // The item may be left out of this version; the condition then never looks at an answer.
    return item === undefined
      ? { name: text.missing, valueText: String }
      : { name: text.item(item.number), valueText: valueTextOf(item) };
  });
}

/** The condition of a column, which looks at other columns of the same row. */
export function columnCondition(columns: readonly TableColumn[], rule: Condition): string {
  return inWords(rule, (id) => {
    const column = columns.find((candidate) => candidate.id === id);
    return column === undefined
      ? { name: id, valueText: String }
      : { name: text.column(column.label), valueText: valueTextOf(column) };
  });
}

function inWords(rule: Condition, subject: Lookup): string {
  if ('all' in rule) return rule.all.map((part) => nested(part, subject)).join(text.and);
  if ('any' in rule) return rule.any.map((part) => nested(part, subject)).join(text.or);
  if ('not' in rule) return text.not(inWords(rule.not, subject));
  const { name, valueText } = subject(rule.item);
  if ('answered' in rule) return rule.answered ? text.answered(name) : text.unanswered(name);
  if ('atLeast' in rule) return text.atLeast(name, rule.atLeast);
  const values = 'equals' in rule ? [rule.equals] : rule.in;
  return text.is(name, values.map(valueText));
}

/** A list within a list stands in brackets. */
function nested(rule: Condition, subject: Lookup): string {
  const words = inWords(rule, subject);
  return ('all' in rule && rule.all.length > 1) || ('any' in rule && rule.any.length > 1) ? text.bracket(words) : words;
}

function valueTextOf(holder: FormItem | TableColumn): (value: Scalar) => string {
  return (value) => {
    if (holder.type === 'single' || holder.type === 'multiple' || holder.type === 'matrix')
      return holder.options.find((option) => option.value === value)?.label ?? String(value);
    if (holder.type === 'yes-no-na') return text.yesNoNa[String(value)] ?? String(value);
    return typeof value === 'boolean' ? (value ? text.yes : text.no) : String(value);
  };
}
