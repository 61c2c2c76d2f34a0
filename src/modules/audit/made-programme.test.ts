import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checklistContract } from '../checklist/contract.ts';
import { rowsOf, startTarget, type TargetTest } from './testing/start-target.ts';

let test: TargetTest;
let programmeId: string;

beforeAll(async () => {
  test = await startTarget('kyoto-2024');
});
afterAll(() => test.close());

describe('a programme with a further catalogue and a further standard', () => {
  it('is published by the lead', async () => {
    const { lead } = test.plan;
    const { id: source } = await lead.adoptProgramme({ engagementId: test.engagementId, source: 'kyoto-my-number' });
    ({ id: programmeId } = await lead.copyProgramme({ programmeId: source, title: '方針の運用も確かめる監査' }));
    const { programme } = await lead.getProgramme({ programmeId });
    const { version } = await lead.saveProgramme({
      ...{ programmeId, version: 1, note: '' },
      programme: {
        ...programme,
        checklists: [
          ...programme.checklists,
          {
            ...{ catalogue: 'policy-guideline', set: '方針の運用', items: 12, areas: [] },
            ...{ clause: null, because: '方針の運用も確かめる。' },
          },
        ],
        checklistTerms: { ...programme.checklistTerms, bases: ['mic-policy-guideline'] },
      },
    });
    await lead.publishProgramme({ programmeId, version });
    expect(await lead.getProgramme({ programmeId })).toMatchObject({ state: 'published', shown: 1 });
  });

  it('gives the checklist and the audit made from it the items of both', async () => {
    const checklists = test.application.client(checklistContract, test.caller(['audit-lead']));
    const { id: checklistId } = await checklists.draftChecklist({ programmeId });
    const { tally } = await checklists.getChecklist({ checklistId });
    expect(tally).toMatchObject({ items: 42, sets: ['方針の運用'], uncovered: 0 });
    expect(tally.basis).toContain('mic-policy-guideline');
    const { id: targetId, version } = await test.plan.lead.addTarget({
      ...{ programmeId, kind: 'affair', name: '住民税事務', departmentIds: [test.departments[1] ?? ''] },
    });
    await test.plan.office.decideTargets({ targets: [{ targetId, version }] });
    const opened = await test.lead.openAuditOfTarget({ targetId });
    expect(opened.items).toBe(42);
    expect(await rowsOf(test, opened.id)).toHaveLength(42);
  });
});
