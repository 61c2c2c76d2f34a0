/** The city's own form of the minutes: refused with the place, mended, tried, put in use; the contractor writes in it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, p, tbl, wordsOfDocx } from '../../src/documents/testing/forms.ts';
import { deliverablesContract } from '../../src/modules/deliverables/contract.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { meetingsContract } from '../../src/modules/meetings/contract.ts';
import { peopleContract } from '../../src/modules/people/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { chooseFile, confirm, field, main, press, section } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import { navigation, newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const SETTING_UP_MS = 100_000;
const PASSWORD = 'すすきの原を二周ほどあるく';
const OFFICE = { name: '山本　恵', loginName: 'yamamoto' };
const MANAGER = { name: '佐藤　健一', loginName: 'sato' };
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const form = (decisions: string): Uint8Array =>
  docx(
    p('様式第3号') +
      p('{{自治体名}}　会議録') +
      tbl(['会議の名称', '{{会議名}}'], ['日時', '{{日時}}'], ['契約', '{{契約名}}']) +
      p('議題') +
      p('{{議題}}') +
      p('議事') +
      p('{{議事}}') +
      p('決定') +
      p(decisions),
  );

describe('a form of the city', () => {
  const clock = otherDay('2026-06-02T03:00:00.000Z');
  const everybody: Person[] = [];
  let product: Product;
  let browser: Browser;
  let engagementId: string;
  let meetingId: string;
  let office: Person;
  let manager: Person;

  const arrive = async ({ name, loginName }: typeof OFFICE): Promise<Person> => {
    const person = await newPerson(browser, product.address, name);
    everybody.push(person);
    await person.page.goto('/');
    const signIn = main(person);
    await field(signIn, '利用者名').fill(loginName);
    await field(signIn, 'パスワード').fill(PASSWORD);
    await signIn.getByRole('button', { name: 'サインインする', exact: true }).click();
    await navigation(person.page).waitFor();
    await person.quiet();
    return person;
  };

  beforeAll(async () => {
    const env = { DEMONSTRATION: 'false', ...clock.env };
    [product, browser] = await Promise.all([startProduct({ env }), openBrowser()]);
    await found();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
  });

  /** The municipality, its two people, the contract, and a meeting that was held; other journeys show how. */
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
      from: '2026-04-01',
    });
    const common = { email: null, password: PASSWORD };
    await people.createAccount({
      ...common,
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
    office = await arrive(OFFICE);
    manager = await arrive(MANAGER);
    // The first contract reads every specification there is.
    office.context.setDefaultTimeout(SETTING_UP_MS);
    ({ engagementId } = await office.api(engagementContract).createEngagement({
      specification: 'chiba-2026',
      contractDate: '2026-06-01',
      contractor: '株式会社かわせみ監査',
      client: { department: '情報政策課', address: '本町1番1号', tel: '000-000-0001', fax: '', email: '' },
      places: ['みなも市役所'],
    }));
    await hold();
  }

  async function hold(): Promise<void> {
    const meetings = manager.api(meetingsContract);
    ({ id: meetingId } = await meetings.scheduleMeeting({
      engagementId,
      type: 'working',
      title: '計画の打合せ',
      date: '2026-06-02',
      startTime: '10:00',
      mode: '対面',
    }));
    await office.api(meetingsContract).confirmDate({ engagementId, meetingId, version: 1 });
    await meetings.holdMeeting({
      engagementId,
      meetingId,
      version: 2,
      participants: [
        { personId: null, name: '山本', side: 'city' },
        { personId: '00000000-0000-7000-8000-0000000000aa', name: '佐藤', side: 'contractor' },
      ],
    });
    await meetings.saveMinutes({
      engagementId,
      meetingId,
      version: 3,
      agenda: ['計画の確認'],
      report: '',
      decisions: ['計画の案で進める。'],
      actions: [],
      minutes: '計画の案を確かめた。',
    });
    await meetings.submitMinutes({ engagementId, meetingId, version: 4 });
  }

  const upload = async (name: string, bytes: Uint8Array): Promise<void> => {
    const part = section(main(office), '様式の登録');
    await chooseFile(office, part, '様式のファイル', { name, mimeType: WORD, content: bytes });
    await expectShown(part.getByText(name).first());
    await press(office, 'templates/registerTemplate', '確かめて登録する', part);
  };

  it('with a misspelt placeholder is registered, and told what is wrong and where', async () => {
    await office.open(`/engagements/${engagementId}/templates`);
    await main(office).getByRole('link', { name: '議事録', exact: true }).click();
    await expectShown(main(office).getByRole('heading', { name: '差込み項目', exact: true }));
    await upload('会議録.docx', form('{{決定事頂}}'));
    const page = main(office);
    await expectShown(page.getByText('直すべきところが2件あります。'));
    await expectShown(page.getByText('「{{決定事項}}」の書き誤りではありませんか。', { exact: false }));
    await expectShown(page.getByText('場所：本文の', { exact: false }));
    expect(await page.getByRole('button', { name: 'この様式を使う' }).count()).toBe(0);
  });

  it('is mended, tried with the records, and put in use', async () => {
    await upload('会議録（修正）.docx', form('{{決定事項}}'));
    const page = main(office);
    await expectShown(page.getByText('直すべきところはありません。'));
    const tried = page.getByRole('link', { name: '今の記録で試す' });
    const reply = await office.context.request.get((await tried.getAttribute('href')) ?? '');
    expect(reply.status()).toBe(200);
    expect(wordsOfDocx(await reply.body())).toContain('・計画の案で進める。');
    await press(office, 'templates/activateTemplate', 'この様式を使う');
    await expectShown(page.getByText('使用中', { exact: true }));
  });

  it('is what the contractor writes the minutes in', async () => {
    await manager.open(`/engagements/${engagementId}/deliverables/minutes?subject=${meetingId}`);
    await press(manager, 'deliverables/produce', '記録から版を作る');
    await expectShown(main(manager).getByText('発注者の様式（第2版）'));
    const { deliverables } = await manager.api(deliverablesContract).listDeliverables({ engagementId });
    const [version] =
      deliverables.find(({ type, subject }) => type === 'minutes' && subject === meetingId)?.versions ?? [];
    const file = version?.files.find(({ format }) => format === 'docx');
    const link = main(manager).getByRole('link', { name: file?.name ?? '', exact: true });
    const reply = await manager.context.request.get((await link.getAttribute('href')) ?? '');
    const words = wordsOfDocx(await reply.body());
    expect(words.slice(0, 4)).toEqual(['様式第3号', 'みなも市　会議録', '会議の名称', '計画の打合せ']);
    expect(words).toContain('計画の案を確かめた。');
  });

  it('is taken out of use again', async () => {
    await office.open(`/engagements/${engagementId}/templates/minutes`);
    await confirm(office, 'templates/retireTemplate', '使うことをやめる');
    await expectShown(main(office).getByText('使用終了', { exact: true }));
    expectCarriedOut([
      'templates/registerTemplate',
      'templates/activateTemplate',
      'templates/retireTemplate',
      'deliverables/produce',
    ]);
    expectNoProblems(everybody);
  });
});
