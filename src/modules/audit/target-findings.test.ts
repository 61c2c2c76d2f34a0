import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeRows, openTarget, rowsOf, startTarget, type TargetTest } from './testing/start-target.ts';

let test: TargetTest;
beforeAll(async () => {
  test = await startTarget('kyoto-2024');
});
afterAll(() => test.close());

describe('findings of a programme', () => {
  let auditId: string;

  beforeAll(async () => {
    auditId = await openTarget(test, 'kyoto-my-number', { kind: 'affair', name: '生活保護', at: [1] });
    await judgeRows(test, auditId, ['inadequate', 'minor']);
  });

  const drafted = async (index: number) => {
    const row = (await rowsOf(test, auditId))[index];
    return test.auditor.draftFinding({ auditId, from: { kind: 'check', id: row?.id ?? '' } });
  };
  const find = async (findingId: string) => {
    const { findings } = await test.lead.listFindings({ engagementId: test.engagementId, auditId });
    const finding = findings.find(({ id }) => id === findingId);
    if (finding === undefined) throw new Error('no such finding');
    return finding;
  };

  it('take their grade from the scheme of the programme, with its criterion', async () => {
    const { id } = await drafted(0);
    const finding = await find(id);
    expect(finding.grade).toBe('改善すべき事項');
    expect(finding.criterion?.text).toMatch(/基準に反し/u);
    expect(finding.source).toBe('audit');
    await expect(
      test.auditor.saveFinding({ ...saved(finding), text: { ...saved(finding).text, grade: '指摘' } }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('do not leave without a remedy, are sent back by the quality review, and keep alternatives and constraints', async () => {
    const { id } = await drafted(1);
    const first = await find(id);
    await expect(test.lead.reviewFinding({ findingId: id, version: first.version })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/改善提言/u) },
    });
    const returned = await test.quality.returnDraftFinding({
      findingId: id,
      version: first.version,
      remark: '費用を書いてください。',
    });
    const written = saved({ ...first, version: returned.version });
    await test.auditor.saveFinding({
      ...written,
      text: {
        ...written.text,
        cause: '鍵を返す手順がない。',
        risk: '持ち出されても分からない。',
        recommendation: '鍵を返す手順を定める。',
        importance: 'high',
        ease: 'easy',
        cost: '費用はかからない。',
        alternatives: [{ remedy: '電子錠に替える。', ease: 'hard', cost: '約30万円' }],
        constraints: { physical: '書庫が狭い。', organisational: '', affair: '窓口の時間は開けておく必要がある。' },
      },
    });
    const finding = await find(id);
    expect(finding.qualityReturns).toHaveLength(1);
    expect(finding.missing).toEqual([]);
    await test.lead.reviewFinding({ findingId: id, version: finding.version });
  });

  it('say what is well done without cause, effect or remedy', async () => {
    const { id } = await drafted(3);
    const finding = await find(id);
    expect(finding.grade).toBe('評価できる事項');
    expect(finding.missing).toEqual(['証拠']);
  });

  it('are compared over departments: the same item with another grade is named, and becomes a city-wide issue', async () => {
    const other = await openTarget(test, 'kyoto-my-number', { kind: 'affair', name: '住民基本台帳', at: [0] });
    await judgeRows(test, other, ['minor']);
    const [row] = await rowsOf(test, other);
    const { id } = await test.auditor.draftFinding({ auditId: other, from: { kind: 'check', id: row?.id ?? '' } });
    const all = (await test.lead.listFindings({ engagementId: test.engagementId })).findings;
    const twin = all.find(
      ({ title, auditId: of }) => title === all.find((one) => one.id === id)?.title && of === auditId,
    );
    const draft = all.find((one) => one.id === id);
    if (draft === undefined || twin === undefined) throw new Error('no twins');
    await test.auditor.saveFinding({ ...saved(draft), text: { ...saved(draft).text, grade: '改善が望まれる事項' } });
    const { groups } = await test.lead.checkConsistency({ engagementId: test.engagementId });
    expect(groups).toEqual([
      {
        reason: 'same-item',
        findingIds: expect.arrayContaining([id, twin.id]),
        grades: ['改善が望まれる事項', '改善すべき事項'],
      },
    ]);
    const { candidates } = await test.lead.listCommonIssues({ engagementId: test.engagementId });
    expect(candidates[0]?.departmentIds).toHaveLength(2);
    const issue = await test.lead.raiseCommonIssue({
      engagementId: test.engagementId,
      title: '書庫の施錠',
      text: '複数の所属で、書庫が施錠されていなかった。',
      findingIds: [id, twin.id],
    });
    await test.lead.provideTemplate({
      issueId: issue.id,
      version: issue.version,
      document: '鍵の管理簿のひな型',
      note: '',
    });
    expect((await test.facts('template.provided'))[0]?.data).toEqual({
      issue: issue.id,
      document: '鍵の管理簿のひな型',
    });
    await expect(
      test.lead.raiseCommonIssue({ engagementId: test.engagementId, title: 'a', text: 'b', findingIds: [id, id] }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('count how often they were found, by a link to an earlier report', async () => {
    const { id } = await drafted(0);
    const { version } = await find(id);
    const linked = await test.auditor.linkEarlierFinding({
      findingId: id,
      version,
      earlier: { kind: 'report', fiscalYear: 2023, title: '書庫の施錠', times: 2 },
    });
    expect(linked.times).toBe(3);
    expect((await test.auditor.listEarlierFindings({ findingId: id })).findings).toEqual([]);
  });
});

function saved(finding: Awaited<ReturnType<TargetTest['lead']['listFindings']>>['findings'][number]) {
  const { title, fact, cause, risk, recommendation, grade, gradeReason, evidenceIds, basis } = finding;
  return {
    findingId: finding.id,
    version: finding.version,
    text: {
      ...{ title, fact, cause, risk, recommendation, grade, gradeReason, evidenceIds },
      basis: basis.map(({ standard, provision }) => ({ standard, provision })),
    },
  };
}
