import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { peopleContract } from '../people/contract.ts';
import { teamContract } from '../team/contract.ts';
import { parseSpecification, resolveSpecification } from '../../core/specification/index.ts';
import { readContent } from '../../kernel/content.ts';
import { dutyContract } from './contract.ts';
import { BODIES } from './records.ts';

const { duties } = resolveSpecification(
  parseSpecification(readContent('specifications/chiba-2026.yaml')),
  {},
).conditions;
if (duties?.rules === undefined || duties.training === undefined || duties.inspection === undefined) {
  throw new Error('chiba asks for rules, training and inspections');
}
const { rules, training, inspection } = duties;
let test: TestApplication;
let manager: Caller;
let office: Caller;
let engagementId: string;
let memberId: string;
let other: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z' });
  manager = test.caller(['project-manager']);
  office = test.caller(['security-office']);
  ({ engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
  const assign = async (name: string, roles: string[]) => {
    const person = { name, firm: '青空監査法人', department: '監査部', roles, handlesMyNumber: false, accountId: null };
    return (await test.application.client(teamContract, manager).assignMember({ engagementId, ...person })).id;
  };
  memberId = await assign('青木 花子', ['主任担当者', '情報管理責任者']);
  other = await assign('馬場 次郎', ['監査人']);
});
afterAll(() => test.close());

const duty = (caller: Caller = manager) => test.application.client(dutyContract, caller);
const facts = async (kinds: string[]) => {
  const found = await test.application.parts.database.transaction(test.tenantId, (tx) =>
    readFacts(tx, { engagementId, kinds }),
  );
  return found.map(({ kind }) => kind);
};
const register = async () => (await duty().getDuties({ engagementId })).registers;
const state = (code: string, message?: string) => ({
  code,
  ...(message === undefined ? {} : { detail: { message: expect.stringContaining(message) } }),
});
const lent = {
  level: '3' as const,
  kind: 'document' as const,
  origin: 'lent' as const,
  public: false,
  handling: '施錠',
};

