import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { peopleContract } from '../people/contract.ts';
import { teamContract } from './contract.ts';

const UNKNOWN = '00000000-0000-7000-8000-00000000ffff';
let test: TestApplication;
let manager: Caller;
let auditor: Caller;
let office: Caller;
let engagementId: string;
let department: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z' });
  const administrator = test.application.client(peopleContract, test.caller(['administrator']));
  const { created } = await administrator.reorganise({
    from: '2025-04-01',
    changes: [
      { kind: 'create', key: 'a', name: '総務局', kana: 'そうむきょく', bureau: null },
      { kind: 'create', key: 'b', name: '人事課', kana: 'じんじか', bureau: 'new:a' },
    ],
  });
  department = created.find(({ key }) => key === 'b')?.id ?? '';
  const { firmId } = await administrator.saveFirm({ kind: 'contractor', name: '青空監査法人' });
  const account = async (loginName: string, role: 'project-manager' | 'auditor') => {
    const { accountId } = await administrator.createAccount({
      loginName,
      displayName: `${loginName} 太郎`,
      party: 'contractor',
      roles: [role],
      firmId,
      departmentId: null,
      password: '川べりの桜が三月に咲いた',
    });
    return test.caller([role], { accountId });
  };
  manager = await account('manager', 'project-manager');
  auditor = await account('auditor', 'auditor');
  office = test.caller(['security-office']);
  ({ engagementId } = await as(manager, engagementContract).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
});
afterAll(() => test.close());

const as = <C extends Parameters<TestApplication['application']['client']>[0]>(caller: Caller, contract: C) =>
  test.application.client(contract, caller);
const team = (caller: Caller = manager) => test.application.client(teamContract, caller);
const person = (name: string, roles: string[], accountId: string | null = null) => ({
  engagementId,
  name,
  firm: '青空監査法人',
  department: '監査部',
  roles,
  handlesMyNumber: false,
  accountId,
});
const conditionStates = async () => {
  const { conditions } = await team().getConditions({ engagementId });
  return Object.fromEntries(conditions.map(({ clause, state }) => [clause, state]));
};
const facts = (kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));

let lead: string;
let second: string;

