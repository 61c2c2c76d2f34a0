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

  it('take further catalogues and standards, checked against what there is, in the order of precedence', async () => {
    const copy = await test.lead.copyProgramme({ programmeId, title: '目録を加えた監査' });
    const own = { programmeId: copy.id };
    const { catalogues, standards } = await test.lead.getProgrammeSources(own);
    const guideline = catalogues.find(({ code }) => code === 'policy-guideline');
    if (guideline === undefined) throw new Error('no such catalogue');
    expect(guideline.suiting).toBeGreaterThan(0);
    expect(guideline.suiting).toBeLessThanOrEqual(guideline.items);
    const website = catalogues.find(({ code }) => code === 'website');
    expect(website?.suiting).toBeLessThan(website?.items ?? 0);
    const ranks = standards.map(({ rank }) => rank ?? 99);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const { programme } = await test.lead.getProgramme(own);
    const save = (change: Partial<typeof programme>) =>
      test.lead.saveProgramme({ ...own, version: 1, programme: { ...programme, ...change }, note: '' });
    const wanted = { areas: [], clause: null, because: '方針の運用も確かめる。' };
    const withCatalogue = (catalogue: string, items: number) =>
      save({ checklists: [...programme.checklists, { ...wanted, catalogue, items }] });
    const at = (path: string, message: string) => ({
      code: 'input.invalid',
      detail: { fields: [{ path, message: expect.stringContaining(message) }] },
    });
    await expect(withCatalogue('no-such', 5)).rejects.toMatchObject(
      at('programme.checklists.1.catalogue', '目録を一覧から選び直して'),
    );
    await expect(withCatalogue('department-audit', 5)).rejects.toMatchObject(
      at('programme.checklists.1.catalogue', '目録を一覧から選び直して'),
    );
    await expect(withCatalogue('website', website?.items ?? 0)).rejects.toMatchObject(
      at('programme.checklists.1.items', `対象に合う項目は${website?.suiting ?? 0}件です`),
    );
    await expect(withCatalogue('policy-guideline', guideline.suiting + 1)).rejects.toMatchObject(
      at('programme.checklists.1.items', `対象に合う項目は${guideline.suiting}件です`),
    );
    await expect(withCatalogue('my-number-safety', 5)).rejects.toMatchObject({ code: 'input.invalid' });
    const resting = (...bases: string[]) => save({ checklistTerms: { ...programme.checklistTerms, bases } });
    await expect(resting('no-such')).rejects.toMatchObject(
      at('programme.checklistTerms.bases', 'この業務の基準にありません'),
    );
    const unknown = standards.find(({ edition }) => edition === null);
    await expect(resting(unknown?.code ?? '')).rejects.toMatchObject(
      at('programme.checklistTerms.bases', 'まだ受け取っておらず'),
    );
    const known = standards.filter(({ edition }) => edition !== null).map(({ code }) => code);
    expect(known.length).toBeGreaterThan(1);
    const saved = await resting(...known.toReversed());
    expect((await test.lead.getProgramme(own)).programme.checklistTerms.bases).toEqual(known);
    await expect(
      test.as(['auditor']).saveProgramme({ ...own, version: saved.version, programme, note: '' }),
    ).rejects.toMatchObject({
      code: 'permission.refused',
    });
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
