/** Storage of calendar subscriptions: rows under the SHA-256 of a token that only its holder has. */
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { CalendarFeed } from './contract.ts';

interface FeedTables {
  calendar_feed: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    account_id: string;
    token_hash: string;
    duties: boolean;
    meetings: boolean;
    milestones: boolean;
    alarm_days: number | null;
    created_on: string;
    used_on: string | null;
    revoked_on: string | null;
  };
}

export interface StoredFeed extends CalendarFeed {
  readonly engagementId: string;
  readonly accountId: string;
}

export async function insertFeed(tx: Tx, feed: StoredFeed, tokenHash: string): Promise<void> {
  await tx
    .db<FeedTables>()
    .insertInto('calendar_feed')
    .values({
      tenant_id: tx.tenantId,
      id: feed.id,
      engagement_id: feed.engagementId,
      account_id: feed.accountId,
      token_hash: tokenHash,
      duties: feed.duties,
      meetings: feed.meetings,
      milestones: feed.milestones,
      alarm_days: feed.alarmDays,
      created_on: feed.createdOn,
      used_on: null,
      revoked_on: null,
    })
    .execute();
}

/** Feeds of one person, the newest first. */
export async function selectFeeds(tx: Tx, engagementId: string, accountId: string): Promise<StoredFeed[]> {
  const rows = await feeds(tx)
    .where('engagement_id', '=', engagementId)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(feedOf);
}

/** The person's own feed that still works. @throws AppError `record.missing` for any other. */
export async function requireOwnFeed(tx: Tx, id: string, accountId: string): Promise<StoredFeed> {
  const row = await feeds(tx)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'calendar feed' });
  return feedOf(row);
}

/** The feed that a token opens; null when there is none or it was revoked. */
export async function findFeed(tx: Tx, tokenHash: string): Promise<StoredFeed | null> {
  const row = await feeds(tx).where('token_hash', '=', tokenHash).where('revoked_on', 'is', null).executeTakeFirst();
  return row === undefined ? null : feedOf(row);
}

export async function replaceToken(tx: Tx, id: string, tokenHash: string): Promise<void> {
  await update(tx, id, { token_hash: tokenHash, used_on: null });
}

export async function revokeFeed(tx: Tx, id: string, on: string): Promise<void> {
  await update(tx, id, { revoked_on: on });
}

export async function touchFeed(tx: Tx, id: string, on: string): Promise<void> {
  await update(tx, id, { used_on: on });
}

function update(tx: Tx, id: string, values: Partial<FeedTables['calendar_feed']>) {
  return tx
    .db<FeedTables>()
    .updateTable('calendar_feed')
    .set(values)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

function feeds(tx: Tx) {
  return tx.db<FeedTables>().selectFrom('calendar_feed').selectAll().where('tenant_id', '=', tx.tenantId);
}

function feedOf(row: FeedTables['calendar_feed']): StoredFeed {
  return {
    id: row.id,
    engagementId: row.engagement_id,
    accountId: row.account_id,
    duties: row.duties,
    meetings: row.meetings,
    milestones: row.milestones,
    alarmDays: row.alarm_days,
    createdOn: row.created_on,
    usedOn: row.used_on,
    revokedOn: row.revoked_on,
  };
}
