/** What the operations share: shapes of rows for people, and who may see what. */
import type { Caller } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { selfCheckContract } from '../contract.ts';
import type { CampaignSummary } from '../contract/campaigns.ts';
import { type CampaignRow, listCampaigns, listStatuses } from '../store/campaign-store.ts';
import { type CampaignFrame, frameName, loadFrames, type PlaceKey } from '../store/response-store.ts';
import type { StatusRow } from '../store/tables.ts';

type C = typeof selfCheckContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export function summaryOf(row: CampaignRow, statuses: readonly StatusRow[]): CampaignSummary {
  const own = statuses.filter((status) => status.campaign_id === row.id);
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
    state: row.state,
    version: row.version,
    openedAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    departments: own.length,
    answered: own.filter(({ state }) => state === 'submitted').length,
  };
}

export async function summarise(tx: Tx, row: CampaignRow): Promise<CampaignSummary> {
  return summaryOf(row, await listStatuses(tx, [row.id]));
}

/** Whether the department is one of the caller's own; wide roles do not count here. */
export function isOwn(caller: Caller, departmentId: string): boolean {
  return caller.departmentIds.includes(departmentId);
}

export function checkOwn(caller: Caller, departmentId: string): void {
  if (!isOwn(caller, departmentId))
    throw new AppError('permission.refused', {
      message: 'ほかの所属の調査票は開けません。自分の所属の調査票を開いてください。',
    });
}

/** Whether the caller's role reaches the answers of all departments. */
export function isWide(caller: Caller): boolean {
  return caller.party === 'contractor' || caller.roles.some((role) => role === 'ciso' || role === 'security-office');
}

/** The office opens a sheet to type in what came on paper; everybody else opens their own. */
export function checkMayWrite({ caller }: { readonly caller: Caller }, departmentId: string): void {
  if (!caller.roles.includes('security-office')) checkOwn(caller, departmentId);
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
    (other) => other.type === campaign.type && other.state === 'closed' && other.created_at < campaign.created_at,
  );
  return earlier.at(-1) ?? null;
}

/** The newest campaign of each type in an engagement. */
export async function newestCampaigns(
  tx: Tx,
  engagementId: string,
): Promise<{ readonly check: CampaignRow | null; readonly survey: CampaignRow | null }> {
  const campaigns = await listCampaigns(tx, engagementId);
  const newest = (type: CampaignRow['type']): CampaignRow | null =>
    campaigns.findLast((campaign) => campaign.type === type) ?? null;
  return { check: newest('self-check'), survey: newest('preliminary-survey') };
}

/** A few hundred bytes each; the forms are held apart. */
const KEPT = 5000;
const frames = new Map<string, CampaignFrame>();

/** Frames of campaigns; they never change, so those in use are kept in memory. Unknown ones are missing from the answer. */
export async function framesOf(
  tx: Tx,
  keys: readonly Omit<PlaceKey, 'departmentId'>[],
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
