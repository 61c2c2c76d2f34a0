/** A document looked at before it is made: its gaps lead to where they are filled, and the public edition waits until nothing confidential is left. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow, wholeness } from './harness/checks.ts';
import { follow, group, main, press, section, unfold } from './harness/hand.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

describe('a document before it is made', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;
  let findingId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    const { auditId } = await stage.auditOf('citizens');
    const auditor = await stage.api('auditor', auditContract);
    ({ id: findingId } = await auditor.draftFinding({
      auditId,
      from: { kind: 'other', source: '9(1)イ' },
      text: { title: 'ＳＲＶ－ＦＩＬＥ０１の利用者の登録', fact: '異動した職員の登録が残っていた。' },
    }));
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is read on the screen, in a frame that runs nothing', async () => {
    const lead = await stage.open('lead', 'deliverables');
    await follow(lead, '事業報告書');
    await follow(lead, '画面で確かめる');
    const frame = main(lead).locator('iframe');
    expect(await frame.getAttribute('sandbox')).toBe('');
    const page = lead.page.frameLocator('main iframe');
    await page.getByRole('heading', { level: 1, name: '事業報告書' }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^第2/u }).waitFor();
    expect(await page.locator('script').count()).toBe(0);
    expect([...(await wholeness(lead.page)), ...(await overflow(lead.page))]).toEqual([]);
  });

  it('names what is missing, and each line leads to where it is filled in', async () => {
    const lead = await stage.open('lead', 'deliverables/findings-list/preview');
    const gaps = section(main(lead), '足りない記録');
    await expectShown(gaps.getByText(/^改善提言が未記入の発見事項が\d+件あります。/u));
    const line = gaps.getByRole('listitem').filter({ hasText: '改善提言が未記入' });
    await follow(lead, /改善提言が未記入/u, line);
    expect(new URL(lead.page.url()).pathname).toBe(`/engagements/${stage.engagementId}/audit/findings`);
    expect(await wholeness(lead.page)).toEqual([]);
  });

  it('is refused for the public while a host stands in it, naming the place', async () => {
    const lead = await stage.open('lead', 'deliverables/findings-list');
    await follow(lead, '公表用概要版');
    lead.watch.expectRefusal('deliverables/produce', 422);
    await main(lead).getByRole('button', { name: '記録から版を作る', exact: true }).click();
    await expectShown(main(lead).getByText(/表の\d+行\d+列目にホスト名「srv-file01」/u));
    await lead.quiet();
    await follow(lead, '画面で確かめる');
    await expectShown(main(lead).getByText('このままでは版を作れません'));
    await main(lead).locator('summary', { hasText: 'この版に載せない箇所' }).click();
    await expectShown(main(lead).getByText('監査対象課の名称').first());
    expect(await overflow(lead.page)).toEqual([]);
  });

  it('is made for the public once the wording is mended', async () => {
    const auditor = await stage.api('auditor', auditContract);
    const { findings } = await auditor.listFindings({ engagementId: stage.engagementId });
    const found = findings.find(({ id }) => id === findingId);
    if (found === undefined) throw new Error('the finding is gone');
    const { fact, cause, risk, recommendation, grade, gradeReason, evidenceIds, basis } = found;
    await auditor.saveFinding({
      findingId,
      version: found.version,
      text: {
        ...{ fact, cause, risk, recommendation, grade, gradeReason, evidenceIds },
        title: '利用者の登録の見直し',
        basis: basis.map(({ standard, provision }) => ({ standard, provision })),
      },
    });
    const lead = await stage.open('lead', 'deliverables/findings-list?edition=public');
    await press(lead, 'deliverables/produce', '記録から版を作る');
    await expectShown(main(lead).getByRole('link', { name: /公表用概要版.*\.pdf/u }));
    expectCarriedOut(['deliverables/produce']);
  });

  it('is handed in for one department, which reads it once the city has accepted it', async () => {
    const { auditId } = await stage.auditOf('citizens');
    const departmentId = await stage.departmentOf(auditId);
    const lead = await stage.open('lead', 'deliverables/findings-list');
    await follow(lead, /市民課分$/u);
    await press(lead, 'deliverables/produce', '記録から版を作る');
    const address = new URL(lead.page.url());
    expect(address.searchParams.get('department')).toBe(departmentId);
    for (const point of await group(main(lead), '確認の観点').getByRole('checkbox').all()) await point.check();
    await press(lead, 'deliverables/review', '確認を終える');
    await press(lead, 'deliverables/submit', '提出する');
    await unfold(main(lead), '第1版に載せなかった箇所');
    await expectShown(main(lead).getByText('この版に載せない記載').first());
    expect([...(await wholeness(lead.page)), ...(await overflow(lead.page))]).toEqual([]);
    const head = await stage.open('citizens-head', 'own-documents');
    await expectShown(main(head).getByText('自所属の版はまだありません。'));
    const office = await stage.cast.as('office');
    await office.open(`${address.pathname}${address.search}`);
    await press(office, 'deliverables/accept', '検収する');
    await head.open(`/engagements/${stage.engagementId}/own-documents`);
    await expectShown(main(head).getByRole('link', { name: /市民課分.*\.pdf/u }));
    expect([...(await wholeness(head.page)), ...(await overflow(head.page))]).toEqual([]);
    expectCarriedOut(['deliverables/review', 'deliverables/submit', 'deliverables/accept']);
  });

  it('is read by the city before it is handed in, where the specification has it explained before', async () => {
    const ciso = await stage.open('ciso', 'deliverables');
    await follow(ciso, '事業報告書');
    await expectShown(main(ciso).getByText(/仕様書 9\(1\)カ により、提出の前に内容を確かめられます。/u));
    await follow(ciso, '画面で確かめる');
    const page = ciso.page.frameLocator('main iframe');
    await page.getByRole('heading', { level: 1, name: '事業報告書' }).waitFor();
    expect([...(await wholeness(ciso.page)), ...(await overflow(ciso.page))]).toEqual([]);
  });

  it('nothing went wrong behind the pages', () => expectNoProblems(stage.cast.present.values()));
});
