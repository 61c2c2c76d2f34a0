/** On paper and in a workbook nothing is hidden: the sheet says in words when an item is asked. */
import { placesOf } from '../../../core/assessment/condition.ts';
import type { Condition, FormItem, Questionnaire } from '../../../core/content-schema/index.ts';
import { matrixHolders } from './holder.ts';
import { valueWords } from './words.ts';

/** （任意）, or （問3の回答が「ある」のとき）; empty for what everybody answers. */
export function askedWhen(form: Questionnaire, item: FormItem): string {
  const rules = placesOf(form).get(item.id)?.conditions ?? [];
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
  const quoted = (value: string | number | boolean): string =>
    `「${item === undefined ? String(value) : choiceWords(item, value)}」`;
  if ('equals' in rule) return `${name}の回答が${quoted(rule.equals)}の`;
  if ('in' in rule) return `${name}の回答が${rule.in.map(quoted).join('又は')}の`;
  if ('atLeast' in rule) return `${name}の回答が${rule.atLeast}以上の`;
  return rule.answered ? `${name}に回答した` : `${name}に回答していない`;
}

/** A matrix is asked by the choices that its rows share. */
function choiceWords(item: FormItem, value: string | number | boolean): string {
  switch (item.type) {
    case 'table':
    case 'file':
      return String(value);
    case 'matrix': {
      const [row] = matrixHolders(item);
      return row === undefined ? '' : valueWords(row, value);
    }
    case 'yes-no-na':
    case 'single':
    case 'multiple':
    case 'scale':
    case 'number':
    case 'date':
    case 'text':
      return valueWords(item, value);
  }
}
