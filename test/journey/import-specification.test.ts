/** A municipality's own 仕様書: imported, corrected, published, and an engagement made from it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { specificationContract } from '../../src/modules/specification/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { chooseFile, confirm, field, follow, main, press, section, send } from './harness/hand.ts';
import { expectCarriedOut, expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const NAME = '令和８年度あおば市情報セキュリティ相談業務委託仕様書';
const TEXT = `${NAME}
１　件名
　令和８年度あおば市情報セキュリティ相談業務委託
２　委託期間
　契約締結日から令和９年３月３１日まで
３　業務の内容
（１）計画
　　受託者は、契約締結後１４日以内に業務計画書を作成し、
市の承認を得ること。
（２）相談
　　受託者は、月５件を上限として相談に応じること。
４　成果物
ア　業務計画書
イ　業務完了報告書（紙で提出する場合は２部）
`;

describe('a specification of one’s own', () => {
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

  it('becomes a proposed clause tree', async () => {
    const office = await stage.cast.as('office');
    await office.choose('仕様書');
    const upload = section(main(office), '仕様書を取り込む');
    await chooseFile(office, upload, '仕様書のファイル', { name: '仕様書.txt', mimeType: 'text/plain', content: TEXT });
    await press(office, 'specification/uploadDraft', '取り込む', upload);
    await office.page.waitForURL(/\/specifications\/imports\//);
    // Read in the background: the page follows it and then leads to the draft.
    const link = main(office).getByRole('link', { name: '下書きを開く', exact: true });
    await link.waitFor({ timeout: 60_000 });
    await link.click();
    await office.page.waitForURL(/\/specifications\/drafts\//);
    await office.quiet();
    const clauses = main(office).getByRole('navigation', { name: '条項', exact: true });
    for (const id of ['2', '3(1)', '3(2)']) await expectShown(clauses.getByText(id, { exact: true }).first());
  });

  it('takes a meeting, a cap and a rule by forms, and gives up a proposal by keyboard', async () => {
    const office = await stage.cast.as('office');
    await main(office)
      .getByRole('button', { name: /^3\(1\)/u })
      .first()
      .click();
    const clause = main(office).getByRole('region', { name: '条項 3(1)', exact: true });
    await clause.getByRole('button', { name: '規則を加える', exact: true }).click();
    const form = clause.getByRole('group', { name: '規則の入力', exact: true });
    await field(form, '規則の形').selectOption({ label: 'きっかけの後に行う' });
    await field(form, '義務の名称').fill('議事録の提出');
    await field(form, 'きっかけ').selectOption({ label: '会議の開催' });
    await field(form, '応じること').selectOption({ label: '議事録の提出' });
    await expectShown(
      form.getByText('会議の開催があったら、その日の翌日から起算して5営業日目までに、議事録の提出が必要です。', {
        exact: true,
      }),
    );
    await press(office, 'specification/updateRule', '規則を保存する', form);
    const proposal = clause.getByRole('button', { name: '「種類：期限」を採用する', exact: true });
    await proposal.focus();
    await send(office, 'specification/decideSuggestion', () => office.page.keyboard.press('a'));
    await expectShown(clause.getByRole('button', { name: '「種類：期限」を未定に戻す', exact: true }));

    await follow(office, '会議');
    await main(office).getByRole('button', { name: '会議を加える', exact: true }).click();
    await field(main(office), '会議の名称').fill('月例の打合せ');
    await field(main(office), '定めている条項').first().selectOption({ index: 3 });
    await field(main(office), '開く間隔：数').fill('１');
    await field(main(office), '開く間隔：単位').selectOption({ label: 'か月' });
    await press(office, 'specification/updatePart', '保存する');

    await follow(office, '相談');
    await field(main(office), '上限の件数').fill('8');
    await press(office, 'specification/updatePart', '保存する');

    await follow(office, 'フォローアップ');
    await main(office).getByRole('button', { name: '定めを書き始める', exact: true }).click();
    await main(office).getByLabel('仕様書に「支援の記録」の定めがある').check();
    await field(main(office), '定めている条項').selectOption({ index: 2 });
    await field(main(office), '支援の手段').fill('電話\n電子メール');
    await field(main(office), '支援から記録の提出まで：数').fill('5');
    await press(office, 'specification/updatePart', '保存する');
    await follow(office, '条項・成果物');
  });

  it('is corrected and published', async () => {
    const office = await stage.cast.as('office');
    const head = section(main(office), '基本の事項');
    await field(head, '識別名').fill('aoba-consultation-2026');
    await field(head, '発注者').fill('あおば市');
    await press(office, 'specification/updateHead', '基本の事項を保存する', head);
    await main(office)
      .getByRole('button', { name: /^3\(1\)/u })
      .first()
      .click();
    const clause = main(office).getByRole('region', { name: '条項 3(1)', exact: true });
    await field(clause, '見出し').fill('業務計画書の作成と承認');
    await press(office, 'specification/updateClause', '条項を保存する', clause);
    await confirm(office, 'specification/publish', '公開する');
    await expectShown(main(office).getByText(/「aoba-consultation-2026」として公開しています/u));
    expectCarriedOut([
      'specification/uploadDraft',
      'specification/updateRule',
      'specification/decideSuggestion',
      'specification/updatePart',
      'specification/updateHead',
      'specification/updateClause',
      'specification/publish',
    ]);
  });

  it('makes an engagement whose duties have their days', async () => {
    const office = await stage.cast.as('office');
    await follow(office, 'この仕様書から契約を登録する');
    const form = main(office);
    await field(form, '契約締結日').fill('令和8年12月14日');
    await field(form, '受注者の名称').fill('株式会社みどり監査研究所');
    await field(form, '履行場所').fill('あおば市役所');
    await field(form, '担当課の名称').fill('総務局　情報セキュリティ課');
    await field(form, '所在地').fill('あおば市中央一丁目1番1号');
    await field(form, '電話番号').fill('000-000-5045');
    await press(office, 'engagement/createEngagement', '契約を登録する');
    await office.page.waitForURL(/\/overview$/u);
    await office.quiet();
    const client = office.api(engagementContract);
    const { engagements } = await client.listEngagements({});
    const made = engagements.find(({ specification }) => specification === 'aoba-consultation-2026');
    const { obligations } = await client.listObligations({ engagementId: made?.id ?? '' });
    // 契約締結後14日以内, counted from the day after the contract.
    expect(obligations.map(({ due }) => due)).toContain('2026-12-28');
    const { body } = await office
      .api(specificationContract)
      .readSpecification({ specification: 'aoba-consultation-2026' });
    for (const words of ['name: 月例の打合せ', 'max: 8', 'title: 議事録の提出', 'recordWithin:'])
      expect(body).toContain(words);
    await office.open(`/engagements/${made?.id ?? ''}/clauses`);
    await expectShown(main(office).getByText('業務計画書の作成と承認'));
  });

  it('went through without anything wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
