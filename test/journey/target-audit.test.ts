/** The audit of a website under another city's programme: opened from the plan, judged, its papers reviewed and locked, a finding graded 指摘. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { auditPlanContract } from '../../src/modules/audit-plan/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { confirm, field, follow, main, pick, press, unfold } from './harness/hand.ts';
import { expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { agreeChecklist } from './year/agree-checklist.ts';
import { openStage, type Stage } from './year/stage.ts';

const SITE = '市公式ホームページ';

describe('the audit of a website', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;
  let auditId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    await plan();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** How programmes and targets come about is shown by the journeys of planning. */
  async function plan(): Promise<void> {
    const { engagementId } = stage;
    const lead = await stage.api('lead', auditPlanContract);
    const office = await stage.api('office', auditPlanContract);
    const { id } = await lead.adoptProgramme({ engagementId, source: 'fukuoka-external' });
    const departmentId = await stage.departmentOf((await stage.auditOf('insurance')).auditId);
    const added = await office.addTarget({
      ...{ programmeId: id, kind: 'website', name: SITE, departmentIds: [departmentId] },
      url: 'https://www.example.jp/',
    });
    await office.decideTargets({ targets: [{ targetId: added.id, version: added.version }] });
    await agreeChecklist(stage, id);
  }

  const page = async (key: string, tab: string) => stage.open(key, `audit/departments/${auditId}${tab}`);

  it('is opened from the plan with the items of its programme, and begun', async () => {
    const lead = await stage.open('lead', 'audit');
    await confirm(lead, 'audit/openAuditOfTarget', '登録する');
    await follow(lead, new RegExp(`^${SITE}`, 'u'));
    auditId = new URL(lead.page.url()).pathname.split('/').at(-1) ?? '';
    await confirm(lead, 'audit/beginAudit', '監査を始める');
    await expectShown(main(lead).getByText('実施中'));
  });

  it('is judged, its paper submitted, reviewed by another and locked; a change leaves its trace', async () => {
    const auditor = await page('auditor', '/checks');
    const api = await stage.api('auditor', auditContract);
    const { rows } = await api.listCheckRows({ auditId });
    const [first] = rows;
    if (first === undefined) throw new Error('no items');
    await pick(main(auditor), '判断', '1 適切');
    await field(main(auditor), '確認した事実').fill('公開の手順書と承認の記録を確認した。');
    await press(auditor, 'audit/judgeCheck', '保存して次へ');
    await auditor.open(`/engagements/${stage.engagementId}/audit/departments/${auditId}/papers?item=${first.id}`);
    await field(main(auditor), '手続').fill('承認の記録を3件閲覧した。');
    await press(auditor, 'audit/savePaper', '調書を保存する');
    await press(auditor, 'audit/submitPapers', '査閲に出す');
    const quality = await page('quality', `/papers?item=${first.id}`);
    await confirm(quality, 'audit/reviewPapers', '査閲する');
    await expectShown(main(quality).getByText('査閲済み').first());

    await auditor.open(`/engagements/${stage.engagementId}/audit/departments/${auditId}/papers?item=${first.id}`);
    await unfold(main(auditor), '理由を付けて直す');
    await field(main(auditor), '確認した事実').fill('承認の記録のうち1件に日付がなかった。');
    await field(main(auditor), '直す理由').fill('所属の説明により');
    await press(auditor, 'audit/amendPaper', '理由を付けて直す');
    await expectShown(main(auditor).getByText('査閲の後の変更'));
    await expectShown(main(auditor).getByText('公開の手順書と承認の記録を確認した。', { exact: false }).first());
  });

  it('has a finding graded by the scheme of its programme, sent back by the quality review', async () => {
    const api = await stage.api('auditor', auditContract);
    const { rows } = await api.listCheckRows({ auditId });
    const [, second] = rows;
    if (second === undefined) throw new Error('no items');
    const proof = await api.addEvidence({
      ...{ auditId, title: '画面の写し', source: SITE, technique: 'document-review', description: '' },
      from: { kind: 'note', text: '問合せの画面が暗号化されていない。' },
    });
    await api.judgeCheck({
      ...{ checkId: second.id, version: second.version, judgement: 'inadequate', techniques: ['document-review'] },
      ...{ fact: '問合せの画面の通信が暗号化されていなかった。', evidenceIds: [proof.id] },
    });
    const auditor = await page('auditor', `/checks?item=${second.id}`);
    await press(auditor, 'audit/draftFinding', '発見事項の案を作る');
    await pick(main(auditor), '評価', '指摘');
    await field(main(auditor), '原因').fill('証明書の更新の担当が決められていない。');
    await field(main(auditor), '想定されるリスク').fill('問合せの内容が盗み見られるおそれがある。');
    await field(main(auditor), '改善提言').fill('証明書の更新の担当と期限を定める。');
    await field(main(auditor), '評価の理由').fill('基準に定めのある暗号化が行われていないため');
    await field(main(auditor), '重要度').selectOption({ label: '高' });
    await field(main(auditor), '費用のめやす').fill('年1万円');
    await press(auditor, 'audit/saveFinding', '案を保存する');
    const address = new URL(auditor.page.url()).pathname;
    const quality = await stage.cast.as('quality');
    await quality.open(address);
    await unfold(main(quality), '気付いたことを書いて案を戻す');
    await field(main(quality), '品質の確認で気付いたこと').fill('根拠の条項を確かめてください。');
    await press(quality, 'audit/returnDraftFinding', '気付いたことを書いて案を戻す');
    await expectShown(main(quality).getByText('根拠の条項を確かめてください。'));
    const { findings } = await api.listFindings({ engagementId: stage.engagementId, auditId });
    expect(findings).toMatchObject([{ grade: '指摘', importance: 'high', cost: '年1万円', source: 'audit' }]);
  });

  it('leaves nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
