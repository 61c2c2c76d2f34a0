import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents } from './documents/index.ts';
import {
  approvedPlan,
  FIELDS,
  type ImprovementTest,
  settledFindings,
  shownFindings,
  startImprovement,
} from './testing/start-improvement.ts';

let test: ImprovementTest;
let findings: string[];

beforeAll(async () => {
  test = await startImprovement('fukuoka-2025');
  findings = await settledFindings(test, 'fukuoka-external', { kind: 'system', name: '文書管理システム', at: [1] }, 5);
});
afterAll(() => test.close());

const issue = (findingId: string, replyBy = '2025-10-31') =>
  test.office.issueSheets({ engagementId: test.engagementId, findings: [{ findingId }], replyBy });
const dataOf = async (kind: string) => (await test.audit.facts(kind)).map(({ data }) => data);

describe('an improvement plan', () => {
  let planId: string;
  let version: number;

  it('is made from a finding that the department was shown, once', async () => {
    const { engagementId, office, departmentId } = test;
    const { findings: plannable } = await office.listPlannable({ engagementId });
    expect(plannable.map(({ findingId }) => findingId)).toEqual(findings);
    const first = plannable[0];
    expect(first?.departments.map(({ name }) => name)).toEqual(['市民局 税務課']);
    const { plans } = await issue(first?.findingId ?? '');
    planId = plans[0]?.id ?? '';
    version = 1;
    expect((await office.listPlannable({ engagementId })).findings).toHaveLength(4);
    await expect(issue(first?.findingId ?? '')).rejects.toMatchObject({ code: 'state.refused' });
    const [fact] = await test.audit.facts('improvement-sheet.issued');
    expect(fact?.subject).toBe(first?.findingId);
    expect(fact?.data).toEqual({
      type: 'external',
      department: departmentId,
      plan: planId,
      uses: ['改善計画策定の確認', '改善計画実施の確認'],
    });
  });

  it('is missed in its papers until it says what will be done', async () => {
    const { engagementId, audit } = test;
    const lacking = (kind: string) =>
      audit.application.run(audit.caller(['audit-lead']), async (context) => {
        const provider = documents.find((one) => one.kind === kind);
        const gaps = await provider?.gaps?.(context, { engagementId, subject: null, format: 'docx' });
        return gaps?.map(({ message }) => message) ?? [];
      });
    expect(await lacking('improvement-report')).toContain('改善策が未記入の指摘が1件あります。');
    // No plan of an internal audit is there, so nothing is missing from its report.
    expect(await lacking('internal-improvement')).toEqual([]);
  });

  it('is written by its department alone', async () => {
    const { engagementId, head, staff, stranger } = test;
    const [own] = (await head.listOwnPlans({ engagementId })).plans;
    expect(own).toMatchObject({ id: planId, waiting: 'department', waitingUntil: '2025-10-31', late: false });
    expect((await stranger.listOwnPlans({ engagementId })).plans).toEqual([]);
    for (const attempt of [
      () => stranger.getOwnPlan({ planId }),
      () => stranger.savePlan({ planId, version, ...FIELDS }),
      () => stranger.submitPlan({ planId, version }),
      () => stranger.downloadOwnSheet({ planId, format: 'xlsx' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'record.missing' });
    await expect(head.listPlans({ engagementId })).rejects.toMatchObject({ code: 'permission.refused' });
    ({ version } = await staff.savePlan({ planId, version, ...FIELDS, cause: '' }));
  });

  it('is refused with a day that is over, with empty parts, and from an older version', async () => {
    const { head, staff } = test;
    await expect(head.savePlan({ planId, version, ...FIELDS, due: '2025-09-30' })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'due', message: expect.stringMatching(/今日より前/u) }] },
    });
    await expect(head.submitPlan({ planId, version })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/原因/u) },
    });
    await expect(head.savePlan({ planId, version: version - 1, ...FIELDS })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: expect.objectContaining({ measure: FIELDS.measure }) },
    });
    ({ version } = await head.savePlan({ planId, version, ...FIELDS }));
    await expect(staff.submitPlan({ planId, version })).rejects.toMatchObject({ code: 'permission.refused' });
    ({ version } = await head.submitPlan({ planId, version }));
    expect(await dataOf('improvement-plan.submitted')).toEqual([expect.objectContaining({ round: 1 })]);
  });

  it('is advised by the contractor and given back or approved by the office', async () => {
    const { lead, office, head } = test;
    expect((await office.getPlan({ planId })).waiting).toBe('contractor');
    await expect(
      lead.advisePlan({ planId, version, checks: [{ name: '改善方法', ok: false, remark: '' }], text: '' }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'checks.0.remark' }] } });
    const checks = ['改善方法', '方針等'].map((name) => ({ name, ok: true, remark: '' }));
    ({ version } = await lead.advisePlan({ planId, version, checks, text: '予備の鍵も管理簿に載せてください。' }));
    expect(await dataOf('improvement-plan.reviewed')).toEqual([
      expect.objectContaining({ checks: ['改善方法', '方針等'], objections: 0 }),
    ]);
    expect((await office.getPlan({ planId })).waiting).toBe('city');
    await expect(office.decidePlan({ planId, version, decision: 'return', remark: '' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const returned = await office.decidePlan({ planId, version, decision: 'return', remark: '予備の鍵を加えること。' });
    const saved = await head.savePlan({ planId, version: returned.version, ...FIELDS });
    ({ version } = await head.submitPlan({ planId, version: saved.version }));
    // What was advised about the earlier wording does not count for this one.
    expect((await office.getPlan({ planId })).waiting).toBe('contractor');
    await expect(lead.decidePlan({ planId, version, decision: 'approve', remark: '' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    ({ version } = await office.decidePlan({ planId, version, decision: 'approve', remark: '' }));
    expect(await dataOf('improvement-plan.approved')).toEqual([expect.objectContaining({ due: FIELDS.due })]);
  });

  it('cannot be closed before its improvement was reported and confirmed', async () => {
    await expect(test.office.closePlan({ planId, version, note: '' })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringMatching(/先に所属が改善を報告し/u) },
    });
  });

  it('is reported with evidence that has a hash, and confirmed by the named techniques', async () => {
    const { head, staff, lead, office } = test;
    const fileIds = [await test.upload(new TextEncoder().encode('管理簿の写し'), '管理簿.txt')];
    ({ version } = await head.reportProgress({ planId, version, percent: 60, text: '管理簿を設けた。', fileIds }));
    const running = await office.getPlan({ planId });
    expect(running).toMatchObject({ percent: 60, waiting: 'department', waitingUntil: FIELDS.due });
    expect(running.progress[0]?.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    const report = {
      planId,
      version,
      text: '返却を毎日確かめている。',
      evaluation: '一月の間、返却漏れがない。',
      fileIds: [],
    };
    await expect(staff.reportImprovement(report)).rejects.toMatchObject({ code: 'permission.refused' });
    ({ version } = await head.reportImprovement(report));
    const [reported] = await dataOf('improvement.reported');
    expect(reported).toMatchObject({ type: 'external', findings: 1, evidence: 0 });
    const confirmation = {
      ...{ planId, text: '管理簿と鍵を照合した。', fileIds: [] as string[], evaluated: true, meetsIntent: true },
      techniques: ['現場確認', '書類確認'],
    };
    await expect(lead.confirmImprovement({ ...confirmation, version, techniques: ['電話'] })).rejects.toMatchObject({
      detail: { fields: [{ path: 'techniques' }] },
    });
    ({ version } = await lead.confirmImprovement({ ...confirmation, version, effectOn: '2025-12-01' }));
    expect(await dataOf('followup.confirmed')).toEqual([
      expect.objectContaining({ techniques: ['現場確認', '書類確認'], meetsIntent: true, evaluated: true }),
    ]);
    expect(await office.getPlan({ planId })).toMatchObject({ waiting: 'nobody', waitingUntil: '2025-12-01' });
  });

  it('goes on when its effect is not seen, and is closed and taken up again with a reason', async () => {
    const { head, lead, office } = test;
    test.later('2025-12-02T01:00:00.000Z');
    expect(await office.getPlan({ planId })).toMatchObject({ waiting: 'contractor', late: true });
    ({ version } = await lead.checkEffect({ planId, version, effective: false, text: '返却漏れが2件あった。' }));
    expect(await office.getPlan({ planId })).toMatchObject({ state: 'approved', reportedOn: null });
    ({ version } = await head.reportImprovement({
      ...{ planId, version, text: '二人で確かめることにした。', evaluation: '返却漏れがない。', fileIds: [] },
    }));
    ({ version } = await lead.confirmImprovement({
      ...{
        planId,
        version,
        techniques: ['ヒアリング'],
        meetsIntent: true,
        evaluated: true,
        text: '聞き取った。',
        fileIds: [],
      },
    }));
    ({ version } = await office.closePlan({ planId, version, note: '改善を確認した。' }));
    await expect(head.reportProgress({ planId, version, percent: 10, text: 'x', fileIds: [] })).rejects.toMatchObject({
      code: 'state.refused',
    });
    ({ version } = await office.reopenPlan({ planId, version, reason: '同じ事実が再び見付かった。' }));
    expect((await dataOf('improvement.reopened')).length).toBe(2);
    const plan = await office.getPlan({ planId });
    expect(plan.reopenings.map(({ reason }) => reason)).toEqual([
      '返却漏れが2件あった。',
      '同じ事実が再び見付かった。',
    ]);
    expect(plan.confirmations).toHaveLength(2);
  });

  it('whose improvement does not meet the intent stays under way', async () => {
    const { head, lead, office } = test;
    const approved = await approvedPlan(test, findings[1] ?? '');
    const reported = await head.reportImprovement({
      ...{
        planId: approved.id,
        version: approved.version,
        text: '周知した。',
        evaluation: '様子を見る。',
        fileIds: [],
      },
    });
    await lead.confirmImprovement({
      ...{ planId: approved.id, version: reported.version, techniques: ['書類確認'], meetsIntent: false },
      ...{ evaluated: false, text: '管理簿がまだない。', fileIds: [] },
    });
    expect(await office.getPlan({ planId: approved.id })).toMatchObject({ state: 'approved', confirmedOn: null });
  });
});

describe('a plan whose finding is withdrawn', () => {
  it('stands still until the office gives it up with a reason', async () => {
    const { engagementId, office, head, audit } = test;
    const auditId = await shownFindings(test, 'fukuoka-external', { kind: 'system', name: '施設予約', at: [1] }, 1);
    const [finding] = (await audit.lead.listFindings({ engagementId, auditId })).findings;
    const { plans } = await issue(finding?.id ?? '', '2025-12-26');
    const planId = plans[0]?.id ?? '';
    await audit.lead.withdrawFinding({
      findingId: finding?.id ?? '',
      version: finding?.version ?? 0,
      reason: '事実の誤りのため。',
    });
    expect((await office.getPlan({ planId })).findingWithdrawn).toBe(true);
    await expect(head.savePlan({ planId, version: 1, ...FIELDS })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/取り下げられている/u) },
    });
    await office.cancelPlan({ planId, version: 1, reason: '発見事項の取下げのため。' });
    expect((await dataOf('improvement.cancelled'))[0]).toMatchObject({ findingWithdrawn: true });
  });
});

describe('people who have nothing to do with it', () => {
  it('of another municipality find nothing', async () => {
    const { engagementId, audit } = test;
    const tenantId = await audit.addTenant('みどり市');
    const stranger = test.as(['audit-lead'], { tenantId });
    await expect(stranger.listPlans({ engagementId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(stranger.getBoard({ engagementId })).rejects.toMatchObject({ code: 'record.missing' });
  });
});
