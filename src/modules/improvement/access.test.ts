import { describe, expect, it } from 'vitest';
import type { Role } from '../../kernel/role.ts';
import { improvementContract } from './contract.ts';

const usedBy = (role: Role) =>
  Object.entries(improvementContract.operations)
    .filter(([, { permission }]) =>
      (improvementContract.permissions[permission].roles as readonly Role[]).includes(role),
    )
    .map(([name]) => name)
    .sort();

const OWN = ['downloadOwnFile', 'downloadOwnSheet', 'getOwnPlan', 'listOwnPlans'];
const WRITING = ['readSheet', 'reportProgress', 'savePlan'];

describe('the permission table', () => {
  it('leaves vendors, administrators and owners of systems outside', () => {
    for (const role of ['vendor', 'administrator', 'system-owner'] as const) expect(usedBy(role)).toEqual([]);
  });

  it('gives a department its own plans; its head alone hands in', () => {
    expect(usedBy('department-staff')).toEqual([...OWN, ...WRITING].sort());
    expect(usedBy('department-head')).toEqual([...OWN, ...WRITING, 'reportImprovement', 'submitPlan'].sort());
  });

  it('lets the contractor advise and confirm, and only the city decide', () => {
    for (const role of ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager'] as const)
      expect(usedBy(role).filter((name) => /^(decide|close|reopen|cancel)Plan$/u.test(name))).toEqual([]);
    for (const role of ['security-office', 'ciso'] as const)
      expect(
        usedBy(role).filter((name) => /^(advisePlan|confirmImprovement|checkEffect|noteSupport)$/u.test(name)),
      ).toEqual([]);
  });
});
