/** What belongs to the installation or a municipality as a whole: the login directory, tenants, notes of the product. */
import type { Database, Tx } from '../../../kernel/database.ts';
import { demonstrationPeople } from '../shapes.ts';
import type { PeopleTables } from './tables.ts';

/** Row of `server_note` with the demonstration's people as a JSON list; written by whoever makes the demonstration. */
export const DEMONSTRATION_PEOPLE_NOTE = 'demonstration-people';

export interface Login {
  readonly tenantId: number;
  readonly accountId: string;
}

export async function findLogin(database: Database, loginName: string): Promise<Login | null> {
  const row = await database.outside((db) =>
    db
      .selectFrom('login_directory')
      .select(['tenant_id', 'account_id'])
      .where('login_name', '=', loginName)
      .executeTakeFirst(),
  );
  return row === undefined ? null : { tenantId: row.tenant_id, accountId: row.account_id };
}

export async function hasAnyAccount(database: Database): Promise<boolean> {
  const row = await database.outside((db) =>
    db.selectFrom('login_directory').select('login_name').limit(1).executeTakeFirst(),
  );
  return row !== undefined;
}

export interface TenantRow {
  readonly id: number;
  readonly name: string;
  readonly demonstration: boolean;
  /** Milliseconds. */
  readonly clockOffset: number;
}

export async function findTenant(database: Database, id: number): Promise<TenantRow | null> {
  const row = await database.outside((db) =>
    db
      .selectFrom('tenant')
      .select(['id', 'name', 'demonstration', 'clock_offset'])
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return row === undefined ? null : tenantOf(row);
}

export async function findTenantByCode(database: Database, code: string): Promise<TenantRow | null> {
  const row = await database.outside((db) =>
    db
      .selectFrom('tenant')
      .select(['id', 'name', 'demonstration', 'clock_offset'])
      .where('code', '=', code)
      .executeTakeFirst(),
  );
  return row === undefined ? null : tenantOf(row);
}

/** The caller's own tenant inside a transaction. */
export async function ownTenant(tx: Tx): Promise<TenantRow> {
  const row = await tx
    .db<PeopleTables>()
    .selectFrom('tenant')
    .select(['id', 'name', 'demonstration', 'clock_offset'])
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow();
  return tenantOf(row);
}

/** The reading of the municipality's name, empty while nobody has given it. */
export async function readKana(tx: Tx): Promise<string> {
  const row = await tx
    .db<PeopleTables>()
    .selectFrom('municipality')
    .select('kana')
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirst();
  return row?.kana ?? '';
}

export async function saveKana(tx: Tx, kana: string): Promise<void> {
  await tx
    .db<PeopleTables>()
    .insertInto('municipality')
    .values({ tenant_id: tx.tenantId, kana })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ kana }))
    .execute();
}

/** Moves the time of the caller's own demonstration; false when it is none or would go back. */
export async function moveOwnClock(tx: Tx, offset: number): Promise<boolean> {
  const result = await tx
    .db<PeopleTables>()
    .updateTable('tenant')
    .set({ clock_offset: offset })
    .where('id', '=', tx.tenantId)
    .where('demonstration', '=', true)
    .where('clock_offset', '<', String(offset))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function tenantOf(row: { id: number; name: string; demonstration: boolean; clock_offset: string }): TenantRow {
  return { id: row.id, name: row.name, demonstration: row.demonstration, clockOffset: Number(row.clock_offset) };
}

/** The people that anybody may sign in as, or null when this installation has no demonstration. */
export async function readDemonstrationPeople(database: Database) {
  const row = await database.outside((db) =>
    db.selectFrom('server_note').select('value').where('name', '=', DEMONSTRATION_PEOPLE_NOTE).executeTakeFirst(),
  );
  if (row === undefined) return null;
  const people = demonstrationPeople.safeParse(jsonOf(row.value));
  return people.success ? { people: people.data } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
