/** A monthly meeting from its day to its minutes, under a specification that wants papers two opening days before. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { meetingsContract } from '../../src/modules/meetings/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { confirm, field, follow, group, main, pick, press, section, unfold } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import { navigation, newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

/** Nobody watches the set-up: a busy machine may take its time. */
const SETTING_UP_MS = 100_000;
const PASSWORD = 'なのはな畑を三周ほどあるく';
const TITLE = '5月の定例報告会';
const OFFICE = { name: '山本　恵', loginName: 'yamamoto' };
const MANAGER = { name: '佐藤　健一', loginName: 'sato' };

describe('a monthly meeting', () => {
  const clock = otherDay('2024-05-08T01:00:00.000Z');
  const everybody: Person[] = [];
  let product: Product;
  let browser: Browser;
  let engagementId: string;
  let office: Person;
  let manager: Person;

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
  const openMeeting = async (person: Person): Promise<void> => {
    await person.open(`/engagements/${engagementId}/meetings`);
    await follow(person, TITLE);
  };

  beforeAll(async () => {
    const env = { DEMONSTRATION: 'false', ...clock.env };
    [product, browser] = await Promise.all([startProduct({ env }), openBrowser()]);
    await found();
    office = await arrive(OFFICE);
    manager = await arrive(MANAGER);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
  });

  /** The municipality, its two people and the contract; how they come about is shown by another journey. */
  async function found(): Promise<void> {
    const admin = await newPerson(browser, product.address, '大野　学');
    const people = admin.api(peopleContract);
    const account = { loginName: 'ohno', displayName: '大野　学', password: PASSWORD };
    await people.createFirstAdministrator({ municipalityName: 'みなも市', ...account });
    await people.signIn({ loginName: 'ohno', password: PASSWORD });
    const { firmId } = await people.saveFirm({ kind: 'contractor', name: '株式会社かわせみ監査' });
    const { departmentId } = await people.saveDepartment({
      name: '情報政策課',
      kana: 'じょうほうせいさくか',
      bureauId: null,
      from: '2024-04-01',
    });
    const common = { email: null, password: PASSWORD };
    await people.createAccount({
      ...common,
      ...account,
      loginName: OFFICE.loginName,
      displayName: OFFICE.name,
      party: 'city',
      roles: ['security-office'],
      departmentId,
      firmId: null,
    });
    await people.createAccount({
      ...common,
      loginName: MANAGER.loginName,
      displayName: MANAGER.name,
      party: 'contractor',
      roles: ['project-manager'],
      departmentId: null,
      firmId,
    });
    const person = await arrive(OFFICE);
    // The first contract reads every specification there is.
    person.context.setDefaultTimeout(SETTING_UP_MS);
    ({ engagementId } = await person.api(engagementContract).createEngagement({
      specification: 'kyoto-2024',
      contractDate: '2024-04-05',
      contractor: '株式会社かわせみ監査',
      client: { department: '情報政策課', address: '本町1番1号', tel: '000-000-0001', fax: '', email: '' },
      places: ['みなも市役所'],
    }));
  }

  it('gets its day from the contractor, and the city agrees to the day and to meeting online', async () => {
    await manager.open(`/engagements/${engagementId}/meetings`);
    await expectShown(main(manager).getByRole('heading', { name: '仕様書が求める会議' }));
    const form = section(main(manager), '会議の日程を示す');
    await field(form, '種類').selectOption({ label: '定例報告会' });
    await field(form, '会議名').fill(TITLE);
    await field(form, '開催日').fill('2024/05/14');
    await field(form, '開始時刻').fill('13:30');
    await pick(form, '方法', 'オンライン');
    await field(form, 'ツール（オンラインの場合）').fill('みなも会議');
    await press(manager, 'meetings/scheduleMeeting', '日程を示す', form);
    await openMeeting(office);
    await expectShown(main(office).getByText('まだ（相手方が日程とともに確認すると、合意となります）'));
    await press(office, 'meetings/confirmDate', 'この日程を確認する');
    await expectShown(main(office).getByText('双方が合意済み'));
  });

  it('has an agenda and papers from the records, corrected and sent in time', async () => {
    await openMeeting(manager);
    const page = main(manager);
    await expectShown(page.getByText('次第と資料の送付期限：令和6年5月10日'));
    await unfold(page, '次第を定める');
    await field(page, '議題1').fill('進捗状況');
    await field(page, '議題1の説明者').fill('佐藤');
    await field(page, '議題1の時間').fill('20');
    await press(manager, 'meetings/saveAgenda', '次第を保存する');
    for (const paper of ['進捗状況報告書', '課題管理表', '概要スケジュール', '情報コーナー']) {
      await press(manager, 'meetings/preparePaper', `${paper}を作る`);
    }
    await follow(manager, '進捗状況報告書');
    await field(page, '備考').fill('職員研修の日程を相談します。');
    await press(manager, 'meetings/savePaper', '保存する');
    await openMeeting(manager);
    await confirm(manager, 'meetings/sendPapers', '次第と資料を送付する');
    await expectShown(page.getByText('令和6年5月8日に送付しました。'));

    await openMeeting(office);
    const papers = main(office).getByRole('table', { name: /^資料/ });
    expect(await papers.getByRole('row').count()).toBe(5);
    const word = papers.getByRole('link', { name: /進捗状況報告書\s*Word/ });
    const file = await office.context.request.get((await word.getAttribute('href')) ?? '');
    expect(file.status()).toBe(200);
    expect((await file.body()).length).toBeGreaterThan(5000);
  });

  it('is held, with an issue, decisions and minutes', async () => {
    clock.moveTo('2024-05-14T06:00:00.000Z');
    // A week later everybody signs in again.
    [office, manager] = [await arrive(OFFICE), await arrive(MANAGER)];
    await openMeeting(manager);
    const page = main(manager);
    const attendance = group(page, '出席者');
    for (const name of [/山本/, /佐藤/]) await attendance.getByRole('checkbox', { name }).check();
    await press(manager, 'meetings/holdMeeting', '実施を記録する');
    const issues = section(page, 'この会議の課題');
    await unfold(issues, '課題を加える');
    await field(issues, '課題の内容').fill('研修の日程が繁忙期と重なっている。');
    await field(issues, '期限').fill('2024/05/31');
    await press(manager, 'meetings/openIssue', '課題を加える', issues);
    // What was planned is what the minutes begin with.
    expect(await field(page, '議題').inputValue()).toBe('進捗状況\n次回までの作業予定\n情報提供');
    await field(page, '議事の内容').fill('資料に基づいて進捗を確かめた。');
    await field(page, '決定事項').fill('研修の日程を改める。');
    await press(manager, 'meetings/saveMinutes', '下書きを保存する');
    await confirm(manager, 'meetings/submitMinutes', '議事録を提出する');

    await openMeeting(office);
    await expectShown(main(office).getByText('研修の日程を改める。'));
    // Kyoto asks for no approval, so nobody is asked for one.
    expect(await main(office).getByRole('button', { name: '議事録を承認する' }).count()).toBe(0);
  });

  it('leaves an issue that is closed later, and a telephone call that is recorded at once', async () => {
    await office.choose('課題管理表');
    await field(main(office), '対応の状況').fill('6月に改めた。');
    await press(office, 'meetings/closeIssue', '完了とする');
    await expectShown(main(office).getByText('令和6年5月14日完了'));
    await manager.open(`/engagements/${engagementId}/meetings/talk`);
    const form = main(manager);
    await field(form, '件名').fill('資料の差替え');
    await field(form, '発注者の相手').fill('山本');
    await field(form, '話した内容').fill('資料の3頁を差し替えたい。');
    await field(form, '開始時刻').fill('16:00');
    await press(manager, 'meetings/recordTalk', '協議を記録する');
    await manager.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
    const { meetings } = await office.api(meetingsContract).listMeetings({ engagementId });
    expect(meetings.map(({ mode, submitted }) => [mode, submitted?.edition])).toEqual([
      ['オンライン', 1],
      ['電話', 1],
    ]);
  });

  it('fulfils what the specification asks of it, without anything wrong behind the pages', async () => {
    const { obligations } = await office.api(engagementContract).listObligations({ engagementId });
    const { meetings } = await office.api(meetingsContract).listMeetings({ engagementId });
    const id = meetings.find(({ title }) => title === TITLE)?.id;
    const states = (clause: string) =>
      obligations.filter((it) => it.clause === clause && it.subject === id).map(({ state }) => state);
    const clauses = ['5(2)イ(イ)-p1', '5(2)イ(イ)-p2', '5(2)エ-p1', '5(2)エ-p2'];
    expect(clauses.map((clause) => [clause, ...states(clause)])).toEqual(clauses.map((clause) => [clause, 'met']));
    expectCarriedOut([
      'meetings/scheduleMeeting',
      'meetings/confirmDate',
      'meetings/saveAgenda',
      'meetings/preparePaper',
      'meetings/savePaper',
      'meetings/sendPapers',
      'meetings/holdMeeting',
      'meetings/openIssue',
      'meetings/saveMinutes',
      'meetings/submitMinutes',
      'meetings/closeIssue',
      'meetings/recordTalk',
    ]);
    expectNoProblems(everybody);
  });
});
