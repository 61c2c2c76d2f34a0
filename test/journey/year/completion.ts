/** What is delivered, how the contract ends, and what is left at the end (10(8), 10(10), 11, 12). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { deliverablesContract, REVIEW_POINTS } from '../../../src/modules/deliverables/contract.ts';
import { dutyContract } from '../../../src/modules/duty/contract.ts';
import { engagementContract } from '../../../src/modules/engagement/contract.ts';
import { confirm, field, follow, group, main, pick, press, section, unfold } from '../harness/hand.ts';
import type { Person } from '../harness/person.ts';
import type { Stage } from './stage.ts';

/** Made from the records, checked point by point, handed over, accepted: each by its own person. */
export async function deliverByScreen(
  stage: Stage,
  name: string,
  by: { readonly reviewer: string; readonly decider: string },
): Promise<void> {
  const lead = await stage.open('lead', 'deliverables');
  await follow(lead, name);
  const address = new URL(lead.page.url());
  await press(lead, 'deliverables/produce', '記録から版を作る');
  const reviewer = await stage.cast.as(by.reviewer);
  await reviewer.open(`${address.pathname}${address.search}`);
  for (const point of await group(main(reviewer), '確認の観点').getByRole('checkbox').all()) await point.check();
  await press(reviewer, 'deliverables/review', '確認を終える');
  const manager = await stage.cast.as('pm');
  await manager.open(`${address.pathname}${address.search}`);
  await press(manager, 'deliverables/submit', '提出する');
  const decider = await stage.cast.as(by.decider);
  await decider.open(`${address.pathname}${address.search}`);
  await press(decider, 'deliverables/accept', '検収する');
}

/** Sends a version back first: the office says what must be mended. */
export async function rejectOnce(stage: Stage, name: string): Promise<void> {
  const lead = await stage.open('lead', 'deliverables');
  await follow(lead, name);
  const address = new URL(lead.page.url());
  await press(lead, 'deliverables/produce', '記録から版を作る');
  for (const point of await group(main(lead), '確認の観点').getByRole('checkbox').all()) await point.check();
  await press(lead, 'deliverables/review', '確認を終える');
  await press(lead, 'deliverables/submit', '提出する');
  const office = await stage.cast.as('office');
  await office.open(`${address.pathname}${address.search}`);
  await field(main(office), '意見又は差戻しの理由').fill('表紙の部署名が古いので直してください。');
  await press(office, 'deliverables/reject', '差し戻す');
}

/** Everything of these types, for every subject, over HTTP. */
export async function deliver(stage: Stage, types: readonly string[]): Promise<void> {
  const { engagementId } = stage;
  const [lead, manager, office] = await Promise.all([
    stage.api('lead', deliverablesContract),
    stage.api('pm', deliverablesContract),
    stage.api('office', deliverablesContract),
  ]);
  const { deliverables } = await manager.listDeliverables({ engagementId });
  for (const { type, subject, versions } of deliverables) {
    if (!types.includes(type) || versions.some(({ state }) => state === 'accepted')) continue;
    const { id: versionId } = await lead.produce({ engagementId, type, subject });
    await lead.review({ engagementId, versionId, checked: [...REVIEW_POINTS], comment: '' });
    await manager.submit({ engagementId, versionId, form: 'electronic', paper: null, copies: 1 });
    await office.accept({ engagementId, versionId, comment: '' });
  }
}

/** One task on its page, the others over HTTP: each stands where its plan says. */
export async function reportProgress(stage: Stage, today: string): Promise<void> {
  const { engagementId } = stage;
  const api = await stage.api('pm', engagementContract);
  const open = async () =>
    (await api.listTasks({ engagementId })).tasks.filter((task) => task.percent < 100 && task.plannedEnd <= today);
  const [first] = await open();
  if (first === undefined) return;
  const manager = await stage.open('pm', 'wbs');
  await main(manager)
    .getByRole('button', { name: `進捗を報告：${first.name}`, exact: true })
    .first()
    .click();
  const dialog = manager.page.getByRole('dialog');
  await field(dialog, '進捗').fill('100');
  await press(manager, 'engagement/reportProgress', '保存する', dialog);
  for (const { id, version } of await open()) {
    await api.reportProgress({ engagementId, taskId: id, version, percent: 100 });
  }
}

