import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../kernel/role.ts';
import { auditPlanContract } from './contract.ts';
import { adopt, type PlanTest, startPlan } from './testing/start-plan.ts';

let test: PlanTest;
let programmeId: string;

beforeAll(async () => {
  test = await startPlan('koganei-2023', '2023-06-12T01:00:00.000Z');
  programmeId = await adopt(test, 'koganei-internal');
});
afterAll(() => test.close());

const usedBy = (role: Role) =>
  Object.entries(auditPlanContract.operations)
    .filter(([, { permission }]) => (auditPlanContract.permissions[permission].roles as readonly Role[]).includes(role))
    .map(([name]) => name)
    .sort();

describe('the permission table', () => {
  it('leaves vendors and administrators outside', () => {
    for (const role of ['vendor', 'administrator'] as const) expect(usedBy(role)).toEqual([]);
  });

  it('gives an audited department its own page and its own answers, nothing else', () => {
    for (const role of ['department-head', 'department-staff', 'system-owner'] as const)
      expect(usedBy(role)).toEqual([
        'answerDocument',
        'confirmOwnPlan',
        'downloadOwnSurvey',
        'getOwnAuditing',
        'listOwnTargets',
        'replySurvey',
      ]);
  });

  it('lets only the city decide on withdrawal, vendor checks and its own auditors', () => {
    for (const role of ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager'] as const) {
      const deciding = ['withdrawTarget', 'decideVendorCheck', 'addAuditor', 'changeAuditor', 'removeAuditor'];
      expect(usedBy(role).filter((name) => deciding.includes(name))).toEqual([]);
    }
  });
});

describe('other people', () => {
  it('of another municipality find nothing and change nothing', async () => {
    const tenantId = await test.addTenant('みどり市');
    const stranger = test.as(['audit-lead'], { tenantId });
    const { engagementId } = test;
    await expect(stranger.getProgramme({ programmeId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(stranger.editProgramme({ programmeId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(stranger.copyProgramme({ programmeId, title: '写し' })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(stranger.adoptProgramme({ engagementId, source: 'koganei-internal' })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(stranger.listSlots({ engagementId })).resolves.toEqual({ slots: [] });
    await expect(stranger.listDocuments({ engagementId })).resolves.toEqual({ documents: [] });
  });
});
