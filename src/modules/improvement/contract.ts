/** Improvement after an audit: plans, support, confirmation, and what goes on into the next year. */
import { defineContract } from '../../kernel/contract.ts';
import { followUpOperations } from './contract/follow-up.ts';
import { ownOperations } from './contract/own.ts';
import { improvementPermissions } from './contract/permissions.ts';
import { planOperations } from './contract/plans.ts';
import { supportOperations } from './contract/support.ts';

export const improvementContract = defineContract({
  id: 'improvement',
  title: '改善とフォローアップ',
  permissions: improvementPermissions,
  operations: { ...planOperations, ...ownOperations, ...supportOperations, ...followUpOperations },
});

export type { BoardRow } from './contract/follow-up.ts';
export type { PlannableView, PlanFields, PlanState, PlanView } from './contract/plans.ts';
export type { SupportView } from './contract/support.ts';
