/** An item as a row of a spreadsheet, and back. */
import type { Condition, FormItem, Guidance, Option, Questionnaire } from '../../../core/content-schema/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { ValueReader } from '../../../kernel/list.ts';
import { itemCondition } from '../condition-words.ts';
import { readCondition } from '../read-condition.ts';

/** Ways to answer, in the words of the builder. */
export const answeredTypes = {
  'yes-no-na': 'はい・いいえ・対象外',
  single: '一つを選ぶ',
  multiple: '当てはまるものを全て選ぶ',
  scale: '段階',
  matrix: '行ごとに選ぶ',
  number: '数',
  text: '文章',
  date: '日付',
  file: 'ファイル',
  table: '表',
} as const satisfies Readonly<Record<FormItem['type'], string>>;

const TEXTS = ['good', 'why', 'howToCheck', 'askWhom', 'misunderstanding'] as const;

export function rowOf(item: FormItem) {
  const guidance: Guidance = item.guidance ?? {};
  return {
    options: 'options' in item ? item.options.map(({ label }) => label) : [],
    rows: item.type === 'matrix' ? item.rows.map(({ label }) => label) : [],
    unit: item.type === 'number' ? item.unit : '',
    min: item.type === 'number' ? item.min : item.type === 'scale' ? item.from : null,
    max: maxOf(item),
    fromLabel: item.type === 'scale' ? item.fromLabel : '',
    toLabel: item.type === 'scale' ? item.toLabel : '',
    good: guidance.good ?? '',
    why: guidance.why ?? '',
    howToCheck: guidance.howToCheck ?? '',
    askWhom: guidance.askWhom ?? '',
    misunderstanding: guidance.misunderstanding ?? '',
    evidence: guidance.evidence ?? [],
    references: item.references.map(({ standard, provision }) => `${standard}/${provision}`),
    lesson: item.risk?.lesson ?? '',
  };
}

function maxOf(item: FormItem): number | null {
  switch (item.type) {
    case 'number':
      return item.max;
    case 'scale':
      return item.to;
    case 'text':
      return item.maxLength;
    case 'file':
      return item.maxFiles;
    case 'single':
    case 'multiple':
    case 'matrix':
    case 'date':
    case 'yes-no-na':
    case 'table':
      return null;
  }
}

export const columnsInWords = (item: FormItem): string =>
  item.type === 'table' ? item.columns.map(({ label }) => label).join('\n') : '';

/**
 * The item that the row describes: what it has no column for stays as it is in `before`. The schema of items checks the
 * result, so anything may stand in the cells.
 */
export function fromRow(
  before: FormItem | { readonly id: string },
  values: ValueReader,
  /** The form as it was taken out; null for a new row, which belongs to no place yet. */
  form: Questionnaire | null,
): FormItem {
  const type = values.one('type', answeredTypes);
  const known = 'type' in before && before.type === type ? before : null;
  if (type === 'table' && known === null) throw tableOnPage();
  const guidance = guidanceOf(values);
  const rest = known === null ? { id: before.id, number: 1, type } : withoutTexts(known);
  const item = {
    ...rest,
    question: values.text('question').trim(),
    required: values.flag('required'),
    severity: values.numberOrNull('severity') ?? 1,
    weight: values.numberOrNull('weight') ?? 1,
    segments: values.texts('segments').length === 0 ? ['all'] : values.texts('segments'),
    references: values.texts('references').map((one) => {
      const [standard = '', provision = ''] = one.split('/');
      return { standard, provision };
    }),
    ...(guidance === null ? {} : { guidance }),
    ...measuringOf(values),
    ...conditionOf('visibleIf', known, values, form),
    ...conditionOf('requiredIf', known, values, form),
    ...settingsOf(type, known, values),
  };
  // Whether it is an item is decided by the schema that the operation applies.
  return item as unknown as FormItem;
}

/** What the cells replace as a whole, so that an emptied cell leaves nothing behind. */
function withoutTexts(item: FormItem): Readonly<Record<string, unknown>> {
  const { guidance: _texts, subject: _subject, risk: _risk, visibleIf: _shown, requiredIf: _asked, ...rest } = item;
  return rest;
}