describe('team before the approval of the plan', () => {
  it('refuses people who may not and roles that the specification does not know', async () => {
    const { engagementId: _, ...incoming } = person('青木', ['監査人']);
    for (const caller of [office, auditor, test.caller(['department-head']), test.caller(['vendor'])]) {
      await expect(team(caller).assignMember({ engagementId, ...incoming })).rejects.toMatchObject({
        code: 'permission.refused',
      });
    }
    await expect(team().assignMember(person('青木', ['船長']))).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'roles', message: '「船長」は仕様書にない役割です。一覧から選んでください。' }] },
    });
    await expect(team().assignMember(person('青木', ['監査人'], UNKNOWN))).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const stranger = test.caller(['project-manager'], { tenantId: await test.addTenant('kita') });
    await expect(team(stranger).assignMember(person('青木', ['監査人']))).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(team(test.caller(['department-staff'])).getTeam({ engagementId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });

  it('assigns members and writes no name into the journal', async () => {
    lead = (await team().assignMember(person('青木 花子', ['主任担当者', '監査人'], manager.accountId))).id;
    second = (await team().assignMember(person('馬場 次郎', ['監査人', '情報管理責任者'], auditor.accountId))).id;
    await expect(team().assignMember(person('別人', ['監査人'], manager.accountId))).rejects.toMatchObject({
      code: 'record.duplicate',
    });
    const assigned = await facts(['member.assigned']);
    expect(assigned.map(({ subject }) => subject)).toEqual([lead, second]);
    expect(assigned[0]?.data).toMatchObject({ member: lead, role: '主任担当者', firm: '青空監査法人' });
    expect(JSON.stringify(assigned)).not.toContain('花子');
  });

  it('refuses an edit on top of an old version and shows the saved one', async () => {
    const edit = { ...person('青木 はなこ', ['主任担当者', '監査人'], manager.accountId), memberId: lead };
    await team().updateMember({ ...edit, version: 1 });
    await expect(team().updateMember({ ...edit, version: 1 })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { name: '青木 はなこ', version: 2 } },
    });
  });

  it('meets clause 7 only with one person who has both qualification and experience', async () => {
    await team().appointLead({ engagementId, memberId: lead });
    expect(await conditionStates()).toMatchObject({ '7(1)': 'unsatisfied', '8(1)-p2': 'satisfied' });
    const { id: fileId } = await test.application.upload(manager, '登録証.txt', oneChunk(Buffer.from('登録証の写し')));
    const credential = await team().registerCredential({
      engagementId,
      type: 'service-list',
      number: '018-0001',
      field: '情報セキュリティ監査サービス分野',
      scope: '',
      validFrom: '2025-01-01',
      validTo: null,
      fileId,
    });
    const evidence = await team(office).downloadEvidence({ engagementId, recordId: credential.id });
    expect(Buffer.from(evidence.bytes).toString()).toBe('登録証の写し');
    await team().registerCredential({
      engagementId,
      type: 'isms',
      number: 'IS 1',
      field: null,
      scope: '監査業務',
      validFrom: '2024-11-01',
      validTo: '2026-10-31',
      fileId: null,
    });
    await team().registerQualification({
      engagementId,
      memberId: lead,
      code: 'cisa',
      number: '123',
      validFrom: '2020-01-01',
      validTo: '2027-12-31',
      fileId: null,
    });
    const experience = {
      engagementId,
      client: '中央市',
      category: '市町村' as const,
      population: 612_000,
      subject: '情報セキュリティ監査',
      from: '2024-06-01',
      to: '2025-03-31',
      completed: true,
      activities: ['リスク評価' as const, '対策の実施状況の評価' as const, '改善提言' as const],
      evidence: '業務完了報告書の写し',
      fileId: null,
    };
    await team().registerExperience({ ...experience, memberId: second });
    expect((await conditionStates())['7(3)-p1']).toBe('unsatisfied');
    await expect(
      team().registerExperience({ ...experience, memberId: lead, population: 499_999 }),
    ).resolves.toMatchObject({ counted: false, clause: '7(3)イ※1' });
    expect((await conditionStates())['7(3)-p1']).toBe('unsatisfied');
    await team().registerExperience({ ...experience, memberId: lead });
    expect(await conditionStates()).toMatchObject({ '7(3)-p1': 'satisfied', '7(2)-p2': 'attention' });
    await team().recheckCredential({ engagementId, credentialId: credential.id, result: 'absent' });
    expect((await conditionStates())['7(1)']).toBe('unsatisfied');
    await team().recheckCredential({ engagementId, credentialId: credential.id, result: 'listed' });
    expect((await conditionStates())['7(1)']).toBe('satisfied');
    const registrations = await facts(['firm-credential.registered']);
    expect(registrations.filter(({ subject }) => subject === credential.id)).toHaveLength(2);
  });

  it('takes a declaration of independence only from the member', async () => {
    const declare = { engagementId, departments: [department], involved: false, note: '' };
    await expect(team().declareIndependence({ ...declare, memberId: second })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(
      team(auditor).declareIndependence({ ...declare, memberId: second, departments: [UNKNOWN] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      team(auditor).declareIndependence({ ...declare, memberId: second, occurredOn: '2026-06-02' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await team(auditor).declareIndependence({ ...declare, memberId: second, involved: true });
    const { members } = await team(office).checkIndependence({ engagementId, departments: [department] });
    expect(members.find(({ memberId }) => memberId === second)).toMatchObject({ involved: [department] });
    expect(members.find(({ memberId }) => memberId === lead)).toMatchObject({ undeclared: [department] });
  });

  it('passes instructions through the lead and keeps who has read them', async () => {
    const { id } = await team(office).issueInstruction({
      engagementId,
      title: '調査の時期',
      body: '7月に行う。',
      channel: '電子メール',
      members: [second],
    });
    await expect(
      team(test.caller(['assistant'])).confirmInstruction({ engagementId, instructionId: id }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    await team(auditor).confirmInstruction({ engagementId, instructionId: id });
    await team(auditor).confirmInstruction({ engagementId, instructionId: id });
    const { instructions } = await team().listInstructions({ engagementId });
    expect(instructions[0]?.readings.map(({ memberId, readAt }) => [memberId, readAt !== null])).toEqual([
      [lead, false],
      [second, true],
    ]);
    expect(await facts(['instruction.read'])).toHaveLength(1);
  });
});

describe('team sheet', () => {
  it('is a Word file with members, conditions and evidence', async () => {
    const request = { engagementId, kind: 'team-sheet', subject: null, format: 'docx' as const };
    const { bytes, name } = await team(office).downloadDocument(request);
    expect(name).toBe('実施体制及び要件確認書.docx');
    const text = Object.values(unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' }))
      .map((part) => Buffer.from(part).toString())
      .join('');
    for (const wanted of ['青木 はなこ', '公認情報システム監査人（CISA）', '中央市（市町村）', '018-0001']) {
      expect(text).toContain(wanted);
    }
    const book = await team(office).downloadDocument({ ...request, format: 'xlsx' });
    expect(Buffer.from(book.bytes.subarray(0, 2)).toString()).toBe('PK');
    const career = await team(office).downloadDocument({ ...request, kind: 'career-sheet', subject: lead });
    const words = Object.values(unzipSync(career.bytes, { filter: (file) => file.name === 'word/document.xml' }))
      .map((part) => Buffer.from(part).toString())
      .join('');
    expect(words).toContain('中央市（市町村）');
    const pdf = await team(office).downloadDocument({ ...request, format: 'pdf' });
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    await expect(team(office).downloadDocument({ ...request, kind: 'unknown' })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });
});

describe('team after the approval of the plan', () => {
  it('has no need of a request before the approval', async () => {
    const { engagementId: _, ...incoming } = person('千葉 三郎', ['監査人']);
    await expect(team().requestChange(requestOf(incoming))).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('refuses direct changes and takes a change only with the decision of the city', async () => {
    await test.application.run(office, async (context) =>
      context.append({ engagementId, kind: 'plan.approved', subject: UNKNOWN, data: { version: 1 } }),
    );
    await expect(team().assignMember(person('千葉 三郎', ['監査人']))).rejects.toMatchObject({ code: 'state.refused' });
    await expect(team().removeMember({ engagementId, memberId: second, version: 1 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const { engagementId: _, ...incoming } = person('千葉 三郎', ['監査人']);
    const request = await team().requestChange(requestOf(incoming));
    await expect(team().requestChange(requestOf(incoming))).rejects.toMatchObject({ code: 'record.duplicate' });
    const [change] = (await team(office).listChanges({ engagementId })).changes;
    // Without the experienced member who has also the qualification nothing changes; without the lead it would.
    expect(change?.conditions.find(({ clause }) => clause === '7(3)-p1')?.state).toBe('satisfied');
    const decision = { engagementId, changeId: request.id, comment: '', interviewNote: '', version: 1 };
    await expect(team().decideChange({ ...decision, approved: true, interviewedOn: null })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(
      team(office).decideChange({ ...decision, approved: false, interviewedOn: null }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await team(office).decideChange({ ...decision, approved: true, interviewedOn: '2026-06-01' });
    await expect(team(office).decideChange({ ...decision, approved: true, interviewedOn: null })).rejects.toMatchObject(
      { code: 'record.stale' },
    );
    const { members } = await team().getTeam({ engagementId });
    expect(members.find(({ id }) => id === second)).toMatchObject({ state: 'left', to: '2026-06-01' });
    expect(members.find(({ id }) => id === request.incoming)?.state).toBe('active');
    const kinds = ['member-change.requested', 'member-change.decided', 'member.left'];
    expect((await facts(kinds)).map(({ kind }) => kind)).toEqual(kinds);
  });
});

const requestOf = (incoming: Omit<ReturnType<typeof person>, 'engagementId'>) => ({
  engagementId,
  outgoing: second,
  incoming,
  becomesLead: false,
  reason: '異動のため',
  qualification: '公認情報システム監査人',
  career: '監査に10年従事',
});
