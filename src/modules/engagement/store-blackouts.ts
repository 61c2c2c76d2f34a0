/** Storage of the times in which departments cannot take part. */
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { BlackoutWindow } from './contract.ts';

interface BlackoutTables {
  blackout: {
    tenant_id: number;
    id: string;
    department_id: string | null;
    kind: BlackoutWindow['kind'];
    day_from: string;
    day_to: string;
    reason: string;
    version: number;
  };
}

/** By their first day. */
export async function selectBlackouts(tx: Tx): Promise<BlackoutWindow[]> {
  const rows = await tx
    .db<BlackoutTables>()
    .selectFrom('blackout')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('day_from')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    departmentId: row.department_id,
    kind: row.kind,
    from: row.day_from,
    to: row.day_to,
    reason: row.reason,
    version: row.version,
  }));
}

export async function insertBlackout(tx: Tx, window: BlackoutWindow): Promise<void> {
  await tx
    .db<BlackoutTables>()
    .insertInto('blackout')
    .values({
      tenant_id: tx.tenantId,
      id: window.id,
      department_id: window.departmentId,
      kind: window.kind,
      day_from: window.from,
      day_to: window.to,
      reason: window.reason,
      version: window.version,
    })
    .execute();
}

/** @throws AppError `record.stale` when another transaction was quicker. */
export async function saveBlackout(tx: Tx, next: BlackoutWindow): Promise<void> {
  const saved = await tx
    .db<BlackoutTables>()
    .updateTable('blackout')
    .set({
      department_id: next.departmentId,
      kind: next.kind,
      day_from: next.from,
      day_to: next.to,
      reason: next.reason,
      version: next.version,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', next.id)
    .where('version', '=', next.version - 1)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new AppError('record.stale');
}

export async function deleteBlackout(tx: Tx, id: string): Promise<void> {
  await tx
    .db<BlackoutTables>()
    .deleteFrom('blackout')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}
