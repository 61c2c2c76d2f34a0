/** Planning of audits: programmes, targets, plans, timetable and what must be there before an audit. */
import { defineContract } from '../../kernel/contract.ts';
import { peopleOperations } from './contract/people.ts';
import { auditPlanPermissions } from './contract/permissions.ts';
import { programmeOperations } from './contract/programmes.ts';
import { targetOperations } from './contract/targets.ts';

export const auditPlanContract = defineContract({
  id: 'audit-plan',
  title: '監査計画',
  permissions: auditPlanPermissions,
  operations: {
    ...programmeOperations,
    ...targetOperations,
    ...peopleOperations,
  },
});

export type { AuditorView, HistoryView } from './contract/people.ts';
export type { ProgrammeLine, ProgrammeView } from './contract/programmes.ts';
export type { Assignment, TargetFields, TargetView, Warning } from './contract/targets.ts';
