/** A form out to a spreadsheet program and back. */
import { type CellValue, Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { exchangeContract } from '../exchange/contract.ts';
import { questionnaireContract } from './contract.ts';

let test: TestApplication;
let office: Caller;
beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
});
afterAll(() => test.close());

const exchange = () => test.application.client(exchangeContract, office);
const forms = () => test.application.client(questionnaireContract, office);
const chosen = (subject: string) => ({ list: 'questionnaire.items', engagementId: null, subject });

/** The list as it goes out, changed as a person would, and sent. Rows count from 1 below the titles. */
async function edited(
  subject: string,
  change: (cell: (row: number, title: string) => { value: CellValue }) => void,
): Promise<string> {
  const { bytes } = await exchange().downloadList({ ...chosen(subject), format: 'xlsx' });
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  let header = 0;
  const columns = new Map<string, number>();
  sheet.eachRow((row, number) => {
    const titles: [string, number][] = [];
    row.eachCell((cell, column) => titles.push([cell.text, column]));
    if (header > 0 || !titles.some(([title]) => title === '設問')) return;
    header = number;
    for (const [title, column] of titles) columns.set(title, column);
  });
  change((row, title) => sheet.getCell(header + row, columns.get(title) ?? 99));
  const sent = new Uint8Array(await book.xlsx.writeBuffer());
  return (await test.application.upload(office, '設問.xlsx', oneChunk(sent))).id;
}

describe('the items of a form as a list', () => {
  it('come back unchanged, with every way of answering and every condition', async () => {
    for (const content of ['self-check-2026', 'preliminary-survey-2026']) {
      const { id, items } = await forms().importFromContent({ content });
      const preview = await exchange().previewList({ ...chosen(id), fileId: await edited(id, () => undefined) });
      expect(preview).toMatchObject({ added: [], changed: [], removed: [], refused: [], unchanged: items });
    }
  });

  it('are changed, added with a new section, and refused at their cells', async () => {
    const { id } = await forms().importFromContent({ content: 'self-check-2026' });
    const fileId = await edited(id, (cell) => {
      cell(1, '設問').value = '誓約書を毎回受け取っているか。';
      cell(2, '設問').value = '問いでない文。';
      cell(3, '答え方').value = '文章';
      cell(31, '分類').value = '新しい分類';
      cell(31, '答え方').value = '行ごとに選ぶ';
      cell(31, '設問').value = '次のことをどの程度行っているか。';
      cell(31, '選択肢').value = '常に行う\nときどき行う\n行わない';
      cell(31, '行').value = '離席時の施錠\n書類の裁断';
      cell(32, '分類').value = '新しい分類';
      cell(32, '答え方').value = '表';
      cell(32, '設問').value = '何があるか。';
    });
    const preview = await exchange().previewList({ ...chosen(id), fileId });
    expect(preview.refused.map(({ title, reason }) => [title, reason])).toEqual([
      ['設問', '設問の文末を「か。」にしてください。'],
      ['答え方', '答え方は、新しい設問でだけ選べます。変えるときは、設問を外して新しく加えます。'],
      ['答え方', '表の設問は、欄を決める必要があるため、調査票の画面で加えてください。'],
    ]);
    const accept = [...preview.changed, ...preview.added].map(({ row }) => row);
    await exchange().applyList({ ...chosen(id), fileId, basis: preview.basis, accept, remove: [] });
    const { form } = await forms().getQuestionnaire({ questionnaireId: id });
    expect(form.sections[0]?.items[0]).toMatchObject({
      id: 'asset-pledge',
      question: '誓約書を毎回受け取っているか。',
      revision: 1,
    });
    expect(form.sections.at(-1)).toMatchObject({
      title: '新しい分類',
      items: [
        {
          number: 31,
          type: 'matrix',
          rows: [{ id: 'c1', label: '離席時の施錠' }, { id: 'c2' }],
          options: [{ value: 'c1', label: '常に行う' }, { value: 'c2' }, { value: 'c3' }],
        },
      ],
    });
  });

  it('change places by their numbers, and get conditions in the words in which they go out', async () => {
    const { id } = await forms().importFromContent({ content: 'self-check-2026' });
    const fileId = await edited(id, (cell) => {
      cell(1, '番号').value = 3;
      cell(4, '表示する条件').value = '問1の答えが「はい」又は「対象外」のとき';
      cell(5, '必ず答える条件').value = '問1の答えが「たぶん」のとき';
      cell(6, '必ず答える').value = 'いいえ';
      cell(6, '必ず答える条件').value = '問2に答えがあるとき';
    });
    const preview = await exchange().previewList({ ...chosen(id), fileId });
    expect(preview.refused.map(({ title, reason }) => [title, reason])).toEqual([
      ['必ず答える条件', '問1には「たぶん」という答えがありません。選択肢の言葉のとおりに書いてください。'],
    ]);
    await exchange().applyList({
      ...chosen(id),
      fileId,
      basis: preview.basis,
      accept: preview.changed.map(({ row }) => row),
      remove: [],
    });
    const { form } = await forms().getQuestionnaire({ questionnaireId: id });
    const items = form.sections.flatMap((section) => section.items);
    expect(items.slice(0, 3).map((item) => item.id)).toEqual([
      'asset-locked-storage',
      'asset-counter-placement',
      'asset-pledge',
    ]);
    // Numbers in words are those of the file, though a row above has been moved.
    expect(items.find((item) => item.id === 'asset-takeout-permission')?.visibleIf).toEqual({
      item: 'asset-pledge',
      in: ['yes', 'not-applicable'],
    });
    expect(items.find((item) => item.id === 'asset-register')).toMatchObject({
      required: false,
      requiredIf: { item: 'asset-locked-storage', answered: true },
    });
  });

  it('of a published version stay as they are', async () => {
    const draft = await forms().importFromContent({ content: 'self-check-2026' });
    await forms().publish({ questionnaireId: draft.id, version: draft.version });
    const fileId = await edited(draft.id, (cell) => {
      cell(1, '設問').value = '誓約書を毎回受け取っているか。';
    });
    const preview = await exchange().previewList({ ...chosen(draft.id), fileId });
    expect(preview.changed).toEqual([]);
    expect(preview.refused[0]?.reason).toContain('公開した版の設問は変えられません。');
  });
});
