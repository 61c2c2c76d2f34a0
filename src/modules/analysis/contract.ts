/** Analysis: what the answers of a campaign say, how far one may trust them, and what follows (clauses self-check, my-number). */
import { defineContract } from '../../kernel/contract.ts';
import { documentOperations } from './contract/documents.ts';
import { analysisPermissions } from './contract/permissions.ts';
import { proposalOperations } from './contract/proposals.ts';
import { settingOperations } from './contract/settings.ts';
import { viewOperations } from './contract/views.ts';

export type { Criteria, CriteriaVersion } from './contract/settings.ts';
export type { CampaignHead, DoubtsView, Overview, Relation, TextsView, YearsView } from './contract/views.ts';
export type { AuditPlanView, ItemProposalView, PlannedView, ProposalRound } from './contract/proposals.ts';
export type { FeedbackRun } from './contract/documents.ts';

export const analysisContract = defineContract({
  id: 'analysis',
  title: '調査の分析',
  permissions: analysisPermissions,
  operations: { ...settingOperations, ...viewOperations, ...proposalOperations, ...documentOperations },
});
