/** Self-check and preliminary survey: campaigns, answers, results, risk value, selection. Clause 9(1)イ. */
import { defineContract } from '../../kernel/contract.ts';
import { CITY_ROLES, CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { answeringOperations } from './contract/answering.ts';
import { answerOperations } from './contract/answers.ts';
import { campaignOperations } from './contract/campaigns.ts';
import { designOperations } from './contract/designs.ts';
import { reviewOperations } from './contract/reviews.ts';
import { respondentOperations } from './contract/respondents.ts';
import { resultOperations } from './contract/results.ts';
import { selectionOperations } from './contract/selection.ts';

export type { OwnSheet, Receipt, Reception, Sheet } from './contract/answering.ts';
export type { CountedAnswers } from './contract/answers.ts';
export type { CampaignSummary, DepartmentProgress } from './contract/campaigns.ts';
export type { Affair, IssuedLink, LinkedSheet, ListedRespondent } from './contract/respondents.ts';
export type { AnalysisView } from './contract/results.ts';
export type { Choice, RankedDepartment, Ranking, Selection } from './contract/selection.ts';

/** How results are told where departments belong to no bureau. */
export { NO_BUREAU, tellsBureaus } from './rules/bureaus.ts';

export const selfCheckContract = defineContract({
  id: 'self-check',
  title: '自己点検・予備調査',
  permissions: {
    'campaign.run': {
      roles: ['security-office'],
      because:
        '自己点検と予備調査は発注者が行う。配布、督促、再開、締切及び引渡しは情報セキュリティ担当課の仕事である。',
    },
    'campaign.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because: '調査がいつ行われ、どこまで進んだかは、後に続く監査の日程に関わるため両当事者が見る。',
    },
    'response.own': {
      roles: ['department-head', 'department-staff', 'system-owner', 'security-office', 'ciso'],
      because:
        '調査に答えるのは、各所属、対象となった職員及びその人に任された職員であり、自分に届いた分だけを扱う（操作のたびに確かめる）。',
    },
    'response.write': {
      roles: ['department-head', 'department-staff', 'system-owner', 'security-office', 'ciso'],
      because:
        '回答を入力するのは、調査が届いた所属及び職員と、紙や回答票のファイルで届いた回答を代わって入れる情報セキュリティ担当課である。',
    },
    'response.approve': {
      roles: ['department-head'],
      because: '所属の回答を正式なものとするのは所属長である。',
    },
    'response.read': {
      roles: [...CITY_ROLES, ...CONTRACTOR_ROLES],
      because:
        '回答は担当課とCISOが見る。所属は自分の分だけを、受託者は発注者から引き渡された後に見る（操作のたびに確かめる）。',
    },
    'result.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because:
        '全所属の集計と順位は担当課とCISOが見る。受託者は発注者から引き渡された後に見る（操作のたびに確かめる）。',
    },
    'form.review': {
      roles: CONTRACTOR_ROLES,
      because: '調査票の項目を専門的な観点から確かめ、直す案を出すのは受託者である。',
    },
    'form.design': {
      roles: CONTRACTOR_ROLES,
      because: '意識と理解を調べる調査票を作り、示すのは受託者である。',
    },
    'selection.decide': {
      roles: ['security-office'],
      because: '監査対象課を選び、受託者に知らせるのは発注者である。',
    },
    'selection.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because: '監査対象課は発注者が決め、受託者は通知を受けてから知る。',
    },
  },
  operations: {
    ...campaignOperations,
    ...respondentOperations,
    ...reviewOperations,
    ...designOperations,
    ...answeringOperations,
    ...resultOperations,
    ...answerOperations,
    ...selectionOperations,
  },
});
