import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../../kernel/blob.ts';
import engagement from '../../engagement/server.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import exchange from '../../exchange/server.ts';
import people from '../../people/server.ts';
import specification from '../../specification/server.ts';
import { teamContract } from '../../team/contract.ts';
import team from '../../team/server.ts';
import audit from '../server.ts';
import { fillAudit } from '../testing/fill-audit.ts';
import { type AuditTest, notify, startAudit } from '../testing/start-audit.ts';
import type { Caller } from '../../../kernel/caller.ts';

let test: AuditTest;
let auditor: Caller;
/** The audit that has gone all the way to an issued notice, and the next one. */
let noticedId: string;
let auditId: string;
beforeAll(async () => {
  test = await startAudit(undefined, [specification, people, engagement, team, audit, exchange]);
  [noticedId, auditId] = await fillAudit(test);
  await notify(test, auditId);
  auditor = test.caller(['auditor']);
  const { engagementId } = test;
  const crew = test.application.client(teamContract, test.caller(['project-manager']));
  const { roles } = await crew.getTeam({ engagementId });
  await crew.assignMember({
    ...{ engagementId, name: '髙﨑　薫', firm: '青空監査法人', department: '監査部', roles: [...roles] },
    ...{ handlesMyNumber: false, accountId: null },
  });
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
    [
      'evidence',
      {
        証拠: '書庫の観察',
        出所: '書庫',
        手続: '現場確認',
        説明: '施錠の様子',
        '観察のメモ（加える行だけ）': '鍵が掛かっていた。',
      },
    ],
    ['field-records', { 種類: '観察', 日: '2026-10-01', 時刻: '9:05', 場所: '書庫', 内容: '鍵が掛かっていた。' }],
    ['sessions', { 日: '2026-10-01', 分: '90', 場所: '会議室', 従事者: '髙﨑　薫', 方法: 'ヒアリング' }],
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

describe('what is kept, decided or agreed elsewhere', () => {
  it('evidence is described anew in its row, while its hash stands', async () => {
    const before = (await test.auditor.listEvidence({ auditId })).evidence.find(({ title }) => title === '書庫の観察');
    const lines = await linesOf('evidence', auditId);
    const looked = await send(
      'evidence',
      auditId,
      lines.map((line) => line.replace('施錠の様子', '書庫の鍵の施錠の様子')),
    );
    expect(looked).toMatchObject({ refused: [], changed: [{}] });
    const after = (await test.auditor.listEvidence({ auditId })).evidence.find(({ id }) => id === before?.id);
    expect(after).toMatchObject({ description: '書庫の鍵の施錠の様子', sha256: before?.sha256 });
    expect(await test.facts('evidence.described')).toHaveLength(1);
    const other = await send(
      'evidence',
      auditId,
      (await linesOf('evidence', auditId)).map((line) => line.replaceAll(/[0-9a-f]{64}/gu, '0'.repeat(64))),
    );
    expect(other.changed).toEqual([]);
    expect(other.refused.length).toBeGreaterThan(0);
  });

  it('a field record is taken back by writing why, and only once', async () => {
    const lines = await linesOf('field-records', auditId);
    const titles = fieldsOf((lines[0] ?? '').replace(/^\uFEFF/u, ''));
    const at = lines.findIndex((line) => line.includes('09:05'));
    const cells = fieldsOf(lines[at] ?? '');
    cells[titles.indexOf('取消しの理由')] = '別の書庫の記録であった。';
    lines[at] = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    expect(await send('field-records', auditId, lines)).toMatchObject({ refused: [], changed: [{}] });
    const { records } = await test.auditor.listFieldRecords({ auditId });
    expect(records.map(({ state }) => state)).toEqual(['withdrawn']);
    const again = (await linesOf('field-records', auditId)).map((line) => line.replace('別の書庫', '別の倉庫'));
    expect((await send('field-records', auditId, again)).refused).toHaveLength(1);
  });

  it('a sample is examined row by row', async () => {
    const { checks } = await test.auditor.listChecks({ auditId });
    const checkId = checks.find(({ state }) => state === 'in-scope')?.id ?? '';
    await test.auditor.drawSample({
      checkId,
      population: '登録申請書',
      size: 40,
      method: 'random',
      count: 3,
      seed: 'a',
    });
    const lines = await linesOf('samples', auditId);
    const titles = fieldsOf((lines[0] ?? '').replace(/^\uFEFF/u, ''));
    const filled = lines.map((line, row) => {
      if (row === 0) return line;
      const cells = fieldsOf(line);
      cells[titles.indexOf('結果')] = row === 2 ? '逸脱' : '適合';
      return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    });
    expect(await send('samples', auditId, filled)).toMatchObject({ refused: [], changed: [{}, {}, {}] });
    const [sample] = (await test.auditor.listSamples({ auditId })).samples;
    expect(sample).toMatchObject({ state: 'examined' });
    expect(sample?.items.map(({ outcome }) => outcome)).toEqual(['conforms', 'deviates', 'conforms']);
  });

  it('the method of an audit, a new version of the policy and a contract are written in rows', async () => {
    const audits = await linesOf('audits', null);
    const heads = fieldsOf((audits[0] ?? '').replace(/^\uFEFF/u, ''));
    const method = audits.map((line) => {
      const cells = fieldsOf(line);
      if (!line.includes('税務課')) return line;
      cells[heads.indexOf('書類確認')] = '○';
      cells[heads.indexOf('方法の理由')] = '書類がそろっているため';
      return cells.map((cell) => `"${cell}"`).join(',');
    });
    expect(await send('audits', null, method)).toMatchObject({ refused: [], changed: [{}] });
    const policies = await linesOf('policies', null);
    const titles = fieldsOf((policies[0] ?? '').replace(/^\uFEFF/u, ''));
    const fresh = titles.map((title) => (title === '監査目的' ? '"改めて定めた目的"' : '')).join(',');
    expect(await send('policies', null, [...policies, fresh])).toMatchObject({ refused: [], added: [{}] });
    const all = (await test.auditor.listPolicies({ engagementId: test.engagementId })).policies;
    expect(all.at(-1)).toMatchObject({ state: 'draft', purpose: '改めて定めた目的', methods: all.at(-2)?.methods });
    const draft = (await linesOf('policies', null)).map((line) => line.replace('改めて定めた目的', '重ねて定めた目的'));
    expect(await send('policies', null, draft)).toMatchObject({ refused: [], changed: [{}] });
    const agreed = (await linesOf('policies', null)).map((line) => line.replace('対策の問題点', '対策の弱い点'));
    expect((await send('policies', null, agreed)).refused).toHaveLength(1);
  });

  it('the summary of a result notice is worded anew while it is a draft', async () => {
    const notices = async () => (await test.auditor.listResultNotices({ auditId: noticedId })).notices;
    const reworded = async (from: string, to: string) =>
      (await linesOf('result-notices', noticedId)).map((line) => line.replace(from, to));
    const fresh = await test.auditor.draftResultNotice({
      auditId: noticedId,
      summary: '鍵の管理を除き、仕組みは整えられている。',
    });
    expect(await send('result-notices', noticedId, await reworded('鍵の管理を除き', '書庫の鍵を除き'))).toMatchObject({
      ...{ refused: [], added: [] },
      changed: [{ cells: [{ title: '総評' }] }],
    });
    expect((await notices()).find(({ id }) => id === fresh.id)?.summary).toBe(
      '書庫の鍵を除き、仕組みは整えられている。',
    );
    const assuring = await send(
      'result-notices',
      noticedId,
      await reworded('仕組みは整えられている', '安全を保証する'),
    );
    expect(assuring.refused.map(({ title }) => title)).toEqual(['総評']);
    const replaced = await send('result-notices', noticedId, await reworded('おおむね', 'すべて'));
    expect(replaced.refused.map(({ reason }) => reason)).toEqual(['提出した通知案は変えられません。']);
  });

  it('the office designates a contract; the contractor may not', async () => {
    const lines = await linesOf('contracts', null);
    const titles = fieldsOf((lines[0] ?? '').replace(/^\uFEFF/u, ''));
    const row: Readonly<Record<string, string>> = {
      監査対象課: '市民局 税務課',
      契約: '電子申請',
      サービス: '申請受付',
      種類: 'クラウドサービス',
    };
    const added = [...lines, titles.map((title) => `"${row[title] ?? ''}"`).join(',')];
    await expect(send('contracts', null, added)).rejects.toMatchObject({ code: 'permission.refused' });
    const before = auditor;
    auditor = test.caller(['security-office']);
    expect(await send('contracts', null, added)).toMatchObject({ refused: [], added: [{}] });
    auditor = before;
  });
});

/** The cells of one line of CSV. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)]
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, -1);
}
