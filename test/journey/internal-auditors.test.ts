/** The city's own auditors by role: trained with an exercise, writing their report, and getting it back with advice. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { auditPlanContract } from '../../src/modules/audit-plan/contract.ts';
import { checklistContract } from '../../src/modules/checklist/contract.ts';
import { agreeWhole } from '../../src/modules/checklist/testing/agree-whole.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { internalAuditContract } from '../../src/modules/internal-audit/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';
import { trainingContract } from '../../src/modules/training/contract.ts';
import type { Role } from '../../src/kernel/role.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow } from './harness/checks.ts';
import { confirm, field, group, main, pick, press, section, unfold } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import { navigation, newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const SETTING_UP_MS = 100_000;
const PASSWORD = 'なのはな畑を三周ほどあるく';
const OFFICE = { name: '山本　恵', loginName: 'yamamoto' };
const LEAD = { name: '佐藤　健一', loginName: 'sato' };
const AUDITOR = { name: '市川　薫', loginName: 'ichikawa' };
const TARGET = '市民課';

describe("the city's own auditors", () => {
  const clock = otherDay('2023-08-24T01:00:00.000Z');
  const everybody: Person[] = [];
  let product: Product;
  let browser: Browser;
  let engagementId: string;
  let office: Person;
  let lead: Person;
  let auditor: Person;
  let courseId: string;
  let programmeId: string;
  let targetId: string;

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
  const open = (person: Person, page: string) => person.open(`/engagements/${engagementId}/${page}`);

  beforeAll(async () => {
    const env = { DEMONSTRATION: 'false', ...clock.env };
    [product, browser] = await Promise.all([startProduct({ env }), openBrowser()]);
    await found();
    lead = await arrive(LEAD);
    auditor = await arrive(AUDITOR);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
  });

  /** The municipality, its people, the contract and an internal audit; how these come about is shown by other journeys. */
  async function found(): Promise<void> {
    const admin = await newPerson(browser, product.address, '大野　学');
    const people = admin.api(peopleContract);
    await people.createFirstAdministrator({
      ...{ municipalityName: 'みなも市', loginName: 'ohno', displayName: '大野　学', password: PASSWORD },
    });
    await people.signIn({ loginName: 'ohno', password: PASSWORD });
    const { firmId } = await people.saveFirm({ kind: 'contractor', name: '株式会社かわせみ監査' });
    const enrol = async (name: string, kana: string) =>
      (await people.saveDepartment({ name, kana, bureauId: null, from: '2020-04-01' })).departmentId;
    const residents = await enrol(TARGET, 'しみんか');
    const taxes = await enrol('税務課', 'ぜいむか');
    const create = async (
      person: typeof OFFICE,
      party: 'city' | 'contractor',
      role: Role,
      departmentId: string | null,
    ) =>
      (
        await people.createAccount({
          ...{ email: null, password: PASSWORD, loginName: person.loginName, displayName: person.name, party },
          ...{ roles: [role], departmentId, firmId: party === 'contractor' ? firmId : null, title: null },
        })
      ).accountId;
    await create(OFFICE, 'city', 'security-office', taxes);
    const accountId = await create(AUDITOR, 'city', 'department-staff', taxes);
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
    const planning = office.api(auditPlanContract);
    const own = { engagementId, accountId, departmentId: taxes, managedDepartmentIds: [], trainedOn: null };
    const { id: auditorId } = await planning.addAuditor({ ...own, name: AUDITOR.name, qualification: '' });
    programmeId = (await planning.adoptProgramme({ engagementId, source: 'koganei-internal' })).id;
    const target = await planning.addTarget({
      ...{ programmeId, kind: 'department', name: TARGET, departmentIds: [residents] },
    });
    targetId = target.id;
    const decided = await planning.decideTargets({ targets: [{ targetId, version: target.version }] });
    await planning.assignAuditors({
      ...{ targetId, version: decided.targets[0]?.version ?? 0 },
      team: [{ kind: 'city', id: auditorId, role: 'lead' }],
    });
  }

  it('are offered a course by the contractor, and the city agrees to it', async () => {
    await open(lead, 'training');
    await field(main(lead), '実施時期の始め').fill('2023/08/01');
    await field(main(lead), '実施時期の終わり').fill('2023/09/15');
    await press(lead, 'training/proposeCourse', '実施案を登録する');
    courseId = (await lead.api(trainingContract).listCourses({ engagementId })).courses[0]?.id ?? '';
    await open(office, `training/${courseId}`);
    await field(main(office), '日付').first().fill('2023/08/24');
    await press(office, 'training/agreeCourse', '実施案に同意する');
    await expectShown(main(office).getByText('同意済み', { exact: true }));
  });

  it('get a material with exercises, and a day', async () => {
    await open(lead, `training/${courseId}/material`);
    await press(lead, 'training/startMaterial', '製品の教材から始める');
    await unfold(main(lead), '内部監査の目的と監査人の役割');
    await field(main(lead), '時間（分）').first().fill('25');
    await press(lead, 'training/saveMaterial', '教材を保存する');
    await confirm(lead, 'training/prepareMaterial', '教材を確定する');
    await expectShown(main(lead).getByText('合わせて185分'));
    await open(lead, `training/${courseId}/sessions`);
    await unfold(main(lead), '開催を予定する');
    const form = main(lead).locator('details').filter({ hasText: '開催を予定する' });
    await field(form, '日').fill('2023/08/24');
    await field(form, '始め').fill('09:30');
    await field(form, '終わり').fill('12:40');
    await field(form, '場所').fill('大会議室');
    await press(lead, 'training/planSession', '開催を予定する', form);
  });

  it('work on the exercise on the screen, and hand it in', async () => {
    await open(auditor, 'own-training');
    const part = section(main(auditor), '演習1　窓口のある課の視察');
    const first = group(part, '気付いたこと1');
    await field(first, '場所').fill('窓口の台の上');
    await field(first, '見た事実').fill('記入済みの申請書五枚が、来客から読める向きで置かれている。');
    await field(first, 'なぜ弱いところといえるか').fill('個人情報がほかの人の目に触れる。');
    await field(first, 'どう直すとよいか').fill('受け付けた申請書は引出しに入れる。');
    await press(auditor, 'training/saveOwnWork', '保存する', part);
    await confirm(auditor, 'training/submitOwnWork', '提出する', part);
    await expectShown(part.getByText('提出済みです。講評をお待ちください。'));
  });

  it('are entered as present, and the list of auditors knows it', async () => {
    await open(lead, `training/${courseId}/sessions`);
    await unfold(main(lead), '第1回の実施を記録する');
    await field(main(lead), '講師').fill(LEAD.name);
    await pick(main(lead), `出席：${AUDITOR.name}（税務課）`, '座学と演習');
    await press(lead, 'training/holdSession', '実施を記録する');
    const { auditors } = await office.api(auditPlanContract).listAuditors({ engagementId });
    expect(auditors.map(({ trainedOn }) => trainedOn)).toEqual(['2023-08-24']);
  });

  it('get the remarks of the trainer with the model answer', async () => {
    await open(lead, `training/${courseId}/exercises`);
    await unfold(main(lead), `${AUDITOR.name}さんの「演習1　窓口のある課の視察」を講評する`);
    await field(main(lead), '講評').fill('事実を数と向きまで書けています。');
    await press(lead, 'training/reviewWork', '講評を返す');
    await open(auditor, 'own-training');
    await expectShown(main(auditor).getByText('事実を数と向きまで書けています。'));
    await expectShown(main(auditor).getByText('72点のうち10点（不合格）'));
  });

  it('are not the only ones who learn: a lecture for the staff, who are counted and not named', async () => {
    await open(lead, 'training');
    const offer = main(lead).locator('option', { hasText: '企画に役立つ' });
    await field(main(lead), '仕様書が求める研修').selectOption((await offer.getAttribute('value')) ?? '');
    await expectShown(main(lead).getByText('出席は人数で記録します', { exact: false }));
    await field(main(lead), '実施時期の始め').fill('2023/08/01');
    await field(main(lead), '実施時期の終わり').fill('2023/09/15');
    await press(lead, 'training/proposeCourse', '実施案を登録する');
    const staffCourse = new URL(lead.page.url()).pathname.split('/').at(-1) ?? '';
    await open(office, `training/${staffCourse}`);
    await field(main(office), '日付').first().fill('2023/08/24');
    await press(office, 'training/agreeCourse', '実施案に同意する');
    const api = lead.api(trainingContract);
    const draft = await api.startMaterial({ courseId: staffCourse, bundled: 'city-staff' });
    await api.prepareMaterial({ materialId: draft.id, version: draft.version });
    await api.planSession({
      ...{ courseId: staffCourse, day: '2023-08-24', from: '15:00', to: '15:30', place: '講堂' },
      ...{ mode: '集合', reason: '', considered: [] },
    });
    await open(lead, `training/${staffCourse}/sessions`);
    await unfold(main(lead), '第1回の実施を記録する');
    await field(main(lead), '講師').fill(LEAD.name);
    await field(main(lead), '出席した人数').fill('34');
    await press(lead, 'training/holdSession', '実施を記録する');
    await expectShown(main(lead).getByText('34人'));
    expect([...(await axe(lead.page)), ...(await overflow(lead.page))]).toEqual([]);
  });

  it('write the report of their target and hand it in', async () => {
    await agreeWhole(lead.api(checklistContract), office.api(checklistContract), programmeId);
    const auditing = lead.api(auditContract);
    const opened = await auditing.openAuditOfTarget({ targetId });
    await auditing.beginAudit({ auditId: opened.id, version: opened.version });
    await open(auditor, `own-internal-audit/${targetId}`);
    await press(auditor, 'internal-audit/startReport', '報告書を書き始める');
    await field(main(auditor), '監査の概要').fill('8月24日に窓口と書庫を確かめた。');
    await field(main(auditor), '総括').fill('おおむね定めのとおり行われていた。');
    await main(auditor).getByRole('button', { name: '検出事項を加える', exact: true }).click();
    const finding = group(main(auditor), '検出事項1');
    await field(finding, '題名').fill('書庫の鍵の貸出簿');
    await field(finding, '評価').selectOption({ label: '指摘' });
    await field(finding, '事実').fill('貸出簿の記入が先月の20日で終わっていた。');
    await press(auditor, 'internal-audit/saveReport', '保存する');
    // A finding without criterion and remedy is no finding yet.
    auditor.watch.expectRefusal('internal-audit/submitReport', 422);
    await main(auditor).getByRole('button', { name: 'レビューに出す', exact: true }).click();
    await auditor.page.getByRole('dialog').getByRole('button', { name: 'レビューに出す', exact: true }).click();
    await auditor.quiet();
    await expectShown(
      main(auditor)
        .getByText(/「書庫の鍵の貸出簿」の改善提言を書いてください/)
        .first(),
    );
    await field(finding, '照らした基準').fill('鍵を貸すたびに記入すると定められている。');
    await field(finding, '改善提言').fill('毎週金曜日に係長が確かめる。');
    await press(auditor, 'internal-audit/saveReport', '保存する');
    await confirm(auditor, 'internal-audit/submitReport', 'レビューに出す');
    await expectShown(main(auditor).getByText('レビューを待っています。結果が返ると、ここに出ます。'));
  });

  it('get it back with advice, and answer in the next version', async () => {
    await open(lead, `internal-audit/${targetId}`);
    const advice = group(main(lead), '助言1');
    await field(advice, '助言する検出事項').selectOption({ label: '書庫の鍵の貸出簿' });
    await field(advice, '助言の内容').fill('確かめた人が分かるよう、貸出簿に日付と印の欄を設けてください。');
    await pick(main(lead), '結果', '次の版を求める');
    await press(lead, 'internal-audit/saveReview', 'レビューを保存する');
    await confirm(lead, 'internal-audit/issueReview', 'レビューを返す');
    await open(auditor, `own-internal-audit/${targetId}`);
    await expectShown(
      main(auditor).getByText('確かめた人が分かるよう、貸出簿に日付と印の欄を設けてください。').first(),
    );
    await press(auditor, 'internal-audit/startReport', '助言に答えて次の版を書く');
    await pick(main(auditor), '助言1への対応', '採用した');
    await press(auditor, 'internal-audit/saveReport', '保存する');
    await confirm(auditor, 'internal-audit/submitReport', 'レビューに出す');
    const { versions } = await lead.api(internalAuditContract).getReports({ engagementId, targetId });
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [1, 'superseded'],
      [2, 'submitted'],
    ]);
  });

  it('left nothing wrong behind the pages', () => {
    expectNoProblems(everybody);
    expectCarriedOut([
      'training/proposeCourse',
      'training/agreeCourse',
      'training/prepareMaterial',
      'training/submitOwnWork',
      'training/holdSession',
      'training/reviewWork',
      'internal-audit/submitReport',
      'internal-audit/startReport',
    ]);
  });
});
