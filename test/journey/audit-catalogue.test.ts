/** The audit team finds items in a catalogue and proposes them; the city agrees; they stand on the checklist with their methods. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { field, main, press, section, unfold } from './harness/hand.ts';
import { expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const CATALOGUE = '特定個人情報の安全管理措置の監査項目';
/** Accessible names know only the plain space. */
const ITEMS = ['E-5 書類の施錠', 'E-7 媒体の保管'];
const REASON = '個人番号の載った書類を多く扱うため';

describe('items of a catalogue', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('are found by words, chosen and proposed by the audit team', async () => {
    const auditor = await stage.open('auditor', 'audit/catalogues');
    await main(auditor).getByRole('link', { name: CATALOGUE, exact: true }).click();
    await auditor.quiet();
    await expectShown(main(auditor).getByText('76項目のうち76項目を表示しています。'));
    await field(main(auditor), '絞り込む語').fill('施錠　台帳');
    await expectShown(main(auditor).getByText('媒体の保管', { exact: false }).first());
    await field(main(auditor), '絞り込む語').fill('');
    for (const name of ITEMS) await main(auditor).getByRole('checkbox', { name, exact: true }).check();
    await expectShown(main(auditor).getByText('2項目を選んでいます。'));
    const propose = section(main(auditor), '選んだ項目を確認項目に加える');
    const { auditId } = await stage.auditOf('insurance');
    await field(propose, '監査対象課').selectOption(auditId);
    await field(propose, '必要と考える理由').fill(REASON);
    await press(auditor, 'audit/proposeCatalogueItems', '市に提案する', propose);
    await expectShown(main(auditor).getByText('上の一覧で、加える項目を選んでください。', { exact: false }));
  });

  it('are agreed to by the city in one step, and can then be judged with their methods', async () => {
    const office = await stage.openAudit('office', 'insurance', 'checks');
    await expectShown(main(office).getByText(REASON).first());
    await press(office, 'audit/agreeCheckItems', '協議中の2項目全てに同意する');
    const { auditId } = await stage.auditOf('insurance');
    const { checks } = await (await stage.api('auditor', auditContract)).listChecks({ auditId });
    const added = checks.find(({ key }) => key === 'mn-e-b-lock');
    expect(added?.procedures.length).toBeGreaterThan(1);
    const auditor = await stage.openAudit('auditor', 'insurance', `checks?item=${added?.id ?? ''}`);
    await unfold(main(auditor), '確認の手順');
    await expectShown(main(auditor).getByText(added?.procedures[0]?.procedure ?? '', { exact: false }));
  });

  it('leave nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
