/** The office builds a form with conditions and segments, previews, publishes and sends it; a section answers by keyboard alone. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow } from './harness/checks.ts';
import { type Cast, openCast } from './harness/demonstration.ts';
import { field, group, main, pick, press, section, send } from './harness/hand.ts';
import type { Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';

const TITLE = '機器の持出しの調査';

describe('a form of one’s own', () => {
  let product: Product;
  let browser: Browser;
  let cast: Cast;
  let office: Person;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    cast = openCast(browser, product.address);
    office = await cast.as('office');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Begins an item of this way of answering in the first section, and gives back its form. */
  async function begin(type: string, question: string): Promise<Locator> {
    await main(office).getByRole('button', { name: '設問を加える（設問）', exact: true }).click();
    await main(office).getByRole('radio', { name: type, exact: true }).check();
    await main(office).getByRole('button', { name: '次へ', exact: true }).click();
    const form = main(office)
      .locator('form')
      .filter({ has: office.page.getByRole('button', { name: '閉じる' }) });
    await field(form, '設問').fill(question);
    return form;
  }
  const add = (form: Locator) => press(office, 'questionnaire/buildDraft', '設問を加える', form);
  const item = (number: number) => main(office).getByRole('group', { name: `問${number}`, exact: true });
  const preview = () => section(main(office), '答える人の画面');

  it('starts empty', async () => {
    await office.choose('調査票');
    const form = section(main(office), '新しく作る');
    await field(form, '題名').fill(TITLE);
    await press(office, 'questionnaire/createQuestionnaire', '新しい調査票を作る', form);
    await office.page.waitForURL(/\/edit$/);
    await expectShown(main(office).getByText('設問が一つもありません。', { exact: false }));
  });

  it('gets items of several types, with conditions chosen from lists', async () => {
    const kind = await begin('一つを選ぶ', 'あなたはどの立場で答えるか。');
    await field(kind, '選択肢1').fill('一般の職員');
    await field(kind, '選択肢2').fill('システムの担当者');
    await add(kind);
    await add(await begin('はい・いいえ・対象外', '機器を持ち出すときに許可を得ているか。'));
    const since = await begin('日付', '許可の手続きをいつまでに始めるか。');
    await since.getByRole('button', { name: '条件を加える', exact: true }).click();
    await field(since, '条件1の設問').selectOption({ label: '問2　機器を持ち出すときに許可を得ているか。' });
    await field(since, '条件1の内容').selectOption({ label: '答えが次のどれか' });
    await group(since, '条件1の答え').getByRole('checkbox', { name: 'いいえ', exact: true }).check();
    await expectShown(since.getByText('問2の答えが「いいえ」のとき。'));
    // What is typed shows at once as the respondent will see it.
    await expectShown(
      section(main(office), '編集中の設問').getByText('許可の手続きをいつまでに始めるか。', { exact: false }),
    );
    await add(since);
    await expectShown(item(3).getByText('問2の答えが「いいえ」のときだけ表示されます。'));
  });

  it('asks for the segment, and shows some questions to system staff only', async () => {
    await main(office).getByRole('button', { name: '全体の設定を直す', exact: true }).click();
    const head = section(main(office), '調査票の全体');
    await field(head, '区分を尋ねる設問').selectOption({ label: '問1　あなたはどの立場で答えるか。' });
    await press(office, 'questionnaire/buildDraft', '保存する', head);
    const server = await begin('文章', '持ち出す機器の設定を誰が確かめるか。');
    await group(server, '見せる区分').getByRole('checkbox', { name: 'システムの担当者', exact: true }).check();
    await add(server);
    await expectShown(preview().getByText('全4問のうち2問が表示されています。'));
    await field(preview(), '答える人の区分').selectOption({ label: 'システムの担当者' });
    await expectShown(preview().getByText('全4問のうち3問が表示されています。'));
    await pick(preview(), '問2　機器を持ち出すときに許可を得ているか。', 'いいえ');
    await expectShown(preview().getByText('全4問のうち4問が表示されています。'));
  });

  it('takes items from the library and moves them by keyboard', async () => {
    await main(office).getByRole('button', { name: '設問集から写す（設問）', exact: true }).click();
    const dialog = office.page.getByRole('dialog');
    await field(dialog, '探す言葉').fill('施錠 鍵');
    await send(office, 'questionnaire/searchLibrary', () =>
      dialog.getByRole('button', { name: '探す', exact: true }).click(),
    );
    await send(office, 'questionnaire/buildDraft', () => dialog.getByRole('button', { name: /^写す/ }).first().click());
    await dialog.getByRole('button', { name: '閉じる', exact: true }).click();
    const up = main(office).getByRole('button', { name: '問5を上へ動かす', exact: true });
    await up.focus();
    await send(office, 'questionnaire/buildDraft', () => office.page.keyboard.press('Enter'));
    // The focus goes with the item: a second press moves it on.
    await main(office)
      .getByRole('button', { name: '問4を上へ動かす', exact: true })
      .and(office.page.locator(':focus'))
      .waitFor();
    await send(office, 'questionnaire/buildDraft', () => office.page.keyboard.press('Enter'));
    await expectShown(item(3).getByRole('heading', { name: /施錠/ }));
    expect([...(await axe(office.page)), ...(await overflow(office.page))]).toEqual([]);
  });

  it('is not published with an error; the finding leads to its place', async () => {
    await add(await begin('文章', 'あなたは、どの立場で答えるか。'));
    expect(await main(office).getByRole('button', { name: '公開する', exact: true }).count()).toBe(0);
    const finding = '問6は問1と同じ文です。一方を削除するか、文を変えてください。';
    await main(office).getByRole('link', { name: finding, exact: true }).click();
    expect(await item(6).evaluate((part) => part === document.activeElement)).toBe(true);
    await press(office, 'questionnaire/buildDraft', '問6を外す');
    await expectShown(main(office).getByText('誤りはなく、公開できます。', { exact: false }));
    await main(office).getByRole('button', { name: '公開する', exact: true }).click();
    await press(office, 'questionnaire/publish', '公開する', office.page.getByRole('dialog'));
  });

  it('is sent', async () => {
    await office.choose('自己点検・予備調査');
    const form = section(main(office), '調査を始める');
    const options = await field(form, '調査票').locator('option').allTextContents();
    await field(form, '調査票').selectOption({ label: options.find((option) => option.includes(TITLE)) ?? '' });
    await field(form, '提出期限').fill('R9.1.15');
    await press(office, 'self-check/openCampaign', '調査を始める', form);
    await expectShown(main(office).getByRole('link', { name: TITLE }));
  });

  it('is answered by keyboard alone, on the narrow screen of a telephone', async () => {
    const staff = await cast.as('citizens-staff');
    const { sheets } = await staff.api(selfCheckContract).listOwnSheets({});
    const sheet = sheets.find(({ title }) => title === TITLE);
    if (sheet === undefined) throw new Error('the sheet has not arrived');
    await staff.page.setViewportSize({ width: 320, height: 700 });
    await staff.open(`/sheets/${sheet.campaignId}/${sheet.departmentId}`);
    const { keyboard } = staff.page;
    const question = (words: RegExp) => main(staff).getByRole('group', { name: words });
    const choose = async (words: RegExp, steps: number): Promise<void> => {
      await reach(staff, question(words).getByRole('radio').first());
      await keyboard.press('Space');
      for (let step = 0; step < steps; step += 1) await keyboard.press('ArrowDown');
    };
    await choose(/^問1/, 1);
    await choose(/^問2/, 1);
    await reach(staff, main(staff).getByLabel('「いいえ」の理由'));
    await keyboard.type('手続きを決めていないため。');
    await choose(/^問3/, 0);
    await reach(staff, main(staff).getByRole('textbox', { name: /^問4/ }));
    await keyboard.type('令和9年3月1日');
    await reach(staff, main(staff).getByRole('textbox', { name: /^問5/ }));
    await keyboard.type('係長');
    await expectShown(main(staff).getByText('すべての設問に回答しました。', { exact: false }));
    expect([...(await axe(staff.page)), ...(await overflow(staff.page))]).toEqual([]);
    await reach(staff, main(staff).getByRole('button', { name: '回答を提出する', exact: true }));
    await send(staff, 'self-check/submitResponse', () => keyboard.press('Enter'));
    const { revisions } = await office
      .api(selfCheckContract)
      .getResponse({ campaignId: sheet.campaignId, departmentId: sheet.departmentId });
    const values = Object.values(revisions[0]?.answers ?? {});
    expect(values).toHaveLength(5);
    expect(values).toEqual(
      expect.arrayContaining([
        { value: 'c2' },
        { value: 'no', reason: '手続きを決めていないため。' },
        { value: '2027-03-01' },
        { value: '係長' },
      ]),
    );
    await staff.page.setViewportSize({ width: 1280, height: 900 });
  });

  it('leaves nothing behind', () => {
    expectCarriedOut([
      'questionnaire/createQuestionnaire',
      'questionnaire/buildDraft',
      'questionnaire/searchLibrary',
      'questionnaire/publish',
      'self-check/openCampaign',
      'self-check/submitResponse',
    ]);
    expectNoProblems(cast.present.values());
  });
});

/** Presses Tab until the control has the focus; the way is never longer than the page has controls. */
async function reach({ page }: Person, control: Locator): Promise<void> {
  for (let stop = 0; stop < 200; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(control)}`);
}
