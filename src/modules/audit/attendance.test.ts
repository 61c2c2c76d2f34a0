import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NINE_POINTS } from './rules/opening.ts';
import {
  agreeChecklist,
  decideTarget,
  openTarget,
  rowsOf,
  startTarget,
  type TargetTest,
} from './testing/start-target.ts';

let test: TargetTest;
let auditId: string;
beforeAll(async () => {
  test = await startTarget('koganei-2023');
  auditId = await openTarget(test, 'koganei-internal', { kind: 'department', name: '税務課', at: [1] });
});
afterAll(() => test.close());

describe("an audit by the city's own auditors", () => {
  it('is written by the office as well, and its papers are no secret of the contractor', async () => {
    const { rows, visible } = await test.office.listCheckRows({ auditId });
    expect(visible).toBe(true);
    const [row] = rows;
    await test.office.judgeCheck({
      ...{ checkId: row?.id ?? '', version: row?.version ?? 0, judgement: 'adequate', techniques: ['interview'] },
      ...{ fact: '係長の説明により確認した。', evidenceIds: [] },
    });
    expect((await rowsOf(test, auditId))[0]?.judgement).toBe('adequate');
  });

  it('is named by its auditors, without asking for the contractor to take part', async () => {
    const held = {
      auditId,
      occurredOn: '2023-10-02',
      minutes: 60,
      onSite: true,
      place: '税務課',
      methods: ['聞き取り'],
    };
    await expect(test.office.recordSession({ ...held, participants: [] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const { warnings } = await test.office.recordSession({ ...held, participants: [], cityAuditors: '総務課 佐藤' });
    expect(warnings.join('')).not.toMatch(/従事者/u);
  });

  it('is attended by the contractor, who says what it saw of the nine points and what it helped with', async () => {
    const members = [test.members[0] ?? ''];
    const points = NINE_POINTS.map((point) => ({ point, result: 'done' as const, support: '' }));
    const [first, ...others] = points;
    if (first === undefined) throw new Error('no points');
    const log = { auditId, occurredOn: '2023-10-02', members };
    await expect(
      test.auditor.recordAttendance({ ...log, points: [{ ...first, result: 'supported' }, ...others] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    const partly = await test.auditor.recordAttendance({ ...log, points: others });
    expect(partly.missing).toEqual([NINE_POINTS[0]]);
    const whole = await test.auditor.recordAttendance({ ...log, points });
    expect(whole.missing).toEqual([]);
    const facts = await test.facts('audit-session.attended');
    expect(facts.at(-1)?.data).toMatchObject({ points: [...NINE_POINTS], members });
  });

  it('tells a session at the premises of a vendor apart, and refuses a department that is not audited', async () => {
    const held = { auditId, occurredOn: '2023-10-02', minutes: 60, onSite: true, place: 'データセンター' };
    const auditors = { participants: [], cityAuditors: '総務課 佐藤', methods: ['視察'] };
    const [other = '', own = ''] = test.departments;
    await expect(test.office.recordSession({ ...held, ...auditors, departmentId: other })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await test.office.recordSession({ ...held, ...auditors, departmentId: own, vendorSite: true });
    const facts = await test.facts('audit-session.held');
    expect(facts.at(-1)?.data).toMatchObject({ type: 'vendor-site', kind: 'vendor-site', department: own });
    expect(facts.at(-2)?.data).toMatchObject({ type: 'internal', kind: 'department' });
  });

  it('has no record of attendance where the contractor audits itself', async () => {
    const targetId = await decideTarget(test, 'koganei-my-number', { kind: 'department', name: '福祉課', at: [2] });
    await expect(test.lead.openAuditOfTarget({ targetId })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('市の合意を得てください') },
    });
    await agreeChecklist(test, targetId);
    const { id, version } = await test.lead.openAuditOfTarget({ targetId });
    await test.lead.beginAudit({ auditId: id, version });
    await expect(
      test.auditor.recordAttendance({
        ...{ auditId: id, occurredOn: '2023-10-02', members: [test.members[0] ?? ''] },
        points: [{ point: '監査目的の達成', result: 'done', support: '' }],
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const [row] = await rowsOf(test, id);
    await expect(
      test.office.judgeCheck({
        ...{ checkId: row?.id ?? '', version: row?.version ?? 0, judgement: 'adequate', techniques: ['interview'] },
        ...{ fact: '確認した。', evidenceIds: [] },
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });
});
