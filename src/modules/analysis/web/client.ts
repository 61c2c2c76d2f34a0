import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { selfCheckContract } from '../../self-check/contract.ts';
import type { analysisContract } from '../contract.ts';

export const analysis = clientFor<typeof analysisContract>('analysis');
export const selfCheck = clientFor<typeof selfCheckContract>('self-check');

type Contract = typeof analysisContract;
export type AnalysisRow = OutputOf<Contract, 'listAnalyses'>['campaigns'][number];
export type OverviewReply = OutputOf<Contract, 'getOverview'>;
export type ItemRow = OverviewReply['items'][number];
export type GroupReply = OverviewReply['groups'][number];
export type YearsReply = OutputOf<Contract, 'compareYears'>;
export type DoubtsReply = OutputOf<Contract, 'findDoubts'>;
export type TextsReply = OutputOf<Contract, 'groupTexts'>;
export type PlanReply = OutputOf<Contract, 'planAudits'>;
export type ProposalsReply = OutputOf<Contract, 'proposeItems'>;
export type Round = ProposalsReply['rounds'][number];
export type CriteriaReply = OutputOf<Contract, 'getCriteria'>;
export type RunReply = OutputOf<Contract, 'listFeedbackRuns'>['runs'][number];
export type OwnSheet = OutputOf<typeof selfCheckContract, 'listOwnSheets'>['sheets'][number];
