import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../../kernel/blob.ts';
import engagement from '../../engagement/server.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import exchange from '../../exchange/server.ts';
import people from '../../people/server.ts';
import specification from '../../specification/server.ts';
import team from '../../team/server.ts';
import audit from '../server.ts';
import { fillAudit } from '../testing/fill-audit.ts';
import { type AuditTest, notify, startAudit } from '../testing/start-audit.ts';
import type { Caller } from '../../../kernel/caller.ts';

let test: AuditTest;
let auditor: Caller;
let auditId: string;
beforeAll(async () => {
  test = await startAudit(undefined, [specification, people, engagement, team, audit, exchange]);
  [, auditId] = await fillAudit(test);
  await notify(test, auditId);
  auditor = test.caller(['auditor']);
}, 120_000);
afterAll(() => test.close());

const api = () => test.application.client(exchangeContract, auditor);
const scope = (list: string, subject: string | null) => ({
  list: `audit.${list}`,
  engagementId: test.engagementId,
  subject,
});
const linesOf = async (list: string, subject: string | null): Promise<string[]> =>
  new TextDecoder()
    .decode((await api().downloadList({ ...scope(list, subject), format: 'csv' })).bytes)
    .trimEnd()
    .split(/\r\n/u);

/** Sends the list back with one row more, looks at it and takes it in. */
async function add(list: string, row: Readonly<Record<string, string>>): Promise<boolean> {
  const lines = await linesOf(list, auditId);
  const titles = (lines[0] ?? '').replace(/^\uFEFF/u, '').split(',');
  const cells = titles.map((title) => `"${row[title.replaceAll('"', '')] ?? ''}"`);
  const sent = await send(list, auditId, [...lines, cells.join(',')]);
  const again = await send(list, auditId, await linesOf(list, auditId));
  const nothing = again.refused.length + again.added.length + again.changed.length === 0;
  return sent.refused.length === 0 && sent.added.length === 1 && nothing;
}
async function send(list: string, subject: string | null, lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\r\n'));
  const { id: fileId } = await test.application.upload(auditor, '一覧.csv', oneChunk(bytes));
  const { basis, ...looked } = await api().previewList({ ...scope(list, subject), fileId });
  const accept = [...looked.added, ...looked.changed].map(({ row }) => row);
  await api().applyList({ ...scope(list, subject), fileId, basis, accept, remove: [] });
  return looked;
}

describe('field work in a spreadsheet', () => {
  it.each([
    ['requests', { 依頼: '台帳の写し', 期限: '2026-10-20', 書類: '管理簿' }],
    ['proposals', { 確認事項: '鍵の貸出', 観点: '貸出の記録', 理由: '書庫があるため' }],
    ['hearings', { 題目: '鍵', 方法: '対面', 予定の日: '2026-10-14', 場所: '会議室' }],
    ['visits', { 場所: '書庫', 予定の日: '2026-10-15', 理由: '鍵を確かめる' }],
  ] as const)('%s takes a row in', async (list, row) => {
    expect(await add(list, row)).toBe(true);
  });

  it('a judgement is entered in the row of its check, and what is left out stays shut', async () => {
    const { checks } = await test.auditor.listChecks({ auditId });
    const index = checks.findIndex(({ state }) => state === 'in-scope');
    const lines = await linesOf('checks', auditId);
    const titles = (lines[0] ?? '')
      .replace(/^\uFEFF/u, '')
      .split(',')
      .map((title) => title.replaceAll('"', ''));
    expect(await send('checks', auditId, lines)).toMatchObject({ refused: [], changed: [] });
    // The row of the check by its number, as a person finds it.
    const at = lines.findIndex(
      (line, row) => row > 0 && line.split(',')[titles.indexOf('番号')] === String(checks[index]?.number),
    );
    const changed = [...lines];
    const cells = fieldsOf(changed[at] ?? '');
    cells[titles.indexOf('手続')] = '書類確認';
    cells[titles.indexOf('確認した事実')] = '管理簿に承認の記録があった。';
    changed[at] = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    const looked = await send('checks', auditId, changed);
    expect(looked.changed.map(({ cells: own }) => own.map(({ title }) => title))).toContainEqual(
      expect.arrayContaining(['確認した事実']),
    );
    const after = (await test.auditor.listChecks({ auditId })).checks[index];
    expect(after?.fact).toBe('管理簿に承認の記録があった。');
  });
});

/** The cells of one line of CSV. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)]
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, -1);
}
