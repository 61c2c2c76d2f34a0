/** Answers in the words of the form, for reading, comparing and documents. */
import { formatEra } from '../calendar/era.ts';
import { isDay } from '../calendar/day.ts';
import type { FormItem, Option, TableColumn } from '../content-schema/index.ts';
import { type AnswerRow, type ItemAnswer, YES_NO_NA_LABELS } from './answer.ts';
import { readAnswer } from './typed-answer.ts';

const YES_NO = { yes: 'はい', no: 'いいえ' } as const;
const LIST = '、';

/** Names of attached files by id; an unknown one is shown as 添付ファイル. */
export type FileNames = (id: string) => string | undefined;
const NO_NAMES: FileNames = () => undefined;

/** The answer alone, without reason and alternative; empty when there is none. */
export function valueInWords(item: FormItem, answer: ItemAnswer | undefined, fileNames: FileNames = NO_NAMES): string {
  const given = readAnswer(item, answer);
  if (given === null) return '';
  switch (given.type) {
    case 'yes-no-na':
      return YES_NO_NA_LABELS[given.value];
    case 'single':
      return labelOf(item, given.value);
    case 'multiple':
      return inOrder(item, given.values).join(LIST);
    case 'scale':
      return item.type === 'scale' ? stepInWords(item, given.step) : String(given.step);
    case 'matrix': {
      if (item.type !== 'matrix') return '';
      return item.rows
        .flatMap(({ id, label }) =>
          given.rows[id] === undefined ? [] : [`${label}：${labelOf(item, given.rows[id])}`],
        )
        .join('\n');
    }
    case 'number':
      return item.type === 'number' ? `${given.value}${item.unit}` : String(given.value);
    case 'text':
      return given.value;
    case 'date':
      return isDay(given.day) ? formatEra(given.day) : given.day;
    case 'file':
      return given.fileIds.map((id) => fileNames(id) ?? '添付ファイル').join(LIST);
    case 'table': {
      if (item.type !== 'table') return '';
      return given.rows
        .map((row, index) => `${item.rowLabel}${index + 1}：${rowInWords(item.columns, row)}`)
        .join('\n');
    }
  }
}

/** The answer with its reason and alternative on further lines; empty when there is none. */
export function answerInWords(item: FormItem, answer: ItemAnswer | undefined, fileNames: FileNames = NO_NAMES): string {
  const value = valueInWords(item, answer, fileNames);
  if (value === '') return '';
  const words = [answer?.reason, answer?.alternative].filter((part) => part !== undefined && part !== '');
  return [value, ...words].join('\n');
}

/** 4（常に行っている）: the ends of a scale have names. */
export function stepInWords(
  item: { readonly from: number; readonly to: number; readonly fromLabel: string; readonly toLabel: string },
  step: number,
): string {
  if (step === item.from) return `${step}（${item.fromLabel}）`;
  return step === item.to ? `${step}（${item.toLabel}）` : String(step);
}

function rowInWords(columns: readonly TableColumn[], row: AnswerRow): string {
  return columns
    .flatMap((column) => {
      const cell = cellInWords(column, row[column.id]);
      return cell === '' ? [] : [`${column.label} ${cell}`];
    })
    .join(LIST);
}

/** One cell of a table in words; empty when there is none. */
export function cellInWords(column: TableColumn, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  switch (column.type) {
    case 'yes-no':
      return value === true ? YES_NO.yes : YES_NO.no;
    case 'single':
    case 'multiple': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
      return column.options
        .filter((option) => chosen.includes(option.value))
        .map(({ label }) => label)
        .join(LIST);
    }
    case 'number':
      return `${plain(value)}${column.unit}`;
    case 'date':
      return typeof value === 'string' && isDay(value) ? formatEra(value) : plain(value);
    case 'text':
      return plain(value);
  }
}

const optionsOf = (item: FormItem): readonly Option[] => ('options' in item ? item.options : []);
const labelOf = (item: FormItem, value: string | undefined): string =>
  optionsOf(item).find((option) => option.value === value)?.label ?? value ?? '';
const inOrder = (item: FormItem, values: readonly string[]): string[] =>
  optionsOf(item).flatMap(({ value, label }) => (values.includes(value) ? [label] : []));

/** Text and numbers as they are; anything else has no words of its own. */
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}
