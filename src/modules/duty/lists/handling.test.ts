/** Who may handle what is limited is granted in a spreadsheet, and records there that it was handled. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSpecification, resolveSpecification } from '../../../core/specification/index.ts';
import { oneChunk } from '../../../kernel/blob.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { readContent } from '../../../kernel/content.ts';
import { readFacts } from '../../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import { teamContract } from '../../team/contract.ts';
import { dutyContract } from '../contract.ts';

const { duties } = resolveSpecification(
  parseSpecification(readContent('specifications/chiba-2026.yaml')),
  {},
).conditions;
const topics = [...(duties?.training?.topics ?? [])];
const rules = [...(duties?.rules?.names ?? [])];

let test: TestApplication;
let manager: Caller;
let engagementId: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  manager = test.caller(['project-manager']);
  ({ engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    ...{ specification: 'chiba-2026', contractDate: '2026-06-01', contractor: '青空監査法人', places: ['市役所'] },
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
  }));
  const assign = async (name: string, roles: string[]): Promise<string> => {
    const person = { name, firm: '青空監査法人', department: '監査部', roles, handlesMyNumber: false, accountId: null };
    return (await test.application.client(teamContract, manager).assignMember({ engagementId, ...person })).id;
  };
  const memberId = await assign('髙﨑　薫', ['主任担当者', '情報管理責任者']);
  await assign('馬場　次郎', ['監査人']);
  const duty = test.application.client(dutyContract, manager);
  await duty.appointInformationManager({ engagementId, memberId });
  await duty.acknowledgeRules({ engagementId, memberId, rules });
  await duty.notifyHandlers({ engagementId });
  const course = { title: '着手時研修', plannedOn: '2026-06-10', method: '対面', lecturer: '社内', topics };
  const { id } = await duty.planTraining({ engagementId, ...course, members: [memberId] });
  await duty.reportTrainingPlan({ engagementId, id, version: 1 });
  await duty.holdTraining({ engagementId, id, version: 2, topics, attendees: [memberId], result: '', files: [] });
  await duty.signConfidentiality({ engagementId, memberId });
}, 120_000);
afterAll(() => test.close());

const scope = (list: string) => ({ list: `duty.${list}`, engagementId, subject: null });
const facts = async (kind: string) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds: [kind] }));

/** The list with one row more, and what its coming back would do. */
async function withRow(list: string, row: Readonly<Record<string, string>> | null, caller: Caller = manager) {
  const client = test.application.client(exchangeContract, caller);
  const csv = new TextDecoder().decode((await client.downloadList({ ...scope(list), format: 'csv' })).bytes).trimEnd();
  const [head = ''] = csv.replace(/^\uFEFF/u, '').split('\r\n');
  const cells = head.split(',').map((title) => `"${row?.[title.replaceAll('"', '')] ?? ''}"`);
  const bytes = new TextEncoder().encode(row === null ? csv : `${csv}\r\n${cells.join(',')}`);
  const { id: fileId } = await test.application.upload(caller, '一覧.csv', oneChunk(bytes));
  const { basis, ...looked } = await client.previewList({ ...scope(list), fileId });
  const accept = looked.added.map(({ row: at }) => at);
  return { looked, take: () => client.applyList({ ...scope(list), fileId, basis, accept, remove: [] }) };
}

const HANDLED = { 担当者: '髙﨑　薫', 日: '令和8年6月10日', 目的: '対策基準との照合' };

describe('the handling of limited information in a spreadsheet', () => {
  it('is refused before it was granted, with who grants it', async () => {
    const { looked } = await withRow('handling', HANDLED);
    expect(looked.added).toEqual([]);
    expect(looked.refused.map(({ reason }) => reason).join('')).toContain('情報管理責任者が認めてから');
  });

  it('is granted by a row, and not to whom the rules, the training or the oath are lacking', async () => {
    const { looked } = await withRow('grant', { 担当者: '馬場　次郎' });
    expect(looked.refused.map(({ reason }) => reason).join('')).toContain('研修の受講、守秘の誓約が済んでいません');
    const granted = await withRow('grant', { 担当者: '髙﨑　薫' });
    expect(granted.looked).toMatchObject({ refused: [], changed: [], added: [{}] });
    await granted.take();
    expect((await withRow('grant', null)).looked).toMatchObject({ refused: [], added: [], changed: [], unchanged: 1 });
  });

  it('is recorded by a row, of level 3 and in the premises, and then has nothing to change', async () => {
    const { looked, take } = await withRow('handling', HANDLED);
    expect(looked).toMatchObject({ refused: [], changed: [], added: [{}] });
    await take();
    const [fact, ...more] = await facts('handling.recorded');
    expect(more).toEqual([]);
    expect(fact?.data).toMatchObject({ level: '3', outside: false, purpose: '対策基準との照合' });
    const again = await withRow('handling', null);
    expect(again.looked).toMatchObject({ refused: [], added: [], changed: [], removed: [], unchanged: 1 });
  });

  it('is refused at its cell without a purpose, on a day to come, and from the city', async () => {
    const bare = await withRow('handling', { ...HANDLED, 目的: '' });
    expect(bare.looked.refused.map(({ title }) => title)).toEqual(['目的']);
    const ahead = await withRow('handling', { ...HANDLED, 日: '2026-06-11' });
    expect(ahead.looked.refused.map(({ title }) => title)).toEqual(['日']);
    await expect(withRow('handling', HANDLED, test.caller(['security-office']))).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });
});
