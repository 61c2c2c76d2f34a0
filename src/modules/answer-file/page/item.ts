/** One question of the sheet: its control, the words beside the answer, the rows of a table, and the guidance. */
import {
  type AnswerRow,
  EXPLANATION_LIMIT,
  type ItemAnswer,
  type MatrixAnswer,
  matrixOf,
  rowsOf,
  textsOf,
} from '../../../core/assessment/answer.ts';
import { isRequired, isShown, rowValues } from '../../../core/assessment/condition.ts';
import type { FormItem, Guidance, MatrixItem, TableItem, YesNoNaItem } from '../../../core/content-schema/index.ts';
import { type HeldValue, matrixHolders, wordsWanted } from '../rules/holder.ts';
import { valueWords } from '../rules/words.ts';
import { control, written } from './controls.ts';
import { button, make } from './dom.ts';
import { filePart } from './files.ts';
import { words } from './words.ja.ts';

export interface ItemPart {
  readonly item: FormItem;
  readonly element: HTMLElement;
  /** Where what is wrong with the answer is said. */
  readonly problem: HTMLElement;
}

interface Shown {
  readonly answer: ItemAnswer | undefined;
  readonly before: string | null;
  /** What the field of a file item needs to know of the rest of the sheet. */
  readonly files: Pick<Parameters<typeof filePart>[2], 'names' | 'all'>;
}

/** @param at the answer at hand, and last year's in words; @param onChange gets the whole answer after each change */
export function itemPart(
  item: FormItem,
  { answer, before, files }: Shown,
  onChange: (answer: ItemAnswer) => void,
): ItemPart {
  const problem = make('p', { class: 'problem', id: `problem-${item.id}` });
  let current: ItemAnswer = answer ?? {};
  const set = (change: Partial<ItemAnswer>): void => {
    current = { ...current, ...change };
    onChange(current);
  };
  const label = `${words.question(item.number)}　${item.question}${item.required || item.requiredIf !== undefined ? '' : words.optional}`;
  const element = make(
    'div',
    { class: 'item', id: `item-${item.id}` },
    ...controls(item, label, { answer: current, set, files }),
    before === null ? null : make('p', { class: 'hint' }, before),
    problem,
    item.guidance === undefined ? null : guidancePart(item.guidance),
  );
  return { item, element, problem };
}

function controls(
  item: FormItem,
  label: string,
  {
    answer,
    set,
    files,
  }: Pick<Shown, 'files'> & {
    readonly answer: ItemAnswer;
    readonly set: (change: Partial<ItemAnswer>) => void;
  },
): HTMLElement[] {
  if (item.type === 'table') return [tablePart(item, label, rowsOf(answer), (value) => set({ value }))];
  if (item.type === 'matrix') return [matrixPart(item, label, answer, (value) => set({ value }))];
  if (item.type === 'file')
    return [filePart(item, label, { ...files, ids: textsOf(answer), onChange: (value) => set({ value }) })];
  const id = `answer-${item.id}`;
  const change = (value: HeldValue): void => set({ value: typeof value === 'boolean' ? null : value });
  const extra = item.type === 'yes-no-na' ? explanationPart(item, answer, set) : null;
  const field = control(item, {
    id,
    label,
    required: item.required,
    value: (answer.value ?? null) as HeldValue,
    onChange: (value) => {
      change(value);
      extra?.show(value);
    },
  });
  return extra === null ? [field] : [field, extra.element];
}

function explanationPart(item: YesNoNaItem, answer: ItemAnswer, set: (change: Partial<ItemAnswer>) => void) {
  const box = (part: 'reason' | 'alternative', label: string): HTMLElement =>
    written(
      {
        id: `answer-${item.id}-${part}`,
        label,
        hint: words.limit(EXPLANATION_LIMIT),
        required: false,
        value: answer[part] ?? null,
        onChange: (value) => set({ [part]: typeof value === 'string' ? value : '' }),
      },
      { multiline: true, maxlength: EXPLANATION_LIMIT, read: (typed) => typed },
    );
  const reason = box('reason', words.reasonNo);
  const alternative = box('alternative', words.alternative);
  const show = (value: unknown): void => {
    const wanted = wordsWanted(item, value);
    reason.hidden = wanted.reason === null;
    alternative.hidden = !wanted.alternative;
    const caption = reason.querySelector('label');
    if (caption !== null) caption.textContent = wanted.reason === 'no' ? words.reasonNo : words.reasonNa;
  };
  show(answer.value);
  return { element: make('div', { class: 'explanation' }, reason, alternative), show };
}

