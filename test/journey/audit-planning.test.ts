/** An internal audit planned by both sides and the audited department: programme, targets, auditors, times, plan, documents. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPlanContract } from '../../src/modules/audit-plan/contract.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { standardsContract } from '../../src/modules/standards/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';
import type { Role } from '../../src/kernel/role.ts';
import { openBrowser } from './harness/browser.ts';
import { chooseFile, confirm, field, main, pick, press, section, send, unfold } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import { navigation, newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const SETTING_UP_MS = 100_000;
const PASSWORD = 'なのはな畑を三周ほどあるく';
const OFFICE = { name: '山本　恵', loginName: 'yamamoto' };
const LEAD = { name: '佐藤　健一', loginName: 'sato' };
const HEAD = { name: '市川　薫', loginName: 'ichikawa' };
const PROGRAMME = '情報セキュリティ内部監査';

describe('planning an internal audit', () => {
  const clock = otherDay('2023-06-12T01:00:00.000Z');
  const everybody: Person[] = [];
  let product: Product;
  let browser: Browser;
  let engagementId: string;
  let office: Person;
  let lead: Person;
  let head: Person;

  const arrive = async ({ name, loginName }: typeof OFFICE): Promise<Person> => {
    const person = await newPerson(browser, product.address, name);
    everybody.push(person);
    await person.page.goto('/');
    const form = main(person);
    await field(form, '利用者名').fill(loginName);
    await field(form, 'パスワード').fill(PASSWORD);
    await form.getByRole('button', { name: 'サインインする', exact: true }).click();
    await navigation(person.page).waitFor();
    await person.quiet();
    return person;
  };
  const open = (person: Person, page: string) => person.open(`/engagements/${engagementId}/audit-plan${page}`);

  beforeAll(async () => {
    const env = { DEMONSTRATION: 'false', ...clock.env };
    [product, browser] = await Promise.all([startProduct({ env }), openBrowser()]);
    await found();
    lead = await arrive(LEAD);
    head = await arrive(HEAD);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
  });

  /** The municipality, its people and the contract; how they come about is shown by other journeys. */
  async function found(): Promise<void> {
    const admin = await newPerson(browser, product.address, '大野　学');
    const people = admin.api(peopleContract);
    const account = { loginName: 'ohno', displayName: '大野　学', password: PASSWORD };
    await people.createFirstAdministrator({ municipalityName: 'みなも市', ...account });
    await people.signIn({ loginName: 'ohno', password: PASSWORD });
    const { firmId } = await people.saveFirm({ kind: 'contractor', name: '株式会社かわせみ監査' });
    const enrol = async (name: string, kana: string) =>
      (await people.saveDepartment({ name, kana, bureauId: null, from: '2020-04-01' })).departmentId;
    const residents = await enrol('市民課', 'しみんか');
    const policy = await enrol('情報政策課', 'じょうほうせいさくか');
    const create = (person: typeof OFFICE, party: 'city' | 'contractor', role: Role, departmentId: string | null) =>
      people.createAccount({
        email: null,
        password: PASSWORD,
        loginName: person.loginName,
        displayName: person.name,
        party,
        roles: [role],
        departmentId,
        firmId: party === 'contractor' ? firmId : null,
      });
    await create(OFFICE, 'city', 'security-office', policy);
    await create(HEAD, 'city', 'department-head', residents);
    await create(LEAD, 'contractor', 'audit-lead', null);
    office = await arrive(OFFICE);
    // The first contract reads every specification there is.
    office.context.setDefaultTimeout(SETTING_UP_MS);
    ({ engagementId } = await office.api(engagementContract).createEngagement({
      specification: 'koganei-2023',
      contractDate: '2023-05-08',
      contractor: '株式会社かわせみ監査',
      client: { department: '情報政策課', address: '本町1番1号', tel: '000-000-0001', fax: '', email: '' },
      places: ['みなも市役所'],
    }));
    await office.api(standardsContract).provideStandard({
      ...{ engagementId, code: 'my-number-guideline', edition: '令和5年3月版' },
      ...{ level: null, fileId: null, occurredOn: '2023-06-01' },
    });
  }

  it('takes a programme over, and makes a new one from it', async () => {
    await open(lead, '');
    await press(lead, 'audit-plan/adoptProgramme', `「${PROGRAMME}」を取り入れる`);
    await lead.page.getByRole('link', { name: PROGRAMME, exact: true }).click();
    await lead.quiet();
    await expectShown(main(lead).getByText('一つの所属にかける時間は約1時間である。'));
    await unfold(main(lead), '写して新しい手順を作る');
    await field(main(lead), '新しい手順の名称').fill('重要な所属の監査');
    await press(lead, 'audit-plan/copyProgramme', '新しい手順を作る');
    await field(main(lead), '標準').fill('90');
    await field(main(lead), '上限').first().fill('120');
    await field(main(lead), '変更の内容と理由').fill('重要な所属には時間をかけるため。');
    await addCatalogue();
    await confirm(lead, 'audit-plan/publishProgramme', '公開する');
    await expectShown(main(lead).getByText(/情報システム.*案に選ぶ項目5件/u));
    const { programmes } = await lead.api(auditPlanContract).listProgrammes({ engagementId });
    expect(programmes.map(({ title, edition }) => [title, edition])).toEqual([
      [PROGRAMME, 1],
      ['重要な所属の監査', 1],
    ]);
    const { programme } = await lead
      .api(auditPlanContract)
      .getProgramme({ programmeId: programmes.find(({ source }) => source === null)?.id ?? '' });
    expect(programme.checklists.map(({ catalogue, items }) => [catalogue, items])).toContainEqual([
      'information-system',
      5,
    ]);
    expect(programme.checklistTerms.bases).toContain('my-number-guideline');
  });

  /** Of the new programme, by keyboard where one would: too many items are refused at their field, a second standard is taken. */
  async function addCatalogue(): Promise<void> {
    const form = main(lead);
    const add = form.getByRole('button', { name: '監査項目の目録を加える', exact: true });
    await add.focus();
    await lead.page.keyboard.press('Enter');
    const added = form.getByRole('group', { name: '監査項目の目録2', exact: true });
    const chosen = field(added, '監査項目の目録');
    const options = await chosen.locator('option').allInnerTexts();
    await chosen.selectOption({ label: options.find((label) => label.startsWith('情報システムの')) ?? '' });
    await field(added, '案に選ぶ項目の数').fill('500');
    lead.watch.expectRefusal('audit-plan/saveProgramme', 422);
    await form.getByRole('button', { name: '保存する', exact: true }).click();
    await expectShown(added.getByText(/この目録で対象に合う項目は/u));
    await field(added, '案に選ぶ項目の数').fill('5');
    await form.getByLabel('特定個人情報の適正な取り扱いに関するガイドライン').check();
    await press(lead, 'audit-plan/saveProgramme', '保存する');
  }

  it('proposes the departments that the rotation brings, and the city decides', async () => {
    await open(lead, '/targets');
    await press(lead, 'audit-plan/addTarget', '提案された所属を対象に加える');
    await open(office, '/targets');
    await confirm(office, 'audit-plan/decideTargets', '提案を全て決定する');
    const { targets } = await office.api(auditPlanContract).listTargets({ engagementId });
    expect(targets).toMatchObject([{ state: 'decided', minutes: 60 }]);
  });

  it('keeps the auditors of the audited department out', async () => {
    await open(office, '/people');
    for (const [name, department] of [
      ['内部一郎', '市民課'],
      ['内部次郎', '情報政策課'],
    ] as const) {
      await unfold(main(office), '内部監査人を登録する');
      await field(main(office), '氏名').fill(name);
      await field(section(main(office), '市の内部監査人'), '所属').selectOption({ label: department });
      await press(office, 'audit-plan/addAuditor', '登録する', section(main(office), '市の内部監査人'));
      await open(office, '/people');
    }
    await open(office, '/targets');
    const { targets } = await office.api(auditPlanContract).listTargets({ engagementId });
    const target = targets[0]?.name ?? '';
    const other = target === '市民課' ? '内部次郎' : '内部一郎';
    const own = target === '市民課' ? '内部一郎' : '内部次郎';
    await main(office)
      .getByRole('button', { name: `「${target}」を開く`, exact: true })
      .click();
    const dialog = office.page.getByRole('dialog');
    await field(dialog, own).selectOption({ label: '監査人' });
    office.watch.expectRefusal('audit-plan/assignAuditors', 422);
    await dialog.getByRole('button', { name: '保存する', exact: true }).first().click();
    await office.quiet();
    await expectShown(dialog.getByText(new RegExp(`${own}さんは、.*監査人になれません`, 'u')).first());
    await field(dialog, own).selectOption({ label: '加わらない' });
    await field(dialog, other).selectOption({ label: '責任者' });
    await send(office, 'audit-plan/assignAuditors', () =>
      dialog.getByRole('button', { name: '保存する', exact: true }).first().click(),
    );
    await expectShown(dialog.getByText(/監査人が1人です/).first());
  });

  it('gets a timetable that avoids closed days', async () => {
    await open(lead, '/timetable');
    const form = section(main(lead), '日程の案を作る');
    await field(form, '期間の始まり').fill('2023/07/15');
    await field(form, '期間の終わり').fill('2023/07/31');
    await send(lead, 'audit-plan/proposeTimetable', () =>
      form.getByRole('button', { name: '案を見る', exact: true }).click(),
    );
    await press(lead, 'audit-plan/placeSlots', 'この案を日程に置く');
    await expectShown(main(lead).getByText('令和5年7月18日（火）').first());
  });

  it('drafts the plan of a target; the city distributes it and the department confirms it', async () => {
    await open(lead, '/plans');
    const { targets } = await lead.api(auditPlanContract).listTargets({ engagementId });
    await field(main(lead), '計画書の種類').selectOption({ label: '実施計画' });
    await field(main(lead), '監査の手順（基本計画と実施計画）').selectOption({ label: PROGRAMME });
    await field(main(lead), '対象（対象ごとに作る実施計画）').selectOption({ label: targets[0]?.name ?? '' });
    await press(lead, 'audit-plan/draftPlan', '案を作る');
    await expectShown(main(lead).getByText('案', { exact: true }));
    await confirm(lead, 'audit-plan/submitPlan', '提出する');
    const { plans } = await office.api(auditPlanContract).listPlans({ engagementId });
    await open(office, `/plans/${plans[0]?.id ?? ''}`);
    await press(office, 'audit-plan/distributePlan', '所属に配る');
    const person = targets[0]?.name === '市民課' ? head : office;
    await person.open(`/engagements/${engagementId}/own-audit-plan`);
    await press(person, 'audit-plan/confirmOwnPlan', '計画書を確認した');
    await expectShown(main(person).getByText('確認した日'));
  });

  it('asks the department for a document, which hands it in, and the contractor accepts it', async () => {
    await open(lead, '/preparation');
    const part = section(main(lead), '前もって求める資料');
    await unfold(part, '資料を加える');
    await field(part, '対象').first().selectOption({ index: 1 });
    await field(part, '資料').fill('情報資産の台帳');
    await press(lead, 'audit-plan/addDocument', '資料を加える', part);
    await open(office, '/preparation');
    const city = section(main(office), '前もって求める資料');
    await unfold(city, '資料を求める');
    const request = city.locator('details').filter({ hasText: '求める前の資料' });
    await field(request, '対象').selectOption({ index: 1 });
    await field(request, '期限').fill('2023/07/10');
    await press(office, 'audit-plan/requestDocuments', '資料を求める', request);
    const { targets } = await lead.api(auditPlanContract).listTargets({ engagementId });
    const person = targets[0]?.name === '市民課' ? head : office;
    await person.open(`/engagements/${engagementId}/own-audit-plan`);
    const own = section(main(person), '情報資産の台帳');
    await unfold(own, '提出する');
    await chooseFile(person, own, '資料の添付', {
      name: '台帳.txt',
      mimeType: 'text/plain',
      content: '情報資産の台帳',
    });
    await press(person, 'audit-plan/answerDocument', '提出する', own);
    await open(lead, '/preparation');
    await main(lead).getByRole('button', { name: '「情報資産の台帳」を判断する', exact: true }).click();
    const dialog = lead.page.getByRole('dialog');
    await pick(dialog, '判断', '足りている');
    await press(lead, 'audit-plan/judgeDocument', '判断する', dialog);
    await expectShown(main(lead).getByText('確認済み'));
  });

  it('left nothing wrong behind the pages', () => {
    expectNoProblems(everybody);
    expectCarriedOut([
      'audit-plan/adoptProgramme',
      'audit-plan/copyProgramme',
      'audit-plan/publishProgramme',
      'audit-plan/decideTargets',
      'audit-plan/placeSlots',
      'audit-plan/confirmOwnPlan',
      'audit-plan/judgeDocument',
    ]);
  });
});
