/** An auditor on a tablet: takes the items along, loses the connection, writes, reloads, comes back, and settles what two wrote. */
import { createHash } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { auditContract } from '../../src/modules/audit/contract.ts';
import { openBrowser } from './harness/browser.ts';
import { field, group, main, pick, unfold } from './harness/hand.ts';
import { settled } from './harness/person.ts';
import { expectNoProblems, expectShown } from './harness/problems.ts';
import { type Product, startProduct } from './harness/product.ts';
import { openStage, type Stage } from './year/stage.ts';

const FACT = '書庫の鍵が机の上に置かれていた。';
const THEIR_FACT = '書庫は施錠されていたが、鍵の管理簿がなかった。';
const SAID = '鍵は係長が朝に開けるとのこと。';
const PHOTO = 'tablet photo of a key on a desk';

/** Without a connection nobody can be signed out: the person is told, stays, and keeps what is on the device. */
async function tryToSignOut(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByLabel('さんのメニュー').click();
  await press('サインアウト');
  await expectShown(page.getByText('まだ送っていない現地の記録があります'));
  await press('記録を消してサインアウトする');
  await expectShown(page.getByText('サインアウトできませんでした'));
  await press('閉じる');
}

describe('field work without a connection', () => {
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

  const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });
  const checkNow = async (number: number) => {
    const { auditId } = await stage.auditOf('insurance');
    const { checks } = await (await stage.api('lead', auditContract)).listChecks({ auditId });
    const found = checks.find((check) => check.number === number);
    if (found === undefined) throw new Error(`no item ${number}`);
    return found;
  };

  it('survives a reload, and joins with what others wrote', async () => {
    const { auditId } = await stage.auditOf('insurance');
    const { checks } = await (await stage.api('lead', auditContract)).listChecks({ auditId });
    const [first, second] = checks.filter(({ state }) => state === 'in-scope');
    if (first === undefined || second === undefined) throw new Error('no items');
    const auditor = await stage.openAudit('auditor', 'insurance', 'field');
    const page = main(auditor);
    await button(page, 'この端末に持ち出す').click();
    await expectShown(button(page, '最新の項目を取り込む'));
    await expectShown(page.getByText('送っていない項目はありません'));

    auditor.watch.expectOffline(true);
    await auditor.context.setOffline(true);
    await expectShown(page.getByText('接続がありません', { exact: false }));
    await auditor.page.reload();
    await settled(auditor.page);
    await expectShown(page.getByText('接続がありません', { exact: false }));

    await page.getByRole('link', { name: first.title, exact: true }).click();
    await pick(page, '判断', '不備');
    await field(page, '確認した事実').fill(FACT);
    await group(page, '確認の方法').getByRole('checkbox', { name: '現場確認', exact: true }).check();
    await unfold(page, '聞き取り、観察及び再実施');
    await field(page, '内容').fill(SAID);
    await button(page, '記録を加える').click();
    await expectShown(page.getByText(SAID, { exact: false }));
    await unfold(page, '証拠の写真又はファイル');
    await field(page, '証拠の写真又はファイル').setInputFiles({
      name: '鍵.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(PHOTO),
    });
    await field(page, '集めた場所').fill('2階書庫の前');
    await button(page, '証拠を加える').click();
    await expectShown(page.getByText(createHash('sha256').update(PHOTO).digest('hex'), { exact: false }));
    await page.getByRole('link', { name: second.title, exact: true }).click();
    await field(page, '備考').fill('端末で書いた備考');
    await expectShown(page.getByText('書いたことは、この端末に保存しました。'));
    await auditor.page.reload();
    await settled(auditor.page);
    await expectShown(page.getByText('送っていない項目が2件あります'));

    await tryToSignOut(auditor.page);
    await expectShown(page.getByText('送っていない項目が2件あります'));

    // Meanwhile somebody with a connection writes about both.
    const lead = await stage.api('lead', auditContract);
    const judged = { judgement: 'minor' as const, techniques: ['interview' as const], evidenceIds: first.evidenceIds };
    const proof = await lead.addEvidence({
      ...{ auditId, title: '管理簿の写し', source: '執務室', technique: 'document-review', description: '' },
      from: { kind: 'note', text: '管理簿がない。' },
    });
    await lead.judgeCheck({
      ...{ ...judged, checkId: first.id, version: first.version, fact: THEIR_FACT },
      evidenceIds: [...first.evidenceIds, proof.id],
    });
    const other = { ...second, fact: '主任が書いた事実' };
    await lead.judgeCheck({
      ...{ checkId: second.id, version: second.version, judgement: 'adequate', techniques: ['interview'] },
      ...{ fact: other.fact, evidenceIds: second.evidenceIds },
    });

    await auditor.context.setOffline(false);
    auditor.watch.expectOffline(false);
    auditor.watch.expectRefusals('audit/judgeCheck', 409);
    await button(page, '今すぐ送る').click();
    await expectShown(page.getByText('送っていない項目が1件あります'));
    const merged = await checkNow(second.number);
    expect(merged).toMatchObject({ fact: '主任が書いた事実', note: '端末で書いた備考', judgement: 'adequate' });

    await page.getByRole('link', { name: first.title, exact: true }).click();
    await expectShown(page.getByText('ほかの人が、この項目を先に書いていました'));
    await expectShown(page.getByText(THEIR_FACT));
    const fact = page.getByRole('row').filter({ hasText: '確認した事実' });
    await fact.getByRole('radio', { name: '両方をつなげる', exact: true }).check();
    await button(page, 'この内容に決める').click();
    await button(page, '今すぐ送る').click();
    await expectShown(page.getByText('送っていない項目はありません'));
    const after = await checkNow(first.number);
    expect(after.fact).toBe(`${THEIR_FACT}\n${FACT}`);
    expect(after.judgement).toBe('inadequate');
    expect(after.evidenceIds).toContain(proof.id);
    const { evidence } = await lead.listEvidence({ auditId });
    const photo = evidence.find(({ name }) => name === '鍵.txt');
    expect(photo).toMatchObject({ place: '2階書庫の前', sha256: createHash('sha256').update(PHOTO).digest('hex') });
    expect(after.evidenceIds).toContain(photo?.id);
    expect((await lead.listFieldRecords({ auditId, checkId: first.id })).records.map(({ text }) => text)).toEqual([
      SAID,
    ]);
  });

  it('leaves nothing on the device after the sign-out', async () => {
    const auditor = await stage.cast.as('auditor');
    const left = () =>
      auditor.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('machimori-device', 1);
            opening.addEventListener('success', () => {
              const counted = opening.result.transaction('kept').objectStore('kept').count();
              counted.addEventListener('success', () => {
                opening.result.close();
                resolve(counted.result);
              });
            });
          }),
      );
    expect(await left()).toBeGreaterThan(0);
    await auditor.page.locator('header summary').click();
    await auditor.page.getByRole('button', { name: 'サインアウト', exact: false }).first().click();
    await auditor.page.getByRole('heading', { level: 1 }).waitFor();
    await auditor.page.waitForFunction(() => document.querySelector('header summary') === null);
    expect(await left()).toBe(0);
    expect(await auditor.page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  });

  it('leaves nothing wrong behind the pages', () => {
    expectNoProblems(stage.cast.present.values());
  });
});
