import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { peopleContract } from '../../people/contract.ts';
import type { questionnaireContract } from '../../questionnaire/contract.ts';
import type { selfCheckContract } from '../contract.ts';

export const selfCheck = clientFor<typeof selfCheckContract>('self-check');
export const people = clientFor<typeof peopleContract>('people');
export const questionnaires = clientFor<typeof questionnaireContract>('questionnaire');

type Contract = typeof selfCheckContract;
export type LinkedSheet = OutputOf<Contract, 'openLink'>;
export type ListedRespondent = OutputOf<Contract, 'listRespondents'>['respondents'][number];
export type AffairRow = OutputOf<Contract, 'listAffairs'>['affairs'][number];
export type FormDesign = OutputOf<Contract, 'listDesigns'>['designs'][number];
export type IssuedLink = OutputOf<Contract, 'issueLinks'>['links'][number];
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

/** An attached file with the address that brings it. */
export interface AnswerFile {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

/** Finds the files of one sheet by the ids in its answers. */
export function fileFinder(
  { campaignId, respondentId }: Pick<Sheet, 'campaignId' | 'respondentId'>,
  files: Sheet['files'],
): (id: string) => AnswerFile | undefined {
  return (fileId) => {
    const file = files.find(({ id }) => id === fileId);
    if (file === undefined) return undefined;
    const href = selfCheck.href('downloadAnswerFile', { campaignId, respondentId, fileId });
    return { id: file.id, name: file.name, href };
  };
}
