/** A municipality with campaigns, and people who answer by file as they would by hand. */
import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { type AnswerSheet, type ItemAnswer, matrixOf, rowsOf } from '../../../core/assessment/index.ts';
import type { FormItem, MatrixItem, Questionnaire, TableItem } from '../../../core/content-schema/index.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { startTestApplication } from '../../../kernel/test-application.ts';
import engagement from '../../engagement/server.ts';
import people from '../../people/server.ts';
import questionnaire from '../../questionnaire/server.ts';
import type { City } from '../../self-check/testing/city.ts';
import selfCheck from '../../self-check/server.ts';
import specification from '../../specification/server.ts';
import { answerFileContract } from '../contract.ts';
import type { PageData } from '../page/data.ts';
import { ANSWER_FORMAT, type AnswerFile, writeAnswerFile } from '../rules/answer-json.ts';
import { choicesOf, type FileItem, type Holder, matrixHolders } from '../rules/holder.ts';
import { valueWords } from '../rules/words.ts';
import answerFile from '../server.ts';

export const startApplication = () =>
  startTestApplication({
    modules: [specification, people, engagement, questionnaire, selfCheck, answerFile],
    start: '2026-06-01T00:00:00.000Z',
  });

export const files = (city: City, caller: Caller) => city.test.application.client(answerFileContract, caller);

export async function upload(city: City, caller: Caller, name: string, content: Uint8Array | string): Promise<string> {
  async function* chunks() {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  return (await city.test.application.upload(caller, name, chunks())).id;
}

/** What the page was given by the server. */
export function dataOf(html: Uint8Array): PageData {
  const text = new TextDecoder().decode(html);
  const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/su.exec(text) ?? [];
  return JSON.parse(json) as PageData;
}

/** The file that the page makes of these answers. */
export function answerFileOf(html: Uint8Array, answers: AnswerSheet, change: Partial<AnswerFile> = {}): string {
  return writeAnswerFile({
    format: ANSWER_FORMAT,
    formatVersion: 1,
    ticket: dataOf(html).ticket,
    savedAt: Date.parse('2026-07-10T01:00:00.000Z'),
    serial: 1,
    complete: true,
    answers,
    ...change,
  });
}

type Book = InstanceType<typeof Workbook>;

/** The workbook with the answers written into its white cells, in the words of the form. */
export async function filledBook(
  bytes: Uint8Array,
  form: Questionnaire,
  answers: AnswerSheet,
  rework: (book: Book) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  for (const item of form.sections.flatMap(({ items }) => items)) {
    const answer = answers[item.id];
    if (answer === undefined) continue;
    if (item.type === 'table') fillTable(book, item, answer);
    else if (item.type === 'matrix') fillMatrix(book, item, answer);
    else if (item.type !== 'file') fillRow(book, item, answer);
  }
  rework(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fillMatrix(book: Book, item: MatrixItem, answer: ItemAnswer): void {
  const rows = matrixOf(answer);
  book.getWorksheet('回答')?.eachRow((row) => {
    const [id, part] = row.getCell(1).text.split('@');
    const holder = id === item.id ? matrixHolders(item).find((one) => one.id === part) : undefined;
    if (holder !== undefined) row.getCell(4).value = valueWords(holder, rows[holder.id]);
  });
}

function fillRow(book: Book, item: Exclude<FormItem, TableItem | MatrixItem | FileItem>, answer: ItemAnswer): void {
  const sheet = book.getWorksheet('回答');
  sheet?.eachRow((row) => {
    if (row.getCell(1).text !== item.id) return;
    row.getCell(4).value = valueWords(item, answer.value);
    if (answer.reason !== undefined) row.getCell(5).value = answer.reason;
    if (answer.alternative !== undefined) row.getCell(6).value = answer.alternative;
  });
}

function fillTable(book: Book, item: TableItem, answer: ItemAnswer): void {
  const sheet = book.getWorksheet(`問${item.number}`);
  const rows = rowsOf(answer);
  sheet?.eachRow((row) => {
    const [id, place] = row.getCell(1).text.split('#');
    const values = id === item.id ? rows[Number(place) - 1] : undefined;
    if (values === undefined) return;
    item.columns.forEach((column, index) => {
      const words = valueWords(column, values[column.id]);
      if (words !== '') row.getCell(index + 2).value = words;
    });
  });
}

const words = fc
  .stringMatching(/^[あ-んア-ン一-龠A-Za-z0-9（）・ー、。]{1,30}$/u)
  .filter((text) => text.normalize('NFC') === text && !text.startsWith("'"));
const days = fc
  .integer({ min: 0, max: 9000 })
  .map((number) => new Date(Date.UTC(2010, 0, 1 + number)).toISOString().slice(0, 10));

function valueArbitrary(holder: Holder): fc.Arbitrary<string | number | boolean | readonly string[]> {
  switch (holder.type) {
    case 'text':
      return words.map((text) => text.slice(0, holder.maxLength));
    case 'number':
      return fc.integer({ min: holder.min, max: Math.min(holder.max, 100_000) });
    case 'date':
      return days;
    case 'multiple':
      return fc.subarray(
        holder.options.map(({ value }) => value),
        { minLength: 1 },
      );
    case 'yes-no':
    case 'yes-no-na':
    case 'scale':
    case 'single':
      return fc.constantFrom(...choicesOf(holder).map(({ value }) => value));
  }
}

function answerArbitrary(item: FormItem): fc.Arbitrary<ItemAnswer> {
  if (item.type === 'table') {
    const row = fc.record(Object.fromEntries(item.columns.map((column) => [column.id, valueArbitrary(column)])));
    return fc
      .array(row, { minLength: Math.max(1, item.minRows), maxLength: Math.min(5, item.maxRows) })
      .map((value) => ({ value }));
  }
  if (item.type === 'file') return fc.constant({});
  if (item.type === 'matrix') {
    const rows = matrixHolders(item).map((row) => [row.id, valueArbitrary(row)] as const);
    return fc.record(Object.fromEntries(rows)).map((value) => ({ value }) as ItemAnswer);
  }
  const value = valueArbitrary(item);
  return fc
    .record({ value, reason: words, alternative: words })
    .map((answer) => (item.type === 'yes-no-na' ? answer : { value: answer.value }) as ItemAnswer);
}

/** Complete sheets of a form: every item is answered, also where its answer will turn out not to be asked for. */
export function sheetArbitrary(form: Questionnaire): fc.Arbitrary<AnswerSheet> {
  const items = form.sections.flatMap((section) => section.items);
  return fc.record(Object.fromEntries(items.map((item) => [item.id, answerArbitrary(item)])));
}
