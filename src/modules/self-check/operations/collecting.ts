/** The counted answers of a campaign as a whole, for the analysis. */
import { findCampaign } from '../store/campaign-store.ts';
import { checkDelivered, type H, previousCampaign, summarise } from './common.ts';
import { countedSheets } from './ranking-data.ts';

export const collectAnswers: H<'collectAnswers'> = async (context, { campaignId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  checkDelivered(context.caller, campaign);
  const { form, statuses, sheets } = await countedSheets(context, campaign);
  const given = new Map(sheets.map(({ status, answers }) => [status.department_id, answers]));
  return {
    campaign: await summarise(context.tx, campaign),
    form,
    respondents: statuses.map((status) => {
      const answers = given.get(status.department_id) ?? null;
      return {
        id: status.department_id,
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
