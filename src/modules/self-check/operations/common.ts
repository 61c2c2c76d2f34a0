/** What the operations share: shapes of rows for people, and who may see what. */
import { meaningOf } from '../../../core/content-schema/index.ts';
import type { Caller } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { selfCheckContract } from '../contract.ts';
import type { CampaignSummary } from '../contract/campaigns.ts';
import { mayAnswer, type Respondent } from '../rules/respondent.ts';
import { type CampaignRow, listCampaigns } from '../store/campaign-store.ts';
import { type CampaignFrame, frameName, loadFrames, type PlaceKey } from '../store/response-store.ts';
import { countRespondents, type Turnout } from '../store/standing-store.ts';
import type { StatusRow } from '../store/tables.ts';

type C = typeof selfCheckContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export function summaryOf(row: CampaignRow, statuses: readonly StatusRow[]): CampaignSummary {
  const own = statuses.filter((status) => status.campaign_id === row.id);
  return summaryFrom(row, {
    asked: own.length,
    answered: own.filter(({ state }) => state === 'submitted').length,
  });
}

export function summaryFrom(row: CampaignRow, { asked, answered }: Turnout = NOBODY): CampaignSummary {
  return {
    id: row.id,
    engagementId: row.engagement_id,
    type: row.type,
    questionnaireId: row.questionnaire_id,
    title: row.title,
    message: row.message,
    fiscalYear: row.fiscal_year,
    opens: row.opens,
    due: row.due,
    requiresApproval: row.requires_approval,
    unit: row.unit,
    anonymous: row.anonymous,
    graceMinutes: row.grace_minutes,
    smallestGroup: row.smallest_group,
    about: row.about,
    state: row.state,
    version: row.version,
    openedAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    departments: asked,
    answered,
  };
}

const NOBODY: Turnout = { asked: 0, answered: 0 };

export async function summarise(tx: Tx, row: CampaignRow): Promise<CampaignSummary> {
  return summaryFrom(row, (await countRespondents(tx, [row.id])).get(row.id));
}

/** The id of the respondent that an input names: a department by its own id, or any respondent. */
export function respondentOf(input: {
  readonly departmentId?: string | undefined;
  readonly respondentId?: string | undefined;
}): string {
  const { departmentId, respondentId } = input;
  const named = respondentId ?? departmentId;
  if (named === undefined || (respondentId !== undefined && departmentId !== undefined))
    throw new AppError('input.invalid', {
      fields: [{ path: 'respondentId', message: '回答する所属、人又は事務を一つ指定してください。' }],
    });
  return named;
}

const NOT_OWN = 'ほかの所属や人の調査票は開けません。自分に届いている調査票を開いてください。';

/** Refuses a sheet that is neither the caller's own nor passed to the caller; wide roles do not count here. */
export function checkAnswerer(caller: Caller, respondent: Respondent): void {
  if (!mayAnswer(respondent, caller)) throw new AppError('permission.refused', { message: NOT_OWN });
}

/** Refuses the sheet of another department: approval belongs to the head of the respondent's department. */
export function checkOwnDepartment(caller: Caller, departmentId: string): void {
  if (!caller.departmentIds.includes(departmentId)) throw new AppError('permission.refused', { message: NOT_OWN });
}

/** Whether the caller's role reaches the answers of all departments. */
export function isWide(caller: Caller): boolean {
  return caller.party === 'contractor' || caller.roles.some((role) => role === 'ciso' || role === 'security-office');
}

/** The office opens a sheet to type in what came on paper; everybody else opens their own. */
export function checkMayWrite({ caller }: { readonly caller: Caller }, respondent: Respondent): void {
  if (!caller.roles.includes('security-office')) checkAnswerer(caller, respondent);
}

/** The contractor sees results only after the city has handed them over (clause 9(1)イ(ア)-p1). */
export function checkDelivered(caller: Caller, campaign: Pick<CampaignRow, 'delivered_at'>): void {
  if (caller.party === 'contractor' && campaign.delivered_at === null)
    throw new AppError('permission.refused', {
      message:
        '調査の結果は、発注者が受託者に引き渡した後に見られます。引渡しの予定は情報セキュリティ担当課に確かめてください。',
    });
}

/** The newest earlier campaign of the same type in any year of the municipality; null when there is none. */
export async function previousCampaign(tx: Tx, campaign: CampaignRow): Promise<CampaignRow | null> {
  const all = await listCampaigns(tx);
  const earlier = all.filter(
    (other) =>
      other.type === campaign.type &&
      other.unit === campaign.unit &&
      other.state === 'closed' &&
      other.created_at < campaign.created_at,
  );
  return earlier.at(-1) ?? null;
}

/** The newest campaigns of departments whose answers give the parts of the risk value. */
export async function newestCampaigns(
  tx: Tx,
  engagementId: string,
): Promise<{ readonly check: CampaignRow | null; readonly survey: CampaignRow | null }> {
  const campaigns = await listCampaigns(tx, engagementId);
  const newest = (part: 'gap' | 'exposure'): CampaignRow | null =>
    campaigns.findLast(({ type, unit }) => meaningOf(type).risk === part && unit === 'department') ?? null;
  return { check: newest('gap'), survey: newest('exposure') };
}

/** @throws AppError `record.stale` with the campaign as it stands */
export async function checkVersion({ tx }: { readonly tx: Tx }, campaign: CampaignRow, version: number): Promise<void> {
  if (campaign.version !== version) throw new AppError('record.stale', { current: await summarise(tx, campaign) });
}

/** A few hundred bytes each; the forms are held apart. */
const KEPT = 5000;
const frames = new Map<string, CampaignFrame>();

/** Frames of campaigns; they never change, so those in use are kept in memory. Unknown ones are missing from the answer. */
export async function framesOf(
  tx: Tx,
  keys: readonly Omit<PlaceKey, 'respondentId'>[],
): Promise<ReadonlyMap<string, CampaignFrame>> {
  const unknown = keys.filter((key) => !frames.has(frameName(key)));
  if (unknown.length > 0) {
    if (frames.size > KEPT) frames.clear();
    for (const [name, frame] of await loadFrames(tx, unknown)) frames.set(name, frame);
  }
  return new Map(
    keys.flatMap((key) => {
      const frame = frames.get(frameName(key));
      return frame === undefined ? [] : [[frameName(key), frame] as const];
    }),
  );
}
