import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  agreePolicy,
  type AuditTest,
  finishFieldwork,
  openFour,
  startAudit,
  versionOf,
} from './testing/start-audit.ts';

let test: AuditTest;
let audits: [string, string, string, string];
let failed: string[];

beforeAll(async () => {
  test = await startAudit('2027-01-12T01:00:00.000Z');
  audits = await openFour(test);
  await agreePolicy(test);
  failed = await finishFieldwork(test, audits[0], [1, 2]);
});
afterAll(() => test.close());

const read = async (findingId: string) => {
  const { findings } = await test.lead.listFindings({ engagementId: test.engagementId });
  const found = findings.find(({ id }) => id === findingId);
  if (found === undefined) throw new Error('no such finding');
  return found;
};
const at = async (findingId: string) => ({ findingId, version: (await read(findingId)).version });

async function complete(findingId: string, change: object = {}): Promise<void> {
  const { title, fact, basis, risk, recommendation, grade, gradeReason, evidenceIds } = await read(findingId);
  await test.auditor.saveFinding({
    ...(await at(findingId)),
    text: {
      ...{ title, fact, risk, recommendation, grade, gradeReason, evidenceIds },
      basis: basis.map(({ standard, provision }) => ({ standard, provision })),
      cause: '手順が決められていない。',
      ...change,
    },
  });
}

async function issue(findingId: string): Promise<void> {
  await test.lead.reviewFinding(await at(findingId));
  await test.lead.issueFindings({ auditId: (await read(findingId)).auditId });
}

