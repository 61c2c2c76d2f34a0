import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asDocument, detailedOf, type DocumentTree, editionOf } from '../../documents/index.ts';
import { part } from '../../documents/testing/ooxml.ts';
import { wordVersion } from '../../documents/testing/word-changes.ts';
import { documents } from './documents/index.ts';
import { adopt, type PlanTest, startPlan } from './testing/start-plan.ts';

let test: PlanTest;
let programmeId: string;
const targets: string[] = [];

beforeAll(async () => {
  test = await startPlan('koganei-2023', '2023-06-12T01:00:00.000Z');
  programmeId = await adopt(test, 'koganei-internal');
  for (const index of [0, 1, 2, 3]) {
    const { id } = await test.lead.addTarget({
      programmeId,
      kind: 'department',
      name: `所属${index}`,
      departmentIds: [test.departments[index] ?? ''],
    });
    targets.push(id);
    await test.office.decideTargets({ targets: [{ targetId: id, version: 1 }] });
  }
});
afterAll(() => test.close());

const draft = (stage: 'basic' | 'implementation' | 'three-year' | 'yearly', targetId: string | null = null) =>
  test.lead.draftPlan({
    engagementId: test.engagementId,
    stage,
    programmeId: stage === 'basic' || stage === 'implementation' ? programmeId : null,
    targetId,
  });

const bodyOf = async (planId: string) => {
  const { title, from, to, fields, considered, years, version } = await test.lead.getPlan({ planId });
  return { planId, title, from, to, fields, considered, years, version };
};

describe('the basic plan', () => {
  it('is drafted from the records, complete, and tells the rules what they ask', async () => {
    const { id } = await draft('basic');
    const plan = await test.lead.getPlan({ planId: id });
    expect(plan).toMatchObject({ title: '情報セキュリティ内部監査基本計画書', missing: [], state: 'draft' });
    expect(plan.fields.map(({ name }) => name)).toEqual([
      '監査の目的',
      '監査の範囲',
      '対象所属',
      '実施期間',
      '監査の内容',
      '監査の手順',
      '監査の手続',
    ]);
    const body = await bodyOf(id);
    await test.lead.savePlan({ ...body, considered: ['対象所属の繁忙期', '議会対応等の業務負荷'] });
    await test.lead.submitPlan({ planId: id, version: 2 });
    const [fact] = await test.facts('audit-plan.drafted');
    expect(fact).toMatchObject({
      subject: id,
      data: {
        type: 'internal',
        stage: 'basic',
        share: 0.571,
        minutesPerTarget: 60,
        outsideCycle: 0,
        considered: ['対象所属の繁忙期', '議会対応等の業務負荷'],
      },
    });
    await expect(draft('basic')).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('is not submitted with an empty field, nor with contradictory dates', async () => {
    const { plans } = await test.lead.listPlans({ engagementId: test.engagementId });
    const { id } = await test.lead.changePlan({ planId: plans[0]?.id ?? '', reason: '対象が増えたため' });
    const body = await bodyOf(id);
    await expect(test.lead.savePlan({ ...body, from: '2023-09-01', to: '2023-08-01' })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'to' }] },
    });
    await expect(test.lead.savePlan({ ...body, to: '2025-08-01' })).rejects.toMatchObject({ code: 'input.invalid' });
    await test.lead.savePlan({ ...body, fields: body.fields.map((field) => ({ ...field, text: '' })) });
    await expect(test.lead.submitPlan({ planId: id, version: 2 })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('監査の目的') },
    });
    await test.lead.savePlan({ ...body, version: 2 });
    await test.lead.submitPlan({ planId: id, version: 3 });
    await expect(test.lead.agreePlan({ planId: id, version: 4 })).rejects.toMatchObject({ code: 'state.refused' });
    await test.office.agreePlan({ planId: id, version: 4 });
    const [changed] = await test.facts('audit-plan.changed');
    expect(changed).toMatchObject({ subject: plans[0]?.id, data: { version: 2, reason: '対象が増えたため' } });
    const after = await test.lead.listPlans({ engagementId: test.engagementId });
    expect(after.plans.map(({ state }) => state)).toEqual(['superseded', 'agreed']);
    const { bytes } = await test.office.downloadPlanChanges({ planId: id, format: 'docx' });
    const xml = part(bytes, 'word/document.xml');
    expect(wordVersion(xml, 'after').join('\n')).toContain('対象が増えたため');
    expect(wordVersion(xml, 'before').join('\n')).not.toContain('対象が増えたため');
    const own = { planId: plans[0]?.id ?? '', format: 'docx' as const };
    await expect(test.office.downloadPlanChanges(own)).rejects.toMatchObject({ code: 'state.refused' });
  });
});