describe('level 3 assets', () => {
  it('are received only with an information manager and measures against every danger', async () => {
    const receive = () => duty().receiveMaterial({ engagementId, name: '対策基準', ...lent });
    await expect(receive()).rejects.toMatchObject(
      state('state.refused', '情報管理責任者の選任と、漏えい・改ざん・滅失'),
    );
    await expect(duty().appointInformationManager({ engagementId, memberId: other })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty().appointInformationManager({ engagementId, memberId });
    const measure = { engagementId, owner: memberId, evidence: '', files: [] };
    await duty().recordMeasure({ ...measure, name: '暗号化', prevents: ['漏えい', '改ざん'] });
    await expect(receive()).rejects.toMatchObject(state('state.refused', '滅失を防ぐ措置'));
    await duty().recordMeasure({ ...measure, name: '控えの作成', prevents: ['滅失'] });
    await receive();
    const roles = ['ciso', 'auditor'] as const;
    for (const role of roles) {
      await expect(
        duty(test.caller([role])).receiveMaterial({ engagementId, name: '対策基準', ...lent }),
      ).rejects.toMatchObject(state('permission.refused'));
    }
  });

  it('are handled by a member only after rules, notice, training and oath', async () => {
    const grant = () => duty().grantLevel3({ engagementId, memberId });
    await expect(grant()).rejects.toMatchObject(
      state('state.refused', '規程の確認、情報取扱従事者としての通知、研修の受講、守秘の誓約が済んでいません'),
    );
    await expect(duty().acknowledgeRules({ engagementId, memberId, rules: ['ガイドライン等'] })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty().acknowledgeRules({ engagementId, memberId, rules: [...rules.names] });
    await duty().notifyHandlers({ engagementId });
    const topics = [...training.topics];
    const plan = { engagementId, title: '着手時研修', plannedOn: '2026-06-01', method: '対面', lecturer: '社内' };
    await expect(duty().planTraining({ ...plan, topics: topics.slice(1), members: [memberId] })).rejects.toMatchObject(
      state('input.invalid'),
    );
    const { id } = await duty().planTraining({ ...plan, topics, members: [memberId] });
    expect((await duty(office).getDuties({ engagementId })).registers.training).toEqual([]);
    const held = { engagementId, id, topics, attendees: [memberId], result: '', files: [] };
    await expect(duty().holdTraining({ ...held, version: 1 })).rejects.toMatchObject(
      state('state.refused', '実施計画'),
    );
    await duty().reportTrainingPlan({ engagementId, id, version: 1 });
    await duty().holdTraining({ ...held, version: 2 });
    await expect(duty().holdTraining({ ...held, version: 2 })).rejects.toMatchObject(state('record.stale'));
    await duty().reportTraining({ engagementId, id, version: 3 });
    await expect(duty().submitConfidentiality({ engagementId, members: [memberId], files: [] })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty().signConfidentiality({ engagementId, memberId });
    await expect(duty().signConfidentiality({ engagementId, memberId })).rejects.toMatchObject(
      state('record.duplicate'),
    );
    await duty().submitConfidentiality({ engagementId, members: [memberId], files: [] });
    await grant();
    await expect(duty().grantLevel3({ engagementId, memberId: other })).rejects.toMatchObject(state('state.refused'));
  });

  it('leave the premises of the city only for an approved place', async () => {
    const { id } = await duty().requestWorkplace({
      engagementId,
      name: '本社監査室',
      address: '中央区二番',
      reason: '分析のため',
      safeguards: ['入退室の管理', '施錠保管'],
      files: [],
    });
    const handle = (place: string | null) =>
      duty().recordHandling({ engagementId, memberId, workplaceId: place, materialId: null, purpose: '基準の確認' });
    await handle(null);
    await expect(handle(id)).rejects.toMatchObject(state('state.refused', '承諾を得ていない'));
    const decision = { engagementId, id, version: 1, approved: true, comment: '' };
    await expect(duty().decideWorkplace(decision)).rejects.toMatchObject(state('permission.refused'));
    await expect(duty(office).decideWorkplace({ ...decision, approved: false })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty(office).decideWorkplace(decision);
    await handle(id);
    await expect(
      duty().recordHandling({ engagementId, memberId: other, workplaceId: null, materialId: null, purpose: '確認' }),
    ).rejects.toMatchObject(state('state.refused', '認められていません'));
  });
});

describe('cloud services, documents, subcontracts', () => {
  it('need evidence that is still valid, or the judgement of the city', async () => {
    const service = {
      engagementId,
      name: '文書共有',
      provider: '甲社',
      use: '作業文書の共有',
      reference: 'C-1',
      validTo: '2027-12-31',
      files: [],
    };
    await expect(
      duty().registerCloudService({ ...service, evidence: 'ismap', validTo: '2026-05-31' }),
    ).rejects.toMatchObject(state('input.invalid'));
    await expect(duty().registerCloudService({ ...service, evidence: 'none' as never })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty().registerCloudService({ ...service, evidence: 'ismap' });
    const { id } = await duty().registerCloudService({ ...service, evidence: 'accepted', validTo: null });
    expect(await facts(['cloud-service.registered'])).toHaveLength(1);
    await duty(office).decideCloudService({ engagementId, id, version: 1, approved: true, comment: '' });
    expect(await facts(['cloud-service.registered'])).toHaveLength(2);
  });

  it('has documents with a due date of the city', async () => {
    await expect(
      duty().setDocumentDue({ engagementId, document: '従事者の通知', due: '2026-06-15', note: '' }),
    ).rejects.toMatchObject(state('permission.refused'));
    const { id } = await duty(office).setDocumentDue({
      engagementId,
      document: '従事者の通知',
      due: '2026-06-15',
      note: '',
    });
    await duty().submitSecurityDocument({ engagementId, id, version: 1, files: [] });
    await expect(duty().submitSecurityDocument({ engagementId, id, version: 2, files: [] })).rejects.toMatchObject(
      state('state.refused'),
    );
  });

  it('goes through request, written approval, contract and start, never for an important part', async () => {
    await duty().declareNoSubcontract({ engagementId });
    const request = {
      engagementId,
      firm: '乙社',
      groupCompany: true,
      important: false,
      reason: '集計',
      content: '集計作業',
      information: '回答の集計値',
      supervision: '月次の点検',
      safeguards: '同等の措置',
      files: [],
    };
    await expect(duty().requestSubcontract({ ...request, important: true })).rejects.toMatchObject(
      state('state.refused', '重要な部分'),
    );
    const { id } = await duty().requestSubcontract(request);
    const inHand = { engagementId, id };
    const confirm = { ...inHand, obligationsIncluded: true, furtherProhibited: true, files: [] };
    await expect(duty().startSubcontract({ ...inHand, version: 1 })).rejects.toMatchObject(state('state.refused'));
    await expect(duty().confirmSubcontract({ ...confirm, version: 1 })).rejects.toMatchObject(state('state.refused'));
    const decide = { ...inHand, version: 1, approved: true, comment: '' };
    await expect(duty(office).decideSubcontract({ ...decide, approval: '' })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty(office).decideSubcontract({ ...decide, approval: '承諾書 第1号' });
    await expect(duty().confirmSubcontract({ ...confirm, furtherProhibited: false, version: 2 })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty().confirmSubcontract({ ...confirm, version: 2 });
    await duty().startSubcontract({ ...inHand, version: 3 });
    await expect(duty().declareNoSubcontract({ engagementId })).rejects.toMatchObject(state('state.refused'));
  });
});

describe('materials', () => {
  it('are copied only with leave, and reported when nothing is left', async () => {
    const [material] = (await register()).material;
    const request = { engagementId, document: '対策基準', scope: '第6章', reason: '現場での確認', copies: 2 };
    const { id } = await duty().requestCopy({ ...request, materialId: material?.id ?? '' });
    await expect(duty().recordCopy({ engagementId, id, version: 1 })).rejects.toMatchObject(state('state.refused'));
    await duty(office).decideCopy({ engagementId, id, version: 1, approved: true, comment: '' });
    await duty().recordCopy({ engagementId, id, version: 2 });
    await expect(duty().reportDisposal({ engagementId })).rejects.toMatchObject(
      state('state.refused', '資料等が1件、複製が1件'),
    );
    const erase = { engagementId, id, version: 3, method: '裁断', memberId, cityInstruction: '' };
    await expect(duty().eraseCopy({ ...erase, irrecoverable: false })).rejects.toMatchObject(state('input.invalid'));
    await duty().eraseCopy({ ...erase, irrecoverable: true });
    await duty().returnMaterial({ engagementId, id: material?.id ?? '', version: 1, receivedBackBy: '業務改革推進課' });
    await duty().reportDisposal({ engagementId });
    expect(await facts(['material.copied', 'material.erased', 'material.returned', 'disposal.reported'])).toEqual([
      'material.copied',
      'material.erased',
      'material.returned',
      'disposal.reported',
    ]);
  });
});

describe('papers', () => {
  it('say what was recorded, with names from the team', async () => {
    const { training: trainings } = await register();
    const subject = trainings[0]?.id ?? null;
    const wanted: [string, string | null, string][] = [
      ['handler-notice', null, '馬場 次郎'],
      ['staff-training-plan', subject, '民事上の責任'],
      ['staff-training-report', subject, '青木 花子'],
      ['confidentiality-evidence', null, '在職中及び退職後の守秘'],
      ['disposal-report', null, '復元できない状態'],
    ];
    for (const [kind, about, words] of wanted) {
      const { bytes } = await duty(office).downloadDocument({ engagementId, kind, subject: about, format: 'docx' });
      const text = Object.values(unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' }))
        .map((part) => Buffer.from(part).toString())
        .join('');
      expect(text).toContain(words);
    }
  });
});

describe('incidents and inspections', () => {
  it('are the contractor’s until they are reported, and published by the city alone', async () => {
    await expect(duty().declareNoIncident({ engagementId })).rejects.toMatchObject(state('state.refused'));
    const noticed = {
      engagementId,
      title: '誤送信のおそれ',
      class: '漏えい',
      suspected: true,
      awareOn: '2026-06-01',
      description: '宛先の誤り',
      subcontractId: null,
      firstMeasures: '回収',
    } as const;
    const people = test.application.client(peopleContract, test.caller(['administrator']));
    const { departmentId } = await people.saveDepartment({
      name: '市民課',
      kana: '',
      bureauId: null,
      from: '2026-06-01',
    });
    const nowhere = { ...noticed, departments: [other] };
    await expect(duty().noticeIncident(nowhere)).rejects.toMatchObject({
      detail: { fields: [{ path: 'departments' }] },
    });
    const { id } = await duty().noticeIncident(noticed);
    const unseen = { engagementId, id, version: 1, departments: [departmentId] };
    await expect(duty(office).nameIncidentDepartments(unseen)).rejects.toMatchObject(state('record.missing'));
    expect((await duty(office).getDuties({ engagementId })).registers.incident).toEqual([]);
    await duty().reportIncident({ engagementId, id, version: 1 });
    await duty(office).instructIncident({ engagementId, id, version: 2, text: '経緯を報告すること。' });
    await duty().completeIncident({ engagementId, id, version: 3, result: '報告した。' });
    const publish = { engagementId, id, version: 4, scope: '概要', text: '誤送信のおそれがあった。' };
    await expect(duty().publishIncident(publish)).rejects.toMatchObject(state('permission.refused'));
    await duty(office).publishIncident(publish);
    expect((await register()).incident[0]).toMatchObject({
      state: 'completed',
      publication: { scope: '概要' },
      departments: [],
    });
    const named = { engagementId, id, version: 5, departments: [departmentId] };
    await expect(duty(office).nameIncidentDepartments({ ...named, version: 4 })).rejects.toMatchObject(
      state('record.stale'),
    );
    await duty(office).nameIncidentDepartments(named);
    expect((await register()).incident[0]?.departments).toEqual([departmentId]);
    expect(await facts(['incident.departments-named'])).toHaveLength(1);
    const paper = { engagementId, kind: 'incident-report', subject: id, format: 'docx' } as const;
    const { bytes } = await duty(office).downloadDocument(paper);
    const [content = new Uint8Array()] = Object.values(
      unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' }),
    );
    expect(Buffer.from(content).toString()).toMatch(/関係する所属.*市民課/su);
  });

  it('written before departments were asked for name none', async () => {
    const { departments: _departments, ...before } = BODIES.incident.parse({
      title: '紛失',
      class: '滅失',
      suspected: false,
      awareOn: '2026-06-01',
      description: '鍵の紛失',
      departments: [],
      subcontractId: null,
      firstMeasures: '',
      reportedOn: null,
      instructions: [],
      publication: null,
      state: 'noticed',
    });
    expect(BODIES.incident.parse(before).departments).toEqual([]);
  });

  it('inspects on site, or on paper for one of the three reasons', async () => {
    const { id } = await duty(office).requestInspection({ engagementId, request: '年1回の検査' });
    const hold = {
      engagementId,
      id,
      mode: '書面' as const,
      place: null,
      objects: [...inspection.objects],
      result: '良好',
      corrections: '',
    };
    await expect(
      duty(office).holdInspection({ ...hold, version: 1, reason: inspection.paperReasons[0] ?? '' }),
    ).rejects.toMatchObject(state('state.refused', '受託者がまだ'));
    await duty().answerInspection({ engagementId, id, version: 1, answer: '応じます。', proposedOn: null, files: [] });
    await expect(duty(office).holdInspection({ ...hold, version: 2, reason: '忙しいため' })).rejects.toMatchObject(
      state('input.invalid'),
    );
    await duty(office).holdInspection({ ...hold, version: 2, reason: inspection.paperReasons[0] ?? '' });
    expect(await facts(['inspection.requested', 'inspection.answered', 'inspection.held'])).toHaveLength(3);
  });

  it('says of every duty what is open, and nothing to other tenants and departments', async () => {
    const { lines } = await duty(office).getDuties({ engagementId });
    expect(lines.find(({ clause }) => clause === '10(4)-p1')).toMatchObject({
      state: 'open',
      explanation: '研修を受けていない担当者が1人います。',
    });
    expect(lines.find(({ clause }) => clause === '10(3)-p1')?.state).toBe('done');
    await expect(duty(test.caller(['department-head'])).getDuties({ engagementId })).rejects.toMatchObject(
      state('permission.refused'),
    );
    const stranger = test.caller(['project-manager'], { tenantId: await test.addTenant('kita') });
    await expect(duty(stranger).getDuties({ engagementId })).rejects.toMatchObject(state('record.missing'));
  });
});
