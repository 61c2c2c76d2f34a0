import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  agreePolicy,
  type AuditTest,
  finishFieldwork,
  judgeAll,
  MEMBER,
  notify,
  openFour,
  POLICY,
  startAudit,
  versionOf,
} from './testing/start-audit.ts';

let test: AuditTest;
let audits: [string, string, string, string];
let policyId: string;

beforeAll(async () => {
  test = await startAudit();
  audits = await openFour(test);
  policyId = await agreePolicy(test);
});
afterAll(() => test.close());

const programme = () => test.office.getProgramme({ engagementId: test.engagementId });

describe('opening', () => {
  it('makes one audit per department with the items that suit it, under the theme of the year', async () => {
    const { theme, audits: opened } = await programme();
    expect(theme?.article).toBe('対策基準第35条');
    expect(opened.map(({ departmentName }) => departmentName)).toEqual([
      '市民局 窓口課',
      '市民局 情報課',
      '市民局 税務課',
      '市民局 公園課',
    ]);
    const counter = (await test.lead.listChecks({ auditId: audits[0] })).checks.length;
    const plain = (await test.lead.listChecks({ auditId: audits[1] })).checks.length;
    expect(counter).toBeGreaterThan(plain);
    expect(plain).toBeGreaterThan(20);
  });

  it('refuses a department twice and an unknown one', async () => {
    await expect(
      test.office.openAudits({ engagementId: test.engagementId, departments: [test.departments[0]] }),
    ).rejects.toMatchObject({ code: 'record.duplicate' });
    await expect(
      test.office.openAudits({ engagementId: test.engagementId, departments: [MEMBER] }),
    ).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('adds the items that suit when the kind of department becomes known', async () => {
    const before = (await test.lead.listChecks({ auditId: audits[1] })).checks.length;
    await test.auditor.setProfile({
      auditId: audits[1],
      version: await versionOf(test, audits[1]),
      profile: { visitorCounter: true, serverRoom: true, externalService: false },
    });
    expect((await test.lead.listChecks({ auditId: audits[1] })).checks.length).toBeGreaterThan(before);
  });
});

describe('the policy', () => {
  it('is proposed only with all seven fields, and in force only when both sides confirmed', async () => {
    const drafted = await test.auditor.draftPolicy({ engagementId: test.engagementId, fields: { other: '' } });
    await expect(test.office.confirmPolicy({ policyId: drafted.id, version: drafted.version })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(test.lead.proposePolicy({ policyId: drafted.id, version: drafted.version })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ message: expect.stringContaining('その他発注者が必要と認めた事項') as unknown }] },
    });
    expect((await test.office.listPolicies({ engagementId: test.engagementId })).policies).toHaveLength(1);
    const saved = await test.auditor.savePolicy({ policyId: drafted.id, version: drafted.version, fields: POLICY });
    const proposed = await test.lead.proposePolicy({ policyId: drafted.id, version: saved.version });
    const city = await test.office.confirmPolicy({ policyId: drafted.id, version: proposed.version });
    expect(city.state).toBe('proposed');
    await expect(test.office.confirmPolicy({ policyId: drafted.id, version: city.version })).rejects.toMatchObject({
      code: 'record.duplicate',
    });
    const returned = await test.office.returnPolicy({
      policyId: drafted.id,
      version: city.version,
      remark: '日程を直す',
    });
    expect(returned.state).toBe('draft');
    const again = await test.lead.proposePolicy({ policyId: drafted.id, version: returned.version });
    const own = await test.lead.confirmPolicy({ policyId: drafted.id, version: again.version });
    // The city's earlier confirmation was of another text.
    expect(own.state).toBe('proposed');
    const both = await test.office.confirmPolicy({ policyId: drafted.id, version: own.version });
    expect(both.state).toBe('agreed');
    const { policies } = await test.lead.listPolicies({ engagementId: test.engagementId });
    expect(policies.map(({ state }) => state)).toEqual(['superseded', 'agreed']);
    expect(policies[0]?.id).toBe(policyId);
    expect((await test.facts('audit-policy.drafted')).at(-1)?.data['fields']).toHaveLength(7);
  });

  it('gives the notice its text, and the city alone sends it', async () => {
    const { text } = await test.office.previewNotice({ auditId: audits[3] });
    expect(text).toContain('市民局 公園課');
    expect(text).toContain('令和8年11月1日から令和9年2月28日まで');
    await expect(
      test.lead.sendAuditNotice({ auditId: audits[3], version: await versionOf(test, audits[3]) }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    expect((await test.head(3).listOwnAudits({ engagementId: test.engagementId })).audits).toEqual([]);
    await notify(test, audits[3]);
    const { audits: own } = await test.head(3).listOwnAudits({ engagementId: test.engagementId });
    expect(own.map(({ departmentId }) => departmentId)).toEqual([test.departments[3]]);
    await expect(notify(test, audits[3])).rejects.toMatchObject({ code: 'state.refused' });
  });
});

describe('documents', () => {
  it('go from the contractor over the city to the department and back, with what is missing', async () => {
    const auditId = audits[3];
    const prepared = await test.auditor.prepareRequest({
      auditId,
      title: '管理簿の提出',
      due: '2026-11-20',
      items: [{ title: '持出管理簿' }, { title: '誓約書の写し' }],
    });
    const [first = '', second = ''] = prepared.itemIds;
    const own = async () =>
      (await test.head(3).listOwnAudits({ engagementId: test.engagementId })).audits[0]?.requests ?? [];
    expect(await own()).toEqual([]);
    const answer = { requestId: prepared.id, itemId: first, comment: '' };
    await expect(test.head(3).answerRequest({ ...answer, fileIds: [await test.upload(3)] })).rejects.toMatchObject({
      code: 'record.missing',
    });
    const sent = await test.office.sendRequest({ requestId: prepared.id, version: prepared.version });
    await expect(test.head(0).answerRequest({ ...answer, fileIds: [await test.upload(0)] })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(test.head(3).answerRequest({ ...answer, fileIds: [] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(
      test.auditor.judgeRequestItem({
        requestId: prepared.id,
        version: sent.version,
        itemId: first,
        judgement: 'accepted',
        reason: '',
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.head(3).answerRequest({ ...answer, fileIds: [await test.upload(3)] });
    const answered = await test.head(3).answerRequest({ ...answer, itemId: second, fileIds: [await test.upload(3)] });
    expect(answered.state).toBe('answered');
    const poor = await test.auditor.judgeRequestItem({
      requestId: prepared.id,
      version: answered.version,
      itemId: first,
      judgement: 'insufficient',
      reason: '承認者の欄が空です。',
    });
    // What the contractor thinks reaches the department only through the city.
    expect((await own())[0]?.items[0]).toMatchObject({ state: 'received', remark: '' });
    await test.office.sendRequest({ requestId: prepared.id, version: poor.version, due: '2026-11-30' });
    expect((await own())[0]).toMatchObject({
      due: '2026-11-30',
      items: [{ state: 'waiting', remark: '承認者の欄が空です。' }, { state: 'received' }],
    });
    await test.head(3).answerRequest({ ...answer, fileIds: [await test.upload(3)] });
    for (const itemId of prepared.itemIds) {
      const [request] = (await test.auditor.listRequests({ auditId })).requests;
      await test.auditor.judgeRequestItem({
        requestId: prepared.id,
        version: request?.version ?? 0,
        itemId,
        judgement: 'accepted',
        reason: '',
      });
    }
    const [done] = (await test.auditor.listRequests({ auditId })).requests;
    expect(done?.state).toBe('accepted');
    const file = done?.items[0]?.files[0];
    const evidence = await test.auditor.addEvidence({
      auditId,
      title: '持出管理簿の写し',
      source: '公園課',
      technique: 'document-review',
      description: '',
      from: { kind: 'request', requestId: prepared.id, fileId: file?.fileId ?? '' },
    });
    expect(evidence.sha256).toBe(file?.sha256);
    const copy = await test.head(3).downloadOwnFile({ requestId: prepared.id, fileId: file?.fileId ?? '' });
    expect(new TextDecoder().decode(copy.bytes)).toBe('書類の内容');
  });
});

describe('checks', () => {
  it('need a fact, a method and, when they fail, evidence; and hint at what the department had answered', async () => {
    const auditId = audits[0];
    await notify(test, auditId);
    const check = (await test.auditor.listChecks({ auditId })).checks.find(({ key }) => key === 'da-roles');
    const judge = { checkId: check?.id ?? '', version: check?.version ?? 0, note: '' };
    await expect(
      test.auditor.judgeCheck({ ...judge, judgement: 'inadequate', techniques: [], fact: '', evidenceIds: [] }),
    ).rejects.toMatchObject({
      detail: { fields: [{ path: 'fact' }, { path: 'techniques' }, { path: 'evidenceIds' }] },
    });
    const proof = await test.auditor.addEvidence({
      auditId,
      title: '聞き取りのメモ',
      source: '職員3人',
      technique: 'interview',
      description: '',
      from: { kind: 'note', text: '2人が相談先を答えられなかった。' },
    });
    const judged = await test.auditor.judgeCheck({
      ...judge,
      judgement: 'minor',
      techniques: ['interview'],
      fact: '職員2人が相談先を答えられなかった。',
      evidenceIds: [proof.id],
    });
    expect(judged.hint).toContain('周知の方法と時期');
    expect((await test.office.listChecks({ auditId })).visible).toBe(false);
    expect((await test.office.listEvidence({ auditId })).evidence).toEqual([]);
    await expect(test.office.downloadEvidence({ evidenceId: proof.id })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(
      test.auditor.judgeCheck({
        ...judge,
        judgement: 'adequate',
        techniques: ['interview'],
        fact: '可',
        evidenceIds: [],
      }),
    ).rejects.toMatchObject({ code: 'record.stale', detail: { current: { judgement: 'minor' } } });
    const other = (await test.auditor.listChecks({ auditId: audits[3] })).checks.at(-1);
    await expect(
      test.auditor.judgeCheck({
        checkId: other?.id ?? '',
        version: other?.version ?? 0,
        judgement: 'minor',
        techniques: ['interview'],
        fact: '別の課の証拠',
        evidenceIds: [proof.id],
      }),
    ).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('are left out with a reason, and added when the city agrees', async () => {
    const auditId = audits[0];
    const last = (await test.auditor.listChecks({ auditId })).checks.at(-1);
    const out = await test.auditor.leaveOutCheck({
      checkId: last?.id ?? '',
      version: last?.version ?? 0,
      reason: '該当する設備がない',
    });
    await expect(
      test.auditor.judgeCheck({
        checkId: last?.id ?? '',
        version: out.version,
        judgement: 'adequate',
        techniques: ['interview'],
        fact: '確認',
        evidenceIds: [],
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const proposal = await test.auditor.proposeCheckItem({
      auditId,
      title: '生成AIの利用',
      point: '業務情報を入力していないか。',
      reason: '事故例があるため',
    });
    const before = (await test.auditor.listChecks({ auditId })).checks.length;
    await test.office.decideCheckItem({ proposalId: proposal.id, version: proposal.version, agreed: true, note: '' });
    const after = (await test.auditor.listChecks({ auditId })).checks;
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ origin: 'added', title: '生成AIの利用' });
    await expect(
      test.office.decideCheckItem({ proposalId: proposal.id, version: proposal.version + 1, agreed: false, note: '' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });
});

describe('field work', () => {
  it('ends only when nothing is open', async () => {
    const auditId = audits[0];
    await expect(
      test.auditor.closeFieldwork({ auditId, version: await versionOf(test, auditId) }),
    ).rejects.toMatchObject({
      code: 'state.refused',
      detail: {
        message: expect.stringMatching(
          /方法を決めていません.*判断していない確認項目が.*契約が指定されていません/u,
        ) as unknown,
      },
    });
    await judgeAll(test, auditId);
    expect((await test.lead.getAudit({ auditId })).next.who).toBe('contractor');
  });

  it('of a department without a contract is closed after the city said so', async () => {
    const failed = await finishFieldwork(test, audits[2], [1]);
    expect(failed).toHaveLength(1);
    expect((await test.lead.getAudit({ auditId: audits[2] })).state).toBe('findings');
    const check = (await test.auditor.listChecks({ auditId: audits[2] })).checks[1];
    await expect(
      test.auditor.judgeCheck({
        checkId: check?.id ?? '',
        version: check?.version ?? 0,
        judgement: 'adequate',
        techniques: ['interview'],
        fact: '後から',
        evidenceIds: [],
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });
});
