/** Campaigns, where their departments stand, and notices. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { StatusRow, Tables } from './tables.ts';
import { moveTallies, written } from './tally-store.ts';

export type CampaignRow = Omit<Selectable<Tables['campaign']>, 'form'>;
export type Campaign = CampaignRow & { readonly form: Questionnaire };
export type NoticeRow = Selectable<Tables['campaign_notice']>;

const WITHOUT_FORM = [
  'tenant_id',
  'id',
  'engagement_id',
  'type',
  'questionnaire_id',
  'title',
  'message',
  'fiscal_year',
  'opens',
  'due',
  'requires_approval',
  'unit',
  'anonymous',
  'grace_minutes',
  'smallest_group',
  'about',
  'state',
  'version',
  'created_at',
  'closed_at',
  'delivered_at',
] as const;

export type NewRespondent = Omit<Insertable<Tables['respondent']>, 'tenant_id' | 'campaign_id'>;

export async function insertRespondents(
  tx: Tx,
  campaignId: string,
  respondents: readonly NewRespondent[],
): Promise<void> {
  if (respondents.length === 0) return;
  await tx
    .db<Tables>()
    .insertInto('respondent')
    .values(respondents.map((row) => ({ ...row, tenant_id: tx.tenantId, campaign_id: campaignId })))
    .execute();
}

export async function insertCampaign(
  tx: Tx,
  campaign: Omit<Insertable<Tables['campaign']>, 'tenant_id' | 'form'> & { readonly form: Questionnaire },
  respondents: readonly NewRespondent[],
): Promise<void> {
  const db = tx.db<Tables>();
  await db
    .insertInto('campaign')
    .values({ ...campaign, tenant_id: tx.tenantId, form: JSON.stringify(campaign.form) })
    .execute();
  await insertRespondents(tx, campaign.id, respondents);
}

/** Campaigns of an engagement, or all of the municipality, in the order in which they were opened. */
export async function listCampaigns(tx: Tx, engagementId?: string): Promise<CampaignRow[]> {
  let query = tx.db<Tables>().selectFrom('campaign').select(WITHOUT_FORM).where('tenant_id', '=', tx.tenantId);
  if (engagementId !== undefined) query = query.where('engagement_id', '=', engagementId);
  return query.orderBy('created_at').orderBy('id').execute();
}

/** @throws AppError `record.missing` for an unknown id or another municipality's. */
export async function findCampaign(tx: Tx, id: string): Promise<Campaign> {
  const row = await tx
    .db<Tables>()
    .selectFrom('campaign')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'campaign' });
  return { ...row, form: row.form as Questionnaire };
}

/** The same, held against changes until the end of the transaction. */
export async function lockCampaign(tx: Tx, id: string): Promise<CampaignRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('campaign')
    .select(WITHOUT_FORM)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'campaign' });
  return row;
}

export async function updateCampaign(
  tx: Tx,
  id: string,
  change: Pick<Updateable<Tables['campaign']>, 'state' | 'closed_at' | 'delivered_at'>,
): Promise<CampaignRow> {
  return tx
    .db<Tables>()
    .updateTable('campaign')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .returning(WITHOUT_FORM)
    .executeTakeFirstOrThrow();
}

/** Where every respondent of the campaigns stands, by bureau, department and affair. */
export async function listStatuses(tx: Tx, campaignIds: readonly string[]): Promise<StatusRow[]> {
  if (campaignIds.length === 0) return [];
  return tx
    .db<Tables>()
    .selectFrom('respondent')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', 'in', [...campaignIds])
    .orderBy('bureau_name')
    .orderBy('department_name')
    .orderBy('affair_name')
    .orderBy('respondent_id')
    .execute();
}

/** Sheets of the departments and their affairs, of the person, and those passed to the person. */
export async function listStatusesOf(
  tx: Tx,
  who: { readonly accountId: string; readonly departmentIds: readonly string[] },
): Promise<StatusRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('respondent')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where((eb) =>
      eb.or([
        eb('account_id', '=', who.accountId),
        eb('delegate_id', '=', who.accountId),
        ...(who.departmentIds.length === 0
          ? []
          : [eb.and([eb('kind', '<>', 'person'), eb('department_id', 'in', [...who.departmentIds])])]),
      ]),
    )
    .orderBy('department_name')
    .orderBy('affair_name')
    .orderBy('respondent_id')
    .execute();
}

