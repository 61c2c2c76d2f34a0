/** The issue list goes out, a script rewrites the workbook as a person would, and it comes back after a look at it. */
import { Workbook } from '@cj-tech-master/excelts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { meetingsContract } from '../../src/modules/meetings/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { type Cast, openCast } from './harness/demonstration.ts';
import { chooseFile, main, press, section, send } from './harness/hand.ts';
import type { Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CONTENTS = ['対象課の予定を確かめる', '機器の持込みの手続きを決める', '用語の意味をそろえる'];

describe('the issue list in a spreadsheet program', () => {
  let product: Product;
  let browser: Browser;
  let cast: Cast;
  let office: Person;
  let engagementId: string;
  let file: Uint8Array;

  const dialog = () => office.page.getByRole('dialog');
  const issues = async () => (await office.api(meetingsContract).listIssues({ engagementId })).issues;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    cast = openCast(browser, product.address);
    office = await cast.as('office');
    const { engagements } = await office.api(engagementContract).listEngagements({});
    engagementId = engagements[0]?.id ?? '';
    for (const content of CONTENTS) {
      const issue = { engagementId, meetingId: null, owner: 'city' as const, due: '2027-01-15' };
      await office.api(meetingsContract).openIssue({ ...issue, content });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('goes out from its page', async () => {
    await office.open(`/engagements/${engagementId}/issues`);
    await main(office).getByRole('button', { name: 'Excelで編集', exact: true }).click();
    await office.quiet();
    await expectShown(dialog().getByRole('heading', { name: '課題管理表をExcelで編集' }));
    const href = await dialog()
      .getByRole('link', { name: /Excel$/ })
      .getAttribute('href');
    const reply = await office.context.request.get(href ?? '');
    expect(reply.headers()['content-type']).toContain(XLSX);
    file = new Uint8Array(await reply.body());
  });

  it('comes back with one row changed, one added, one refused, and shows it', async () => {
    const bytes = await rewritten(file);
    await chooseFile(office, dialog(), '編集したファイル', { name: '課題管理表.xlsx', mimeType: XLSX, content: bytes });
    await press(office, 'exchange/previewList', '変わるところを確かめる', dialog());
    const changed = section(dialog(), '変わる行（1）');
    await expectShown(changed.getByText('令和9年2月1日'));
    await expectShown(section(dialog(), '加わる行（1）').getByText('研修の日を決める', { exact: false }).first());
    const refused = section(dialog(), '受け付けられないところ（1）');
    await expectShown(refused.getByText('番号は登録した順に付き、変えられません。'));
    expect((await issues()).filter(({ content }) => CONTENTS.includes(content)).map(({ due }) => due)).toEqual([
      '2027-01-15',
      '2027-01-15',
      '2027-01-15',
    ]);
  });

  it('is taken in as ticked', async () => {
    await send(office, 'exchange/applyList', () =>
      dialog().getByRole('button', { name: '選んだ2行を取り込む', exact: true }).click(),
    );
    await expectShown(main(office).getByText('研修の日を決める'));
    const [first] = (await issues()).filter(({ content }) => content === CONTENTS[0]);
    expect(first).toMatchObject({ due: '2027-02-01', response: '総務課に照会した' });
  });

  it('left no problem behind', () => {
    expectCarriedOut(['exchange/previewList', 'exchange/applyList']);
    expectNoProblems(cast.present.values());
  });
});

/** Opens the workbook, changes some cells by the words of their headings, and saves it. */
async function rewritten(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('a sheet');
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  sheet.eachRow((row, number) => {
    const titles: string[] = [];
    row.eachCell((cell, column) => {
      titles[column] = cell.text;
    });
    if (titles.includes('課題') && titles.includes('期限')) {
      titles.forEach((title, column) => columns.set(title, column));
    } else if (columns.size > 0 && titles[columns.get('課題') ?? 0] !== undefined) {
      rows.set(titles[columns.get('課題') ?? 0] ?? '', number);
    }
  });
  const cell = (row: number, title: string) => sheet.getCell(row, columns.get(title) ?? 99);
  const [changed, refused] = CONTENTS.map((content) => rows.get(content) ?? 0);
  if (changed === undefined || refused === undefined) throw new Error('the issues');
  cell(changed, '期限').value = '令和九年二月一日';
  cell(changed, '対応の状況').value = '総務課に照会した　';
  cell(refused, '番号').value = 99;
  const empty = Math.max(...[...rows].filter(([title]) => title !== '').map(([, row]) => row)) + 1;
  cell(empty, '課題').value = '研修の日を決める';
  cell(empty, '担当').value = '受託者';
  return new Uint8Array(await book.xlsx.writeBuffer());
}
