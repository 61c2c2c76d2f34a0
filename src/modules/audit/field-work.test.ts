import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreePolicy, type AuditTest, MEMBER, notify, openFour, startAudit } from './testing/start-audit.ts';

let test: AuditTest;
let audits: [string, string, string, string];

beforeAll(async () => {
  test = await startAudit();
  audits = await openFour(test);
  await agreePolicy(test);
  await notify(test, audits[3]);
});
afterAll(() => test.close());

describe('hearings', () => {
  it('by mail become a thread that is kept as evidence', async () => {
    const auditId = audits[3];
    const check = (await test.auditor.listChecks({ auditId })).checks[0];
    const prepared = await test.auditor.prepareMailHearing({
      auditId,
      topic: '持出しの手順',
      participants: [MEMBER],
      questions: [{ text: '承認者は誰ですか。', checkId: check?.id ?? null }],
    });
    const [question = ''] = prepared.messageIds;
    const answer = { hearingId: prepared.id, questionId: question, text: '課長です。' };
    await expect(test.head(3).answerHearing(answer)).rejects.toMatchObject({ code: 'record.missing' });
    await test.office.sendHearing({ hearingId: prepared.id, version: prepared.version });
    const answered = await test.head(3).answerHearing(answer);
    expect(answered.state).toBe('answered');
    const more = await test.auditor.addQuestions({
      hearingId: prepared.id,
      version: answered.version,
      questions: [{ text: '不在のときは誰ですか。' }],
    });
    await expect(
      test.auditor.closeMailHearing({ hearingId: prepared.id, version: more.version }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.office.sendHearing({ hearingId: prepared.id, version: more.version });
    const last = await test
      .head(3)
      .answerHearing({ ...answer, questionId: more.messageIds[0] ?? '', text: '係長です。' });
    await test.auditor.closeMailHearing({ hearingId: prepared.id, version: last.version });
    const [held] = await test.facts('hearing.held');
    expect(held?.data).toMatchObject({ mode: 'メール', participants: [MEMBER], department: test.departments[3] });
    const judged = (await test.auditor.listChecks({ auditId })).checks[0];
    expect(judged?.evidenceIds).toHaveLength(1);
    const thread = await test.auditor.downloadEvidence({ evidenceId: judged?.evidenceIds[0] ?? '' });
    expect(new TextDecoder().decode(thread.bytes)).toContain('答2（令和8年10月1日回答）\n係長です。');
  });

  it('in person need a team member and minutes', async () => {
    const planned = await test.auditor.planHearing({
      auditId: audits[3],
      mode: 'web',
      topic: '運用の聞き取り',
      plannedOn: '2026-10-02',
      place: '会議室',
    });
    const held = { hearingId: planned.id, version: planned.version, occurredOn: '2026-10-01', cityAttendees: '課長' };
    await expect(test.auditor.recordHearing({ ...held, participants: [] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(
      test.auditor.recordHearing({ ...held, occurredOn: '2026-10-02', participants: [MEMBER] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      test.auditor.recordHearing({ ...held, occurredOn: '2026-05-31', participants: [MEMBER] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      test.auditor.submitHearingMinutes({
        hearingId: planned.id,
        version: planned.version,
        text: '記録',
        decisions: '',
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const recorded = await test.auditor.recordHearing({ ...held, participants: [MEMBER] });
    const minutes = await test.auditor.submitHearingMinutes({
      hearingId: planned.id,
      version: recorded.version,
      text: '記録',
      decisions: '',
    });
    expect(minutes.state).toBe('minutes-submitted');
  });
});

describe('site visits', () => {
  const row = { from: '09:30', to: '10:00', what: '書庫の施錠', where: '書庫', who: '監査人、係長' };
  const plan = (auditId: string) => ({
    auditId,
    place: '本庁舎2階',
    plannedOn: '2026-10-05',
    reason: '来客が多いため',
    timetable: [row],
  });

  it('are not recorded before the city has confirmed the timetable', async () => {
    const planned = await test.auditor.planVisit(plan(audits[3]));
    const hold = { visitId: planned.id, occurredOn: '2026-10-01', participants: [MEMBER], cityAttendees: '係長' };
    await expect(test.auditor.recordVisit({ ...hold, version: planned.version })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('市が確認してください') as unknown },
    });
    expect((await test.office.listVisits({ auditId: audits[3] })).visits).toEqual([]);
    const submitted = await test.auditor.submitTimetable({ visitId: planned.id, version: planned.version });
    const confirmed = await test.office.confirmTimetable({ visitId: planned.id, version: submitted.version });
    // A changed timetable is no longer the confirmed one.
    const changed = await test.auditor.saveTimetable({
      visitId: planned.id,
      version: confirmed.version,
      place: '本庁舎3階',
      plannedOn: '2026-10-05',
      timetable: [row],
    });
    expect(changed.state).toBe('draft');
    const again = await test.auditor.submitTimetable({ visitId: planned.id, version: changed.version });
    const ready = await test.office.confirmTimetable({ visitId: planned.id, version: again.version });
    const held = await test.auditor.recordVisit({ ...hold, version: ready.version });
    const outline = await test.auditor.submitOutline({
      visitId: planned.id,
      version: held.version,
      summary: '書庫の管理',
      items: [{ title: '書庫の鍵', fact: '鍵が差したままであった。', place: '書庫' }],
    });
    const { findings } = await test.lead.listFindings({ engagementId: test.engagementId, auditId: audits[3] });
    expect(findings.map(({ id }) => id)).toEqual(outline.findingIds);
    expect(findings[0]).toMatchObject({ state: 'draft', origin: { kind: 'visit-outline' } });
  });

  it('refuse an overlapping timetable, and a fourth department without a reason', async () => {
    const overlapping = await test.auditor.planVisit({
      ...plan(audits[0]),
      timetable: [row, { ...row, from: '09:45', to: '10:15' }],
    });
    await expect(
      test.auditor.submitTimetable({ visitId: overlapping.id, version: overlapping.version }),
    ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path: 'timetable.1.from' }] } });
    await test.auditor.planVisit(plan(audits[1]));
    await expect(test.auditor.planVisit(plan(audits[2]))).rejects.toMatchObject({ code: 'input.invalid' });
    await test.auditor.planVisit({ ...plan(audits[2]), additionalReason: 'サーバ室があるため' });
  });
});

describe('the list of what waits for the city', () => {
  const kinds = async () =>
    (await test.office.listInbox({ engagementId: test.engagementId })).entries
      .filter(({ auditId }) => auditId === audits[1])
      .map(({ kind }) => kind);

  it('names what the contractor handed over, and drops it when it is done', async () => {
    expect(await kinds()).toEqual(['notice', 'contract']);
    const prepared = await test.auditor.prepareRequest({
      auditId: audits[1],
      title: '依頼',
      due: '2026-11-30',
      items: [{ title: '管理簿' }],
    });
    // Before the notice nothing may be sent, so nothing is asked for.
    expect(await kinds()).toEqual(['notice', 'contract']);
    await notify(test, audits[1]);
    expect(await kinds()).toEqual(['request', 'contract']);
    await test.office.sendRequest({ requestId: prepared.id, version: prepared.version });
    expect(await kinds()).toEqual(['contract']);
  });

  it('is nothing for the contractor', async () => {
    await expect(test.lead.listInbox({ engagementId: test.engagementId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });
});