/** @throws AppError `record.missing` when the campaign does not reach the respondent. */
export async function findStatus(tx: Tx, campaignId: string, respondentId: string, lock = false): Promise<StatusRow> {
  let query = tx
    .db<Tables>()
    .selectFrom('respondent')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'respondent of campaign' });
  return row;
}

/** What the sheet of a respondent adds to the numbers of its campaign. */
export interface Counts {
  readonly layout: string;
  readonly places: readonly number[];
}

/**
 * Moves a respondent on. A sheet counts in the numbers of the campaign only while the state is `submitted`, which needs
 * `counts`; any other state takes it out of them.
 */
export async function updateStatus(
  tx: Tx,
  campaignId: string,
  respondentId: string,
  {
    counts,
    ...change
  }: Pick<
    Updateable<Tables['respondent']>,
    | 'state'
    | 'due'
    | 'approved_at'
    | 'approved_by'
    | 'delegate_id'
    | 'department_id'
    | 'department_name'
    | 'bureau_id'
    | 'bureau_name'
    | 'group_name'
  > & {
    readonly counts?: Counts;
  },
): Promise<StatusRow> {
  const after = counts === undefined ? null : written(counts.places);
  if (change.state !== undefined) {
    const { counted: before } = await findStatus(tx, campaignId, respondentId, true);
    await moveTallies(tx, [{ tenantId: tx.tenantId, campaignId, layout: counts?.layout ?? '', before, after }]);
  }
  return tx
    .db<Tables>()
    .updateTable('respondent')
    .set({ ...change, ...(change.state === undefined ? {} : { counted: after }) })
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Takes a respondent that has not answered out of its campaign. */
export async function deleteRespondent(tx: Tx, campaignId: string, respondentId: string): Promise<void> {
  const db = tx.db<Tables>();
  await db
    .deleteFrom('campaign_notice')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .execute();
  await db
    .deleteFrom('respondent')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .where('respondent_id', '=', respondentId)
    .execute();
}

/** Removes a campaign that never began, with everybody listed in it. */
export async function deleteCampaign(tx: Tx, campaignId: string): Promise<void> {
  const db = tx.db<Tables>();
  for (const table of ['respondent_link', 'respondent_person', 'respondent'] as const)
    await db.deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('campaign_id', '=', campaignId).execute();
  await db.deleteFrom('campaign').where('tenant_id', '=', tx.tenantId).where('id', '=', campaignId).execute();
}

/** Puts the people of each bureau into its group. */
export async function setGroups(tx: Tx, campaignId: string, groups: ReadonlyMap<string, string>): Promise<void> {
  for (const [bureauName, groupName] of groups)
    await tx
      .db<Tables>()
      .updateTable('respondent')
      .set({ group_name: groupName })
      .where('tenant_id', '=', tx.tenantId)
      .where('campaign_id', '=', campaignId)
      .where('bureau_name', '=', bureauName)
      .execute();
}

/** Ends the acceptance of answers; waits for submissions that are being written and bars later ones. */
export async function closeStatuses(tx: Tx, campaignId: string): Promise<StatusRow[]> {
  await tx
    .db<Tables>()
    .selectFrom('respondent')
    .select('respondent_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .orderBy('respondent_id')
    .forUpdate()
    .execute();
  return tx
    .db<Tables>()
    .updateTable('respondent')
    .set({ closed: true })
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .returningAll()
    .execute();
}

export async function insertNotices(
  tx: Tx,
  notices: readonly Omit<Insertable<Tables['campaign_notice']>, 'tenant_id'>[],
): Promise<void> {
  if (notices.length === 0) return;
  await tx
    .db<Tables>()
    .insertInto('campaign_notice')
    .values(notices.map((notice) => ({ ...notice, tenant_id: tx.tenantId })))
    .execute();
}

/** Notices of a campaign, or to one respondent, the newest first. */
export async function listNotices(tx: Tx, campaignId: string, respondentId?: string): Promise<NoticeRow[]> {
  let query = tx
    .db<Tables>()
    .selectFrom('campaign_notice')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId);
  if (respondentId !== undefined) query = query.where('respondent_id', '=', respondentId);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}
