/** Which answers the lists and sums of a campaign still lack. */
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentGap, DocumentProvider } from '../../../kernel/module.ts';
import { newestCampaigns, summaryOf } from '../operations/common.ts';
import { type CampaignRow, listStatuses } from '../store/campaign-store.ts';

type Gaps = NonNullable<DocumentProvider['gaps']>;

export const checkGaps: Gaps = async (context, { engagementId }) => {
  const { check } = await newestCampaigns(context.tx, engagementId);
  return unanswered(context, engagementId, check);
};

export const surveyGaps: Gaps = async (context, { engagementId }) => {
  const { survey } = await newestCampaigns(context.tx, engagementId);
  return unanswered(context, engagementId, survey);
};

async function unanswered(
  context: Context,
  engagementId: string,
  campaign: CampaignRow | null,
): Promise<readonly DocumentGap[]> {
  if (campaign === null) return [];
  const { departments, answered } = summaryOf(campaign, await listStatuses(context.tx, [campaign.id]));
  const open = departments - answered;
  const href = `/engagements/${engagementId}/self-check/${campaign.id}`;
  return gap(open, `「${campaign.title}」に回答していない課が${open}課あります。`, href);
}
