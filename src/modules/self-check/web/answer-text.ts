/** Answers in the words of the form, for reading and comparing. */
import {
  type AnswerRow,
  isItemAnswered,
  type ItemAnswer,
  rowsOf,
  YES_NO_NA_LABELS,
  type YesNoNa,
} from '../../../core/assessment/index.ts';
import { formatEra, isDay } from '../../../core/calendar/index.ts';
import type { FormItem, TableColumn } from '../../../core/content-schema/index.ts';
import { messages } from './messages.ja.ts';

const text = messages.sheet;

/** The answer with its reason and alternative on further lines. */
export function answerText(item: FormItem, answer: ItemAnswer | undefined): string {
  if (!isItemAnswered(answer)) return text.empty;
  const words = [answer?.reason, answer?.alternative].filter((part) => part !== undefined && part !== '');
  return [valueText(item, answer), ...words].join('\n');
}

/** The answer alone. */
export function valueText(item: FormItem, answer: ItemAnswer | undefined): string {
  if (!isItemAnswered(answer)) return text.empty;
  if (item.type === 'table')
    return rowsOf(answer)
      .map((row, index) => `${text.row(item.rowLabel, index + 1)}：${rowText(item.columns, row)}`)
      .join('\n');
  return cellText(item, answer?.value);
}

const rowText = (columns: readonly TableColumn[], row: AnswerRow): string =>
  columns
    .flatMap((column) => {
      const cell = cellText(column, row[column.id]);
      return cell === '' ? [] : [`${column.label} ${cell}`];
    })
    .join('、');

/** One value in words; empty when there is none. */
export function cellText(holder: FormItem | TableColumn, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  switch (holder.type) {
    case 'yes-no-na':
      return YES_NO_NA_LABELS[value as YesNoNa] ?? plain(value);
    case 'yes-no':
      return value === true ? text.yes : text.no;
    case 'single':
    case 'multiple': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
      return holder.options
        .filter((option) => chosen.includes(option.value))
        .map(({ label }) => label)
        .join('、');
    }
    case 'number':
      return `${plain(value)}${holder.unit}`;
    case 'date':
      return typeof value === 'string' && isDay(value) ? formatEra(value) : plain(value);
    case 'text':
    case 'table':
      return plain(value);
  }
}

/** Text and numbers as they are; anything else has no words of its own. */
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}
