import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { questionnaireContract } from '../../questionnaire/contract.ts';
import type { selfCheckContract } from '../contract.ts';

export const selfCheck = clientFor<typeof selfCheckContract>('self-check');
export const questionnaires = clientFor<typeof questionnaireContract>('questionnaire');

type Contract = typeof selfCheckContract;
export type Sheet = OutputOf<Contract, 'getSheet'>;
export type OwnSheet = OutputOf<Contract, 'listOwnSheets'>['sheets'][number];
export type Campaign = OutputOf<Contract, 'listCampaigns'>['campaigns'][number];
export type CampaignProgress = OutputOf<Contract, 'getProgress'>;
export type DepartmentRow = CampaignProgress['departments'][number];
export type AnalysisReply = OutputOf<Contract, 'analyseCampaign'>;
export type OwnResult = OutputOf<Contract, 'getOwnResult'>;
export type RankingReply = OutputOf<Contract, 'getRanking'>;
export type RankedRow = RankingReply['departments'][number];
export type SelectionReply = OutputOf<Contract, 'getSelection'>;
export type Contradictions = OutputOf<Contract, 'findContradictions'>['contradictions'];
export type ResponseReply = OutputOf<Contract, 'getResponse'>;
