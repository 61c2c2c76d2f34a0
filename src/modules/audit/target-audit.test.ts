import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideTarget, rowsOf, startTarget, type TargetTest } from './testing/start-target.ts';

let test: TargetTest;
beforeAll(async () => {
  test = await startTarget('kyoto-2024');
});
afterAll(() => test.close());

const versionOf = async (auditId: string) => (await test.lead.getAudit({ auditId })).version;

describe('the audit of a target', () => {
  let auditId: string;

  it('is opened from the plan with the items of its programme, over all departments of the affair', async () => {
    const targetId = await decideTarget(test, 'kyoto-my-number', { kind: 'affair', name: '国民健康保険', at: [0, 2] });
    const { targets } = await test.lead.listOpenableTargets({ engagementId: test.engagementId });
    expect(targets.map((target) => target.targetId)).toEqual([targetId]);
    const opened = await test.lead.openAuditOfTarget({ targetId });
    auditId = opened.id;
    expect(opened.items).toBe(30);
    const audit = await test.office.getAudit({ auditId });
    expect(audit.programme).toMatchObject({ kind: 'my-number', factType: 'my-number', auditorsAtLeast: 2 });
    expect(audit.programme.levels.map(({ label }) => label)).toContain('評価できる事項');
    expect(audit.departmentName).toBe('国民健康保険（市民局 市民課、市民局 福祉課）');
    const [fact] = await test.facts('audit.opened');
    expect(fact?.data).toMatchObject({ target: targetId });
    await expect(test.lead.openAuditOfTarget({ targetId })).rejects.toMatchObject({ code: 'record.duplicate' });
  });

  it('is not opened before its target is decided', async () => {
    const { programmes } = await test.plan.lead.listProgrammes({ engagementId: test.engagementId });
    const added = await test.plan.lead.addTarget({
      programmeId: programmes[0]?.id ?? '',
      kind: 'affair',
      name: '児童手当',
      departmentIds: [test.departments[1] ?? ''],
    });
    await expect(test.lead.openAuditOfTarget({ targetId: added.id })).rejects.toMatchObject({ code: 'state.refused' });
    expect((await test.lead.getProgramme({ engagementId: test.engagementId })).audits).toHaveLength(1);
  });

  it('is hidden from the departments until it begins, and from those that have no part in it', async () => {
    expect((await test.head(0).listOwnAudits({ engagementId: test.engagementId })).audits).toEqual([]);
    await test.lead.beginAudit({ auditId, version: await versionOf(auditId) });
    for (const index of [0, 2])
      expect((await test.head(index).listOwnAudits({ engagementId: test.engagementId })).audits).toHaveLength(1);
    expect((await test.head(1).listOwnAudits({ engagementId: test.engagementId })).audits).toEqual([]);
  });

  it('keeps what was asked, seen and done again, and refuses records of tomorrow', async () => {
    const [row] = await rowsOf(test, auditId);
    const checkId = row?.id ?? '';
    await test.auditor.addFieldRecord({
      auditId,
      checkId,
      kind: 'interview',
      at: '2024-09-02T00:30:00.000Z',
      place: '執務室',
      counterpart: '係長',
      text: '鍵は係長が保管しているとのこと。',
    });
    await expect(
      test.auditor.addFieldRecord({ auditId, checkId, kind: 're-performance', text: '再度行った。' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      test.auditor.addFieldRecord({
        auditId,
        checkId,
        kind: 'observation',
        at: '2024-09-03T00:00:00.000Z',
        text: '見た',
      }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    const again = await test.second.addFieldRecord({
      auditId,
      checkId,
      kind: 're-performance',
      text: '退職者の利用者IDで入れないことを確かめた。',
      steps: '退職者の利用者IDでログオンを試みた。',
      result: 'as-described',
    });
    const withdrawn = await test.second.withdrawFieldRecord({
      recordId: again.id,
      version: again.version,
      reason: '別の項目の記録であったため',
    });
    expect(withdrawn.state).toBe('withdrawn');
    expect((await test.facts('field-record.withdrawn')).map(({ subject, data }) => [subject, data['kind']])).toEqual([
      [again.id, 're-performance'],
    ]);
    const { records } = await test.lead.listFieldRecords({ auditId, checkId });
    expect(records.map(({ kind, state }) => [kind, state])).toEqual([
      ['interview', 'kept'],
      ['re-performance', 'withdrawn'],
    ]);
    expect((await test.office.listFieldRecords({ auditId, checkId })).records).toEqual([]);
  });

  it('draws samples that can be drawn again, and keeps what each of them showed', async () => {
    const [row] = await rowsOf(test, auditId);
    const base = { checkId: row?.id ?? '', population: '令和6年度の利用者登録申請書（受付順）', size: 400 };
    const drawn = await test.auditor.drawSample({ ...base, method: 'random', count: 5, seed: '2024-09-02' });
    const twice = await test.second.drawSample({ ...base, method: 'random', count: 5, seed: '2024-09-02' });
    expect(twice.numbers).toEqual(drawn.numbers);
    await expect(test.auditor.drawSample({ ...base, method: 'judgemental', numbers: [3] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(test.auditor.drawSample({ ...base, method: 'systematic', count: 401 })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const result = { number: drawn.numbers[0] ?? 0, outcome: 'conforms' as const, note: '' };
    const told = { sampleId: drawn.id, version: drawn.version };
    const saved = await test.auditor.recordSampleResults({ ...told, results: [result] });
    expect(saved.state).toBe('drawn');
    await expect(test.second.recordSampleResults({ ...told, results: [result] })).rejects.toMatchObject({
      code: 'record.stale',
    });
    const all = drawn.numbers.map((number, at) => ({
      ...{ number, outcome: at === 4 ? ('deviates' as const) : ('conforms' as const) },
      note: at === 4 ? '承認の記録がなかった。' : '',
    }));
    expect((await test.auditor.recordSampleResults({ ...told, version: saved.version, results: all })).state).toBe(
      'examined',
    );
    const recorded = await test.facts('sample.examined');
    expect(recorded.map(({ subject }) => subject)).toEqual([drawn.id, drawn.id]);
    expect(recorded.map(({ data }) => [data['count'], data['examined'], data['deviations']])).toEqual([
      [5, 1, 0],
      [5, 5, 1],
    ]);
  });

  it('records a session with warnings instead of blocking, and refuses who manages what is audited', async () => {
    const [first = '', second = ''] = test.members;
    const held = {
      auditId,
      occurredOn: '2024-09-02',
      minutes: 180,
      onSite: true,
      place: '執務室',
      methods: ['聞き取り'],
    };
    const alone = await test.auditor.recordSession({ ...held, participants: [first] });
    expect(alone.warnings.join('')).toMatch(/2人以上/u);
    const fact = (await test.facts('audit-session.held'))[0];
    expect(fact?.data).toMatchObject({ type: 'my-number', kind: 'affair', unjudged: 30, participants: [first] });
    await test.team.declareIndependence({
      engagementId: test.engagementId,
      memberId: second,
      departments: [...test.departments],
      involved: true,
      note: '以前の担当',
    });
    await expect(test.auditor.recordSession({ ...held, participants: [first, second] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(test.office.recordSession({ ...held, participants: [first] })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('stops when its target is withdrawn half-way, and keeps what was written', async () => {
    const targetId = await decideTarget(test, 'kyoto-my-number', { kind: 'affair', name: '介護保険', at: [1] });
    const { id } = await test.lead.openAuditOfTarget({ targetId });
    await test.lead.beginAudit({ auditId: id, version: await versionOf(id) });
    const [row] = await rowsOf(test, id);
    await test.auditor.addFieldRecord({ auditId: id, checkId: row?.id ?? null, kind: 'observation', text: '見た。' });
    await expect(
      test.office.stopAudit({ auditId: id, version: await versionOf(id), reason: '誤り' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const { version } = await test.plan.office.getTarget({ targetId });
    await test.plan.office.withdrawTarget({ targetId, version, reason: 'システムの更改のため' });
    const held = { occurredOn: '2024-09-02', minutes: 90, onSite: true, place: '執務室', methods: ['聞き取り'] };
    await expect(
      test.auditor.recordSession({ auditId: id, participants: [test.members[0] ?? ''], ...held }),
    ).rejects.toMatchObject({ detail: { message: expect.stringMatching(/取り下げ/u) } });
    await test.office.stopAudit({ auditId: id, version: await versionOf(id), reason: '対象の取下げのため' });
    expect((await test.lead.listFieldRecords({ auditId: id })).records).toHaveLength(1);
    await expect(
      test.auditor.addFieldRecord({ auditId: id, checkId: null, kind: 'observation', text: '見た。' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });
});
