/** Links by which somebody without an account passes the sheet to a colleague. */
import type { Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import type { Tables } from './tables.ts';

export type PassedLinkRow = Selectable<Tables['passed_link']>;

export async function findPassedLink(tx: Tx, tokenHash: string): Promise<PassedLinkRow | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('passed_link')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** The colleague who may answer now; null where the sheet is with its own person. */
export async function passedLinkOf(tx: Tx, campaignId: string, respondentId: string): Promise<PassedLinkRow | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('passed_link')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .executeTakeFirst();
  return row ?? null;
}

/** The link to the colleague before ends. */
export async function insertPassedLink(tx: Tx, link: Omit<PassedLinkRow, 'tenant_id'>): Promise<void> {
  const { campaign_id: campaignId, respondent_id: respondentId, passed_at: at, ...rest } = link;
  await deletePassedLink(tx, campaignId, respondentId);
  await tx
    .db<Tables>()
    .insertInto('passed_link')
    .values({
      ...rest,
      tenant_id: tx.tenantId,
      campaign_id: campaignId,
      respondent_id: respondentId,
      passed_at: at.toISOString(),
    })
    .execute();
}

export async function deletePassedLink(tx: Tx, campaignId: string, respondentId: string): Promise<void> {
  await tx
    .db<Tables>()
    .deleteFrom('passed_link')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .execute();
}
