/** Answers in words, for cells, pages and differences. */
import { type AnswerRow, type ItemAnswer, matrixOf, rowsOf, textsOf } from '../../../core/assessment/answer.ts';
import { isDay } from '../../../core/calendar/day.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import type { FormItem, TableItem } from '../../../core/content-schema/index.ts';
import { choicesOf, type Holder, matrixHolders } from './holder.ts';

/** One value in the words of the form; empty when there is none. Units are left to whoever shows them. */
export function valueWords(holder: Holder, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  switch (holder.type) {
    case 'yes-no-na':
    case 'yes-no':
    case 'single':
    case 'multiple':
    case 'scale': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
      const known = choicesOf(holder);
      return chosen.map((one) => known.find((choice) => choice.value === one)?.label ?? plain(one)).join('、');
    }
    case 'date':
      return typeof value === 'string' && isDay(value) && value >= '1873-01-01' ? formatEra(value) : plain(value);
    case 'number':
    case 'text':
      return plain(value);
  }
}

/** Text and numbers as they are; anything else has no words of its own. */
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';

/** The whole answer to an item with reason and alternative measure, one thing a line; empty when there is none. */
export function answerWords(
  item: FormItem,
  answer: ItemAnswer | undefined,
  fileName: (id: string) => string | undefined = () => undefined,
): string {
  if (answer === undefined) return '';
  if (item.type === 'table')
    return rowsOf(answer)
      .map((row, index) => rowWords(item, row, index))
      .join('\n');
  if (item.type === 'file') return filesWords(textsOf(answer), fileName);
  if (item.type === 'matrix') {
    const rows = matrixOf(answer);
    return matrixHolders(item)
      .flatMap((row) => (Object.hasOwn(rows, row.id) ? [`${row.label}：${valueWords(row, rows[row.id])}`] : []))
      .join('\n');
  }
  const unit = item.type === 'number' && typeof answer.value === 'number' ? item.unit : '';
  return [
    `${valueWords(item, answer.value)}${unit}`,
    answer.reason === undefined || answer.reason === '' ? '' : `理由：${answer.reason}`,
    answer.alternative === undefined || answer.alternative === '' ? '' : `代わりの対策：${answer.alternative}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** One name a line; the number where a name is not known. */
function filesWords(ids: readonly string[], fileName: (id: string) => string | undefined): string {
  const names = ids.map(fileName);
  if (names.some((name) => name === undefined)) return `添付ファイル${ids.length}件`;
  return names.join('\n');
}

function rowWords(item: TableItem, row: AnswerRow, index: number): string {
  const cells = item.columns.flatMap((column) => {
    const words = valueWords(column, row[column.id]);
    return words === '' ? [] : [`${column.label} ${words}`];
  });
  return `${item.rowLabel}${index + 1}：${cells.join('、')}`;
}