describe('a finding', () => {
  let first: string;
  let second: string;

  it('takes its grounds from the check, the city before the nation, and its grade from the policy', async () => {
    const drafted = await test.auditor.draftFinding({
      auditId: audits[0],
      from: { kind: 'check', id: failed[0] ?? '' },
    });
    first = drafted.id;
    const finding = await read(first);
    expect(finding.basis.map(({ tier }) => tier)).toEqual(finding.basis.map(({ tier }) => tier).toSorted());
    expect(finding.basis[0]?.tier).toBe(1);
    expect(finding.conflict).toContain('市の基準を優先');
    expect(finding.grade).toBe('指摘');
    expect(finding.criterion?.text).toBe('市の基準に反する運用があるもの');
    expect(finding.missing).toEqual(['原因']);
    const passing = (await test.auditor.listChecks({ auditId: audits[0] })).checks.at(-1);
    await expect(
      test.auditor.draftFinding({ auditId: audits[0], from: { kind: 'check', id: passing?.id ?? '' } }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('is not seen by the city before the lead has reviewed and issued it', async () => {
    await expect(test.lead.reviewFinding(await at(first))).rejects.toMatchObject({
      detail: { message: expect.stringContaining('原因') as unknown },
    });
    await complete(first);
    await expect(
      test.auditor.saveFinding({
        ...(await at(first)),
        version: 1,
        text: {
          ...{
            title: '別',
            fact: '',
            cause: '',
            basis: [],
            risk: '',
            recommendation: '',
            grade: null,
            gradeReason: '',
            evidenceIds: [],
          },
        },
      }),
    ).rejects.toMatchObject({ code: 'record.stale' });
    await expect(test.lead.issueFindings({ auditId: audits[0] })).rejects.toMatchObject({ code: 'state.refused' });
    await expect(test.auditor.reviewFinding(await at(first))).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(test.office.confirmFinding(await at(first))).rejects.toMatchObject({ code: 'state.refused' });
    await test.lead.reviewFinding(await at(first));
    expect((await test.office.listFindings({ engagementId: test.engagementId })).findings).toEqual([]);
    await test.lead.issueFindings({ auditId: audits[0] });
    const [seen] = (await test.office.listFindings({ engagementId: test.engagementId })).findings;
    expect(seen).toMatchObject({ id: first, state: 'issued' });
    // With the findings the city receives the working papers they stand on.
    expect((await test.office.listChecks({ auditId: audits[0] })).visible).toBe(true);
  });

  it('refuses words that give assurance, and a provision that does not exist', async () => {
    second = (await test.auditor.draftFinding({ auditId: audits[0], from: { kind: 'check', id: failed[1] ?? '' } })).id;
    await expect(complete(second, { recommendation: '改善すれば安全であることを保証する。' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(
      complete(second, { basis: [{ standard: 'city-standard', provision: 'art999' }] }),
    ).rejects.toMatchObject({ code: 'record.missing' });
    await complete(second);
  });

  it('returned by the city becomes a draft whose new text the city does not see yet', async () => {
    const returned = await test.office.returnFinding({ ...(await at(first)), remark: '事実の日付を書いてください。' });
    expect(returned.state).toBe('draft');
    await complete(first, { fact: '1月8日、施錠されていない書庫があった。' });
    const [seen] = (await test.office.listFindings({ engagementId: test.engagementId })).findings;
    expect(seen?.fact).toBe('施錠されていない書庫があった。');
    await issue(first);
    const [now] = (await test.office.listFindings({ engagementId: test.engagementId })).findings;
    expect(now).toMatchObject({ fact: '1月8日、施錠されていない書庫があった。', edition: 2 });
  });

  it('reopens on an objection; both texts are kept', async () => {
    const own = async () =>
      (await test.head(0).listOwnAudits({ engagementId: test.engagementId })).audits[0]?.findings ?? [];
    await expect(
      test.office.recordFindingView({ ...(await at(first)), view: 'agreed', sectionText: '' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.office.confirmFinding(await at(first));
    expect(await own()).toEqual([]);
    await test.office.showFinding(await at(first));
    expect((await own())[0]?.text.fact).toBe('1月8日、施錠されていない書庫があった。');
    await expect(test.head(1).answerFinding({ findingId: first, view: 'agreed', text: '' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await test.head(0).answerFinding({ findingId: first, view: 'objected', text: '清掃中でした。' });
    await expect(
      test.office.recordFindingView({
        ...(await at(first)),
        view: 'objected',
        sectionText: '清掃中であった。',
        settledReason: '急ぐため',
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const reopened = await test.office.recordFindingView({
      ...(await at(first)),
      view: 'objected',
      sectionText: '清掃中であった。',
    });
    expect(reopened.state).toBe('reopened');
    expect((await test.facts('finding.reopened')).map(({ subject }) => subject)).toEqual([first]);
    const { views } = await read(first);
    expect(views[0]).toMatchObject({
      sectionText: '清掃中であった。',
      findingFact: '1月8日、施錠されていない書庫があった。',
    });
    await issue(first);
    await test.office.confirmFinding(await at(first));
    const settled = await test.office.recordFindingView({
      ...(await at(first)),
      view: 'objected',
      sectionText: '清掃中であった。',
      settledReason: '清掃中も施錠する定めがあるため',
    });
    expect(settled.state).toBe('agreed');
    await expect(test.auditor.withdrawFinding({ ...(await at(first)), reason: '取り下げる' })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('becomes a row of the result notice when every finding is settled', async () => {
    await expect(test.auditor.draftResultNotice({ auditId: audits[0], summary: '総評' })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('発見事項2') as unknown },
    });
    await issue(second);
    await test.office.confirmFinding(await at(second));
    await test.office.recordFindingView({ ...(await at(second)), view: 'agreed', sectionText: '' });
    const drafted = await test.auditor.draftResultNotice({ auditId: audits[0], summary: '' });
    expect((await test.office.listResultNotices({ auditId: audits[0] })).notices).toEqual([]);
    await expect(test.lead.issueResultNotice({ noticeId: drafted.id, version: drafted.version })).rejects.toMatchObject(
      { code: 'input.invalid' },
    );
    const saved = await test.auditor.saveResultNotice({
      noticeId: drafted.id,
      version: drafted.version,
      summary: '管理の徹底が望まれる。',
    });
    await expect(test.office.sendResultNotice({ noticeId: drafted.id, version: saved.version })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const issued = await test.lead.issueResultNotice({ noticeId: drafted.id, version: saved.version });
    await expect(test.lead.sendResultNotice({ noticeId: drafted.id, version: issued.version })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(
      test.office.waiveExplanation({ auditId: audits[0], version: await versionOf(test, audits[0]), reason: '軽微' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.office.sendResultNotice({ noticeId: drafted.id, version: issued.version, number: '8総情第1号' });
    const [own] = (await test.head(0).listOwnAudits({ engagementId: test.engagementId })).audits;
    expect(own?.resultNotice?.rows).toHaveLength(2);
    expect((await test.facts('result-notice.drafted'))[0]?.data).toMatchObject({
      columns: ['発見事項', '指摘・意見の評価', '想定されるリスク', '改善提言'],
      findings: 2,
    });
    await test.office.waiveExplanation({
      auditId: audits[0],
      version: await versionOf(test, audits[0]),
      reason: '担当課が内容を理解しているため',
    });
    await test.office.closeAudit({ auditId: audits[0], version: await versionOf(test, audits[0]), note: '' });
    expect((await test.lead.getAudit({ auditId: audits[0] })).next.who).toBe('nobody');
  });

  it('may be absent: the lead tells the city that there is none', async () => {
    await finishFieldwork(test, audits[1]);
    await expect(test.auditor.draftResultNotice({ auditId: audits[1], summary: '総評' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect(await test.lead.issueFindings({ auditId: audits[1] })).toEqual({ issued: 0 });
    const drafted = await test.auditor.draftResultNotice({ auditId: audits[1], summary: '指摘及び意見はなかった。' });
    expect(drafted.state).toBe('drafted');
  });
});
