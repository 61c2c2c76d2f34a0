/** One campaign answered in each way: an HTML file from disk, a workbook through another program, paper typed in; all say the same. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerSheet } from '../../src/core/assessment/index.ts';
import { selfCheckForm, selfCheckSheet } from '../../src/core/assessment/testing/sheets.ts';
import { filledBook } from '../../src/modules/answer-file/testing/answering.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';
import { questionnaireContract } from '../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow, wholeness } from './harness/checks.ts';
import { chooseFile, field, follow, main, press, section, send } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import { navigation, newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const PASSWORD = 'こすもすの丘を四周ほどあるく';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const REASON = '今年度から順に受け取っている';
const SECTIONS = ['市民課', '税務課', '福祉課'] as const;
const hasOffice = spawnSync('soffice', ['--version']).error === undefined;
/** What everybody answers: いいえ with a reason to the first question, はい to the others. */
const ANSWERS: AnswerSheet = selfCheckSheet({ 'asset-pledge': { value: 'no', reason: REASON } });

describe('four ways to answer', () => {
  const clock = otherDay('2026-07-02T01:00:00.000Z');
  const folder = mkdtempSync(join(tmpdir(), 'machimori-ways-'));
  const everybody: Person[] = [];
  const departments = new Map<string, string>();
  let product: Product;
  let browser: Browser;
  let office: Person;
  let staff: Person;
  let engagementId: string;
  let campaignId: string;
  let surveyId: string;
  let answerFile: { readonly name: string; readonly content: string };

  const departmentId = (name: string): string => departments.get(name) ?? '';
  const download = async (person: Person, kind: string, name: string, campaign = campaignId): Promise<Buffer> => {
    const input = JSON.stringify({ campaignId: campaign, respondentId: departmentId(name), kind });
    const reply = await person.context.request.get('/api/answer-file/downloadSheet', { params: { input } });
    expect(reply.ok()).toBe(true);
    return reply.body();
  };
  const answersOf = async (name: string) => {
    const input = { campaignId, departmentId: departmentId(name) };
    return (await office.api(selfCheckContract).getResponse(input)).revisions[0]?.answers;
  };
  const arrive = async (name: string, loginName: string): Promise<Person> => {
    const person = await newPerson(browser, product.address, name);
    everybody.push(person);
    await person.page.goto('/');
    await field(main(person), '利用者名').fill(loginName);
    await field(main(person), 'パスワード').fill(PASSWORD);
    await main(person).getByRole('button', { name: 'サインインする', exact: true }).click();
    await navigation(person.page).waitFor();
    await person.quiet();
    return person;
  };

  beforeAll(async () => {
    const env = { DEMONSTRATION: 'false', ...clock.env };
    [product, browser] = await Promise.all([startProduct({ env }), openBrowser()]);
    const admin = await newPerson(browser, product.address, '大野　学');
    const people = admin.api(peopleContract);
    const account = { loginName: 'ohno', displayName: '大野　学', password: PASSWORD };
    await people.createFirstAdministrator({ municipalityName: 'みなも市', ...account });
    await people.signIn({ loginName: 'ohno', password: PASSWORD });
    const from = '2026-04-01';
    const bureau = await people.saveDepartment({ name: '市民局', kana: '', bureauId: null, from });
    for (const name of SECTIONS) {
      const made = await people.saveDepartment({ name, kana: '', bureauId: bureau.departmentId, from });
      departments.set(name, made.departmentId);
    }
    const common = { email: null, password: PASSWORD, party: 'city' as const, firmId: null };
    await people.createAccount({
      ...common,
      loginName: 'yamamoto',
      displayName: '山本　恵',
      roles: ['security-office'],
      departmentId: bureau.departmentId,
    });
    await people.createAccount({
      ...common,
      loginName: 'tamura',
      displayName: '田村　葵',
      roles: ['department-staff'],
      departmentId: departmentId('市民課'),
    });
    office = await arrive('山本　恵', 'yamamoto');
    staff = await arrive('田村　葵', 'tamura');
    office.context.setDefaultTimeout(100_000);
    ({ engagementId } = await office.api(engagementContract).createEngagement({
      specification: 'chiba-2026',
      contractDate: '2026-06-01',
      contractor: '株式会社かわせみ監査',
      client: { department: '情報政策課', address: '本町1番1号', tel: '000-000-0001', fax: '', email: '' },
      places: ['みなも市役所'],
    }));
    campaignId = await opened('self-check-2026');
    surveyId = await opened('preliminary-survey-2026');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(content: string): Promise<string> {
    const forms = office.api(questionnaireContract);
    const draft = await forms.importFromContent({ content });
    await forms.publish({ questionnaireId: draft.id, version: draft.version });
    const campaign = await office.api(selfCheckContract).openCampaign({
      engagementId,
      questionnaireId: draft.id,
      departments: [...departments.values()],
      opens: '2026-07-02',
      due: '2026-07-31',
      requiresApproval: false,
    });
    return campaign.id;
  }

  /** A sheet on a computer without a network: what it asks for is written down. */
  async function fromDisk(name: string, html: Buffer): Promise<{ readonly page: Page; readonly asked: string[] }> {
    const path = join(folder, name);
    writeFileSync(path, html);
    const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 } });
    await context.setOffline(true);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    context.on('weberror', (error) => asked.push(error.error().message));
    context.on('console', (message) => void (message.type() === 'error' && asked.push(message.text())));
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    return { page, asked };
  }

  it('begin on the page of the campaign, where the office gives sheets out', async () => {
    await office.open(`/engagements/${engagementId}/self-check/${campaignId}`);
    await follow(office, '回答票の配布と取込み');
    const give = section(main(office), '回答票を配る');
    const href = await give.getByRole('link', { name: 'HTMLの回答票（ZIP）', exact: true }).getAttribute('href');
    const reply = await office.context.request.get(href ?? '');
    expect([reply.headers()['content-type'], reply.headers()['content-disposition']]).toEqual([
      'application/zip',
      expect.stringContaining('attachment'),
    ]);
    expect([...(await wholeness(office.page)), ...(await axe(office.page)), ...(await overflow(office.page))]).toEqual(
      [],
    );
  });

  it('by the HTML file: thirty items with the keyboard alone, from disk, without a network', async () => {
    const { page, asked } = await fromDisk('回答票.html', await download(office, 'html', '市民課'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { keyboard } = page;
    const here = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return { id: activeElement?.id ?? '', kind: activeElement?.getAttribute('type') ?? '' };
      });
    let groups = 0;
    for (let stops = 0; stops < 400; stops += 1) {
      await keyboard.press('Tab');
      const { id, kind } = await here();
      if (id === 'finish') break;
      if (kind !== 'radio') continue;
      await keyboard.press('Space');
      groups += 1;
      if (groups > 1) continue;
      // The arrow goes on to いいえ, whose reason is asked for.
      await keyboard.press('ArrowRight');
      await keyboard.press('Tab');
      await keyboard.type(REASON);
    }
    expect([groups, (await here()).id]).toEqual([30, 'finish']);
    const saving = page.waitForEvent('download');
    await keyboard.press('Enter');
    const saved = await saving;
    const path = join(folder, 'answer.json');
    await saved.saveAs(path);
    answerFile = { name: saved.suggestedFilename(), content: readFileSync(path, 'utf8') };
    expect(answerFile.name).toMatch(/^回答_.*市民課_1\.json$/u);
    await page.getByRole('heading', { name: '回答ファイルを作りました' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    expect(asked.filter((url) => !/^(?:file|blob):/u.test(url))).toEqual([]);
  });

  it('by the HTML file: says what is missing, keeps the draft, follows conditions, takes a saved file back', async () => {
    const { page, asked } = await fromDisk('予備調査.html', await download(staff, 'html', '市民課', surveyId));
    await page.getByRole('button', { name: '回答ファイルを作る' }).click();
    await page.getByRole('heading', { name: /次の\d+件を直してください/u }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    const count = page.getByRole('textbox', { name: /問4/u });
    expect(await count.isVisible()).toBe(false);
    await page.getByRole('radio', { name: '専用のサーバ室がある' }).check();
    await count.fill('１２');
    await page.getByRole('button', { name: '情報資産を加える' }).click();
    await page.getByRole('textbox', { name: '情報資産の名称' }).fill('申請書の綴り');
    await page.getByText(/^このパソコンに保存しました/u).waitFor();
    await page.reload();
    await page.getByText(/^前回の続きを表示しています/u).waitFor();
    expect(await page.getByRole('textbox', { name: /問4/u }).inputValue()).toBe('12');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '途中の回答をファイルに残す' }).click();
    const draft = join(folder, 'draft.json');
    await (await saving).saveAs(draft);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'このパソコンの下書きを消す' }).click();
    await page.getByText('下書きを消しました。').waitFor();
    expect(await page.getByRole('textbox', { name: '情報資産の名称' }).count()).toBe(0);
    await page.getByLabel('残したファイルを読み込む').setInputFiles(draft);
    await page.getByText(/の回答を読み込みました。$/u).waitFor();
    expect(await page.getByRole('textbox', { name: '情報資産の名称' }).inputValue()).toBe('申請書の綴り');
    await page.getByLabel('残したファイルを読み込む').setInputFiles({
      name: '別.json',
      mimeType: 'application/json',
      buffer: Buffer.from(readFileSync(draft, 'utf8').replace('申請書の綴り', '書き換え')),
    });
    await page.getByText('このファイルは壊れているか、書き換えられています。', { exact: false }).waitFor();
    expect(asked.filter((url) => !/^(?:file|blob):/u.test(url))).toEqual([]);
  });

  it('by files that are looked at and taken in: the answer file, and a workbook that another program saved', async () => {
    const sheet = await download(office, 'excel', '税務課');
    const filled = await filledBook(new Uint8Array(sheet), selfCheckForm, ANSWERS);
    await office.open(`/engagements/${engagementId}/answer-files/${campaignId}`);
    const take = section(main(office), '届いた回答票を取り込む');
    const json = { name: answerFile.name, mimeType: 'application/json', content: answerFile.content };
    await chooseFile(office, take, '届いたファイル', json);
    const book = hasOffice ? throughOffice(folder, filled) : filled;
    await chooseFile(office, take, '届いたファイル', { name: '税務課.xlsx', mimeType: XLSX, content: book });
    await send(office, 'answer-file/addToIntake', () =>
      take.getByRole('button', { name: 'ファイルを読み取る', exact: true }).click(),
    );
    await expectShown(main(office).getByRole('heading', { name: '届いた回答票の確認' }));
    await expectShown(main(office).getByText('新しい回答').nth(1));
    expect(await answersOf('市民課')).toBeUndefined();
    await main(office)
      .getByRole('button', { name: /税務課\.xlsx.*違いを見る/u })
      .click();
    await office.quiet();
    const dialog = office.page.getByRole('dialog');
    await expectShown(dialog.getByText(`理由：${REASON}`, { exact: false }));
    expect(await axe(office.page)).toEqual([]);
    await office.page.keyboard.press('Escape');
    expect([...(await axe(office.page)), ...(await overflow(office.page))]).toEqual([]);
    await press(office, 'answer-file/acceptFiles', '選んだ2件を取り込む');
    await expectShown(main(office).getByText('2件の回答を取り込みました。'));
    await expectShown(main(office).getByText('取込み済み').nth(1));
  });

  it('by paper: its number opens the entry, digits choose, a second entry finds the slip', async () => {
    const { respondents: places } = await office.api(selfCheckContract).getReception({ campaignId });
    const place = places.find((one) => one.respondentId === departmentId('福祉課'))?.place ?? 0;
    const pdf = await download(office, 'paper', '福祉課');
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    const words = execFileSync('pdftotext', ['-layout', join(folder, 'paper.pdf'), '-'], { encoding: 'utf8' });
    const pages = words.split('\f').filter((page) => page.trim() !== '');
    const number = new RegExp(`${String(place).padStart(4, '0')}-\\d`, 'u').exec(words)?.[0] ?? '';
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain(number);

    await office.open(`/engagements/${engagementId}/answer-files/${campaignId}`);
    const { keyboard } = office.page;
    await field(main(office), '整理番号').focus();
    await keyboard.type('99999');
    await keyboard.press('Enter');
    await expectShown(main(office).getByText('整理番号が正しくありません。', { exact: false }));
    await field(main(office), '整理番号').fill('');
    await keyboard.type(number.replace('-', ''));
    await keyboard.press('Enter');
    await expectShown(main(office).getByRole('heading', { name: '紙の回答の入力（福祉課）' }));
    await office.quiet();
    expect([...(await wholeness(office.page)), ...(await axe(office.page)), ...(await overflow(office.page))]).toEqual(
      [],
    );
    /** A slip at the fifth question asks for a reason, as it would on the page. */
    const typeSheet = async (slip: boolean): Promise<void> => {
      await keyboard.type('2');
      await keyboard.press('Enter');
      await keyboard.type(REASON);
      await keyboard.press('Enter');
      await keyboard.press('Enter');
      for (let item = 2; item <= 30; item += 1) {
        await keyboard.type(slip && item === 5 ? '3' : '１');
        await keyboard.press('Enter');
        if (!slip || item !== 5) continue;
        await keyboard.type('見間違い');
        await keyboard.press('Enter');
      }
    };
    await typeSheet(false);
    await keyboard.press('F2');
    await keyboard.type('5');
    await keyboard.press('Enter');
    expect(await office.page.evaluate(() => document.activeElement?.id)).toContain('entry-');
    await main(office).getByRole('button', { name: '入力を終えて確かめる', exact: true }).press('Enter');
    await main(office).getByRole('button', { name: '二度入力して確かめる', exact: true }).press('Enter');
    await expectShown(main(office).getByRole('heading', { name: '二度目の入力' }));
    await office.quiet();
    await typeSheet(true);
    await keyboard.press('Enter');
    await expectShown(main(office).getByText('2か所が違います。', { exact: false }));
    expect(await axe(office.page)).toEqual([]);
    for (const first of await main(office)
      .getByRole('radio', { name: /^一度目/u })
      .all())
      await first.press('Space');
    await main(office).getByRole('button', { name: '違いを直して確認に進む', exact: true }).press('Enter');
    await expectShown(main(office).getByText('二度の入力が一致しました。'));
    expect([...(await axe(office.page)), ...(await overflow(office.page))]).toEqual([]);
    await field(main(office), '紙が届いた日').fill('令和8年7月2日');
    await press(office, 'self-check/submitOnBehalf', 'この内容で保存する');
  });

  it('leave the same answers, and each the way it came', async () => {
    const stored = await Promise.all(SECTIONS.map(answersOf));
    expect(stored).toEqual([ANSWERS, ANSWERS, ANSWERS]);
    const { departments: rows } = await office.api(selfCheckContract).getProgress({ campaignId });
    const channels = SECTIONS.map((name) => rows.find((row) => row.departmentName === name)?.channel);
    expect(channels).toEqual(['html', 'excel', 'paper']);
  });

  it('by its own file a department answers for itself', async () => {
    await staff.open('/sheets');
    await follow(staff, 'ファイルや紙で回答する');
    await expectShown(main(staff).getByRole('link', { name: 'Excelの回答票', exact: true }));
    expect([...(await wholeness(staff.page)), ...(await axe(staff.page)), ...(await overflow(staff.page))]).toEqual([]);
    await staff.open(`/sheets/${campaignId}/${departmentId('市民課')}/file`);
    const sheet = await download(staff, 'excel', '市民課');
    const answers = { ...ANSWERS, 'asset-pledge': { value: 'yes' } };
    const book = await filledBook(new Uint8Array(sheet), selfCheckForm, answers, (made) => {
      made.getWorksheet('回答')?.eachRow((row) => {
        if (row.getCell(1).text === 'asset-pledge') row.getCell(5).value = null;
      });
    });
    const hand = section(main(staff), '記入した回答票を提出する');
    const chosen = { name: '市民課.xlsx', mimeType: XLSX, content: book };
    await chooseFile(staff, hand, '回答ファイル又はExcelの回答票と、添付ファイル', chosen);
    await press(staff, 'answer-file/previewOwnFile', '内容を確かめる', hand);
    await expectShown(main(staff).getByText(`理由：${REASON}`, { exact: false }));
    expect([...(await axe(staff.page)), ...(await overflow(staff.page))]).toEqual([]);
    await press(staff, 'answer-file/submitOwnFile', 'この内容で提出する', main(staff));
    expect(await answersOf('市民課')).toEqual({ ...ANSWERS, 'asset-pledge': { value: 'yes' } });
  });

  it('nothing went wrong behind the pages', () => {
    expectCarriedOut(['answer-file/addToIntake', 'answer-file/acceptFiles', 'answer-file/submitOwnFile']);
    expectNoProblems(everybody);
  });
});

/** Opened and saved by LibreOffice, as in an office without Excel. */
function throughOffice(folder: string, bytes: Uint8Array): Uint8Array {
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const out = join(folder, 'saved');
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, path], { stdio: 'ignore' });
  return readFileSync(join(out, 'book.xlsx'));
}
