/** Municipalities as tenants: made once, never mixed. */
import type { Database } from './database.ts';
import { openJournal } from './journal.ts';

export interface NewTenant {
  /** Municipality code or any short unique code. */
  readonly code: string;
  readonly name: string;
  readonly demonstration?: boolean;
  readonly clockOffset?: number;
}

/** Makes the tenant and starts its journal; answers with its id. */
export async function createTenant(database: Database, tenant: NewTenant, at: Date): Promise<number> {
  const id = await database.outside(async (db) => {
    const row = await db
      .insertInto('tenant')
      .values({
        code: tenant.code,
        name: tenant.name,
        demonstration: tenant.demonstration ?? false,
        clock_offset: tenant.clockOffset ?? 0,
        created_at: at.toISOString(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  });
  const local = new Date(at.getTime() + (tenant.clockOffset ?? 0));
  await database.transaction(id, (tx) => openJournal(tx, local));
  return id;
}

/** Moves a demonstration municipality forward in time. @throws when the tenant is no demonstration or time would go back. */
export async function setClockOffset(database: Database, tenantId: number, offset: number): Promise<void> {
  await database.outside(async (db) => {
    const changed = await db
      .updateTable('tenant')
      .set({ clock_offset: offset })
      .where('id', '=', tenantId)
      .where('demonstration', '=', true)
      .where('clock_offset', '<=', String(offset))
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw new Error('the clock of this tenant cannot be moved');
  });
}
