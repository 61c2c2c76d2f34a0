/** Files that answer an item: chosen in the sheet from disk, named in a workbook and sent beside it, handed in with paper. */
import { Workbook } from '@cj-tech-master/excelts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormItem } from '../../src/core/content-schema/index.ts';
import { questionnaireContract } from '../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow, wholeness } from './harness/checks.ts';
import { chooseFile, field, main, press, section, send } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import type { Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { type SectionName, surveyCity, type SurveyCity } from './harness/survey-city.ts';

const LEDGER = { name: '鍵の貸出簿.txt', mimeType: 'text/plain', content: '鍵の貸出簿' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const QUESTION = '鍵の貸出簿を添付してください。';

describe('files with answers', () => {
  const clock = otherDay('2026-07-02T01:00:00.000Z');
  const folder = mkdtempSync(join(tmpdir(), 'machimori-attached-'));
  const everybody: Person[] = [];
  let product: Product;
  let browser: Browser;
  let city: SurveyCity;
  let office: Person;
  let staff: Person;
  let campaignId: string;
  let answer: { readonly name: string; readonly content: string };

  beforeAll(async () => {
    const env = { DEMONSTRATION: 'false', ...clock.env };
    [product, browser] = await Promise.all([startProduct({ env }), openBrowser()]);
    city = await surveyCity(browser, product);
    [office, staff] = [await city.arrive('office'), await city.arrive('staff')];
    everybody.push(office, staff);
    office.context.setDefaultTimeout(100_000);
    const forms = office.api(questionnaireContract);
    const draft = await forms.createQuestionnaire({ type: 'preliminary-survey', fiscalYear: 2026, title: '鍵の管理' });
    const items = [
      { id: 'lock', number: 1, type: 'yes-no-na', question: '鍵を掛けていますか。' },
      { id: 'proof', number: 2, type: 'file', question: QUESTION, maxFiles: 2 },
    ] as unknown as readonly FormItem[];
    const { version } = await forms.buildDraft({
      questionnaireId: draft.id,
      version: draft.version,
      edits: items.map((item) => ({ kind: 'add-item' as const, section: 'section-1', item })),
    });
    await forms.publish({ questionnaireId: draft.id, version });
    ({ id: campaignId } = await office.api(selfCheckContract).openCampaign({
      engagementId: city.engagementId,
      questionnaireId: draft.id,
      departments: [city.departmentId('市民課'), city.departmentId('税務課')],
      opens: '2026-07-02',
      due: '2026-07-31',
      requiresApproval: false,
    }));
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const checked = async ({ page }: Person): Promise<string[]> => [
    ...(await wholeness(page)),
    ...(await axe(page)),
    ...(await overflow(page)),
  ];
  const download = async (kind: string, name: SectionName): Promise<Buffer> => {
    const input = JSON.stringify({ campaignId, respondentId: city.departmentId(name), kind });
    return (await office.context.request.get('/api/answer-file/downloadSheet', { params: { input } })).body();
  };
  const open = (): Promise<void> => office.open(`/engagements/${city.engagementId}/answer-files/${campaignId}`);
  /** Names and contents of what answers the item. */
  const attached = async (name: SectionName): Promise<string[][]> => {
    const place = { campaignId, respondentId: city.departmentId(name) };
    const { revisions } = await office.api(selfCheckContract).getResponse(place);
    const ids = (revisions[0]?.answers['proof']?.value ?? []) as readonly string[];
    const { files } = await office.api(selfCheckContract).getSheet(place);
    return Promise.all(
      ids.map(async (fileId) => {
        const params = { input: JSON.stringify({ ...place, fileId }) };
        const reply = await office.context.request.get('/api/self-check/downloadAnswerFile', { params });
        return [files.find(({ id }) => id === fileId)?.name ?? '', await reply.text()];
      }),
    );
  };

  it('are chosen from disk in the HTML sheet, which tells its limits, and go along in its answer file', async () => {
    writeFileSync(join(folder, 'sheet.html'), await download('html', '市民課'));
    const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 320, height: 800 } });
    await context.setOffline(true);
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'sheet.html')).href);
    await page.getByRole('radio', { name: 'はい', exact: true }).check();
    const chooser = page.getByLabel(`問2　${QUESTION}`);
    await page.getByRole('button', { name: '回答ファイルを作る' }).click();
    await page.getByRole('heading', { name: '回答ファイルを作る前に、次の1件を直してください。' }).waitFor();
    await chooser.setInputFiles({ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
    await page.getByText('「空.txt」は中身が空です。', { exact: false }).waitFor();
    const large = join(folder, '大きい.txt');
    writeFileSync(large, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    await chooser.setInputFiles(large);
    await page.getByText('「大きい.txt」は大きすぎます。一つ10MBまで', { exact: false }).waitFor();
    const ledger = { name: LEDGER.name, mimeType: LEDGER.mimeType, buffer: Buffer.from(LEDGER.content) };
    await chooser.setInputFiles(ledger);
    await page.getByRole('button', { name: '「鍵の貸出簿.txt」を外す' }).waitFor();
    await chooser.setInputFiles(ledger);
    await page.getByText('同じ内容のファイルを既に選んでいます。', { exact: false }).waitFor();
    await page.getByText('選んだファイルは保存されません。', { exact: false }).waitFor();
    expect([...(await axe(page)), ...(await overflow(page))]).toEqual([]);
    // Taken off by the keyboard, and chosen again.
    await page.getByRole('button', { name: '「鍵の貸出簿.txt」を外す' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer-proof');
    await chooser.setInputFiles(ledger);
    await page.getByRole('button', { name: '「鍵の貸出簿.txt」を外す' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '回答ファイルを作る' }).click();
    const saved = await saving;
    await saved.saveAs(join(folder, 'answer.json'));
    answer = { name: saved.suggestedFilename(), content: readFileSync(join(folder, 'answer.json'), 'utf8') };
    expect(JSON.parse(answer.content)).toMatchObject({
      attachments: [{ name: LEDGER.name, size: Buffer.byteLength(LEDGER.content), item: 'proof' }],
    });
    await context.close();
  });

  it('beside a workbook are missed by name, and taken in with it', async () => {
    const book = new Workbook();
    await book.xlsx.load(new Uint8Array(await download('excel', '税務課')));
    book.getWorksheet('回答')?.eachRow((row) => {
      if (row.getCell(1).text === 'lock') row.getCell(4).value = 'はい';
      if (row.getCell(1).text === 'proof') row.getCell(4).value = LEDGER.name;
    });
    const filled = new Uint8Array(await book.xlsx.writeBuffer());
    const sheet = { name: '税務課.xlsx', mimeType: XLSX, content: filled };
    const json = { ...answer, mimeType: 'application/json' };
    const readIn = async (files: readonly Parameters<typeof chooseFile>[3][]): Promise<void> => {
      await open();
      const take = section(main(office), '届いた回答票を取り込む');
      for (const file of files) await chooseFile(office, take, '届いたファイル', file);
      await send(office, 'answer-file/addToIntake', () =>
        take.getByRole('button', { name: 'ファイルを読み取る', exact: true }).click(),
      );
      await expectShown(main(office).getByRole('heading', { name: '届いた回答票の確認' }));
    };
    await readIn([json, sheet]);
    await expectShown(main(office).getByText('問2：「鍵の貸出簿.txt」が届いていません。', { exact: false }));
    await readIn([json, sheet, LEDGER]);
    await expectShown(main(office).getByText('問2の添付ファイルです。', { exact: false }));
    expect(await checked(office)).toEqual([]);
    await press(office, 'answer-file/acceptFiles', '選んだ2件を取り込む');
    await expectShown(main(office).getByText('2件の回答を取り込みました。'));
    const wanted = [[LEDGER.name, LEDGER.content]];
    expect([await attached('市民課'), await attached('税務課')]).toEqual([wanted, wanted]);
  });

  it('with paper are uploaded while it is typed in', async () => {
    await office.open(
      `/engagements/${city.engagementId}/answer-files/${campaignId}/entry/${city.departmentId('税務課')}`,
    );
    const { keyboard } = office.page;
    await keyboard.type('1');
    await keyboard.press('Enter');
    const part = section(main(office), '別に提出されたもの');
    const scan = { ...LEDGER, name: '紙の貸出簿.txt', content: '紙の貸出簿' };
    await send(office, 'self-check/attachAnswerFile', () => chooseFile(office, part, `問2　${QUESTION}`, scan));
    await expectShown(part.getByRole('button', { name: '「紙の貸出簿.txt」を外す' }));
    expect(await checked(office)).toEqual([]);
    await main(office).getByRole('button', { name: '入力を終えて確かめる', exact: true }).press('Enter');
    await expectShown(main(office).getByRole('cell', { name: '紙の貸出簿.txt' }));
    await field(main(office), '紙が届いた日').fill('令和8年7月2日');
    await press(office, 'self-check/submitOnBehalf', 'この内容で保存する');
    expect(await attached('税務課')).toEqual([['紙の貸出簿.txt', '紙の貸出簿']]);
  });

  it('are handed in by a department with its own sheet', async () => {
    await staff.open(`/sheets/${campaignId}/${city.departmentId('市民課')}/file`);
    const hand = section(main(staff), '記入した回答票を提出する');
    const json = { name: answer.name, mimeType: 'application/json', content: answer.content };
    await chooseFile(staff, hand, '回答ファイル又はExcelの回答票と、添付ファイル', json);
    await chooseFile(staff, hand, '回答ファイル又はExcelの回答票と、添付ファイル', LEDGER);
    await press(staff, 'answer-file/previewOwnFile', '内容を確かめる', hand);
    await expectShown(main(staff).getByText('「鍵の貸出簿.txt」の名前は、', { exact: false }));
    expect(await checked(staff)).toEqual([]);
  });

  it('nothing went wrong behind the pages', () => {
    expectCarriedOut(['answer-file/acceptFiles', 'self-check/attachAnswerFile', 'answer-file/previewOwnFile']);
    expectNoProblems(everybody);
  });
});
