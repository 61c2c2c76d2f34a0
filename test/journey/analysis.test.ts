/** A self-check closed, analysed, its proposals put into next year's form, its reports taken out; who sees what, and when. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { selfCheckSheet } from '../../src/core/assessment/testing/sheets.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { questionnaireContract } from '../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow } from './harness/checks.ts';
import { type Cast, openCast } from './harness/demonstration.ts';
import { confirm, field, follow, main, press, section } from './harness/hand.ts';
import type { Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const TITLE = '冬の自己点検';

describe('the analysis of a self-check', () => {
  let product: Product;
  let browser: Browser;
  let cast: Cast;
  let office: Person;
  let lead: Person;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    cast = openCast(browser, product.address);
    office = await cast.as('office');
    lead = await cast.as('lead');
    await answerAll(office);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('begins when the office closes the survey', async () => {
    await office.choose('自己点検・予備調査');
    await follow(office, TITLE);
    await confirm(office, 'self-check/closeCampaign', '受付を締め切る');
    await lead.choose('調査の分析');
    expect(await main(lead).getByRole('link', { name: TITLE, exact: true }).count()).toBe(0);
  });

  it('shows the figures, and keeps small groups back', async () => {
    await office.choose('調査の分析');
    await follow(office, TITLE);
    await expectShown(section(main(office), '達成率の低い設問').getByText('施錠できる場所に保管', { exact: false }));
    const bureaus = section(main(office), '局ごとの結果');
    await expectShown(bureaus.getByText('集まりを表示していません。', { exact: false }));
    await expectShown(bureaus.getByRole('cell', { name: '非表示' }));
    expect([...(await axe(office.page)), ...(await overflow(office.page))]).toEqual([]);
    await office.page.setViewportSize({ width: 320, height: 700 });
    expect([...(await axe(office.page)), ...(await overflow(office.page))]).toEqual([]);
    await office.page.setViewportSize({ width: 1280, height: 900 });
    await follow(office, '前回との比較');
    await expectShown(section(main(office), '設問ごとの比較').getByRole('cell').first());
    await follow(office, '確かめたい回答');
    await expectShown(main(office).getByText('原因であることを示すものではありません', { exact: false }));
    expect([...(await axe(office.page)), ...(await overflow(office.page))]).toEqual([]);
  });

  it('brings an accepted proposal into the form of next year', async () => {
    await follow(office, '設問の見直し案');
    const form = section(main(office), '今の案').locator('form');
    const offered = form.getByRole('checkbox');
    for (const [index, box] of (await offered.all()).entries()) if (index > 1) await box.uncheck();
    await press(office, 'analysis/issueItemProposals', 'この案を確定して示す', form);
    const round = section(main(office), '示した案　第1回（2027年度の調査票）').first();
    await round.getByRole('radio', { name: '採らない', exact: true }).nth(1).check();
    await field(round, '採らない理由').fill('来年度も同じ形で比べたいため。');
    await press(office, 'analysis/decideItemProposals', '決定を保存する', round);
    await field(main(office), '次の版の題名').fill('令和9年度自己点検');
    await press(office, 'analysis/applyItemProposals', '採った案を次の版に入れる');
    await follow(office, '作成中の調査票を開く');
    await expectShown(main(office).getByText('示せるか。', { exact: false }));
  });

  it('is concluded in words, and goes out as a report', async () => {
    await office.choose('調査の分析');
    await follow(office, TITLE);
    await follow(office, '報告書と結果通知');
    await field(main(office), '分析のまとめ').fill('施錠保管に課題が見られます。');
    await press(office, 'analysis/recordAnalysis', '分析を確定する');
    await expectShown(main(office).getByText('第1版', { exact: false }));
    expect(await downloaded(office, section(main(office), '報告書').getByRole('link', { name: /PDF/ }))).toBe(
      '自己点検結果報告書.pdf',
    );
    await press(office, 'analysis/makeFeedback', '全所属の結果通知を作る');
    const file = main(office).getByRole('link', { name: '第1回の結果通知をダウンロードする' });
    // The sheets are made in the background; one looks again until they are there.
    while ((await file.count()) === 0) await press(office, 'analysis/listFeedbackRuns', '状況を確かめる');
    expect(await downloaded(office, file)).toBe('自己点検結果通知.zip');
    expect([...(await axe(office.page)), ...(await overflow(office.page))]).toEqual([]);
  });

  it('reaches a department as its own page alone, and the contractor after the hand-over', async () => {
    const staff = await cast.as('citizens-staff');
    await staff.choose('自己点検の結果通知');
    const row = main(staff).getByRole('row').filter({ hasText: TITLE });
    expect(await downloaded(staff, row.getByRole('link', { name: '市民課の結果通知（PDF）' }))).toBe(
      '自己点検結果通知（市民課）.pdf',
    );
    await office.choose('自己点検・予備調査');
    await follow(office, TITLE);
    await confirm(office, 'self-check/deliverResults', '結果を受託者に引き渡す');
    await lead.choose('監査対象課の計画案');
    await lead.choose('調査の分析');
    await follow(lead, TITLE);
    await expectShown(section(main(lead), '設問ごとの回答').getByRole('cell').first());
  });

  it('leads to a plan of audits', async () => {
    await lead.choose('監査対象課の計画案');
    await field(main(lead), '監査を行う期間の始め').fill('R9.1.12');
    await field(main(lead), '監査を行う期間の終わり').fill('R9.2.26');
    await press(lead, 'analysis/planAudits', '案を作る');
    await expectShown(section(main(lead), '監査を提案する課').getByRole('cell').first());
    expect([...(await axe(lead.page)), ...(await overflow(lead.page))]).toEqual([]);
  });

  it('leaves nothing behind', () => {
    expectCarriedOut(['analysis/issueItemProposals', 'analysis/applyItemProposals', 'analysis/recordAnalysis']);
    expectNoProblems(cast.present.values());
  });
});

async function downloaded(person: Person, link: Locator): Promise<string> {
  const [download] = await Promise.all([person.page.waitForEvent('download'), link.click()]);
  return download.suggestedFilename();
}

/** A second self-check of the year, to which every section has answered on paper. */
async function answerAll(office: Person): Promise<void> {
  const { engagements } = await office.api(engagementContract).listEngagements({});
  const engagementId = engagements[0]?.id ?? '';
  const forms = office.api(questionnaireContract);
  const draft = await forms.importFromContent({ content: 'self-check-2026' });
  const { form } = await forms.getQuestionnaire({ questionnaireId: draft.id });
  const { version } = await forms.buildDraft({
    questionnaireId: draft.id,
    version: draft.version,
    edits: [{ kind: 'describe', title: TITLE, introduction: form.introduction, respondent: form.respondent }],
  });
  await forms.publish({ questionnaireId: draft.id, version });
  const surveys = office.api(selfCheckContract);
  const { id: campaignId, opens } = await surveys.openCampaign({
    engagementId,
    questionnaireId: draft.id,
    departments: 'all',
    opens: '2026-12-18',
    due: '2027-01-15',
  });
  const { departments } = await surveys.getProgress({ campaignId });
  for (const [index, { departmentId }] of departments.entries())
    await surveys.submitOnBehalf({
      campaignId,
      departmentId,
      expectedRevision: 0,
      receivedOn: opens,
      answers: selfCheckSheet(
        index % 3 === 0 ? { 'asset-locked-storage': { value: 'no', reason: '鍵のかかる棚が足りないため。' } } : {},
      ),
    });
}
