/** The Excel sheet: one row a question, one sheet a table, and hidden what tells on its return where everything belongs. */
import { answerTo, type ItemAnswer, matrixOf, rowsOf, textsOf } from '../../../core/assessment/index.ts';
import { EXPLANATION_LIMIT } from '../../../core/assessment/index.ts';
import type { FormItem, TableColumn, TableItem } from '../../../core/content-schema/index.ts';
import type { CellValue, Sheet, SheetCell, WorkbookTree } from '../../../documents/index.ts';
import {
  ANSWER_HEADINGS,
  ANSWER_SHEET,
  type AnswerColumn,
  matrixRowId,
  rowId,
  TICKET_ROWS,
  TICKET_SHEET,
} from '../rules/book.ts';
import { askedWhen } from '../rules/condition-words.ts';
import { choicesOf, type Holder, manner, matrixHolders } from '../rules/holder.ts';
import { answerWords, valueWords } from '../rules/words.ts';
import { type SealedFrame, shortGuidance, UNIT_LABELS } from './frame.ts';

const WIDTHS: Readonly<Record<AnswerColumn, number>> = {
  id: 12,
  number: 6,
  question: 46,
  value: 26,
  reason: 34,
  alternative: 34,
  before: 26,
  manner: 24,
  guidance: 60,
};
/** Empty rows of a table beside those that are filled in. */
const SPARE_ROWS = 30;

export function answerBook(frame: SealedFrame): WorkbookTree {
  const tables = frame.form.sections.flatMap(({ items }) => items.filter((item) => item.type === 'table'));
  return {
    title: frame.title,
    created: frame.today,
    sheets: [questionSheet(frame), ...tables.map((item) => tableSheet(frame, item)), ticketSheet(frame)],
  };
}

const particulars = (frame: SealedFrame): string[] => [
  `${UNIT_LABELS[frame.unit]}：${frame.respondentName}　整理番号：${frame.number}　提出期限：${frame.due}　第${frame.version}版`,
];

function questionSheet(frame: SealedFrame): Sheet {
  return {
    name: ANSWER_SHEET,
    title: frame.title,
    subtitle: [
      ...particulars(frame),
      `回答の方法：${frame.form.respondent}`,
      ...(frame.previous === null ? [] : [`「前回の回答」の欄は、${frame.previous.year}の回答です。`]),
      '白い欄に記入し、ファイルの名前を変えずに情報セキュリティ担当課に送ってください。灰色の欄は変えられません。',
      ...(frame.message === '' ? [] : [`担当課からの連絡：${frame.message}`]),
    ],
    columns: ANSWER_HEADINGS.map(({ key, title }) => ({
      title,
      width: WIDTHS[key],
      hidden: key === 'id' || (key === 'before' && frame.previous === null),
      readOnly: !['value', 'reason', 'alternative'].includes(key),
      text: key !== 'number',
    })),
    rows: frame.form.sections.flatMap((section) => [
      headingRow(`${section.number}　${section.title}`),
      ...section.items.flatMap((item) => rowsFor(frame, item)),
    ]),
    size: 'A3',
    protect: true,
    filter: false,
  };
}

const headingRow = (title: string): SheetCell[] =>
  ANSWER_HEADINGS.map(({ key }) => ({
    value: key === 'question' ? title : null,
    bold: true,
    shade: 'light',
    readOnly: true,
  }));

/** One row; below a matrix one more for each of its own. */
function rowsFor(frame: SealedFrame, item: FormItem): (CellValue | SheetCell)[][] {
  const answer = answerTo(frame.answers, item.id);
  const first = questionRow(frame, item, answer);
  if (item.type !== 'matrix') return [first];
  const given = matrixOf(answer);
  const rows = matrixHolders(item).map((row, index) => {
    const cells: Readonly<Record<AnswerColumn, CellValue | SheetCell>> = {
      id: matrixRowId(item.id, row.id),
      number: `${item.number}-${index + 1}`,
      question: `　${row.label}`,
      value: valueCell(row, given[row.id]),
      reason: { value: null, readOnly: true },
      alternative: { value: null, readOnly: true },
      before: null,
      manner: mannerText(row),
      guidance: null,
    };
    return ANSWER_HEADINGS.map(({ key }) => cells[key]);
  });
  return [first, ...rows];
}

/** What stands in the cell of the answer. */
function answerCell(item: FormItem, answer: ItemAnswer | undefined, files: SealedFrame['files']): SheetCell {
  if (item.type === 'table') return { value: `シート「${tableName(item)}」に記入`, readOnly: true };
  if (item.type === 'matrix') return { value: '下の行に記入', readOnly: true };
  if (item.type === 'file') {
    const names = textsOf(answer).flatMap((id) => files.find((file) => file.id === id)?.name ?? []);
    return { value: names.length === 0 ? null : names.join('\n') };
  }
  return valueCell(item, answer?.value);
}

