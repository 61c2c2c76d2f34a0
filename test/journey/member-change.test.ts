/** A member whose qualification expires is replaced: warning, request, approval, the new member, the condition met again. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { teamContract } from '../../src/modules/team/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { field, group, main, pick, press, section } from './harness/hand.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const LEAVING = '期限　太郎';
const COMING = '後任　花子';

describe('replacing a member whose qualification expired', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;
  let engagementId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    engagementId = await prepare(stage);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const team = async (key: string, page: string) => {
    const person = await stage.cast.as(key);
    await person.open(`/engagements/${engagementId}/team${page}`);
    return person;
  };

  it('warns while there is time', async () => {
    const pm = await team('pm', '');
    await expectShown(main(pm).getByText(/まもなく期限が来るものが\d件あります/));
    await expectShown(
      main(pm)
        .getByText(/令和9年1月5日に期限を迎えます/)
        .first(),
    );
  });

  it('says that the condition is no longer met once it has expired', async () => {
    await stage.advanceTo('2027-01-06');
    const pm = await team('pm', '');
    await expectShown(main(pm).getByText(/資格と実績の両方を満たす者が1人以上必要ですが、0人です/));
  });

  it('is requested by the contractor, with the proofs of the new member', async () => {
    const pm = await team('pm', '/changes');
    const form = section(main(pm), '変更を申請する');
    await field(form, '交代する担当者').selectOption({ label: LEAVING });
    await field(form, '変更の理由').fill('資格の有効期限が切れ、更新の見込みがないため。');
    await field(form, '氏名').fill(COMING);
    await field(form, '会社名').fill('後任監査法人');
    await field(form, '部署').fill('監査部');
    await group(form, '役割').getByRole('checkbox', { name: '監査人', exact: true }).check();
    await field(form, '新しい担当者の資格').fill('システム監査技術者');
    await field(form, '新しい担当者の経歴').fill('指定都市の情報セキュリティ監査に5年従事');
    await field(form, '主任担当者を引き継ぐ').check();
    await press(pm, 'team/requestChange', '申請する', form);
    const api = pm.api(teamContract);
    const { members } = await api.getTeam({ engagementId });
    const incoming = members.find(({ state }) => state === 'proposed')?.id ?? '';
    await api.registerQualification(qualification(engagementId, incoming, 'systems-auditor', null));
    await api.registerExperience(experience(engagementId, incoming));
    const again = await team('pm', '/changes');
    await expectShown(
      main(again)
        .getByText(/後任\s花子が資格と実績の両方を満たします/)
        .first(),
    );
  });

  it('is approved by the city, and the condition is met again', async () => {
    const office = await team('office', '/changes');
    await pick(main(office), '判断', '承認する');
    await press(office, 'team/decideChange', '判断する');
    const pm = await team('pm', '');
    await expectShown(
      main(pm)
        .getByText(/後任\s花子が資格と実績の両方を満たします/)
        .first(),
    );
    const { members } = await pm.api(teamContract).getTeam({ engagementId });
    expect(members.map(({ name, state, isLead }) => [name, state, isLead])).toEqual(
      expect.arrayContaining([
        [LEAVING, 'left', false],
        [COMING, 'active', true],
      ]),
    );
    expectCarriedOut(['team/requestChange', 'team/decideChange']);
  });

  it('left nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});

/** A second contract with one auditor whose certificate ends early in January, and an approved plan. */
async function prepare(stage: Stage): Promise<string> {
  const pm = await stage.api('pm', engagementContract);
  const { engagementId } = await pm.createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-12-01',
    contractor: '後任監査法人',
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  const team = await stage.api('pm', teamContract);
  const { id } = await team.assignMember({
    engagementId,
    name: LEAVING,
    firm: '後任監査法人',
    department: '監査部',
    roles: ['主任担当者', '監査人'],
    handlesMyNumber: false,
    accountId: null,
  });
  await team.appointLead({ engagementId, memberId: id });
  await team.registerQualification(qualification(engagementId, id, 'cisa', '2027-01-05'));
  await team.registerExperience(experience(engagementId, id));
  const plan = await pm.draftPlan({ engagementId, reason: '', organisation: '体制図', environment: '自社の端末' });
  await pm.submitPlan({ engagementId, planId: plan.id, form: 'electronic', copies: 1 });
  await (await stage.api('office', engagementContract)).approvePlan({ engagementId, planId: plan.id });
  return engagementId;
}

const qualification = (engagementId: string, memberId: string, code: string, validTo: string | null) => ({
  engagementId,
  memberId,
  code,
  number: 'Q-1',
  validFrom: '2022-01-01',
  validTo,
  fileId: null,
});

const experience = (engagementId: string, memberId: string) => ({
  engagementId,
  memberId,
  client: 'みなと市',
  category: '指定都市',
  population: 1_020_000,
  subject: '情報セキュリティ監査',
  from: '2024-06-01',
  to: '2025-03-19',
  completed: true,
  activities: ['リスク評価', '対策の実施状況の評価', '改善提言'],
  evidence: '契約書の写し',
  fileId: null,
});
