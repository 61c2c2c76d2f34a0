/** The affairs of a year. */
import type { Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Tables } from './tables.ts';

export type AffairRow = Selectable<Tables['affair']>;

export async function listAffairs(tx: Tx, engagementId: string): Promise<AffairRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('affair')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function findAffair(tx: Tx, id: string): Promise<AffairRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('affair')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'affair' });
  return row;
}

/** All affairs of the municipality, of every year. */
export async function listAllAffairs(tx: Tx): Promise<AffairRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('affair')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** What an affair is over the years; an affair that goes on with none, and every other respondent, is itself. */
export async function rootsOf(tx: Tx, ids: readonly string[]): Promise<(id: string) => string> {
  if (ids.length === 0) return (id) => id;
  const rows = await tx
    .db<Tables>()
    .selectFrom('affair')
    .select(['id', 'root_id'])
    .where('tenant_id', '=', tx.tenantId)
    .where('root_id', 'is not', null)
    .where('id', 'in', [...ids])
    .execute();
  const roots = new Map(rows.map((row) => [row.id, row.root_id ?? row.id]));
  return (id) => roots.get(id) ?? id;
}

export async function insertAffair(tx: Tx, row: Omit<AffairRow, 'tenant_id' | 'version' | 'root_id'>): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('affair')
    .values({ ...row, tenant_id: tx.tenantId })
    .execute();
}

/** @throws AppError `record.stale` when somebody saved meanwhile. */
export async function updateAffair(
  tx: Tx,
  id: string,
  version: number,
  change: Pick<AffairRow, 'name' | 'kind' | 'department_id'> | Pick<AffairRow, 'root_id'>,
): Promise<AffairRow> {
  const row = await tx
    .db<Tables>()
    .updateTable('affair')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return row;
  const current = await findAffair(tx, id);
  throw new AppError('record.stale', {
    current: {
      affairId: id,
      version: current.version,
      name: current.name,
      kind: current.kind,
      departmentId: current.department_id,
    },
  });
}

export async function deleteAffair(tx: Tx, id: string): Promise<void> {
  await tx.db<Tables>().deleteFrom('affair').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}
