/** A checklist from its draft to the agreement, a sample that is drawn again, and a technical verification with the city's approval. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { auditPlanContract } from '../../src/modules/audit-plan/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { chooseFile, confirm, field, follow, main, pick, press, section, unfold } from './harness/hand.ts';
import { expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const TITLE = '情報システムの監査';

describe('the checklist of a programme', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;
  let targetId: string;
  let address: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    const { engagementId } = stage;
    const lead = await stage.api('lead', auditPlanContract);
    const office = await stage.api('office', auditPlanContract);
    const { id } = await lead.adoptProgramme({ engagementId, source: 'ward-information-system' });
    const departmentId = await stage.departmentOf((await stage.auditOf('insurance')).auditId);
    const added = await office.addTarget({
      ...{ programmeId: id, kind: 'system', name: '文書管理システム', departmentIds: [departmentId] },
    });
    targetId = added.id;
    const { targets } = await office.decideTargets({ targets: [{ targetId, version: added.version }] });
    await office.decideVendorCheck({
      ...{ targetId, version: targets[0]?.version ?? 0, vendorCheck: false, siteVisit: false, verification: true },
      reason: '公開しているため',
    });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is drafted from the catalogue with another number of items', async () => {
    const lead = await stage.open('lead', 'checklists');
    const form = main(lead);
    const { programmes } = await (
      await stage.api('lead', auditPlanContract)
    ).listProgrammes({
      engagementId: stage.engagementId,
    });
    const title = programmes.find(({ recordType }) => recordType === 'system')?.title ?? TITLE;
    await field(form, '監査の手順').selectOption({ label: title });
    await form.getByLabel('目録ごとの数と範囲を変える').check();
    await field(form, '選ぶ項目の数').fill('32');
    await press(lead, 'checklist/draftChecklist', '案を作る');
    await expectShown(main(lead).getByText('32件', { exact: true }));
    address = new URL(lead.page.url()).pathname;
  });

  it('has an item changed and another left out with a reason, and more grounds for all', async () => {
    const lead = await stage.cast.as('lead');
    const dialog = lead.page.getByRole('dialog');
    await main(lead)
      .getByRole('button', { name: /を直す$/u })
      .first()
      .click();
    await field(dialog, '題名').fill('企画の承認の記録');
    await press(lead, 'checklist/changeItem', '保存する', dialog);
    await main(lead)
      .getByRole('button', { name: /を外す$/u })
      .nth(1)
      .click();
    await field(dialog, '外す理由').fill('対象のシステムにない機能');
    await press(lead, 'checklist/leaveOutItem', '外す', dialog);
    await expectShown(main(lead).getByText('外した理由：対象のシステムにない機能'));
    await follow(lead, '項目の追加と根拠');
    const grounds = section(main(lead), '根拠をまとめて加える');
    await field(grounds, '基準').selectOption({ index: 1 });
    await field(grounds, '箇所（条、章など）').fill('第12条');
    await press(lead, 'checklist/groundItems', '根拠を加える', grounds);
    await lead.open(address);
    await expectShown(main(lead).getByText('第12条', { exact: false }).first());
  });

  it('is proposed, remarked by the city, proposed again and agreed', async () => {
    const lead = await stage.cast.as('lead');
    await confirm(lead, 'checklist/proposeChecklist', '市に提案する');
    const office = await stage.cast.as('office');
    await office.open(address);
    await main(office)
      .getByRole('button', { name: /に意見を書く$/u })
      .first()
      .click();
    const dialog = office.page.getByRole('dialog');
    await field(dialog, '意見').fill('所属の言葉に合わせてください。');
    await press(office, 'checklist/remarkItem', '保存する', dialog);
    await unfold(main(office), '意見を付けて戻す');
    await field(main(office), '全体への意見').fill('一件を直してください。');
    await press(office, 'checklist/returnChecklist', '意見を付けて戻す');
    await lead.open(address);
    await expectShown(main(lead).getByText('市の意見：所属の言葉に合わせてください。'));
    await confirm(lead, 'checklist/proposeChecklist', '市に提案する');
    await office.open(address);
    await confirm(office, 'checklist/agreeChecklist', '合意する');
    await expectShown(main(office).getByText('合意', { exact: true }).first());
  });

  it('gives its items to the audit, in which a sample is drawn and drawn again', async () => {
    const api = await stage.api('lead', auditContract);
    const { id: auditId, version, items } = await api.openAuditOfTarget({ targetId });
    expect(items).toBe(31);
    await api.beginAudit({ auditId, version });
    const auditor = await stage.open('auditor', `audit/departments/${auditId}/samples`);
    const form = section(main(auditor), '標本を抽出する');
    await field(form, '確認項目').selectOption({ index: 1 });
    await field(form, '母集団').fill('令和8年度の変更申請書、受付順');
    await field(form, '母集団の件数').fill('80');
    await pick(form, '抽出の方法', '無作為抽出');
    await field(form, '抽出する件数').fill('2');
    await field(form, '種').fill('令和8年12月');
    await press(auditor, 'audit/drawSample', '抽出する', form);
    await main(auditor)
      .getByRole('button', { name: /の標本を開く$/u })
      .click();
    await main(auditor).getByRole('button', { name: '同じ番号になるかを確かめる', exact: true }).click();
    await expectShown(main(auditor).getByText('記録と同じです', { exact: false }));
    const results = section(main(auditor), '「令和8年度の変更申請書、受付順」の標本の結果');
    for (const one of await results.getByLabel(/番の結果$/u).all()) await one.selectOption({ label: '適合' });
    await press(auditor, 'audit/recordSampleResults', '結果を保存する', results);
    await expectShown(main(auditor).getByText('確認済み、逸脱0件'));

    await auditor.open(`/engagements/${stage.engagementId}/audit/departments/${auditId}/add-items`);
    await field(main(auditor), '目録').selectOption({ label: '遠隔保守の拠点の監査項目' });
    await main(auditor).locator('summary').first().click();
    await main(auditor).getByRole('checkbox').first().check();
    await field(main(auditor), '加える理由と、市との協議の内容').fill('打合せで加えることとした。');
    await press(auditor, 'audit/addCatalogueChecks', '選んだ項目を加える');
  });

  it('is followed by a verification that the city approves before it is run', async () => {
    const lead = await stage.open('lead', 'verifications');
    const form = section(main(lead), '計画の案を作る');
    await field(form, '監査の対象').selectOption({ index: 1 });
    for (const name of ['検証する範囲', '目的', '方法', '停止する条件', '連絡先'])
      await field(form, name).fill(`${name}の内容`);
    await field(form, '用いる道具').fill('検査の道具');
    await field(form, '始まりの日').fill('2026/12/25');
    await field(form, '始まりの時刻').fill('20:00');
    await field(form, '終わりの日').fill('2026/12/25');
    await field(form, '終わりの時刻').fill('22:00');
    await press(lead, 'verification/draftVerification', '案を作る', form);
    const place = new URL(lead.page.url()).pathname;
    await confirm(lead, 'verification/submitVerification', '市に提出する');
    const office = await stage.cast.as('office');
    await office.open(place);
    await field(main(office), '承認の条件').fill('始める前に電話する。');
    await press(office, 'verification/approveVerification', '承認する');
    await stage.advanceTo('2026-12-26');
    await lead.open(place);
    const run = section(main(lead), '実施の記録');
    await field(run, '道具の版').fill('9.2');
    for (const name of ['高', '中', '低']) await field(run, `検出した数（${name}）`).fill('1');
    await field(run, '結果の概要').fill('更新の遅れによる。');
    await chooseFile(lead, run, '道具が残した記録', {
      ...{ name: 'report.txt', mimeType: 'text/plain', content: 'high 1' },
    });
    await press(lead, 'verification/recordRun', '実施を記録する', run);
    await expectShown(main(lead).getByText('高1件、中1件、低1件'));
    await expectShown(main(lead).getByText('検証の道具の記録1'));
  });

  it('leaves nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