function mannerFor(item: FormItem): string {
  if (item.type === 'table') return `${item.rowLabel}を1行に一つずつ`;
  if (item.type === 'matrix') return '下の行ごとに一つ選ぶ';
  if (item.type !== 'file') return mannerText(item);
  return `ファイルの名前を書き、そのファイルをこのファイルと一緒に送る（${item.maxFiles}件まで。二つからは「、」で区切る）`;
}

function questionRow(
  { form, previous, files }: SealedFrame,
  item: FormItem,
  answer: ItemAnswer | undefined,
): (CellValue | SheetCell)[] {
  const explained = item.type === 'yes-no-na';
  const words = (key: 'reason' | 'alternative', asked: boolean): SheetCell =>
    asked ? { value: answer?.[key] ?? null, maxLength: EXPLANATION_LIMIT } : { value: null, readOnly: true };
  const cells: Readonly<Record<AnswerColumn, CellValue | SheetCell>> = {
    id: item.id,
    number: item.number,
    question: `${item.question}${askedWhen(form, item)}`,
    value: answerCell(item, answer, files),
    reason: words('reason', explained && (item.explanation.no !== 'none' || item.explanation.notApplicable !== 'none')),
    alternative: words('alternative', explained && item.explanation.no === 'reason-or-alternative'),
    before: previous === null ? null : answerWords(item, answerTo(previous.answers, item.id)) || null,
    manner: mannerFor(item),
    guidance: shortGuidance(item.guidance),
  };
  return ANSWER_HEADINGS.map(({ key }) => cells[key]);
}

function valueCell(holder: Holder, value: unknown): SheetCell {
  const words = valueWords(holder, value);
  return { value: words === '' ? null : words, ...limits(holder) };
}

/** A list to choose from, or the longest text. Several choices are written, for a cell chooses one only. */
function limits(holder: Holder): Pick<SheetCell, 'choices' | 'maxLength'> {
  switch (holder.type) {
    case 'yes-no-na':
    case 'yes-no':
    case 'single':
    case 'scale':
      return { choices: choicesOf(holder).map(({ label }) => label) };
    case 'text':
      return { maxLength: holder.maxLength };
    case 'multiple':
    case 'number':
    case 'date':
      return {};
  }
}

function mannerText(holder: Holder): string {
  if (holder.type !== 'multiple') return manner(holder);
  return `当てはまるものを「、」で区切って書く：${choicesOf(holder)
    .map(({ label }) => label)
    .join('、')}`;
}

const tableName = (item: TableItem): string => `問${item.number}`;

function tableSheet(frame: SealedFrame, item: TableItem): Sheet {
  const filled = rowsOf(answerTo(frame.answers, item.id));
  const count = Math.min(item.maxRows, filled.length + SPARE_ROWS);
  const hints = item.columns.flatMap((column) => {
    const text = [column.type === 'multiple' ? mannerText(column) : '', column.help ?? ''].filter((one) => one !== '');
    return text.length === 0 ? [] : [`「${columnTitle(column)}」：${text.join('。')}`];
  });
  return {
    name: tableName(item),
    title: `問${item.number}　${item.question}`,
    subtitle: [...particulars(frame), shortGuidance(item.guidance), ...hints].filter((line) => line !== ''),
    columns: [
      { title: '識別子', width: 12, hidden: true, readOnly: true, text: true },
      ...item.columns.map((column) => ({ title: columnTitle(column), width: 20, text: true, ...limits(column) })),
    ],
    rows: Array.from({ length: count }, (_, index) => [
      rowId(item.id, index + 1),
      ...item.columns.map((column) => {
        const words = valueWords(column, filled[index]?.[column.id]);
        return words === '' ? null : words;
      }),
    ]),
    size: 'A3',
    protect: true,
    filter: false,
  };
}

const columnTitle = (column: TableColumn): string => column.label;

function ticketSheet({ ticket }: SealedFrame): Sheet {
  return {
    name: TICKET_SHEET,
    columns: [
      { title: '項目', width: 20, readOnly: true, text: true },
      { title: '値', width: 70, readOnly: true, text: true },
    ],
    rows: (Object.keys(TICKET_ROWS) as (keyof typeof TICKET_ROWS)[]).map((key) => [
      TICKET_ROWS[key],
      String(ticket[key]),
    ]),
    hidden: true,
    protect: true,
    filter: false,
  };
}
