/**
 * What goes wrong while one answers: the connection is lost in the middle, on the page and by a link; the same sheet is open in two
 * tabs; somebody goes back. Nothing that was typed is lost. Then the answers lead to the plan of audits and to the decision.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { selfCheckSheet } from '../../src/core/assessment/testing/sheets.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { questionnaireContract } from '../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow } from './harness/checks.ts';
import { type Cast, openCast } from './harness/demonstration.ts';
import { field, main, press, section, send } from './harness/hand.ts';
import { newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const TITLE = '冬の自己点検';
const FIRST = '会計年度任用職員を任用する都度';
const SECOND = '自治体機密性3の情報資産を施錠できる場所に保管し';

describe('answering in trouble', () => {
  let product: Product;
  let browser: Browser;
  let cast: Cast;
  let office: Person;
  let engagementId: string;
  let campaignId: string;
  let sheetPath: string;
  const links: Person[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    cast = openCast(browser, product.address);
    office = await cast.as('office');
    ({ engagementId, campaignId } = await openSurvey(office));
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const groupOf = (page: Page, words: string) => page.getByRole('group', { name: new RegExp(words, 'u') }).first();
  const choose = (page: Page, words: string, answer: string) =>
    groupOf(page, words).getByRole('radio', { name: answer, exact: true }).check();
  const isChosen = (page: Page, words: string, answer: string) =>
    groupOf(page, words).getByRole('radio', { name: answer, exact: true }).isChecked();
  const savedDraft = (page: Page) => page.getByText('下書きを保存しました', { exact: false }).first().waitFor();
  const sound = async ({ page }: { readonly page: Page }) => [...(await axe(page)), ...(await overflow(page))];

  it('without a connection what is typed stays on the device, and is sent when the connection is back', async () => {
    const staff = await cast.as(STAFF);
    await staff.choose('調査票への回答');
    await main(staff)
      .getByRole('row')
      .filter({ hasText: TITLE })
      .getByRole('link', { name: '回答する', exact: true })
      .click();
    await staff.quiet();
    sheetPath = new URL(staff.page.url()).pathname;
    await send(staff, 'self-check/saveDraft', () => choose(staff.page, FIRST, 'はい'));
    staff.watch.expectOffline(true);
    await staff.context.setOffline(true);
    await choose(staff.page, SECOND, 'はい');
    await expectShown(staff.page.getByText('下書きをサーバに保存できませんでした。', { exact: false }));
    expect(await sound(staff)).toEqual([]);
    await Promise.all([
      staff.page.waitForResponse((reply) => reply.url().endsWith('/api/self-check/saveDraft') && reply.ok()),
      staff.context.setOffline(false),
    ]);
    staff.watch.expectOffline(false);
    await savedDraft(staff.page);
    await staff.page.reload();
    await staff.quiet();
    expect([await isChosen(staff.page, FIRST, 'はい'), await isChosen(staff.page, SECOND, 'はい')]).toEqual([
      true,
      true,
    ]);
  });

  it('in a second tab the later saving is told, both answers are shown, and one is chosen', async () => {
    const staff = await cast.as(STAFF);
    const second = await staff.context.newPage();
    await second.goto(sheetPath);
    await groupOf(second, FIRST).waitFor();
    await choose(second, FIRST, '対象外');
    await second.getByLabel('「対象外」とした理由', { exact: false }).fill('任用がないため');
    await savedDraft(second);
    staff.watch.expectRefusal('self-check/saveDraft', 409);
    await choose(staff.page, SECOND, 'いいえ');
    const told = staff.page
      .getByRole('alert')
      .filter({ hasText: 'ほかの画面又はほかの人が、先に下書きを保存しました。' });
    await told.waitFor();
    await expectShown(told.getByRole('columnheader', { name: '自分の入力' }));
    await expectShown(told.getByRole('cell', { name: '対象外', exact: false }).first());
    expect(await sound(staff)).toEqual([]);
    await told.getByRole('button', { name: '保存されている内容を使う', exact: true }).click();
    expect([await isChosen(staff.page, FIRST, '対象外'), await isChosen(staff.page, SECOND, 'はい')]).toEqual([
      true,
      true,
    ]);
    await second.close();
    await staff.quiet();
  });

  it('back and forward in the browser lose nothing', async () => {
    const staff = await cast.as(STAFF);
    await choose(staff.page, FIRST, 'はい');
    await staff.choose('調査票への回答');
    await staff.page.goBack();
    await staff.quiet();
    await groupOf(staff.page, FIRST).waitFor();
    expect(await isChosen(staff.page, FIRST, 'はい')).toBe(true);
    await savedDraft(staff.page);
  });

  it('by a link the same holds: kept on the device, sent later', async () => {
    const path = await linkTo(office, engagementId);
    const person = await newPerson(browser, product.address, '相田', { viewport: { width: 320, height: 700 } });
    links.push(person);
    await person.page.goto(path);
    await groupOf(person.page, FIRST).waitFor();
    person.watch.expectOffline(true);
    await person.context.setOffline(true);
    await choose(person.page, FIRST, 'はい');
    await expectShown(person.page.getByText('下書きをサーバに保存できませんでした。', { exact: false }));
    await Promise.all([
      person.page.waitForResponse((reply) => reply.url().endsWith('/api/self-check/saveLinkDraft') && reply.ok()),
      person.context.setOffline(false),
    ]);
    person.watch.expectOffline(false);
    await person.page.reload();
    await groupOf(person.page, FIRST).waitFor();
    expect(await isChosen(person.page, FIRST, 'はい')).toBe(true);
    expect(await sound(person)).toEqual([]);
  });

  it('the answers lead from the analysis over the plan to the decision', async () => {
    await answerAll(office, campaignId);
    await office.choose('調査の分析');
    await main(office).getByRole('link', { name: '計画案を作る', exact: true }).click();
    await office.quiet();
    await field(main(office), '監査を行う期間の始め').fill('R9.1.12');
    await field(main(office), '監査を行う期間の終わり').fill('R9.2.26');
    await press(office, 'analysis/planAudits', '案を作る');
    const planned = await section(main(office), '監査を提案する課').getByRole('rowheader').allTextContents();
    await main(office).getByRole('link', { name: 'リスク値と監査対象課の画面で決める', exact: true }).click();
    await office.quiet();
    await expectShown(main(office).getByText(`計画案の${planned.length}課を選んであります。`));
    for (const name of planned) await expectShown(main(office).getByRole('heading', { name, exact: true }));
    expect(await sound(office)).toEqual([]);
    for (const name of planned) {
      const part = section(main(office), name).last();
      const basis = part.getByRole('checkbox', { name: 'リスク値', exact: true });
      if (!(await basis.isChecked())) await basis.check();
      await part.getByRole('textbox').fill('輪番と避ける時期を踏まえた計画案による。');
    }
    await press(office, 'self-check/selectDepartments', '監査対象課を決める');
  });

  it('leaves nothing behind', () => {
    expectCarriedOut(['self-check/saveDraft', 'self-check/selectDepartments', 'analysis/planAudits']);
    expectNoProblems([...cast.present.values(), ...links]);
  });
});

const STAFF = 'citizens-staff';

/** A second self-check of the year, to all sections. */
async function openSurvey(office: Person): Promise<{ engagementId: string; campaignId: string }> {
  const { engagements } = await office.api(engagementContract).listEngagements({});
  const engagementId = engagements[0]?.id ?? '';
  const questionnaireId = await publish(office, TITLE, 'self-check-2026');
  const { id: campaignId } = await office.api(selfCheckContract).openCampaign({
    engagementId,
    questionnaireId,
    departments: 'all',
    opens: '2026-12-18',
    due: '2027-01-15',
  });
  return { engagementId, campaignId };
}

