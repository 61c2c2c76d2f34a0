/** Criteria and records of analyses. */
import { sqlState, type Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Criteria } from '../contract/settings.ts';
import type { Tables } from './tables.ts';

export interface StoredCriteria {
  readonly number: number;
  readonly criteria: Criteria;
  readonly reason: string;
  readonly changedAt: Date;
}

/** The newest first. */
export async function listCriteria(tx: Tx, engagementId: string): Promise<StoredCriteria[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('analysis_criteria')
    .select(['number', 'criteria', 'reason', 'changed_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    criteria: row.criteria as Criteria,
    reason: row.reason,
    changedAt: row.changed_at,
  }));
}

interface By {
  readonly by: string;
  readonly at: Date;
}

export async function insertCriteria(
  tx: Tx,
  engagementId: string,
  row: Omit<StoredCriteria, 'changedAt'> & By,
): Promise<void> {
  await once(
    tx
      .db<Tables>()
      .insertInto('analysis_criteria')
      .values({
        tenant_id: tx.tenantId,
        engagement_id: engagementId,
        number: row.number,
        criteria: JSON.stringify(row.criteria),
        reason: row.reason,
        changed_by: row.by,
        changed_at: row.at.toISOString(),
      })
      .execute(),
  );
}

export interface Advice {
  readonly item: string;
  readonly text: string;
}

export interface StoredRecord {
  readonly campaignId: string;
  readonly number: number;
  readonly summary: string;
  readonly advice: readonly Advice[];
  readonly recordedAt: Date;
}

/** The newest record of each of the campaigns. */
export async function newestRecords(
  tx: Tx,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await tx
    .db<Tables>()
    .selectFrom('analysis_record')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', 'in', [...campaignIds])
    .orderBy('number')
    .execute();
  return new Map(
    rows.map((row) => [
      row.campaign_id,
      {
        campaignId: row.campaign_id,
        number: row.number,
        summary: row.summary,
        advice: row.advice as readonly Advice[],
        recordedAt: row.recorded_at,
      },
    ]),
  );
}

export async function insertRecord(
  tx: Tx,
  engagementId: string,
  row: Omit<StoredRecord, 'recordedAt'> & By,
): Promise<void> {
  await once(
    tx
      .db<Tables>()
      .insertInto('analysis_record')
      .values({
        tenant_id: tx.tenantId,
        engagement_id: engagementId,
        campaign_id: row.campaignId,
        number: row.number,
        summary: row.summary,
        advice: JSON.stringify(row.advice),
        recorded_by: row.by,
        recorded_at: row.at.toISOString(),
      })
      .execute(),
  );
}

/** Two people who write the same next version at once: the later one is told to look again. */
async function once(insert: Promise<unknown>): Promise<void> {
  try {
    await insert;
  } catch (error) {
    if (sqlState(error) === '23505') throw new AppError('record.stale', { current: null });
    throw error;
  }
}
