import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adopt, type PlanTest, startPlan } from './testing/start-plan.ts';

let test: PlanTest;
let programmeId: string;

beforeAll(async () => {
  test = await startPlan('kyoto-2024', '2024-06-03T01:00:00.000Z');
  programmeId = await adopt(test, 'kyoto-my-number');
});
afterAll(() => test.close());

describe('programmes', () => {
  it('that suit the specification are told apart, and one is taken over once', async () => {
    const { programmes } = await test.lead.listBundledProgrammes({ engagementId: test.engagementId });
    expect(programmes).toHaveLength(10);
    expect(programmes.filter(({ suits }) => suits).map(({ id }) => id)).toEqual([
      'kyoto-my-number',
      'kyoto-vendor-site',
    ]);
    await expect(adopt(test, 'kyoto-my-number')).rejects.toMatchObject({ code: 'record.duplicate' });
    await expect(adopt(test, 'no-such')).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('change in editions: a published one stays, targets keep theirs, and a change says why', async () => {
    const target = await test.lead.addTarget({
      programmeId,
      kind: 'affair',
      name: '住民税',
      departmentIds: [test.departments[1] ?? ''],
    });
    await expect(
      test.lead.saveProgramme({ programmeId, version: 1, programme: (await read()).programme, note: '' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.lead.editProgramme({ programmeId });
    await expect(test.office.editProgramme({ programmeId })).rejects.toMatchObject({ code: 'state.refused' });
    const draft = await read(2);
    const method = { ...draft.programme.method, auditorsAtLeast: 3 };
    const programme = { ...draft.programme, method };
    await test.lead.saveProgramme({ programmeId, version: 1, programme, note: '' });
    await expect(test.office.saveProgramme({ programmeId, version: 1, programme, note: '' })).rejects.toMatchObject({
      code: 'record.stale',
    });
    await expect(test.lead.publishProgramme({ programmeId, version: 2 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await test.lead.saveProgramme({ programmeId, version: 2, programme, note: '対象が広いため、監査人を増やす。' });
    await test.lead.publishProgramme({ programmeId, version: 3 });
    expect((await read()).programme.method.auditorsAtLeast).toBe(3);
    expect((await read(1)).programme.method.auditorsAtLeast).toBe(2);
    expect((await read()).editions.map(({ state }) => state)).toEqual(['superseded', 'published']);
    expect((await test.lead.getTarget({ targetId: target.id })).programmeEdition).toBe(1);
    await expect(test.lead.retireProgramme({ programmeId, version: 1, retired: true })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('made from another begin as a draft that takes no targets, and leave nothing behind when thrown away', async () => {
    const copy = await test.lead.copyProgramme({ programmeId, title: '重要システムの監査' });
    await expect(
      test.lead.addTarget({
        programmeId: copy.id,
        kind: 'affair',
        name: '国民健康保険',
        departmentIds: [test.departments[1] ?? ''],
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.lead.discardProgramme({ programmeId: copy.id, version: 1 });
    await expect(test.lead.getProgramme({ programmeId: copy.id })).rejects.toMatchObject({ code: 'record.missing' });
    const kept = await test.lead.copyProgramme({ programmeId, title: '重要システムの監査' });
    await test.lead.publishProgramme({ programmeId: kept.id, version: 1 });
    expect(await test.facts('audit-programme.published')).toHaveLength(3);
  });

  it('with steps out of order, a missing time or contradictory bounds are refused', async () => {
    const copy = await test.lead.copyProgramme({ programmeId, title: '誤りのある手順' });
    const { programme } = await test.lead.getProgramme({ programmeId: copy.id });
    const save = (change: Partial<typeof programme>) =>
      test.lead.saveProgramme({ programmeId: copy.id, version: 1, programme: { ...programme, ...change }, note: '' });
    for (const change of [
      { steps: programme.steps.toReversed() },
      { durations: programme.durations.map((one) => ({ ...one, atLeast: 600 })) },
      { targetKinds: ['affair' as const, 'website' as const] },
      { wanted: [{ kind: 'affair' as const, atLeast: 3, atMost: 2, clause: null, because: '数が逆である。' }] },
    ])
      await expect(save(change)).rejects.toMatchObject({ code: 'input.invalid' });
  });
});

const read = (edition?: number) =>
  test.lead.getProgramme(edition === undefined ? { programmeId } : { programmeId, edition });
