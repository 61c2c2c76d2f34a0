/** Storage of the work log. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import type { WorkRecord } from './contract.ts';

interface WorkTables {
  work_record: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    clause: string;
    mode: WorkRecord['mode'];
    occurred_on: string;
    members: ColumnType<unknown, string, never>;
    responsible: string;
    content: string;
    corrects: string | null;
    reason: string;
    recorded_at: ColumnType<Date, string, never>;
  };
}

/** @throws a unique violation (`record.duplicate`) when somebody corrected the same record meanwhile. */
export async function insertWork(
  tx: Tx,
  engagementId: string,
  record: Omit<WorkRecord, 'correctedBy'>,
  at: Date,
): Promise<void> {
  await tx
    .db<WorkTables>()
    .insertInto('work_record')
    .values({
      tenant_id: tx.tenantId,
      id: record.id,
      engagement_id: engagementId,
      clause: record.clause,
      mode: record.mode,
      occurred_on: record.occurredOn,
      members: JSON.stringify(record.members),
      responsible: record.responsible,
      content: record.content,
      corrects: record.corrects,
      reason: record.reason,
      recorded_at: at.toISOString(),
    })
    .execute();
}

/** By day, oldest first, corrected ones included. */
export async function selectWork(tx: Tx, engagementId: string): Promise<WorkRecord[]> {
  const rows = await tx
    .db<WorkTables>()
    .selectFrom('work_record')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('occurred_on')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const correctedBy = new Map(rows.map(({ id, corrects }) => [corrects, id]));
  return rows.map((row) => ({
    id: row.id,
    clause: row.clause,
    mode: row.mode,
    occurredOn: row.occurred_on,
    members: z.array(z.string()).parse(row.members),
    responsible: row.responsible,
    content: row.content,
    corrects: row.corrects,
    reason: row.reason,
    correctedBy: correctedBy.get(row.id) ?? null,
  }));
}