describe('implementation plans', () => {
  it('are one per target, sent by the city and confirmed by the department alone', async () => {
    await expect(draft('implementation')).rejects.toMatchObject({ code: 'input.invalid' });
    const [first, second] = targets;
    const { id } = await draft('implementation', first ?? '');
    const body = await bodyOf(id);
    await test.lead.savePlan({
      ...body,
      fields: body.fields.map((field) => (field.text === '' ? { ...field, text: '調整中' } : field)),
    });
    await expect(test.office.distributePlan({ planId: id, version: 2 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await test.lead.submitPlan({ planId: id, version: 2 });
    await expect(test.lead.distributePlan({ planId: id, version: 3 })).rejects.toMatchObject({
      detail: { message: expect.stringContaining('市') },
    });
    await expect(test.head(0).listOwnTargets({ engagementId: test.engagementId })).resolves.toEqual({ targets: [] });
    await test.office.distributePlan({ planId: id, version: 3 });
    const own = await test.head(0).listOwnTargets({ engagementId: test.engagementId });
    expect(own.targets[0]?.plan).toMatchObject({ planId: id, confirmedOn: null });
    await expect(test.head(1).confirmOwnPlan({ planId: id, version: 4 })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await test.head(0).confirmOwnPlan({ planId: id, version: 4 });
    const [confirmed] = await test.facts('audit-plan.confirmed');
    expect(confirmed).toMatchObject({ data: { type: 'internal', target: first }, actor: { party: 'city' } });
    expect(second).toBeDefined();
  });

  it('are one paper for the city, and for each department its own part of it', async () => {
    const { engagementId, departments } = test;
    const provider = documents.find(({ kind }) => kind === 'internal-implementation-plan');
    const readers = (): Promise<readonly string[]> =>
      test.application.run(test.caller(['audit-lead']), async (context) =>
        ((await provider?.departments?.(context, engagementId)) ?? []).map(({ id }) => id),
      );
    // The plan of one target alone is a paper of its own.
    expect(await readers()).toEqual([]);
    await draft('implementation', targets[1] ?? '');
    expect(await readers()).toEqual([departments[0], departments[1]]);
    const [whole, one] = await test.application.run(test.caller(['audit-lead']), async (context) => {
      const tree = asDocument(await provider?.build(context, { engagementId, subject: null, format: 'docx' }));
      if (tree === null) throw new Error('no paper');
      const reader = { kind: 'department' as const, department: departments[1] ?? '', name: '所属1' };
      return [detailedOf(tree), editionOf(tree, reader).tree];
    });
    const chapters = (tree: DocumentTree): string[] =>
      tree.blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === 1 && typeof block.content === 'string' ? [block.content] : [],
      );
    expect(chapters(whole)).toEqual(['所属0', '所属1']);
    expect(chapters(one)).toEqual(['所属1']);
    expect(one.blocks.some(({ kind }) => kind === 'page-break')).toBe(false);
  });
});

describe('plans over the programmes', () => {
  it('spread the departments over three years', async () => {
    const { id } = await draft('three-year');
    const { years, from, to } = await test.lead.getPlan({ planId: id });
    expect([from, to, years.map(({ fiscalYear }) => fiscalYear)]).toEqual([
      '2023-05-09',
      '2026-03-31',
      [2023, 2024, 2025],
    ]);
    const firstTwo = new Set(years.slice(0, 2).flatMap(({ departmentIds }) => departmentIds));
    expect(firstTwo.size).toBe(test.departments.length);
    const yearly = await draft('yearly');
    expect(
      (await test.lead.getPlan({ planId: yearly.id })).fields.find(({ name }) => name === '監査の対象')?.text,
    ).toContain('所属3');
  });
});

describe('the timetable', () => {
  it('is proposed without closed days, and a person or a place is never used twice', async () => {
    const [first, second] = targets;
    const [qualified, other] = test.members;
    const team = [
      { kind: 'member' as const, id: qualified, role: 'lead' as const },
      { kind: 'member' as const, id: other, role: 'auditor' as const },
    ];
    for (const targetId of [first, second]) {
      const { version } = await test.lead.getTarget({ targetId: targetId ?? '' });
      await test.lead.assignAuditors({ targetId: targetId ?? '', version, team });
    }
    const proposal = await test.lead.proposeTimetable({
      programmeId,
      from: '2023-07-15',
      to: '2023-07-21',
      travelMinutes: 30,
      perDay: 4,
    });
    // Saturday, Sunday and the day of the sea are closed.
    expect(proposal.slots[0]).toMatchObject({ day: '2023-07-18', from: '09:00', to: '10:00' });
    expect(proposal.unplaced).toEqual([]);
    const slots = proposal.slots.map(({ targetId, departmentId, day, from, to, place, people }) => ({
      targetId,
      departmentId,
      day,
      from,
      to,
      place,
      people,
    }));
    await test.lead.placeSlots({ slots, travelMinutes: 30 });
    const placed = await test.lead.getTarget({ targetId: first ?? '' });
    expect(placed).toMatchObject({ state: 'planned', plannedOn: '2023-07-18' });
    const listed = await test.lead.listSlots({ engagementId: test.engagementId });
    const one = listed.slots.find(({ targetId }) => targetId === first);
    const two = listed.slots.find(({ targetId }) => targetId === second);
    if (one === undefined || two === undefined) throw new Error('not placed');
    const { id, version, departmentId, day, from, to, place, people, travelMinutes } = two;
    const fields = { departmentId, day, from, to, place, people, travelMinutes };
    await expect(
      test.lead.changeSlot({ ...fields, slotId: id, version, day: one.day, from: one.from, to: one.to }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'from', message: expect.stringContaining('青木さんは') }] },
    });
    await expect(test.lead.changeSlot({ ...fields, slotId: id, version, to: fields.from })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await test.lead.removeSlot({ slotId: one.id, version: one.version });
    expect(await test.lead.getTarget({ targetId: first ?? '' })).toMatchObject({ state: 'decided', plannedOn: null });
  });
});
