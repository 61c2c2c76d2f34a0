/** What concerns the whole city is raised by a row that names the findings of several departments. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../../kernel/blob.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import exchange from '../../exchange/server.ts';
import { judgeRows, openTarget, rowsOf, startTarget, type TargetTest } from '../testing/start-target.ts';

const LIST = 'audit.common-issues';
let test: TargetTest;
/** How the list writes the findings: two of one department, one of another. */
let labels: readonly string[];

beforeAll(async () => {
  test = await startTarget('kyoto-2024', [exchange]);
  for (const [name, at] of [
    ['生活保護', 1],
    ['住民基本台帳', 0],
  ] as const) {
    const auditId = await openTarget(test, 'kyoto-my-number', { kind: 'affair', name, at: [at] });
    await judgeRows(test, auditId, at === 1 ? ['minor', 'minor'] : ['minor']);
    for (const { id } of (await rowsOf(test, auditId)).slice(0, at + 1))
      await test.auditor.draftFinding({ auditId, from: { kind: 'check', id } });
  }
  const { findings } = await test.lead.listFindings({ engagementId: test.engagementId });
  const { audits } = await test.lead.getProgramme({ engagementId: test.engagementId });
  labels = findings.map(({ auditId, position, title }) => {
    const { departmentName = '' } = audits.find(({ id }) => id === auditId) ?? {};
    return `${departmentName} ${position} ${title}`;
  });
}, 120_000);
afterAll(() => test.close());

const scope = () => ({ list: LIST, engagementId: test.engagementId, subject: null });
const issues = async () => (await test.lead.listCommonIssues({ engagementId: test.engagementId })).issues;

/** The list with one row more, and what its coming back would do. */
async function withRow(row: Readonly<Record<string, string>> | null) {
  const caller = test.caller(['audit-lead']);
  const client = test.application.client(exchangeContract, caller);
  const csv = new TextDecoder().decode((await client.downloadList({ ...scope(), format: 'csv' })).bytes).trimEnd();
  const [head = ''] = csv.replace(/^\uFEFF/u, '').split('\r\n');
  const cells = head.split(',').map((title) => `"${row?.[title.replaceAll('"', '')] ?? ''}"`);
  const bytes = new TextEncoder().encode(row === null ? csv : `${csv}\r\n${cells.join(',')}`);
  const { id: fileId } = await test.application.upload(caller, '課題.csv', oneChunk(bytes));
  const { basis, ...looked } = await client.previewList({ ...scope(), fileId });
  return {
    looked,
    take: () =>
      client.applyList({ ...{ ...scope(), fileId, basis, remove: [] }, accept: looked.added.map(({ row: at }) => at) }),
  };
}

const ISSUE = { 課題: '書庫の施錠', 内容: '複数の所属で、書庫が施錠されていなかった。' };

describe('a city-wide issue in a spreadsheet', () => {
  it('is not raised from the findings of one department', async () => {
    const { looked } = await withRow({ ...ISSUE, 発見事項: labels.slice(0, 2).join('\n') });
    expect(looked.added).toEqual([]);
    expect(looked.refused.map(({ reason }) => reason).join('')).toContain('二つ以上の所属');
  });

  it('is refused at the cell where a finding is not known', async () => {
    const { looked } = await withRow({ ...ISSUE, 発見事項: '存在しない発見事項' });
    expect(looked.refused.map(({ title }) => title)).toEqual(['発見事項']);
  });

  it('is raised by a row that names findings of two departments, and then has nothing to change', async () => {
    const { looked, take } = await withRow({ ...ISSUE, 発見事項: [labels[0], labels[2]].join('\n') });
    expect(looked).toMatchObject({ refused: [], changed: [], added: [{}] });
    await take();
    expect(await issues()).toMatchObject([{ title: '書庫の施錠', state: 'raised' }]);
    expect((await issues())[0]?.departmentIds).toHaveLength(2);
    expect((await test.facts('common-issue.raised')).length).toBe(1);
    const again = await withRow(null);
    expect(again.looked).toMatchObject({ added: [], changed: [], removed: [], refused: [], unchanged: 1 });
  });
});
