/**
 * A survey of the city's people: the staff list comes as a file, links go out, one answers by keyboard on a telephone, the
 * reminder stops, the result shows no small group. Then a department's sheet is passed to a colleague and approved by the head.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfCheckSheet } from '../../src/core/assessment/testing/sheets.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';
import { questionnaireContract } from '../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow, wholeness } from './harness/checks.ts';
import { chooseFile, confirm, field, follow, main, pick, press, section, send, unfold } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import { navigation, newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const PASSWORD = 'こすもすの丘を四周ほどあるく';
const SECTIONS = ['市民課', '税務課'] as const;
const STAFF = ['相田', '井上', '宇野', '江口', '大木', '加藤', '木村'] as const;

describe('a survey of the staff', () => {
  const clock = otherDay('2026-07-02T01:00:00.000Z');
  const everybody: Person[] = [];
  const departments = new Map<string, string>();
  let product: Product;
  let browser: Browser;
  let office: Person;
  let engagementId: string;
  let campaignId: string;
  const links: { readonly name: string; readonly address: string }[] = [];

  const token = (name: string): string => links.find((link) => link.name === name)?.address.split('#')[1] ?? '';
  const checked = async ({ page }: { readonly page: Page }): Promise<string[]> => [
    ...(await axe(page)),
    ...(await overflow(page)),
  ];
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
    const [citizens = null, tax = null] = SECTIONS.map((name) => departments.get(name) ?? null);
    for (const [loginName, displayName, role, departmentId] of [
      ['yamamoto', '山本　恵', 'security-office', bureau.departmentId],
      ['tamura', '田村　葵', 'department-staff', citizens],
      ['hosaka', '保坂　進', 'department-head', citizens],
      ['nishi', '西　薫', 'department-staff', tax],
    ] as const)
      await people.createAccount({ ...common, loginName, displayName, roles: [role], departmentId });
    office = await arrive('山本　恵', 'yamamoto');
    ({ engagementId } = await office.api(engagementContract).createEngagement({
      specification: 'chiba-2026',
      contractDate: '2026-06-01',
      contractor: '株式会社かわせみ監査',
      client: { department: '情報政策課', address: '本町1番1号', tel: '000-000-0001', fax: '', email: '' },
      places: ['みなも市役所'],
    }));
    const forms = office.api(questionnaireContract);
    for (const content of ['self-check-2026', 'preliminary-survey-2026']) {
      const draft = await forms.importFromContent({ content });
      await forms.publish({ questionnaireId: draft.id, version: draft.version });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
  });

  it('is prepared without names', async () => {
    await office.open(`/engagements/${engagementId}/self-check`);
    const form = section(main(office), '調査を始める');
    const options = await field(form, '調査票').locator('option').allTextContents();
    await field(form, '調査票').selectOption({ label: options.find((option) => option.includes('自己点検')) ?? '' });
    await pick(form, '回答の単位', '人ごとに一つ');
    await form.getByLabel('匿名で行う').check();
    await field(form, '提出期限').fill('令和8年7月31日');
    expect([...(await wholeness(office.page)), ...(await checked(office))]).toEqual([]);
    await press(office, 'self-check/prepareCampaign', '調査を準備する', form);
    await expectShown(main(office).getByText('準備中'));
    campaignId = office.page.url().split('/').at(-1) ?? '';
  });

  it('takes the staff list from a file, and refuses the same person twice', async () => {
    await main(office)
      .getByRole('button', { name: /対象者名簿/ })
      .click();
    await office.quiet();
    const dialog = office.page.getByRole('dialog');
    const href = await dialog.getByRole('link', { name: /CSV$/ }).getAttribute('href');
    const exported = await (await office.context.request.get(href ?? '')).text();
    const list = (people: readonly string[]): string => [exported.trimEnd(), ...people].join('\r\n');
    const line = (name: string, index: number): string => `S${index},${name},市民局 ${SECTIONS[index % 2] ?? ''},,,`;
    const upload = (rows: readonly string[]) => ({ name: '名簿.csv', mimeType: 'text/csv', content: list(rows) });
    await chooseFile(office, dialog, '編集したファイル', upload([...STAFF.map(line), 'S0,相田,市民局 市民課,,,']));
    await press(office, 'exchange/previewList', '変わるところを確かめる', dialog);
    await expectShown(dialog.getByText('この職員番号の人は、既に名簿にいます。', { exact: false }));
    await send(office, 'exchange/applyList', () =>
      dialog.getByRole('button', { name: `選んだ${STAFF.length}行を取り込む`, exact: true }).click(),
    );
    await expectShown(main(office).getByRole('rowheader', { name: '加藤' }));
    expect(await checked(office)).toEqual([]);
  });

  it('is started, and links go out once', async () => {
    await confirm(office, 'self-check/startCampaign', '調査を始める');
    const part = section(main(office), '本人あてのリンク');
    await confirm(office, 'self-check/issueLinks', '未回答の人のリンクを作る', part);
    await expectShown(part.getByText(`${STAFF.length}人のリンクを作りました。`, { exact: false }));
    const saving = office.page.waitForEvent('download');
    await part.getByRole('button', { name: '一覧をCSVで保存する', exact: true }).click();
    expect((await saving).suggestedFilename()).toBe('回答用リンク.csv');
    const rows = await part.getByRole('table').first().getByRole('row').all();
    for (const row of rows.slice(1)) {
      const name = await row.getByRole('rowheader').innerText();
      const [address = ''] = (await row.innerText()).match(/http\S+/) ?? [];
      links.push({ name, address });
    }
    expect(links.map(({ name }) => name).toSorted()).toEqual([...STAFF].toSorted());
    expect(await checked(office)).toEqual([]);
  });

  it('is answered by link on a telephone, thirty items by keyboard alone', async () => {
    const person = await newPerson(browser, product.address, '相田', { viewport: { width: 320, height: 700 } });
    everybody.push(person);
    const { page } = person;
    await page.goto(`/answer#${token('相田')}`);
    await expectShown(page.getByText('この調査は匿名です。'));
    await person.quiet();
    expect(await checked(person)).toEqual([]);
    let answered = 0;
    for (let stops = 0; stops < 400 && answered < 30; stops += 1) {
      await page.keyboard.press('Tab');
      if (!(await isOpenRadio(page))) continue;
      await page.keyboard.press('Space');
      answered += 1;
    }
    expect(answered).toBe(30);
    await expectShown(page.getByText('すべての設問に回答しました。', { exact: false }));
    const button = page.getByRole('button', { name: '回答を提出する', exact: true });
    for (let stops = 0; stops < 60 && !(await isFocused(button)); stops += 1) await page.keyboard.press('Tab');
    await send(person, 'self-check/submitByLink', () => page.keyboard.press('Enter'));
    await expectShown(page.getByText('回答を受け付けました。この画面を閉じてください。'));
    expect(await checked(person)).toEqual([]);
    // Back and forward: the link says that it was answered, and shows nothing of the answer.
    await page.reload();
    await expectShown(page.getByText('この調査には回答済みです。', { exact: false }));
    expect(await page.getByRole('radio').count()).toBe(0);
  });

  it('is reminded of no more by whoever has answered', async () => {
    await office.open(`/engagements/${engagementId}/self-check/${campaignId}`);
    await unfold(main(office), '未提出の所属や人に督促する');
    await press(office, 'self-check/remindLate', '未提出の所属や人に督促する');
    await expectShown(main(office).getByText('6件に知らせました。'));
    const reminded = main(office).locator('li').filter({ hasText: STAFF[0] });
    expect(await reminded.count()).toBe(0);
  });

  it('shows no result while answers come in', async () => {
    await follow(office, '集計を見る');
    await expectShown(main(office).getByText('受付を締め切るまで、結果を示しません。', { exact: false }));
    const anybody = await newPerson(browser, product.address, 'そのほか');
    everybody.push(anybody);
    for (const name of STAFF.slice(1, 5))
      await anybody.api(selfCheckContract).submitByLink({
        token: token(name),
        expectedRevision: 0,
        answers: selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中のため' } }),
      });
  });

  it('ends with a result of no small group, and nobody’s name is left', async () => {
    await office.open(`/engagements/${engagementId}/self-check/${campaignId}`);
    await confirm(office, 'self-check/closeCampaign', '受付を締め切る');
    expect((await office.api(selfCheckContract).listRespondents({ campaignId })).respondents).toEqual([]);
    expect(await main(office).getByText('加藤').count()).toBe(0);
    await follow(office, '集計を見る');
    await expectShown(main(office).getByText('回答が5人に満たない集まりの結果は示しません。'));
    await expectShown(section(main(office), '概要').getByText('7件中5件'));
    expect([...(await wholeness(office.page)), ...(await checked(office))]).toEqual([]);
  });

  it('a department passes its sheet to a colleague elsewhere; the head approves', async () => {
    const forms = await office.api(questionnaireContract).listQuestionnaires({});
    const questionnaireId = forms.questionnaires.find(({ type }) => type === 'self-check')?.id ?? '';
    const campaign = await office.api(selfCheckContract).openCampaign({
      engagementId,
      questionnaireId,
      departments: [departments.get('市民課') ?? ''],
      opens: '2026-07-02',
      due: '2026-07-31',
      requiresApproval: true,
    });
    const staff = await arrive('田村　葵', 'tamura');
    await staff.choose('調査票への回答');
    await follow(staff, '回答する');
    await unfold(main(staff), '回答を同僚に任せる');
    await staff.quiet();
    await field(main(staff), '任せる人').selectOption({ label: '西　薫（市民局 税務課）' });
    await field(main(staff), '任せる理由').fill('サーバを管理しているため');
    expect(await checked(staff)).toEqual([]);
    await press(staff, 'self-check/passSheet', '任せる');
    await expectShown(main(staff).getByText('西　薫に任せました（サーバを管理しているため）。', { exact: false }));
    const colleague = await arrive('西　薫', 'nishi');
    await colleague.choose('調査票への回答');
    await follow(colleague, '回答する');
    const questions = main(colleague).getByRole('group', { name: /^問\d+/ });
    for (const question of await questions.all())
      await question.getByRole('radio', { name: 'はい', exact: true }).check();
    await press(colleague, 'self-check/submitResponse', '回答を提出する');
    const head = await arrive('保坂　進', 'hosaka');
    await head.open(`/sheets/${campaign.id}/${departments.get('市民課') ?? ''}`);
    await press(head, 'self-check/approveResponse', 'この回答を承認する');
    const { departments: rows } = await office.api(selfCheckContract).getProgress({ campaignId: campaign.id });
    expect(rows).toMatchObject([{ progress: 'submitted', points: 100 }]);
  });

  it('nothing went wrong behind the pages', () => {
    expectCarriedOut([
      'exchange/applyList',
      'self-check/startCampaign',
      'self-check/submitByLink',
      'self-check/passSheet',
    ]);
    expectNoProblems(everybody);
  });
});

/** The focus is on the first choice of a question that has no answer yet. */
const isOpenRadio = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLInputElement) || activeElement.type !== 'radio') return false;
    return document.querySelector(`input[name="${activeElement.name}"]:checked`) === null;
  });

const isFocused = (place: Locator): Promise<boolean> => place.evaluate((element) => element === document.activeElement);
