/**
 * The contractor presents the form that it has designed, and somebody who answers by a link passes it to another person: each
 * by the mouse and by the keyboard, and each seen by the others as far as it is theirs.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionnaireContract } from '../../src/modules/questionnaire/contract.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow } from './harness/checks.ts';
import { field, main, press, section, send, unfold } from './harness/hand.ts';
import { otherDay } from './harness/other-day.ts';
import { newPerson, type Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { surveyCity, type SurveyCity } from './harness/survey-city.ts';

const FORMS = ['self-check-segments-2026', 'self-check-2026'] as const;

describe('a form and its answers in other hands', () => {
  const clock = otherDay('2026-07-02T01:00:00.000Z');
  const everybody: Person[] = [];
  const forms: string[] = [];
  let product: Product;
  let browser: Browser;
  let city: SurveyCity;
  let office: Person;
  let manager: Person;
  let link: string;

  beforeAll(async () => {
    const env = { DEMONSTRATION: 'false', ...clock.env };
    [product, browser] = await Promise.all([startProduct({ env }), openBrowser()]);
    city = await surveyCity(browser, product);
    [office, manager] = [await city.arrive('office'), await city.arrive('manager')];
    everybody.push(office, manager);
    const questionnaires = office.api(questionnaireContract);
    for (const content of FORMS) {
      const draft = await questionnaires.importFromContent({ content });
      await questionnaires.publish({ questionnaireId: draft.id, version: draft.version });
      forms.push(draft.id);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    clock.remove();
  });

  const checked = async ({ page }: Person): Promise<string[]> => [...(await axe(page)), ...(await overflow(page))];
  const list = (person: Person): Promise<void> => person.open(`/engagements/${city.engagementId}/self-check`);
  const designs = (person: Person): Locator => section(main(person), '自己点検の調査票の設計');

  it('a form is presented by the contractor with the mouse, and the next with the keyboard', async () => {
    await list(manager);
    const part = designs(manager);
    const buttons = part.getByRole('button', { name: /を、設計した調査票として示す$/u });
    expect(await buttons.count()).toBe(FORMS.length);
    const dialog = manager.page.getByRole('dialog');
    await buttons.first().click();
    await expectShown(dialog.getByText('示した記録は取り消せません。', { exact: false }));
    await send(manager, 'self-check/presentDesign', () =>
      dialog.getByRole('button', { name: '示す', exact: true }).click(),
    );
    expect(await buttons.count()).toBe(1);
    await tabTo(manager.page, buttons.first());
    await manager.page.keyboard.press('Enter');
    await manager.quiet();
    // The dialog opens on its first control; leaving it by Escape presents nothing.
    await manager.page.keyboard.press('Escape');
    await manager.quiet();
    expect(await buttons.count()).toBe(1);
    await tabTo(manager.page, buttons.first());
    await manager.page.keyboard.press('Enter');
    await tabTo(manager.page, dialog.getByRole('button', { name: '示す', exact: true }));
    await send(manager, 'self-check/presentDesign', () => manager.page.keyboard.press('Enter'));
    expect(await buttons.count()).toBe(0);
    expect(await checked(manager)).toEqual([]);
  });

  it('the city sees who presented it, and has no button for it', async () => {
    await list(office);
    await expectShown(designs(office).getByText('佐藤　健一', { exact: false }).first());
    expect(await designs(office).getByRole('button', { name: /示す$/u }).count()).toBe(0);
    expect(await checked(office)).toEqual([]);
  });

  it('a link is passed on with the keyboard, taken back with the mouse, and passed again', async () => {
    const api = office.api(selfCheckContract);
    const { id: campaignId } = await api.prepareCampaign({
      engagementId: city.engagementId,
      questionnaireId: forms[1] ?? '',
      unit: 'person',
      anonymous: false,
      opens: '2026-07-02',
      due: '2026-07-31',
      requiresApproval: false,
    });
    await api.saveRespondent({
      campaignId,
      staffNumber: 'S1',
      name: '相田',
      departmentId: city.departmentId('市民課'),
      segment: '',
    });
    const { version } = await api.getCampaign({ campaignId });
    await api.startCampaign({ campaignId, version });
    const { links } = await api.issueLinks({ campaignId });
    link = links[0]?.path ?? '';
    const person = await newPerson(browser, product.address, '相田', { viewport: { width: 320, height: 700 } });
    everybody.push(person);
    const { page } = person;
    await person.page.goto(link);
    await person.quiet();
    await tabTo(page, page.locator('summary', { hasText: '回答を同僚に任せる' }));
    await page.keyboard.press('Enter');
    await tabTo(page, field(main(person), '任せる人の氏名'));
    await page.keyboard.type('井上');
    await page.keyboard.press('Tab');
    await page.keyboard.type('長期の出張のため');
    expect(await checked(person)).toEqual([]);
    await send(person, 'self-check/passLink', () => page.keyboard.press('Enter'));
    await expectShown(page.getByText('井上さんに任せています。'));
    const first = await passedPath(page);
    await press(person, 'self-check/takeBackLink', '自分に戻す');
    await unfold(main(person), '回答を同僚に任せる');
    const gone = await newPerson(browser, product.address, '井上');
    await gone.page.goto(first);
    await expectShown(gone.page.getByText('リンク', { exact: false }).first());
    expect(await gone.page.getByRole('radio').count()).toBe(0);
    await field(main(person), '任せる人の氏名').fill('宇野');
    await press(person, 'self-check/passLink', '任せる');
    link = await passedPath(page);
    expect(await checked(person)).toEqual([]);
  });

  it('the colleague answers by the passed link, and the office sees whose answer it is', async () => {
    const colleague = await newPerson(browser, product.address, '宇野');
    everybody.push(colleague);
    await colleague.page.goto(link);
    await colleague.quiet();
    await expectShown(colleague.page.getByText('相田さんから、回答を任されています。'));
    expect(await main(colleague).locator('summary', { hasText: '回答を同僚に任せる' }).count()).toBe(0);
    const questions = main(colleague).getByRole('group', { name: /^問\d+/u });
    for (const question of await questions.all())
      await question.getByRole('radio', { name: 'はい', exact: true }).check();
    await press(colleague, 'self-check/submitByLink', '回答を提出する');
    await expectShown(colleague.page.getByText('回答を受け付けました。', { exact: false }).first());
    expect(await checked(colleague)).toEqual([]);
  });

  it('nothing went wrong behind the pages', () => {
    expectCarriedOut(['self-check/presentDesign', 'self-check/passLink', 'self-check/takeBackLink']);
    expectNoProblems(everybody);
  });
});

/** The address that is shown once. */
async function passedPath(page: Page): Promise<string> {
  const [address = ''] = /https?:\S+\/answer#\S+/u.exec(await page.locator('main').innerText()) ?? [];
  return address;
}

async function tabTo(page: Page, place: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => place.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 300; stops += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}
