/** The counted answers of a campaign as a whole, for the analysis. */
import { AppError } from '../../../kernel/error.ts';
import { rootsOf } from '../store/affair-store.ts';
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
  const previous = await previousCampaign(context.tx, campaign);
  // An affair is told by what it is over the years, so that two of them can be compared.
  const ids = campaign.unit === 'affair' ? sheets.map(({ status }) => status.respondent_id) : [];
  const rootOf = await rootsOf(context.tx, ids);
  return {
    campaign: await summarise(context.tx, campaign),
    form,
    sheets: sheets.map(({ status, answers }) => ({
      id: rootOf(status.respondent_id),
      departmentId: status.department_id,
      departmentName: status.department_name,
      bureauName: status.bureau_name,
      channel: status.channel,
      answers,
    })),
    completion: [...Map.groupBy(statuses, (status) => status.bureau_name)].map(([bureau, own]) => ({
      bureau,
      asked: own.length,
      answered: own.filter(({ state }) => state === 'submitted').length,
    })),
    previousId: previous === null || previous.anonymous ? null : previous.id,
  };
};