export async function declareRights(stage: Stage): Promise<void> {
  const manager = await stage.open('pm', 'rights');
  await confirm(manager, 'deliverables/declareNoPreexisting', '使っていないことを申告する');
}

/** The secret document is destroyed on its page, the other lent papers go back. */
export async function disposeMaterials(stage: Stage): Promise<void> {
  const manager = await stage.open('pm', 'duties/materials');
  const secret = main(manager).getByRole('row').filter({ hasText: '情報セキュリティ対策基準' });
  const erasing = secret.locator('details').filter({ hasText: '廃棄・消去を記録する' });
  await erasing.locator('summary').click();
  await field(erasing, '方法').fill('裁断機による細断（クロスカット）');
  await field(erasing, '実施者').selectOption({ index: 1 });
  await field(erasing, '復元できない状態にした').check();
  await press(manager, 'duty/eraseMaterial', '記録する', erasing);

  const lent = main(manager).getByRole('row').filter({ hasText: '外部サービス利用に係るガイドライン一式' });
  const returning = lent.locator('details').filter({ hasText: '返還・引渡しを記録する' });
  await returning.locator('summary').click();
  await field(returning, '受領者').fill('情報セキュリティ課　山田');
  await press(manager, 'duty/returnMaterial', '記録する', returning);

  const api = await stage.api('pm', dutyContract);
  const { engagementId } = stage;
  for (const { id, version, returnedOn, erased } of (await api.getDuties({ engagementId })).registers.material) {
    if (returnedOn === null && erased === null) {
      await api.returnMaterial({ engagementId, id, version, receivedBackBy: '情報セキュリティ課　山田' });
    }
  }
}

export async function reportEnd(stage: Stage): Promise<void> {
  const manager = await stage.open('pm', 'duties/materials');
  await confirm(manager, 'duty/reportDisposal', '返還・消去を報告する');
  await stage.open('pm', 'duties/incidents');
  await confirm(manager, 'duty/declareNoIncident', '事故がなかった旨を申告する');
}

/**
 * The contractor records the check for viruses and makes the package with everything; both sides take it out, and the city
 * sees the same hashes. Answers with the names of the files in it.
 */
export async function takePackage(stage: Stage): Promise<readonly string[]> {
  const manager = await stage.open('pm', 'package');
  await unfold(main(manager), '手元で行った検査を記録する');
  const checked = section(main(manager), 'ウイルス検査の記録');
  await field(checked, '使用したウイルス対策ソフトの名称と版').fill('ウイルス対策ソフト 第12版');
  await field(checked, '定義ファイルの日付又は版').fill('2027年3月30日');
  await field(checked, '検査を実施した日').fill('2027/03/31');
  await pick(checked, '検査の結果', '検出なし');
  await press(manager, 'deliverables/recordVirusCheck', '検査の結果を記録する', checked);
  await field(main(manager), '全てのPDFを、目次、仕切り、通しのページ番号を付けて一つにまとめる').check();
  await press(manager, 'deliverables/makePackage', '納品一式を作る');
  const zip = await taken(manager, '最後に作った納品一式をダウンロードする');
  const bound = await taken(manager, '製本用のPDFをダウンロードする');
  if (bound.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('the bound copy is no PDF');
  const office = await stage.open('office', 'package');
  for (const bytes of [zip, bound]) {
    await main(office).getByText(createHash('sha256').update(bytes).digest('hex')).first().waitFor();
  }
  return Object.keys(unzipSync(new Uint8Array(zip)));
}

/** Downloads by a link; the package is made in the background, and the page says when it is there. */
async function taken(person: Person, name: string): Promise<Buffer> {
  const link = main(person).getByRole('link', { name, exact: true }).first();
  await link.waitFor({ timeout: 90_000 });
  const [download] = await Promise.all([person.page.waitForEvent('download'), link.click()]);
  return readFileSync(await download.path());
}

/** How many clauses the page shows, and how many of them in one of these states. */
export async function countClauses(stage: Stage, states: readonly string[]): Promise<{ all: number; open: number }> {
  const page = main(await stage.open('office', 'clauses'));
  const rows = page.getByRole('table', { name: /^条項の一覧/ }).locator('tbody tr');
  let open = 0;
  for (const state of states) {
    open += await rows.filter({ has: rows.page().getByText(state, { exact: true }) }).count();
  }
  return { all: await rows.count(), open };
}
