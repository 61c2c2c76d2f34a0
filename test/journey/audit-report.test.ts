/** From confirmed working papers to a report that the city has settled: open points named, wording looked at, list, debriefing, urgent finding. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { auditPlanContract } from '../../src/modules/audit-plan/contract.ts';
import { auditReportContract } from '../../src/modules/audit-report/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { confirm, field, follow, main, press, unfold } from './harness/hand.ts';
import { expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { agreeChecklist } from './year/agree-checklist.ts';
import { openStage, type Stage } from './year/stage.ts';

const SITE = '観光案内ホームページ';

describe('the report on an audit', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;
  let auditId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    auditId = await heldAudit();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** How audits are planned and held is shown by other journeys. */
  async function heldAudit(): Promise<string> {
    const { engagementId } = stage;
    const plan = await stage.api('lead', auditPlanContract);
    const office = await stage.api('office', auditPlanContract);
    const { id: programmeId } = await plan.adoptProgramme({ engagementId, source: 'fukuoka-external' });
    const departmentId = await stage.departmentOf((await stage.auditOf('nursery')).auditId);
    const added = await office.addTarget({
      ...{ programmeId, kind: 'website', name: SITE, departmentIds: [departmentId] },
      url: 'https://www.example.jp/',
    });
    await office.decideTargets({ targets: [{ targetId: added.id, version: added.version }] });
    await agreeChecklist(stage, programmeId);
    const lead = await stage.api('lead', auditContract);
    const auditor = await stage.api('auditor', auditContract);
    const { id, version } = await lead.openAuditOfTarget({ targetId: added.id });
    await lead.beginAudit({ auditId: id, version });
    const { rows } = await auditor.listCheckRows({ auditId: id });
    for (const row of rows)
      await auditor.judgeCheck({
        ...{ checkId: row.id, version: row.version, judgement: 'adequate', techniques: ['document-review'] },
        ...{ fact: '手順書と記録により確かめた。', evidenceIds: [] },
      });
    const papers = async () =>
      (await auditor.listCheckRows({ auditId: id })).rows.map((row) => ({
        checkId: row.id,
        version: row.paperVersion,
      }));
    await auditor.submitPapers({ auditId: id, papers: await papers() });
    await lead.reviewPapers({ auditId: id, papers: await papers() });
    await lead.draftPaperSet({ auditId: id, version: (await lead.getAudit({ auditId: id })).version });
    return id;
  }

  it('tells the city at once what cannot wait', async () => {
    const auditor = await stage.open('auditor', 'audit-report/urgent');
    await field(main(auditor), '監査').selectOption({ value: auditId });
    await field(main(auditor), '件名').fill('管理画面に庁外から接続できる');
    await field(main(auditor), '確認した事実').fill('庁外の回線から管理画面に接続できた。');
    await field(main(auditor), '想定される影響').fill('内容を書き換えられるおそれがある。');
    await field(main(auditor), '直ちに行うこと').fill('接続元を市の回線に限る。');
    await field(main(auditor), '見つけた日').fill('2026/12/17');
    await press(auditor, 'audit-report/raiseUrgent', '緊急の検出事項を記録する');
    await field(main(auditor), '手段').selectOption('電話');
    await field(main(auditor), '報告した相手（職名など）').fill('担当課の係長');
    await field(main(auditor), '報告した日').fill('2026/12/18');
    await press(auditor, 'audit-report/reportUrgent', '市への報告を記録する');
    const office = await stage.open('office', 'audit-report/urgent');
    await field(main(office), '市の対応').fill('接続元を限った。');
    await press(office, 'audit-report/acknowledgeUrgent', '受領を記録する');
    await expectShown(main(office).getByText('市が受領').first());
  });

  it('shows the facts of the papers to the department, which finds nothing wrong', async () => {
    const office = await stage.open('office', `audit/departments/${auditId}/papers`);
    await confirm(office, 'audit/showPaperSet', '所属に事実を示す');
    const head = await stage.open('nursery-head', 'own-audit');
    await confirm(head, 'audit/answerOwnPapers', '事実に違いはない');
    await expectShown(main(head).getByText('事実に違いがないと答えています。'));
  });

  it('is begun by an auditor, who is told what is still open', async () => {
    const auditor = await stage.open('auditor', 'audit-report');
    await press(auditor, 'audit-report/startReport', '「監査結果報告書」（全体）の案を作る');
    await expectShown(main(auditor).getByText(`「${SITE}」の監査調書の事実の確認が終わっていません。`));
    await field(main(auditor), '総括').fill('オブザーバビリティを高める取組を続けてください。');
    await press(auditor, 'audit-report/saveReport', '保存する');
    await expectShown(main(auditor).getByRole('rowheader', { name: 'オブザーバビリティ' }));
    await field(main(auditor), '総括').fill('手順書と記録は整っています。今の取組を続けてください。');
    await press(auditor, 'audit-report/saveReport', '保存する');
  });

  it('is finished by the lead when the facts are confirmed, and settled by the city', async () => {
    const office = await stage.open('office', `audit/departments/${auditId}/papers`);
    await confirm(office, 'audit/confirmPaperSet', '事実に誤りがないことを登録する');
    const lead = await stage.open('lead', 'audit-report');
    await follow(lead, '監査結果報告書');
    await expectShown(main(lead).getByText('確定に必要な事項は揃っています。'));
    await confirm(lead, 'audit-report/finishReport', '版を確定する');
    await press(lead, 'audit-report/checkPublicEdition', '概要版を確かめて作る');
    await stage.open('office', 'audit-report');
    await follow(office, '監査結果報告書');
    await unfold(main(office), '意見を付けて戻す');
    await confirm(office, 'audit-report/settleReport', '事実に誤りがないことを確かめた');
    await expectShown(main(office).getByText('確定', { exact: true }).first());
    const { reports } = await (
      await stage.api('office', auditReportContract)
    ).listReports({ engagementId: stage.engagementId });
    expect(reports).toMatchObject([{ state: 'settled', number: 1 }]);
  });

  it('goes with a list of findings on one sheet and material for the debriefing', async () => {
    const lead = await stage.open('lead', 'audit-report/lists');
    await press(lead, 'audit-report/makeFindingsList', '「情報システム等の外部監査」の一覧表を作る');
    await expectShown(main(lead).getByText('A4判1枚'));
    await lead.open(`/engagements/${stage.engagementId}/audit-report/debriefings`);
    await follow(lead, '監査報告会資料');
    await press(lead, 'audit-report/saveDebriefing', '保存する');
    await press(lead, 'audit-report/prepareDebriefing', '完成とする');
    await expectShown(main(lead).getByText('完成', { exact: true }));
  });

  it('leaves nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
