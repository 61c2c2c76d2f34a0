/** A finding put right: sheet, plan by keyboard, advice, approval, report with evidence, confirmation, closing; support on record. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { auditPlanContract } from '../../src/modules/audit-plan/contract.ts';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow } from './harness/checks.ts';
import { chooseFile, field, follow, group, main, pick, press, section, send } from './harness/hand.ts';
import type { Person } from './harness/person.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { agreeChecklist } from './year/agree-checklist.ts';
import { openStage, type Stage } from './year/stage.ts';

const SITE = '市公式ホームページ';

describe('a finding put right', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;
  let title: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    title = await settle();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** How a finding comes about and is settled is shown by the journeys of the audit. */
  async function settle(): Promise<string> {
    const { engagementId } = stage;
    const plan = await stage.api('lead', auditPlanContract);
    const planOffice = await stage.api('office', auditPlanContract);
    const [lead, auditor, office] = await Promise.all([
      stage.api('lead', auditContract),
      stage.api('auditor', auditContract),
      stage.api('office', auditContract),
    ]);
    const { id: programmeId } = await plan.adoptProgramme({ engagementId, source: 'fukuoka-external' });
    const departmentId = await stage.departmentOf((await stage.auditOf('insurance')).auditId);
    const added = await planOffice.addTarget({
      ...{ programmeId, kind: 'website', name: SITE, departmentIds: [departmentId] },
      url: 'https://www.example.jp/',
    });
    await planOffice.decideTargets({ targets: [{ targetId: added.id, version: added.version }] });
    await agreeChecklist(stage, programmeId);
    const { id: auditId, version } = await lead.openAuditOfTarget({ targetId: added.id });
    await lead.beginAudit({ auditId, version });
    const proof = await auditor.addEvidence({
      ...{ auditId, title: '画面の写し', source: SITE, technique: 'document-review', description: '' },
      from: { kind: 'note', text: '問合せの画面が暗号化されていない。' },
    });
    const { rows } = await auditor.listCheckRows({ auditId });
    for (const [index, row] of rows.entries())
      await auditor.judgeCheck({
        ...{ checkId: row.id, version: row.version, techniques: ['document-review'] },
        judgement: index === 0 ? 'inadequate' : 'adequate',
        fact: index === 0 ? '問合せの画面の通信が暗号化されていなかった。' : '記録により確かめた。',
        evidenceIds: index === 0 ? [proof.id] : [],
      });
    await auditor.draftFinding({
      auditId,
      from: { kind: 'check', id: rows[0]?.id ?? '' },
      text: {
        cause: '証明書の更新の担当が決められていない。',
        risk: '問合せの内容が盗み見られるおそれがある。',
        recommendation: '証明書の更新の担当と期限を定める。',
        gradeReason: '基準に反しているため',
      },
    });
    await lead.closeFieldwork({ auditId, version: (await lead.getAudit({ auditId })).version });
    const written = (await lead.listFindings({ engagementId, auditId })).findings;
    for (const { id, version: own } of written) await lead.reviewFinding({ findingId: id, version: own });
    await lead.issueFindings({ auditId });
    const [issued] = (await office.listFindings({ engagementId, auditId })).findings;
    if (issued === undefined) throw new Error('no finding');
    const confirmed = await office.confirmFinding({ findingId: issued.id, version: issued.version });
    const shown = await office.showFinding({ findingId: issued.id, version: confirmed.version });
    await office.recordFindingView({ findingId: issued.id, version: shown.version, view: 'agreed', sectionText: '' });
    return issued.title;
  }

  const openPlan = async (key: string): Promise<Person> => {
    const person = await stage.open(key, 'improvement');
    await follow(person, title);
    return person;
  };

  const clean = async ({ page }: Person): Promise<void> => {
    expect([...(await axe(page)), ...(await overflow(page))]).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect([...(await axe(page)), ...(await overflow(page))]).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('gets its sheet from the office', async () => {
    const office = await stage.open('office', 'improvement');
    await field(main(office), '改善計画の提出の期限').fill('R9.1.15');
    await press(office, 'improvement/issueSheets', 'シートを作る');
    await expectShown(main(office).getByRole('link', { name: title }));
    await clean(office);
  });

  it('is planned by its department with the keyboard alone, and by no other', async () => {
    const other = await stage.open('nursery-head', 'own-improvement');
    await expectShown(main(other).getByText('改善計画を求められていません'));
    const head = await stage.open('insurance-head', 'own-improvement');
    await follow(head, title);
    const { keyboard } = head.page;
    await field(main(head), '原因').focus();
    for (const words of [
      '証明書の更新を担当する者を決めていなかった。',
      '更新の担当と期限を手順に定める。',
      '証明書を更新する。',
      '更新の期限を知らせる仕組みを設ける。',
      '国民健康保険課長',
      'R9.2.26',
    ]) {
      await keyboard.insertText(words);
      await keyboard.press('Tab');
    }
    await send(head, 'improvement/savePlan', async () => {
      await main(head).getByRole('button', { name: '保存する', exact: true }).focus();
      await keyboard.press('Enter');
    });
    await clean(head);
    await send(head, 'improvement/submitPlan', async () => {
      await main(head).getByRole('button', { name: '提出する', exact: true }).focus();
      await keyboard.press('Enter');
      await head.page.getByRole('dialog').getByRole('button', { name: '提出する', exact: true }).focus();
      await keyboard.press('Enter');
    });
    await expectShown(main(head).getByText('案の確認中'));
  });

  it('is advised by the contractor and approved by the office', async () => {
    const lead = await openPlan('lead');
    for (const check of ['改善方法', '方針等', '原因に対応しているか', '期限が現実的か', '担当が定まっているか'])
      await pick(main(lead), check, '適');
    await field(main(lead), '全体についての助言').fill('期限を知らせる先も手順に書いてください。');
    await press(lead, 'improvement/advisePlan', '助言する');
    await clean(lead);
    const office = await openPlan('office');
    await expectShown(main(office).getByText('期限を知らせる先も手順に書いてください。'));
    await pick(main(office), '改善計画をどうするか', '承認する');
    await press(office, 'improvement/decidePlan', '判断');
    await expectShown(main(office).getByText('次に対応するのは所属です。'));
  });

  it('is reported with evidence, confirmed by the named techniques, and closed', async () => {
    const head = await stage.open('insurance-head', 'own-improvement');
    await follow(head, title);
    const progress = section(main(head), '進み具合を報告する');
    await field(progress, '進み具合（％）').fill('50');
    await field(progress, '行ったことと、これから行うこと').fill('手順を定めた。');
    await chooseFile(head, progress, '証拠のファイル（任意）', {
      name: '手順.txt',
      mimeType: 'text/plain',
      content: '更新の手順',
    });
    await press(head, 'improvement/reportProgress', '進み具合を報告する', progress);
    const report = section(main(head), '改善が済んだことを報告する');
    await field(report, '行った改善').fill('証明書を更新し、担当と期限を定めた。');
    await field(report, '改善の効果をどう評価したか').fill('全ての画面が暗号化されている。');
    await press(head, 'improvement/reportImprovement', '改善が済んだことを報告する', report);
    await clean(head);
    const lead = await openPlan('lead');
    await expectShown(main(lead).getByRole('link', { name: '手順.txt' }));
    await group(main(lead), '用いた技法').getByRole('checkbox', { name: '再実施' }).check();
    await pick(main(lead), '改善が提言の趣旨に合うか', 'はい');
    await field(main(lead), '確認の結果').fill('公開の画面を開き、暗号化を確かめた。');
    await press(lead, 'improvement/confirmImprovement', '改善を確認する');
    const office = await openPlan('office');
    await press(office, 'improvement/closePlan', '終了する');
    await expectShown(main(office).getByText('今は、対応を要することはありません。'));
    await clean(office);
  });

  it('leaves a record of the support that its department got', async () => {
    const lead = await stage.open('lead', 'improvement/support');
    const add = section(main(lead), '支援を記録する');
    const option = add.getByRole('combobox', { name: /^所属/u }).locator('option', { hasText: '国民健康保険課' });
    await field(add, '所属').selectOption((await option.getAttribute('value')) ?? '');
    await field(add, '手段').selectOption('電話');
    await field(add, '尋ねられたこと').fill('証明書の更新の期限を知る方法');
    await field(add, '答えたこと').fill('有効期間を確かめる画面を案内した。');
    await press(lead, 'improvement/noteSupport', '支援を記録する', add);
    await clean(lead);
    const row = main(lead).getByRole('row').filter({ hasText: '証明書の更新の期限を知る方法' });
    await send(lead, 'improvement/submitSupport', () =>
      row.getByRole('button', { name: /支援の記録を市に出す$/u }).click(),
    );
    await expectShown(row.getByText('提出済み'));
  });

  it('leaves nothing wrong behind the pages', () => {
    expectCarriedOut(['improvement/issueSheets', 'improvement/savePlan', 'improvement/closePlan']);
    expectNoProblems(stage.cast.present.values());
  });
});
