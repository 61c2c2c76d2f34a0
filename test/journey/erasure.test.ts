/** The contract ends with the erasure: list, witness, really gone, certificate; the pages say so instead of failing. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { dutyContract } from '../../src/modules/duty/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { confirm, field, main, press, section } from './harness/hand.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const PATIENCE_MS = 60_000;

describe('the end of a contract with erasure', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    await settleByHand(stage);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is listed before anything is touched, and asked for by the executor', async () => {
    const pm = await stage.open('pm', 'duties/erasure');
    await expectShown(main(pm).getByText('まだ何も消去していません。', { exact: false }));
    await expectShown(main(pm).getByRole('cell', { name: '監査証拠' }));
    const form = section(main(pm), '消去を求める');
    await field(form, '消去の方法').fill('記録の削除及びファイルの削除');
    await field(form, '契約の終了前に消去する理由').fill('業務が早く終わったため。');
    await press(pm, 'duty/requestErasure', '一覧を確定して立会いを求める', form);
    await expectShown(main(pm).getByText('立会人の確認待ち'));
    expect(await main(pm).getByRole('button', { name: '立会人として確認し、消去を始める' }).count()).toBe(0);
  });

  it('begins when the witness has confirmed, and is done by itself', async () => {
    const office = await stage.open('office', 'duties/erasure');
    await confirm(office, 'duty/confirmErasure', '立会人として確認し、消去を始める');
    const api = office.api(dutyContract);
    const limit = Date.now() + PATIENCE_MS;
    for (;;) {
      const [entry] = (await api.getDuties({ engagementId: stage.engagementId })).registers.erasure;
      if (entry?.state === 'verified') break;
      if (Date.now() > limit) throw new Error(`the erasure is still ${entry?.state ?? 'missing'}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expectCarriedOut(['duty/confirmErasure']);
  });

  it('ends with a certificate', async () => {
    const pm = await stage.open('pm', 'duties/erasure');
    await confirm(pm, 'duty/certifyErasure', '証明書を発行する');
    await expectShown(main(pm).getByText('証明済み'));
    await expectShown(main(pm).getByRole('link', { name: /個人情報及び情報資産消去証明書.*PDF/ }));
    expectCarriedOut(['duty/requestErasure', 'duty/confirmErasure', 'duty/certifyErasure']);
  });

  it('leaves pages that say what is gone, with the hash', async () => {
    const lead = await stage.cast.as('lead');
    const audit = lead.api(auditContract);
    const { audits } = await audit.getProgramme({ engagementId: stage.engagementId });
    for (const { id } of audits) {
      const { evidence } = await audit.listEvidence({ auditId: id });
      const erased = evidence.find(({ state }) => state === 'erased');
      if (erased === undefined) continue;
      await lead.open(`/engagements/${stage.engagementId}/audit/departments/${id}/evidence`);
      await expectShown(main(lead).getByText('消去済み').first());
      await expectShown(main(lead).getByText(erased.sha256));
      return;
    }
    throw new Error('no evidence was erased');
  });

  it('left nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});

/** Paper and carriers go back, copies are destroyed: the product cannot do that itself. */
async function settleByHand({ api, engagementId }: Stage): Promise<void> {
  const duty = await api('pm', dutyContract);
  const { registers, members } = await duty.getDuties({ engagementId });
  const memberId = members.find(({ active }) => active)?.id ?? '';
  for (const { id, version, kind, returnedOn, erased } of registers.material) {
    if (kind === 'data' || returnedOn !== null || erased !== null) continue;
    await duty.returnMaterial({ engagementId, id, version, receivedBackBy: '情報セキュリティ課' });
  }
  for (const { id, version, state } of registers.copy) {
    if (state !== 'made') continue;
    const how = { method: '裁断', memberId, irrecoverable: true, cityInstruction: '' };
    await duty.eraseCopy({ engagementId, id, version, ...how });
  }
}