/** A condition as its cell shows it. */
export const conditionCell = (form: Questionnaire, rule: Condition | undefined): string =>
  rule === undefined ? '' : `${itemCondition(form, rule)}とき`;

const NEW_ROW = '新しい設問の条件は、加えた後に一覧を取り出し直してから書いてください。';

/** The condition as it was, as long as its words are the same; otherwise what the words say. */
function conditionOf(
  key: 'visibleIf' | 'requiredIf',
  before: FormItem | null,
  values: ValueReader,
  form: Questionnaire | null,
): Readonly<Record<string, Condition>> {
  const words = values.text(key);
  if (form === null) {
    if (words.trim() === '') return {};
    throw new AppError('input.invalid', { fields: [{ path: key, message: NEW_ROW }] });
  }
  const known = before?.[key];
  if (known !== undefined && words === conditionCell(form, known)) return { [key]: known };
  const read = readCondition(form, words);
  if (read === null) return {};
  if ('message' in read) throw new AppError('input.invalid', { fields: [{ path: key, message: read.message }] });
  return { [key]: read };
}

function measuringOf(values: ValueReader): Readonly<Record<string, unknown>> {
  const [subject, lesson] = [values.text('subject'), values.text('lesson').trim()];
  return {
    ...(subject === '' ? {} : { subject }),
    ...(values.flag('risk') ? { risk: lesson === '' ? {} : { lesson } } : {}),
  };
}

const tableOnPage = (): AppError =>
  new AppError('input.invalid', {
    fields: [{ path: 'type', message: '表の設問は、欄を決める必要があるため、調査票の画面で加えてください。' }],
  });

function guidanceOf(values: ValueReader): Readonly<Record<string, unknown>> | null {
  const texts = TEXTS.flatMap((part) =>
    values.text(part).trim() === '' ? [] : [[part, values.text(part).trim()] as const],
  );
  const evidence = values.texts('evidence');
  const all = { ...Object.fromEntries(texts), ...(evidence.length === 0 ? {} : { evidence }) };
  return Object.keys(all).length === 0 ? null : all;
}

/** What belongs to one way of answering only. Empty cells mean the usual. */
function settingsOf(
  type: FormItem['type'],
  before: FormItem | null,
  values: ValueReader,
): Readonly<Record<string, unknown>> {
  const number = (key: string, name: string): Readonly<Record<string, number>> => {
    const value = values.numberOrNull(key);
    return value === null ? {} : { [name]: value };
  };
  switch (type) {
    case 'single':
    case 'multiple':
      return {
        options: labelled(values.texts('options'), before !== null && 'options' in before ? before.options : []),
      };
    case 'matrix':
      return {
        options: labelled(values.texts('options'), before?.type === 'matrix' ? before.options : []),
        rows: labelled(
          values.texts('rows'),
          before?.type === 'matrix' ? before.rows.map(({ id, label }) => ({ value: id, label })) : [],
        ).map(({ value, label }) => ({ id: value, label })),
      };
    case 'number':
      return { unit: values.text('unit').trim(), ...number('min', 'min'), ...number('max', 'max') };
    case 'scale':
      return {
        fromLabel: values.text('fromLabel').trim(),
        toLabel: values.text('toLabel').trim(),
        ...number('min', 'from'),
        ...number('max', 'to'),
      };
    case 'text':
      return number('max', 'maxLength');
    case 'file':
      return number('max', 'maxFiles');
    case 'yes-no-na':
    case 'date':
    case 'table':
      return {};
  }
}

/** Choices with these labels: a label that was there keeps its value, points and help; a new one gets the next free value. */
export function labelled(labels: readonly string[], before: readonly Option[]): Option[] {
  const taken = new Set(before.map(({ value }) => value));
  const free = (): string => {
    let count = 1;
    while (taken.has(`c${count}`)) count += 1;
    taken.add(`c${count}`);
    return `c${count}`;
  };
  return labels.map((label) => before.find((option) => option.label === label) ?? { value: free(), label });
}
