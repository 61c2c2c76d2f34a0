/** What the documents of the module are made from. */
import { formatEra } from '../../../core/calendar/index.ts';
import { type Block, note, paragraph, table } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { checkDelivered, newestCampaigns } from '../operations/common.ts';
import { countedSheets } from '../operations/ranking-data.ts';
import type { Analysis } from '../rules/analysis.ts';
import { tellsBureaus } from '../rules/bureaus.ts';
import type { CampaignRow } from '../store/campaign-store.ts';

export const profileOf = (context: Context, engagementId: string): Promise<EngagementProfile> =>
  context.client(engagementContract).getEngagement({ engagementId });

/** The newest campaign of a type with the answers that count. @throws `state.refused` when there was none. */
export async function materialOf(context: Context, engagementId: string, type: CampaignRow['type']) {
  const profile = await profileOf(context, engagementId);
  const { check, survey } = await newestCampaigns(context.tx, engagementId);
  const campaign = type === 'self-check' ? check : survey;
  if (campaign === null)
    throw new AppError('state.refused', {
      message: '調査がまだ行われていません。情報セキュリティ担当課が調査を始めてから作成してください。',
    });
  checkDelivered(context.caller, campaign);
  return { profile, campaign, ...(await countedSheets(context, campaign)) };
}

/** Lines under the title of every sheet: municipality, campaign, day of making. */
export function headLines(profile: EngagementProfile, campaign: CampaignRow, today: string): string[] {
  return [`${profile.municipality}　${campaign.title}`, `作成日　${formatEra(today)}`];
}

export const marked = (profile: EngagementProfile) => (profile.marking === null ? {} : { marking: profile.marking });
export const percent = (rate: number | null): string => (rate === null ? '―' : `${rate}%`);
export const points = (value: number | null): string => (value === null ? '―' : `${value}点`);

/** The mean of every bureau; of those in which few departments answered none, and no table where that holds for all. */
export function bureauBlocks({ bureaus }: Pick<Analysis, 'bureaus'>): Block[] {
  if (!tellsBureaus(bureaus.map(({ name }) => name))) return [];
  const small = bureaus.filter((bureau) => bureau.points === null).length;
  const why = '回答した課が少ない局は、一つの課の得点が推し量られないように、平均点を示していません。';
  if (small === bureaus.length) return [paragraph(why)];
  return [
    table({
      columns: [{ width: '1fr' }, { width: 40, align: 'right' }, { width: 40, align: 'right' }],
      header: ['局', '回答した課', '平均点'],
      rows: bureaus.map((bureau) => [bureau.name, `${bureau.departments}課`, points(bureau.points)]),
    }),
    ...(small === 0 ? [] : [note(why)]),
  ];
}
