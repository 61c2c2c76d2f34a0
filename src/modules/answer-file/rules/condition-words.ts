/** On paper and in a workbook nothing is hidden: the sheet says in words when an item is asked. */
import type { Condition, FormItem, Questionnaire } from '../../../core/content-schema/index.ts';
import { valueWords } from './words.ts';

/** （任意）, or （問3の回答が「ある」のとき）; empty for what everybody answers. */
export function askedWhen(form: Questionnaire, item: FormItem): string {
  const section = form.sections.find(({ items }) => items.includes(item));
  const rules = [section?.visibleIf, item.visibleIf].filter((rule) => rule !== undefined);
  const words = [...new Set(rules.map((rule) => conditionWords(form, rule)))].join('、かつ');
  const optional = !item.required && item.requiredIf === undefined;
  if (words === '') return optional ? '（任意）' : '';
  return `（${words}とき${optional ? '。任意' : ''}）`;
}

function conditionWords(form: Questionnaire, rule: Condition): string {
  if ('all' in rule) return rule.all.map((part) => conditionWords(form, part)).join('、かつ');
  if ('any' in rule) return rule.any.map((part) => conditionWords(form, part)).join('、又は');
  if ('not' in rule) return `次に当てはまらない（${conditionWords(form, rule.not)}）`;
  const item = form.sections.flatMap(({ items }) => items).find(({ id }) => id === rule.item);
  const name = item === undefined ? '' : `問${item.number}`;
  const quoted = (value: unknown): string =>
    `「${item === undefined || item.type === 'table' ? String(value) : valueWords(item, value)}」`;
  if ('equals' in rule) return `${name}の回答が${quoted(rule.equals)}の`;
  if ('in' in rule) return `${name}の回答が${rule.in.map(quoted).join('又は')}の`;
  if ('atLeast' in rule) return `${name}の回答が${rule.atLeast}以上の`;
  return rule.answered ? `${name}に回答した` : `${name}に回答していない`;
}