/** Each row of a matrix is a choice of its own. */
function matrixPart(
  item: MatrixItem,
  label: string,
  answer: ItemAnswer,
  onChange: (rows: MatrixAnswer) => void,
): HTMLElement {
  let rows = matrixOf(answer);
  const fields = matrixHolders(item).map((row) =>
    control(row, {
      id: `answer-${item.id}-${row.id}`,
      label: row.label,
      required: row.required,
      value: rows[row.id] ?? null,
      onChange: (value) => {
        rows = { ...rows, [row.id]: typeof value === 'string' ? value : '' };
        onChange(rows);
      },
    }),
  );
  return make(
    'fieldset',
    { class: 'field table' },
    make('legend', {}, label),
    make('div', { class: 'rows' }, ...fields),
  );
}

/** Rows one below the other: they fit 320 px, and each field keeps its label. */
function tablePart(
  item: TableItem,
  label: string,
  initial: readonly AnswerRow[],
  onChange: (rows: readonly AnswerRow[]) => void,
): HTMLElement {
  let rows: readonly AnswerRow[] = initial;
  const list = make('div', { class: 'rows' });
  const change = (next: readonly AnswerRow[]): void => {
    rows = next;
    onChange(rows);
  };
  const draw = (focus?: 'last' | 'add'): void => {
    list.replaceChildren(...rows.map((row, index) => rowPart(index, row)));
    if (focus === 'last')
      list.querySelector<HTMLElement>('fieldset.row:last-child input, fieldset.row:last-child select')?.focus();
    if (focus === 'add') add.focus();
  };
  const rowPart = (index: number, row: AnswerRow): HTMLElement => {
    const fields = item.columns.map((column) => ({
      column,
      field: control(column, {
        id: `answer-${item.id}-${index}-${column.id}`,
        label: column.required || column.requiredIf !== undefined ? column.label : `${column.label}${words.optional}`,
        hint: column.help,
        required: column.required,
        value: row[column.id] ?? null,
        onChange: (value) => {
          change(rows.map((one, place) => (place === index ? { ...one, [column.id]: value } : one)));
          showColumns();
        },
      }),
    }));
    const showColumns = (): void => {
      const values = rowValues(rows[index] ?? {});
      for (const { column, field } of fields) field.hidden = !isShown(column, values) && !isRequired(column, values);
    };
    const remove = button(words.removeRow(item.rowLabel, index + 1), () => {
      change(rows.filter((_, place) => place !== index));
      draw('add');
    });
    const part = make(
      'fieldset',
      { class: 'row' },
      make('legend', {}, words.row(item.rowLabel, index + 1)),
      ...fields.map(({ field }) => field),
      remove,
    );
    showColumns();
    return part;
  };
  const add = button(words.addRow(item.rowLabel), () => {
    if (rows.length >= item.maxRows) return;
    change([...rows, {}]);
    draw('last');
  });
  draw();
  return make('fieldset', { class: 'field table' }, make('legend', {}, label), examplesPart(item), list, add);
}

function examplesPart(item: TableItem): HTMLElement | null {
  if (item.examples.length === 0) return null;
  const lines = item.examples.map((example) =>
    item.columns
      .flatMap((column) => {
        const text = valueWords(column, example[column.id]);
        return text === '' ? [] : [`${column.label}：${text}`];
      })
      .join('、'),
  );
  const list = make('ul', {}, ...lines.map((line) => make('li', {}, line)));
  return make('details', {}, make('summary', {}, words.examples), list);
}

function guidancePart(guidance: Guidance): HTMLElement {
  const lines = make('dl');
  for (const name of ['good', 'why', 'howToCheck', 'askWhom', 'evidence', 'misunderstanding'] as const) {
    const text = guidance[name];
    if (text === undefined) continue;
    lines.append(
      make('dt', {}, words.guidanceParts[name]),
      make('dd', {}, typeof text === 'string' ? text : text.join('、')),
    );
  }
  return make('details', {}, make('summary', {}, words.guidance), lines);
}
