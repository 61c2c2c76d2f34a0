/** Storage of an engagement's standards and of their conflicts. */
import type { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { EngagementStandard, standardConflict } from './contract.ts';

interface StandardTables {
  engagement_standard: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    code: string;
    name: string;
    issuer: string;
    edition: string;
    public: boolean;
    level: string | null;
    tier: number;
    scope: string;
    file_id: string | null;
    received_on: string;
    confirmed_on: string | null;
    version: number;
  };
  standard_conflict: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    topic: string;
    preferred: string;
    other: string;
    note: string;
    recorded_on: string;
  };
}

export async function insertStandard(tx: Tx, engagementId: string, standard: EngagementStandard): Promise<void> {
  const { fileId, receivedOn, confirmedOn, ...rest } = standard;
  await tx
    .db<StandardTables>()
    .insertInto('engagement_standard')
    .values({
      tenant_id: tx.tenantId,
      engagement_id: engagementId,
      ...rest,
      file_id: fileId,
      received_on: receivedOn,
      confirmed_on: confirmedOn,
    })
    .execute();
}

/** In the order of precedence. */
export async function selectStandards(tx: Tx, engagementId: string): Promise<EngagementStandard[]> {
  const rows = await tx
    .db<StandardTables>()
    .selectFrom('engagement_standard')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('tier')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    issuer: row.issuer,
    edition: row.edition,
    public: row.public,
    level: row.level,
    tier: row.tier,
    scope: row.scope,
    fileId: row.file_id,
    receivedOn: row.received_on,
    confirmedOn: row.confirmed_on,
    version: row.version,
  }));
}

/** Saves the next version. @throws AppError `record.stale` when another person saved first. */
export async function saveEdition(tx: Tx, next: EngagementStandard): Promise<EngagementStandard> {
  const saved = await tx
    .db<StandardTables>()
    .updateTable('engagement_standard')
    .set({
      edition: next.edition,
      file_id: next.fileId,
      confirmed_on: next.confirmedOn,
      version: next.version + 1,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new AppError('record.stale');
  return { ...next, version: next.version + 1 };
}

export type StandardConflict = z.output<typeof standardConflict>;

export async function insertConflict(tx: Tx, engagementId: string, conflict: StandardConflict): Promise<void> {
  const { recordedOn, ...rest } = conflict;
  await tx
    .db<StandardTables>()
    .insertInto('standard_conflict')
    .values({ tenant_id: tx.tenantId, engagement_id: engagementId, ...rest, recorded_on: recordedOn })
    .execute();
}

export async function selectConflicts(tx: Tx, engagementId: string): Promise<StandardConflict[]> {
  const rows = await tx
    .db<StandardTables>()
    .selectFrom('standard_conflict')
    .select(['id', 'topic', 'preferred', 'other', 'note', 'recorded_on'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('id')
    .execute();
  return rows.map(({ recorded_on: recordedOn, ...row }) => ({ ...row, recordedOn }));
}
