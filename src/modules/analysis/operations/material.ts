/** A campaign with its counted answers, as every view and document of the analysis needs it. */
import { scoreSelfCheck } from '../../../core/assessment/index.ts';
import { type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import type { CriteriaVersion } from '../contract/settings.ts';
import type { CampaignHead } from '../contract/views.ts';
import type { Answered } from '../rules/distribution.ts';
import { currentCriteria } from './common.ts';

type Collected = OutputOf<typeof selfCheckContract, 'collectAnswers'>;

export interface Material {
  readonly campaign: CampaignHead;
  readonly questionnaireId: string;
  readonly form: Questionnaire;
  readonly completion: Collected['completion'];
  /** How the answers came, one for each of them. */
  readonly channels: readonly string[];
  readonly sheets: readonly Answered[];
  /** Points of the sheets, in their order. */
  readonly points: readonly number[];
  readonly previousId: string | null;
  readonly criteria: CriteriaVersion;
}

/** @throws AppError `permission.refused` for the contractor before the city has handed the results over */
export async function materialOf(context: Context, campaignId: string): Promise<Material> {
  const collected = await context.client(selfCheckContract).collectAnswers({ campaignId });
  return fromCollected(collected, await currentCriteria(context, collected.campaign.engagementId));
}

function fromCollected(collected: Collected, { criteria, ...version }: CriteriaVersion): Material {
  const { form, sheets, completion, campaign } = collected;
  return {
    campaign: headOf(campaign),
    questionnaireId: campaign.questionnaireId,
    form,
    completion,
    channels: sheets.map(({ channel }) => channel),
    sheets: sheets.map(({ channel: _channel, ...sheet }) => sheet),
    points: sheets.map(({ answers }) => scoreSelfCheck(form, answers).points),
    previousId: collected.previousId,
    // What was promised to people who answer holds, whatever the criteria say; departments answer officially.
    criteria: {
      ...version,
      criteria:
        campaign.unit === 'department'
          ? criteria
          : { ...criteria, smallestGroup: Math.max(criteria.smallestGroup, campaign.smallestGroup) },
    },
  };
}

/** Whether a campaign has begun, and its answers may be read one by one. */
const canBeRead = ({ state, anonymous }: Pick<Summary, 'state' | 'anonymous'>): boolean =>
  state !== 'preparing' && !anonymous;

export type Summary = OutputOf<typeof selfCheckContract, 'listCampaigns'>['campaigns'][number];

export const headOf = (campaign: Summary): CampaignHead => ({
  id: campaign.id,
  engagementId: campaign.engagementId,
  type: campaign.type,
  title: campaign.title,
  fiscalYear: campaign.fiscalYear,
  opens: campaign.opens,
  due: campaign.due,
  state: campaign.state === 'closed' ? 'closed' : 'open',
  delivered: campaign.deliveredAt !== null,
  unit: campaign.unit,
  anonymous: campaign.anonymous,
  asked: campaign.departments,
  answered: campaign.answered,
});

/** Most years that are compared. */
const YEARS = 5;

/** The campaign and those before it that the caller may see, the oldest first. */
export async function historyOf(context: Context, material: Material): Promise<readonly Material[]> {
  const history = [material];
  for (let [first] = history; first !== undefined && history.length < YEARS; [first] = history) {
    const earlier = await earlierOf(context, first);
    if (earlier === null) break;
    history.unshift(earlier);
  }
  return history;
}

/** The last campaign before that asked at least one of the same items; another form of the same type is no earlier year. */
export async function earlierOf(context: Context, material: Material): Promise<Material | null> {
  const asked = new Map(questionnaireItems(material.form).map(({ id, revision }) => [id, revision]));
  for (let next = material.previousId, looked = 0; next !== null && looked < YEARS; looked += 1) {
    const earlier = await tryMaterial(context, next);
    if (earlier === null) return null;
    if (questionnaireItems(earlier.form).some(({ id, revision }) => asked.get(id) === revision)) return earlier;
    next = earlier.previousId;
  }
  return null;
}

/** Null where the caller may not see the results. */
export async function tryMaterial(context: Context, campaignId: string): Promise<Material | null> {
  try {
    return await materialOf(context, campaignId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'permission.refused') return null;
    throw error;
  }
}

/** Whether a campaign is about individual numbers: by its type, or by items that rest on the safety measures. */
export const isMyNumber = ({ campaign, form }: Pick<Material, 'campaign' | 'form'>): boolean =>
  campaign.type.startsWith('my-number') ||
  questionnaireItems(form).some(({ references }) => references.some(({ standard }) => standard === 'my-number-safety'));

/** The newest campaign of the engagement that `wanted` accepts: one that is over before one that runs; null where the caller sees none. */
export async function findMaterial(
  context: Context,
  engagementId: string,
  wanted: (material: Material) => boolean,
): Promise<Material | null> {
  const { campaigns } = await context.client(selfCheckContract).listCampaigns({ engagementId });
  const newest = campaigns.toReversed().toSorted((a, b) => Number(a.state !== 'closed') - Number(b.state !== 'closed'));
  for (const campaign of newest) {
    const { id, type } = campaign;
    if (!type.endsWith('self-check') || !canBeRead(campaign)) continue;
    const material = await tryMaterial(context, id);
    if (material !== null && wanted(material)) return material;
  }
  return null;
}
