/** The municipality that a link names, before anybody is known. */
import type { Database } from '../../../kernel/database.ts';

export interface TenantOfLink {
  readonly id: number;
  readonly name: string;
  /** Milliseconds. */
  readonly clockOffset: number;
}

export async function findTenant(database: Database, id: number): Promise<TenantOfLink | null> {
  const row = await database.outside((db) =>
    db.selectFrom('tenant').select(['id', 'name', 'clock_offset']).where('id', '=', id).executeTakeFirst(),
  );
  return row === undefined ? null : { id: row.id, name: row.name, clockOffset: Number(row.clock_offset) };
}
