/** A municipality of its own, from the first administrator to the first sheet handed in. Days are those of the real calendar. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './harness/browser.ts';
import { axe } from './harness/axe.ts';
import { confirm, field, follow, group, main, pick, press, section } from './harness/hand.ts';
import { navigation, newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const PASSWORD = 'なのはな畑を三周ほどあるく';
const SHEET = '自己点検';
const FORM = '令和8年度情報セキュリティ自己点検';

describe('a new municipality', () => {
  let product: Product;
  let browser: Browser;
  const people = new Map<string, Person>();
  const arrive = async (name: string): Promise<Person> => {
    const person = await newPerson(browser, product.address, name);
    people.set(name, person);
    return person;
  };
  const who = (name: string): Person => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`nobody called ${name} has come yet`);
    return found;
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ env: { DEMONSTRATION: 'false' } }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('begins with its administrator', async () => {
    const admin = await arrive('大野　学');
    const { page } = admin;
    await page.goto('/');
    await page.getByRole('heading', { name: '街守の使い始め' }).waitFor();
    expect(await axe(page)).toEqual([]);
    const form = page.locator('main');
    await field(form, '自治体名').fill('みなも市');
    await field(form, '管理者の氏名').fill('大野　学');
    await field(form, '管理者の利用者名').fill('ohno');
    await field(form, 'パスワード').fill(PASSWORD);
    await field(form, 'パスワード（確認）').fill(PASSWORD);
    await form.getByRole('button', { name: '登録して始める', exact: true }).click();
    await navigation(page).waitFor();
    await admin.quiet();
  });

  it('registers its bureaus and sections', async () => {
    const admin = who('大野　学');
    await admin.choose('組織');
    for (const [name, bureau] of [
      ['総務局', null],
      ['市民局', null],
      ['情報セキュリティ課', '総務局'],
      ['市民課', '市民局'],
    ] as const) {
      const form = main(admin);
      await field(form, '名称').fill(name);
      if (bureau !== null) await field(form, '属する局').selectOption({ label: bureau });
      await press(admin, 'people/saveDepartment', '登録する', section(form, '局・課を登録する'));
      await expectShown(main(admin).getByRole('link', { name: new RegExp(name) }));
    }
  });

  it('invites its people, who choose their own passwords', async () => {
    const admin = who('大野　学');
    for (const [name, loginName, department, role] of [
      ['山本　恵', 'yamamoto', '情報セキュリティ課', '情報セキュリティ担当課'],
      ['田村　葵', 'tamura', '市民課', '所属職員'],
    ] as const) {
      await admin.choose('利用者');
      await follow(admin, '利用者を招待する');
      const form = main(admin);
      await pick(form, '立場', '市');
      await field(form, '氏名').fill(name);
      await field(form, '利用者名').fill(loginName);
      const options = await field(form, '所属').locator('option').allTextContents();
      await field(form, '所属').selectOption({ label: options.find((option) => option.includes(department)) ?? '' });
      await group(form, '役割').getByRole('checkbox', { name: role, exact: true }).check();
      await press(admin, 'people/inviteAccount', '招待する');
      const link = (await form.getByText(/^https?:.*\/invitation#/).textContent()) ?? '';

      const guest = await arrive(name);
      await guest.page.goto(link);
      const invitation = guest.page.locator('main');
      await field(invitation, '氏名').fill(name);
      await field(invitation, 'パスワード').fill(PASSWORD);
      await field(invitation, 'パスワード（確認）').fill(PASSWORD);
      await invitation.getByRole('button', { name: '登録する', exact: true }).click();
      await expectShown(guest.page.getByText('登録が済みました。サインインしてください。'));
      await signInByHand(guest, loginName);
    }
  });

  it('registers its contract from the specification', async () => {
    const office = who('山本　恵');
    await office.choose('契約の登録');
    await main(office)
      .getByRole('row')
      .filter({ hasText: '千葉市' })
      .getByRole('link', { name: 'この仕様書で登録する', exact: true })
      .click();
    await office.quiet();
    const form = main(office);
    await field(form, '契約締結日').fill('令和8年6月1日');
    await field(form, '受注者の名称').fill('株式会社かわせみ監査');
    await field(form, '履行場所').fill('みなも市役所');
    await field(form, '担当課の名称').fill('総務局　情報セキュリティ課');
    await field(form, '所在地').fill('みなも市本町1番1号');
    await field(form, '電話番号').fill('000-000-0001');
    await press(office, 'engagement/createEngagement', '契約を登録する');
    await office.page.waitForURL(/\/overview$/);
    await office.quiet();
    await expectShown(navigation(office.page).getByRole('link', { name: '義務', exact: true }));
  });

  it('publishes a questionnaire and opens a campaign', async () => {
    const office = who('山本　恵');
    await office.choose('調査票');
    await main(office)
      .getByRole('row')
      .filter({ has: office.page.getByText(FORM, { exact: true }) })
      .getByRole('button', { name: /^このひな形で作る/ })
      .click();
    await office.page.waitForURL(/\/edit$/);
    await office.quiet();
    await follow(office, new RegExp(SHEET), main(office).getByRole('navigation'));
    await confirm(office, 'questionnaire/publish', '公開する');
    await office.choose('自己点検・予備調査');
    const form = section(main(office), '調査を始める');
    const options = await field(form, '調査票').locator('option').allTextContents();
    await field(form, '調査票').selectOption({ label: options.find((option) => option.includes(SHEET)) ?? '' });
    const today = await office.page.locator('header time').getAttribute('datetime');
    await field(form, '提出期限').fill(weeksAfter(today ?? '', 3));
    await press(office, 'self-check/openCampaign', '調査を始める', form);
    expectCarriedOut(['questionnaire/publish', 'self-check/openCampaign']);
  });

  it('keeps what a section types through a reload and an ended session, and takes the sheet once', async () => {
    const staff = who('田村　葵');
    await staff.open('/sheets');
    await follow(staff, '回答する');
    const questions = main(staff).getByRole('group', { name: /^問\d+/ });
    const count = await questions.count();
    expect(count).toBe(30);
    const saved = staff.page.waitForResponse((reply) => reply.url().endsWith('/api/self-check/saveDraft'));
    await questions.nth(0).getByRole('radio', { name: 'いいえ', exact: true }).check();
    await main(staff).getByLabel('「いいえ」の理由').first().fill('鍵の管理簿がまだない。');
    await saved;
    await staff.page.reload();
    await staff.quiet();
    await main(staff).getByLabel('「いいえ」の理由').first().and(staff.page.locator('textarea, input')).waitFor();
    expect(await main(staff).getByLabel('「いいえ」の理由').first().inputValue()).toBe('鍵の管理簿がまだない。');

    // The session ends while the sheet is open; the page asks to sign in over what was answered.
    await staff.context.clearCookies();
    staff.watch.expectRefusals('self-check/saveDraft', 401);
    await questions.nth(1).getByRole('radio', { name: 'はい', exact: true }).check();
    const dialog = staff.page.getByRole('dialog');
    await field(dialog, 'パスワード').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'サインインする', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await staff.quiet();
    expect(await questions.nth(1).getByRole('radio', { name: 'はい', exact: true }).isChecked()).toBe(true);
    for (let index = 2; index < count; index += 1) {
      await questions.nth(index).getByRole('radio', { name: 'はい', exact: true }).check();
    }
    await main(staff).getByText('すべての設問に回答しました').waitFor();
    // Two clicks in a row hand in once.
    const sent: string[] = [];
    staff.page.on('request', (request) => {
      if (request.url().endsWith('/api/self-check/submitResponse')) sent.push(request.url());
    });
    await main(staff).getByRole('button', { name: '回答を提出する', exact: true }).dblclick();
    await staff.page.waitForURL(/\/sheets$/);
    await staff.quiet();
    await main(staff).getByText('提出済み', { exact: true }).waitFor();
    expect(sent.length).toBe(1);
  });

  it('shows the office what came in', async () => {
    const office = who('山本　恵');
    await office.page.reload();
    await office.quiet();
    await expectShown(main(office).getByText('2件中1件'));
  });

  it('went through without anything wrong behind the pages', () => {
    expectNoProblems(people.values());
  });
});

async function signInByHand(person: Person, loginName: string): Promise<void> {
  const form = person.page.locator('main');
  await field(form, '利用者名').fill(loginName);
  await field(form, 'パスワード').fill(PASSWORD);
  await form.getByRole('button', { name: 'サインインする', exact: true }).click();
  await navigation(person.page).waitFor();
  await person.quiet();
}

function weeksAfter(day: string, weeks: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}