async function publish(office: Person, title: string, content: string): Promise<string> {
  const forms = office.api(questionnaireContract);
  const draft = await forms.importFromContent({ content });
  const { form } = await forms.getQuestionnaire({ questionnaireId: draft.id });
  const { version } = await forms.buildDraft({
    questionnaireId: draft.id,
    version: draft.version,
    edits: [{ kind: 'describe', title, introduction: form.introduction, respondent: form.respondent }],
  });
  await forms.publish({ questionnaireId: draft.id, version });
  return draft.id;
}

/** The link of one person without an account. */
async function linkTo(office: Person, engagementId: string): Promise<string> {
  const surveys = office.api(selfCheckContract);
  const { departments } = await surveys.getProgress({
    campaignId: (await surveys.listCampaigns({ engagementId })).campaigns.at(-1)?.id ?? '',
  });
  const forms = office.api(questionnaireContract);
  const shipped = await forms.importFromContent({ content: 'self-check-2026' });
  const { form } = await forms.getQuestionnaire({ questionnaireId: shipped.id });
  const [item] = form.sections.flatMap(({ items }) => items);
  const draft = await forms.createQuestionnaire({ type: 'course-survey', fiscalYear: 2026, title: '研修の前の質問' });
  if (item === undefined) throw new Error('a form without items');
  const { version } = await forms.buildDraft({
    questionnaireId: draft.id,
    version: draft.version,
    edits: [{ kind: 'add-item', section: 'section-1', item }],
  });
  await forms.publish({ questionnaireId: draft.id, version });
  const campaign = await surveys.prepareCampaign({
    engagementId,
    questionnaireId: draft.id,
    unit: 'person',
    about: '冬の研修',
    opens: '2026-12-18',
    due: '2027-01-15',
  });
  const { respondentId } = await surveys.saveRespondent({
    campaignId: campaign.id,
    staffNumber: 'S001',
    name: '相田',
    departmentId: departments[0]?.departmentId ?? '',
  });
  await surveys.startCampaign({ campaignId: campaign.id, version: campaign.version });
  const { links } = await surveys.issueLinks({ campaignId: campaign.id });
  return links.find((link) => link.respondentId === respondentId)?.path ?? '';
}

async function answerAll(office: Person, campaignId: string): Promise<void> {
  const surveys = office.api(selfCheckContract);
  const { campaign, departments } = await surveys.getProgress({ campaignId });
  for (const [index, { departmentId, revision }] of departments.entries()) {
    await surveys.submitOnBehalf({
      campaignId,
      departmentId,
      expectedRevision: revision,
      receivedOn: campaign.opens,
      answers: selfCheckSheet(
        index % 3 === 0 ? { 'asset-locked-storage': { value: 'no', reason: '鍵のかかる棚が足りないため。' } } : {},
      ),
    });
  }
  await surveys.closeCampaign({ campaignId, version: campaign.version });
}
