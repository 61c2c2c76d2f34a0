import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adopt, type PlanTest, startPlan } from './testing/start-plan.ts';

let test: PlanTest;
let programmeId: string;

beforeAll(async () => {
  test = await startPlan('koganei-2023', '2023-06-12T01:00:00.000Z');
  programmeId = await adopt(test, 'koganei-internal');
});
afterAll(() => test.close());

const department = (index: number) => ({
  programmeId,
  kind: 'department' as const,
  name: `所属${index}`,
  departmentIds: [test.departments[index] ?? ''],
});

describe('a target', () => {
  it('is proposed by the contractor, decided by the city and takes its time from the programme', async () => {
    const { id } = await test.lead.addTarget(department(0));
    const proposed = await test.office.getTarget({ targetId: id });
    expect(proposed).toMatchObject({ state: 'proposed', minutes: 60, programmeEdition: 1 });
    await expect(test.lead.decideTargets({ targets: [{ targetId: id, version: 1 }] })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('市') },
    });
    await test.office.decideTargets({ targets: [{ targetId: id, version: 1 }] });
    const [fact] = await test.facts('audit-target.agreed');
    expect(fact).toMatchObject({
      subject: id,
      data: { type: 'internal', kind: 'department', occurredOn: '2023-06-12' },
    });
    await expect(test.lead.addTarget(department(0))).rejects.toMatchObject({ code: 'record.duplicate' });
  });

  it('of a kind that the programme does not have, or of an unknown department, is refused', async () => {
    await expect(test.lead.addTarget({ ...department(1), kind: 'system' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const unknown = '00000000-0000-7000-8000-000000000099';
    await expect(test.lead.addTarget({ ...department(1), departmentIds: [unknown] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('withdrawn half-way keeps its reason, changes no more, and is replaced once', async () => {
    const { id, version } = await test.lead.addTarget(department(1));
    await test.office.decideTargets({ targets: [{ targetId: id, version }] });
    await expect(test.lead.withdrawTarget({ targetId: id, version: 2, reason: '組織の改正' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(test.lead.addTarget({ ...department(2), replaces: id })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await test.office.withdrawTarget({ targetId: id, version: 2, reason: '組織の改正のため' });
    await expect(
      test.lead.changeTarget({
        targetId: id,
        version: 3,
        kind: 'department',
        name: '別名',
        departmentIds: [test.departments[1] ?? ''],
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const stand = await test.lead.addTarget({ ...department(2), replaces: id });
    await test.office.decideTargets({ targets: [{ targetId: stand.id, version: 1 }] });
    const agreed = await test.facts('audit-target.agreed');
    expect(agreed.at(-1)).toMatchObject({ subject: stand.id, data: { corrects: id } });
    await expect(test.lead.addTarget({ ...department(3), replaces: id })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('is unknown to another municipality', async () => {
    const tenantId = await test.addTenant('みどり市');
    const stranger = test.as(['audit-lead'], { tenantId });
    await expect(stranger.listTargets({ engagementId: test.engagementId })).resolves.toEqual({ targets: [] });
    await expect(stranger.addTarget(department(4))).rejects.toMatchObject({ code: 'record.missing' });
  });
});

describe('auditors', () => {
  it('of the audited department or of its assets are refused, too few are named', async () => {
    const { id } = await test.lead.addTarget(department(5));
    const auditor = {
      name: '赤井',
      accountId: null,
      departmentId: test.departments[5] ?? '',
      managedDepartmentIds: [],
      trainedOn: '2023-06-01',
      qualification: '',
    };
    const own = await test.office.addAuditor({ engagementId: test.engagementId, ...auditor });
    const other = await test.office.addAuditor({
      engagementId: test.engagementId,
      ...auditor,
      name: '緑川',
      departmentId: test.departments[6] ?? '',
      trainedOn: null,
    });
    const city = (auditorId: string, role: 'lead' | 'attendant') => ({ kind: 'city' as const, id: auditorId, role });
    await expect(
      test.office.assignAuditors({ targetId: id, version: 1, team: [city(own.id, 'lead')] }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'team.0', message: expect.stringContaining('監査人になれません') }] },
    });
    const { warnings } = await test.office.assignAuditors({ targetId: id, version: 1, team: [city(other.id, 'lead')] });
    expect(warnings.map(({ code }) => code)).toEqual(['too-few-auditors', 'untrained']);
    await expect(test.office.removeAuditor({ auditorId: other.id, version: 1 })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });
});
