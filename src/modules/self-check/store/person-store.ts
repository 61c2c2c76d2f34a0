/** The staff list of a campaign, links to sheets, and who passed a sheet to whom. */
import type { Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { StatusRow, Tables } from './tables.ts';

export type PersonRow = Selectable<Tables['respondent_person']>;
export type LinkRow = Selectable<Tables['respondent_link']>;
export type DelegationRow = Selectable<Tables['delegation']>;

/** Names by respondent, for those among the rows that are persons. */
export async function personNames(tx: Tx, rows: readonly StatusRow[]): Promise<ReadonlyMap<string, string>> {
  const campaigns = [...new Set(rows.filter(({ kind }) => kind === 'person').map((row) => row.campaign_id))];
  if (campaigns.length === 0) return new Map();
  const people = await tx
    .db<Tables>()
    .selectFrom('respondent_person')
    .select(['respondent_id', 'name'])
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', 'in', campaigns)
    .execute();
  return new Map(people.map((row) => [row.respondent_id, row.name]));
}

export async function listPeople(tx: Tx, campaignId: string): Promise<PersonRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('respondent_person')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .orderBy('staff_number')
    .orderBy('name')
    .orderBy('respondent_id')
    .execute();
}

export async function insertPerson(tx: Tx, row: Omit<PersonRow, 'tenant_id' | 'version'>): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('respondent_person')
    .values({ ...row, tenant_id: tx.tenantId })
    .execute();
}

/** @throws AppError `record.missing`, or `record.stale` when somebody saved meanwhile. */
export async function updatePerson(
  tx: Tx,
  { campaign_id: campaignId, respondent_id: respondentId, version, ...change }: Omit<PersonRow, 'tenant_id'>,
): Promise<void> {
  const db = tx.db<Tables>();
  const row = await db
    .updateTable('respondent_person')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (row !== undefined) return;
  const current = await db
    .selectFrom('respondent_person')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .executeTakeFirst();
  throw current === undefined
    ? new AppError('record.missing', { internal: 'person of campaign' })
    : new AppError('record.stale', { current });
}

/** Removes names, staff numbers and links; of one respondent, or of the whole campaign. */
export async function forgetPeople(tx: Tx, campaignId: string, respondentId?: string): Promise<void> {
  const db = tx.db<Tables>();
  let links = db
    .deleteFrom('respondent_link')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId);
  let people = db
    .deleteFrom('respondent_person')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId);
  let passed = db.deleteFrom('passed_link').where('tenant_id', '=', tx.tenantId).where('campaign_id', '=', campaignId);
  if (respondentId !== undefined) {
    links = links.where('respondent_id', '=', respondentId);
    passed = passed.where('respondent_id', '=', respondentId);
    people = people.where('respondent_id', '=', respondentId);
  }
  await passed.execute();
  await links.execute();
  await people.execute();
}

/** Gives a respondent a link; the one before ends. */
export async function replaceLink(
  tx: Tx,
  link: {
    readonly campaignId: string;
    readonly respondentId: string;
    readonly tokenHash: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const content = { token_hash: link.tokenHash, issued_by: link.by, issued_at: link.at.toISOString() };
  await tx
    .db<Tables>()
    .insertInto('respondent_link')
    .values({
      ...content,
      tenant_id: tx.tenantId,
      campaign_id: link.campaignId,
      respondent_id: link.respondentId,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'campaign_id', 'respondent_id']).doUpdateSet(content))
    .execute();
}

export async function deleteLink(tx: Tx, campaignId: string, respondentId: string): Promise<void> {
  await tx
    .db<Tables>()
    .deleteFrom('respondent_link')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .execute();
}

export async function findLink(tx: Tx, tokenHash: string): Promise<LinkRow | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('respondent_link')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Respondents who hold a link. */
export async function linkedRespondents(tx: Tx, campaignId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('respondent_link')
    .select('respondent_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .execute();
  return new Set(rows.map((row) => row.respondent_id));
}

/** Who passed the sheet to whom, the newest first. */
export async function listDelegations(tx: Tx, campaignId: string, respondentId: string): Promise<DelegationRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('delegation')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .orderBy('number', 'desc')
    .execute();
}

export async function insertDelegation(
  tx: Tx,
  row: {
    readonly campaignId: string;
    readonly respondentId: string;
    readonly from: string;
    readonly to: string | null;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  const before = await listDelegations(tx, row.campaignId, row.respondentId);
  await tx
    .db<Tables>()
    .insertInto('delegation')
    .values({
      tenant_id: tx.tenantId,
      campaign_id: row.campaignId,
      respondent_id: row.respondentId,
      number: (before[0]?.number ?? 0) + 1,
      from_account: row.from,
      to_account: row.to,
      reason: row.reason,
      at: row.at.toISOString(),
    })
    .execute();
}
