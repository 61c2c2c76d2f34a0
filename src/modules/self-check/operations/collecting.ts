/** The counted answers of a campaign as a whole, for the analysis. */
import type { Context } from '../../../kernel/module.ts';
import type { CountedAnswers } from '../contract/answers.ts';
import { listAnonymous } from '../store/anonymous-store.ts';
import { type Campaign, findCampaign, listStatuses } from '../store/campaign-store.ts';
import { checkDelivered, type H, previousCampaign, summarise } from './common.ts';
import { countedSheets } from './ranking-data.ts';

export const collectAnswers: H<'collectAnswers'> = async (context, { campaignId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  checkDelivered(context.caller, campaign);
  const statuses = await listStatuses(context.tx, [campaign.id]);
  return {
    campaign: await summarise(context.tx, campaign),
    form: campaign.form,
    sheets: campaign.anonymous ? await withoutNames(context, campaign) : await withDepartments(context, campaign),
    completion: [...Map.groupBy(statuses, (status) => status.bureau_name)].map(([bureau, own]) => ({
      bureau,
      asked: own.length,
      answered: own.filter(({ state }) => state === 'submitted').length,
    })),
    previousId: (await previousCampaign(context.tx, campaign))?.id ?? null,
  };
};

async function withDepartments(context: Context, campaign: Campaign): Promise<CountedAnswers[]> {
  const { sheets } = await countedSheets(context, campaign);
  return sheets.map(({ status, answers }) => ({
    id: status.respondent_id,
    departmentId: status.department_id,
    departmentName: status.department_name,
    bureauName: status.bureau_name,
    channel: status.channel,
    answers,
  }));
}

/** Only when nothing is added any more, and only enough of them: two readings tell nothing about the answer between them. */
async function withoutNames(context: Context, campaign: Campaign): Promise<CountedAnswers[]> {
  if (campaign.state !== 'closed') return [];
  const all = await listAnonymous(context.tx, campaign.id);
  if (all.length < campaign.smallest_group) return [];
  return all.map(({ groupName, answers }, index) => ({
    id: `anonymous-${index}`,
    departmentId: null,
    departmentName: '',
    bureauName: groupName,
    channel: null,
    answers,
  }));
}
