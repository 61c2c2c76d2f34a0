/** A consultation at the cap: asked by a section, taken on beyond ten a month with a reason, answered as the clause asks, rated. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { consultationContract } from '../../src/modules/consultation/contract.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { type Cast, openCast } from './harness/demonstration.ts';
import { confirm, field, follow, main, pick, press, section } from './harness/hand.ts';
import type { Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const TITLE = '窓口の端末にカメラを付けてよいか';
const CATEGORY = '技術的な対策';
const CONSIDERED = ['所管課での実現可能性', '最近の技術動向', '京都市情報セキュリティ対策基準等'];

describe('a consultation at the cap', () => {
  let product: Product;
  let browser: Browser;
  let cast: Cast;
  let engagementId: string;

  const open = async (key: string, path: string): Promise<Person> => {
    const person = await cast.as(key);
    await person.open(`/engagements/${engagementId}/${path}`);
    return person;
  };
  const openTitle = async (key: string): Promise<Person> => {
    const person = await open(key, 'consultations');
    await follow(person, TITLE);
    return person;
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    cast = openCast(browser, product.address);
    const office = await cast.as('office');
    ({ engagementId } = await office.api(engagementContract).createEngagement({
      specification: 'kyoto-2024',
      contractDate: '2024-04-01',
      contractor: '株式会社あけぼの監査',
      client: { department: '情報化推進室', address: '中央一丁目1番1号', tel: '000-000-0000', fax: '', email: '' },
      places: ['あおば市役所'],
    }));
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('ten are taken on in the month', async () => {
    const asking = (await cast.as('citizens-staff')).api(consultationContract);
    const deciding = (await cast.as('office')).api(consultationContract);
    for (let count = 1; count <= 10; count += 1) {
      const { id } = await asking.askConsultation({
        engagementId,
        title: `${count}件目の相談`,
        category: CATEGORY,
        urgent: false,
        questions: 1,
        question: '設定の変え方を教えてください。',
        fileIds: [],
      });
      await deciding.triageConsultation({
        engagementId,
        consultationId: id,
        version: 1,
        decision: 'contractor',
        due: null,
      });
    }
    const office = await open('office', 'consultations');
    await expectShown(main(office).getByText(/上限に達しています$/));
    expect(await main(office).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('10');
  });

  it('a section asks for the eleventh', async () => {
    const staff = await open('citizens-staff', 'consultations');
    await follow(staff, '相談する');
    const form = main(staff);
    await field(form, '件名').fill(TITLE);
    await field(form, '分類').selectOption({ label: CATEGORY });
    await field(form, '相談の内容').fill('Web会議のために、窓口の端末にカメラを付けたいと考えています。');
    await press(staff, 'consultation/askConsultation', '相談を送る');
    await expectShown(main(staff).getByText('受付（回答者を決める前）', { exact: true }));
    // The cap is the business of the two parties.
    expect(await main(staff).getByRole('progressbar').count()).toBe(0);
  });

  it('the office has to say why it is taken on beyond the cap', async () => {
    const office = await openTitle('office');
    const form = section(main(office), '回答者を決める');
    await pick(form, '誰が答えるか', '受託者に引き継ぐ');
    await form.getByRole('button', { name: '決定する', exact: true }).click();
    await expectShown(form.getByText('上限に達しています。超えて受けるか、次の期に回すかを選んでください。'));
    await pick(form, '上限に達しているときの扱い', '上限を超えて今期に受ける（理由が要ります）');
    await field(form, '超えて受ける理由').fill('窓口の業務に影響するため');
    await press(office, 'consultation/triageConsultation', '決定する', form);
    await expectShown(main(office).getByText('窓口の業務に影響するため'));
    await office.open(`/engagements/${engagementId}/consultations`);
    await expectShown(main(office).getByText('上限を1件超えています'));
  });

  it('the contractor answers with what the clause asks for', async () => {
    const manager = await openTitle('pm');
    const assigning = section(main(manager), '担当者を決める');
    await field(assigning, '担当者').selectOption({ label: '𠮷野　隆' });
    await press(manager, 'consultation/assignMember', '担当者にする', assigning);

    const auditor = await cast.as('auditor');
    await auditor.open('/');
    await follow(auditor, new RegExp(`相談に回答する：${TITLE}`));
    const form = section(main(auditor), '回答を書く');
    await field(form, '回答').fill('使わないときに覆いを付けることを条件に、取り付けられます。');
    await field(form, 'やさしい説明').fill('使わないときは、カメラに蓋をしてください。');
    for (const name of CONSIDERED.slice(0, 2)) await field(form, name).fill('確かめた。');
    auditor.watch.expectRefusal('consultation/issueAnswer', 422);
    await form.getByRole('button', { name: '回答を出す', exact: true }).click();
    await expectShown(form.getByText(/京都市情報セキュリティ対策基準等」について書いてください/));
    await auditor.quiet();
    await field(form, CONSIDERED[2] ?? '').fill('端末の管理の定めに反しない。');

    const standards = await field(form, '根拠1の基準').locator('option').allTextContents();
    await field(form, '根拠1の基準').selectOption({ label: standards.find((name) => name.endsWith('対策基準')) ?? '' });
    await field(form, '根拠1の条項番号').fill('第12条');
    await press(auditor, 'consultation/issueAnswer', '回答を出す', form);
    await expectShown(main(auditor).getByText('回答済み', { exact: true }));
  });

  it('the section reads the answer, says how it was, and asks no more', async () => {
    const staff = await cast.as('citizens-staff');
    await staff.open('/');
    await follow(staff, new RegExp(`相談の回答を読む：${TITLE}`));
    await expectShown(main(staff).getByText('使わないときは、カメラに蓋をしてください。'));
    const rating = section(main(staff), '回答への満足度');
    await pick(rating, '満足度', '5 とても満足');
    await press(staff, 'consultation/rateConsultation', '満足度を記録する', rating);
    await confirm(staff, 'consultation/closeConsultation', '解決したので終了する');
    await expectShown(main(staff).getByText('終了', { exact: true }));
  });

  it('the answer becomes knowledge that everybody finds by another word', async () => {
    const auditor = await openTitle('auditor');
    await follow(auditor, '知識ベースの項目を作る');
    const form = main(auditor);
    await field(form, '題名').fill('Web会議のカメラ');
    await press(auditor, 'consultation/saveKnowledge', '確認に回す');
    const office = await open('office', 'knowledge');
    await follow(office, 'Web会議のカメラ');
    await section(main(office), '確認して公開する')
      .getByRole('checkbox', { name: /個人や相談した所属が分からないことを確かめた/ })
      .check();
    await press(office, 'consultation/publishKnowledge', '公開する');
    const staff = await open('citizens-staff', 'knowledge');
    await field(main(staff), '探す言葉').fill('オンライン会議');
    await press(staff, 'consultation/searchKnowledge', '探す');
    await expectShown(main(staff).getByRole('link', { name: 'Web会議のカメラ' }));
  });

  it('the year is told by theme', async () => {
    const office = await open('office', 'consultations/summary');
    await expectShown(main(office).getByRole('row').filter({ hasText: CATEGORY }));
    await confirm(office, 'consultation/issueSummary', 'この集計を確定する');
    await expectShown(main(office).getByRole('heading', { name: '確定した集計' }));
    expectCarriedOut(['consultation/askConsultation', 'consultation/issueAnswer', 'consultation/issueSummary']);
  });

  it('went through without anything wrong behind the pages', () => {
    expectNoProblems(cast.present.values());
  });
});
