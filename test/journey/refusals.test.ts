/** Bad input and bad luck: said clearly, nothing lost, nothing half-written. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { meetingsContract } from '../../src/modules/meetings/contract.ts';
import { policyContract } from '../../src/modules/policy/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { field, follow, group, main, pick, press, section, unfold } from './harness/hand.ts';
import { expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const MINE = '14時に書庫で、鍵が引出しに置かれていることを確かめた。';
const THEIRS = '10時に書庫を見た。鍵は引出しにあった。';
/** A picture, whatever its name says. */
const ONE_DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
/** Shown beside the sign-in list of the demonstration. */
const PASSWORD = 'aoba-demo-2026';

describe('what is refused', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('shows both versions when somebody else saved first, and loses neither', async () => {
    const auditor = await stage.openAudit('auditor', 'insurance', 'checks');
    const { auditId } = await stage.auditOf('insurance');
    const assistant = await stage.api('assistant', auditContract);
    const check = (await assistant.listChecks({ auditId })).checks[0];
    if (check === undefined) throw new Error('the section has no checks');
    const page = main(auditor);
    await pick(page, '判断', '2 一部不備');
    await field(page, '確認した事実').fill(MINE);
    await group(page, '証拠').getByRole('checkbox').first().check();
    await assistant.judgeCheck({
      checkId: check.id,
      version: check.version,
      judgement: 'unconfirmed',
      techniques: ['document-review'],
      fact: THEIRS,
      evidenceIds: [],
    });

    auditor.watch.expectRefusal('audit/judgeCheck', 409);
    await page.getByRole('button', { name: '保存して次へ', exact: true }).click();
    const conflict = page.getByRole('group', { name: /ほかの人が先に保存しました/ });
    await conflict.getByText(MINE).waitFor();
    await conflict.getByText(THEIRS).waitFor();
    expect(await field(page, '確認した事実').inputValue()).toBe(MINE);
    await press(auditor, 'audit/judgeCheck', '自分の入力で保存し直す', conflict);
    const after = (await assistant.listChecks({ auditId })).checks[0];
    expect([after?.fact, after?.judgement]).toEqual([MINE, 'minor']);
  });

  it('takes a double click once', async () => {
    const lead = await stage.open('lead', 'messages');
    const form = section(main(lead), '連絡を記録する');
    await pick(form, '向き', '受託者から発注者へ');
    await field(form, '件名').fill('二度押しの確かめ');
    await field(form, '本文').fill('一度だけ記録されます。');
    await field(form, '相手方').fill('情報セキュリティ課');
    await form.getByRole('button', { name: '記録する', exact: true }).dblclick();
    await main(lead).getByText('二度押しの確かめ').first().waitFor();
    await lead.quiet();
    const { messages } = await lead.api(meetingsContract).listMessages({ engagementId: stage.engagementId });
    expect(messages.filter(({ subject }) => subject === '二度押しの確かめ').length).toBe(1);
  });

  it('keeps what was typed when the session ends, and goes on after signing in again', async () => {
    const office = await stage.open('office', 'policy');
    const page = main(office);
    await unfold(page, '助言を求める');
    await pick(page, '見直しのきっかけ', '情報セキュリティ監査の結果');
    await field(page, '対象の資料').fill('情報資産の持出しの手順（案）');
    await field(page, '助言を求める内容').fill('期限の定め方に迷っています。');
    await office.context.clearCookies();
    office.watch.expectRefusals('policy/requestSupport', 401);
    await page.getByRole('button', { name: '依頼を送る', exact: true }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByText('もう一度サインインしてください').waitFor();
    expect(await field(page, '助言を求める内容').inputValue()).toBe('期限の定め方に迷っています。');
    await field(dialog, 'パスワード').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'サインインする', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await main(office).getByRole('heading', { name: '情報資産の持出しの手順（案）' }).waitFor();
    const { requests } = await office.api(policyContract).listSupport({ engagementId: stage.engagementId });
    expect(requests.filter(({ document }) => document === '情報資産の持出しの手順（案）').length).toBe(1);
  });

  it('keeps a draft through a reload', async () => {
    const lead = await stage.open('lead', 'messages');
    const form = () => section(main(lead), '連絡を記録する');
    await field(form(), '件名').fill('書きかけの件名');
    await lead.page
      .getByText(/下書きを保存しました/)
      .first()
      .waitFor();
    await lead.page.reload();
    await lead.quiet();
    expect(await field(form(), '件名').inputValue()).toBe('書きかけの件名');
    await form().getByRole('button', { name: '下書きを捨てて元に戻す', exact: true }).click();
    expect(await field(form(), '件名').inputValue()).toBe('');
  });

  it('answers the wrong role with a clear page', async () => {
    const staff = await stage.cast.as('farming-staff');
    staff.watch.expectRefusals('audit/getProgramme', 403);
    await staff.page.goto(`/engagements/${stage.engagementId}/audit`);
    await staff.page.getByRole('alert').waitFor();
    expect(await staff.page.getByRole('alert').innerText()).toMatch(/[。]/);
    expect(await staff.page.locator('h1').count()).toBe(1);
    await staff.quiet();
  });

  it('says which fields are missing before anything is sent', async () => {
    const office = await stage.open('office', 'policy');
    const page = main(office);
    await unfold(page, '助言を求める');
    await page.getByRole('button', { name: '依頼を送る', exact: true }).click();
    const summary = page.getByRole('link', { name: /対象の資料/ });
    await summary.waitFor();
    await summary.click();
    expect(await field(page, '対象の資料').evaluate((control) => control === document.activeElement)).toBe(true);
  });

  it('refuses a file whose content is not what its name says', async () => {
    const auditor = await stage.openAudit('auditor', 'insurance', 'evidence');
    const page = main(auditor);
    auditor.watch.expectRefusal('files', 415);
    await field(page, 'ファイル').setInputFiles({
      name: '報告書.pdf',
      mimeType: 'application/pdf',
      buffer: ONE_DOT,
    });
    await expectShown(page.getByText(/ファイルの中身と拡張子が合いません/));
    await auditor.quiet();
  });

  it('finds no page where there is none, and offers the way home', async () => {
    const ciso = await stage.cast.as('ciso');
    await ciso.open('/no-such-page');
    await expectShown(main(ciso).getByRole('heading', { name: 'ページが見つかりません' }));
    await follow(ciso, 'ホームへ戻る');
    await expectShown(main(ciso).getByRole('heading', { name: 'ホーム', exact: true }));
  });

  it('left nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
