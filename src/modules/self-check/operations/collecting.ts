/** The counted answers of a campaign as a whole, for the analysis. */
import { AppError } from '../../../kernel/error.ts';
import { findCampaign } from '../store/campaign-store.ts';
import { checkDelivered, type H, previousCampaign, summarise } from './common.ts';
import { countedSheets } from './ranking-data.ts';

export const collectAnswers: H<'collectAnswers'> = async (context, { campaignId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  checkDelivered(context.caller, campaign);
  if (campaign.anonymous) {
    throw new AppError('state.refused', {
      message: '匿名の調査の回答は、一件ずつ取り出せません。調査の結果の画面で、集計を確かめてください。',
    });
  }
  const { form, statuses, sheets } = await countedSheets(context, campaign);
  const given = new Map(sheets.map(({ status, answers }) => [status.respondent_id, answers]));
  return {
    campaign: await summarise(context.tx, campaign),
    form,
    respondents: statuses.map((status) => {
      const answers = given.get(status.respondent_id) ?? null;
      return {
        id: status.respondent_id,
        departmentId: status.department_id,
        departmentName: status.department_name,
        bureauId: status.bureau_id,
        bureauName: status.bureau_name,
        channel: answers === null ? null : status.channel,
        submittedAt: answers === null ? null : (status.submitted_at?.toISOString() ?? null),
        points: answers === null ? null : status.points,
        answers,
      };
    }),
    previousId: (await previousCampaign(context.tx, campaign))?.id ?? null,
  };
};
