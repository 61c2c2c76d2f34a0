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

export interface Tenant {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly demonstration: boolean;
  /** Milliseconds added to the clock; only a demonstration lives in another time. */
  readonly clockOffset: number;
}

/** The municipalities of the installation in the order of their making; one with `code`. */
export async function listTenants(database: Database, code?: string): Promise<Tenant[]> {
  const rows = await database.outside((db) => db.selectFrom('tenant').selectAll().orderBy('id').execute());
  return rows
    .filter((row) => code === undefined || row.code === code)
    .map(({ id, code: own, name, demonstration, clock_offset: offset }) => ({
      id,
      code: own,
      name,
      demonstration,
      clockOffset: Number(offset),
    }));
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

/** Puts a demonstration municipality into its own time, before or after ours, when it is made. */
export async function placeClock(database: Database, tenantId: number, offset: number): Promise<void> {
  await database.outside((db) =>
    db
      .updateTable('tenant')
      .set({ clock_offset: offset })
      .where('id', '=', tenantId)
      .where('demonstration', '=', true)
      .execute(),
  );
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

/**
 * Frees code and sign-in names of demonstrations whose making was cut off. Their journals stay: nothing may delete from
 * a journal.
 */
export async function putDemonstrationsAside(database: Database): Promise<void> {
  const unfinished = (await listTenants(database)).filter((tenant) => tenant.demonstration);
  await database.outside(async (db) => {
    for (const { id } of unfinished) {
      await db.deleteFrom('login_directory').where('tenant_id', '=', id).execute();
      await db
        .updateTable('tenant')
        .set({ code: `unfinished-${id}`, demonstration: false })
        .where('id', '=', id)
        .execute();
    }
  });
}
