/**
 * A standard of one's own: an OSCAL catalogue is brought along, set against the city's standard, made into audit items; its next
 * edition is matched, looked at with its effects, applied and taken back. A list in a spreadsheet is read by chosen columns.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { standardsContract } from '../../src/modules/standards/contract.ts';
import { FIRST_EDITION, SECOND_EDITION } from '../../src/modules/standards/testing/catalogues.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow } from './harness/checks.ts';
import { chooseFile, confirm, field, follow, main, pick, press, section, unfold } from './harness/hand.ts';
import type { Person } from './harness/person.ts';
import { expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const NAME = '青葉の例の管理策集';
const CODE = 'aoba-controls';
const SHEET = [
  'No,分類,確認すること,くわしい説明',
  '1,組織,責任者,責任者を定める。',
  '2,,委員会,委員会を開く。',
  '2,,重複,重なった行。',
];

describe('a standard of one’s own', () => {
  let product: Product;
  let browser: Browser;
  let stage: Stage;
  let auditor: Person;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    stage = await openStage(browser, product);
    auditor = await stage.cast.as('auditor');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const narrow = async (): Promise<void> => expect(await overflow(auditor.page)).toEqual([]);
  const read = async (name: string, content: string): Promise<void> => {
    await stage.open('auditor', 'catalogue-import');
    await chooseFile(auditor, main(auditor), 'ファイル', { name, mimeType: 'application/octet-stream', content });
    await press(auditor, 'standards/readCatalogueFile', '読み取る');
    await expectShown(main(auditor).getByRole('heading', { name: `「${name}」の確認` }));
  };
  const save = async (code: string, edition: string): Promise<void> => {
    const form = section(main(auditor), '版として保存');
    await field(form, '略号').fill(code);
    await field(form, '基準の名称').fill(NAME);
    await field(form, '発行者').fill('例示基準研究会');
    await field(form, '版').fill(edition);
    await pick(form, '公開の別', '公開');
    await press(auditor, 'standards/saveCatalogue', '保存する', form);
    await expectShown(main(auditor).getByRole('heading', { name: NAME, level: 1 }));
  };

  it('is read from an OSCAL catalogue, looked at and saved as an edition', async () => {
    await read('catalog.json', FIRST_EDITION);
    await expectShown(main(auditor).getByText('この版で廃止された項目です。'));
    await expectShown(main(auditor).getByRole('heading', { name: '取り込む項目（7件）' }));
    await narrow();
    await save(CODE, '第1版');
    await field(main(auditor), '絞り込む語').fill('見直し');
    await expectShown(main(auditor).getByText('7件のうち1件を表示しています。'));
    await narrow();
  });

  it('is set against the city’s standard: proposals looked at, one added by hand, coverage counted', async () => {
    await follow(auditor, 'あおば市情報セキュリティ対策基準', section(main(auditor), '他の基準との対応'));
    await press(auditor, 'standards/proposeMappings', '候補を探す');
    const proposals = section(main(auditor), '候補');
    await proposals.getByRole('checkbox').first().check();
    await press(auditor, 'standards/addMappings', '選んだ対応を登録する', proposals);
    await expectShown(section(main(auditor), '登録した対応').getByText('候補の確認', { exact: false }).first());
    await unfold(main(auditor), '対応を一つ登録する');
    const add = section(main(auditor), '対応の登録');
    await field(add, '初めの基準の項目').selectOption('au-3');
    await field(add, '相手の基準の項目').selectOption({ index: 1 });
    await field(add, '種類').selectOption('related');
    await press(auditor, 'standards/addMappings', '登録する', add);
    await expectShown(section(main(auditor), '登録した対応').getByText('古い機器の記録', { exact: false }).first());
    await narrow();
  });

  it('gives audit items, which are worded, confirmed, proposed to the city and judged', async () => {
    await stage.open('auditor', `standard-items/${CODE}`);
    await unfold(main(auditor), 'AC　アクセスの管理（4件）');
    for (const name of ['AC-1 利用者の登録', 'AC-2 認証情報の管理']) {
      await main(auditor).getByRole('checkbox', { name, exact: true }).check();
    }
    await press(auditor, 'standards/draftItems', '選んだ項目の下書きを作る');
    await main(auditor).getByRole('button', { name: '「利用者の登録」を直す', exact: true }).click();
    const dialog = auditor.page.getByRole('dialog');
    await field(dialog, '確認の観点').fill('利用者の登録の手続が定められ、守られているか。');
    await press(auditor, 'standards/saveItem', '保存して使えるものとする', dialog);
    const rest = '下書きと見直しの1件を、このままで使えるものとする';
    await confirm(auditor, 'standards/confirmItems', rest);
    await narrow();
    await stage.open('auditor', 'audit/catalogues');
    await follow(auditor, `${NAME}の監査項目`);
    for (const name of ['AC-1 利用者の登録', 'AC-2 認証情報の管理']) {
      await main(auditor).getByRole('checkbox', { name, exact: true }).check();
    }
    const propose = section(main(auditor), '選んだ項目を確認項目に加える');
    const { auditId } = await stage.auditOf('insurance');
    await field(propose, '監査対象課').selectOption(auditId);
    await field(propose, '必要と考える理由').fill('新しい基準によるため');
    await press(auditor, 'audit/proposeCatalogueItems', '市に提案する', propose);
    const office = await stage.openAudit('office', 'insurance', 'checks');
    await press(office, 'audit/agreeCheckItems', '協議中の2項目全てに同意する');
    const work = await stage.api('auditor', auditContract);
    const added = (await work.listChecks({ auditId })).checks.filter(({ key }) => key.startsWith(CODE));
    expect(added.map(({ point }) => point)).toContain('利用者の登録の手続が定められ、守られているか。');
    for (const check of added) {
      await work.judgeCheck({
        ...{ checkId: check.id, version: check.version, judgement: 'adequate', techniques: ['document-review'] },
        ...{ fact: '規程と記録を確かめた。', evidenceIds: [] },
      });
    }
  });

  it('comes in a next edition: matched, corrected, looked at, applied, and taken back', async () => {
    await read('catalog-2.json', SECOND_EDITION);
    await save(CODE, '第2版');
    await press(auditor, 'standards/startRevision', '「第2版」への改定を始める');
    await expectShown(main(auditor).getByRole('heading', { name: `「${NAME}」の改定` }));
    await field(main(auditor), '示す区分').selectOption('split');
    await main(auditor).getByRole('button', { name: '「AC-3 特権の付与」の対照を直す', exact: true }).click();
    const dialog = auditor.page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'AC-4 特権の見直し', exact: true }).uncheck();
    await press(auditor, 'standards/correctMatch', '対照を定める', dialog);
    await field(main(auditor), '示す区分').selectOption('wording');
    await expectShown(main(auditor).getByText('人が定めた'));
    const effects = section(main(auditor), '監査の確認項目').last();
    await expectShown(effects.getByText('未確認に戻る'));
    await expectShown(effects.getByText('根拠の記号だけが改まる'));
    await narrow();
    await confirm(auditor, 'revision/applyRevision', '改定を適用する');
    await expectShown(main(auditor).getByText('改定を適用しました。1件の確認項目を未確認に戻しました。'));
    const { auditId } = await stage.auditOf('insurance');
    const work = await stage.api('auditor', auditContract);
    const judgements = async () =>
      (await work.listChecks({ auditId })).checks
        .filter(({ key }) => key.startsWith(CODE))
        .map(({ judgement, references }) => [judgement, references[0]?.provision]);
    expect(await judgements()).toEqual([
      ['adequate', 'ac-10'],
      ['unconfirmed', 'ac-2'],
    ]);
    await confirm(auditor, 'revision/undoRevision', '改定を元に戻す');
    await expectShown(main(auditor).getByText('改定を元に戻しました。'));
    expect(await judgements()).toEqual([
      ['adequate', 'ac-1'],
      ['adequate', 'ac-2'],
    ]);
  });

  it('is read from a spreadsheet by columns that a person chooses, which are remembered', async () => {
    await read('一覧.csv', SHEET.join('\n'));
    const columns = section(main(auditor), '列の対応');
    await field(columns, '題名').selectOption('3');
    await field(columns, '本文').selectOption('4');
    await field(columns, '章の名前').selectOption('2');
    await field(columns, '番号又は記号').selectOption('1');
    await press(auditor, 'standards/mapColumns', 'この対応で読み取る', columns);
    await expectShown(main(auditor).getByText('同じ番号又は記号の項目が前にあります。'));
    await narrow();
    await save('aoba-list', '初版');
    await read('一覧2.csv', SHEET.join('\n'));
    await expectShown(main(auditor).getByText('前に保存した対応を当てはめました。'));
    await confirm(auditor, 'standards/discardImport', '保存せずに片付ける');
    const { catalogues } = await (
      await stage.api('auditor', standardsContract)
    ).listCatalogues({
      engagementId: stage.engagementId,
    });
    expect(catalogues.find(({ code }) => code === 'aoba-list')?.editions).toMatchObject([
      { controls: 2, current: true },
    ]);
  });

  it('leaves nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
