/** Planning of audits: programmes, targets, plans, timetable and what must be there before an audit. */
import { defineContract } from '../../kernel/contract.ts';
import { peopleOperations } from './contract/people.ts';
import { auditPlanPermissions } from './contract/permissions.ts';
import { ownOperations } from './contract/own.ts';
import { planOperations } from './contract/plans.ts';
import { preparationOperations } from './contract/preparation.ts';
import { programmeOperations } from './contract/programmes.ts';
import { targetOperations } from './contract/targets.ts';
import { timetableOperations } from './contract/timetable.ts';

export const auditPlanContract = defineContract({
  id: 'audit-plan',
  title: '監査計画',
  permissions: auditPlanPermissions,
  operations: {
    ...programmeOperations,
    ...targetOperations,
    ...peopleOperations,
    ...planOperations,
    ...timetableOperations,
    ...preparationOperations,
    ...ownOperations,
  },
});

export type { AuditorView, HistoryView, OwnAuditing } from './contract/people.ts';
export type { ProgrammeLine, ProgrammeView } from './contract/programmes.ts';
export type { Assignment, TargetFields, TargetView, Warning } from './contract/targets.ts';
export type { OwnTarget } from './contract/own.ts';
export type { PlanContent, PlanView } from './contract/plans.ts';
export type { BriefingView, DocumentView, NoticeView, SurveyView } from './contract/preparation.ts';
export type { SlotFields, SlotView } from './contract/timetable.ts';
