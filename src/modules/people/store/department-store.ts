/** Departments with their history, as the rules read them. */
import type { Tx } from '../../../kernel/database.ts';
import type { Unit } from '../rules/organisation.ts';
import type { PeopleTables } from './tables.ts';

export interface StoredUnit extends Unit {
  readonly version: number;
}

export async function loadUnits(tx: Tx, tenantId: number = tx.tenantId): Promise<readonly StoredUnit[]> {
  const db = tx.db<PeopleTables>();
  const [departments, periods, successions] = await Promise.all([
    db
      .selectFrom('department')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .orderBy('valid_from')
      .orderBy('id')
      .execute(),
    db.selectFrom('department_period').selectAll().where('tenant_id', '=', tenantId).orderBy('valid_from').execute(),
    db
      .selectFrom('department_succession')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .orderBy('successor_id')
      .execute(),
  ]);
  const periodsOf = Map.groupBy(periods, (row) => row.department_id);
  const successorsOf = Map.groupBy(successions, (row) => row.department_id);
  return departments.map((row) => ({
    id: row.id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
    successorIds: (successorsOf.get(row.id) ?? []).map(({ successor_id }) => successor_id),
    periods: (periodsOf.get(row.id) ?? []).map((period) => ({
      from: period.valid_from,
      name: period.name,
      kana: period.kana,
      bureauId: period.bureau_id,
    })),
  }));
}

/**
 * Lets one change of the organisation or of its administrators happen after the other: each is judged against the whole
 * state. Ordinary work, which only refers to the tenant, goes on meanwhile.
 */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await tx
    .db<PeopleTables>()
    .selectFrom('tenant')
    .select('id')
    .where('id', '=', tx.tenantId)
    .forNoKeyUpdate()
    .execute();
}

/** Writes the new and changed units; the others are left alone. */
export async function saveUnits(tx: Tx, units: readonly StoredUnit[]): Promise<void> {
  if (units.length === 0) return;
  const db = tx.db<PeopleTables>();
  const ids = units.map(({ id }) => id);
  await db
    .insertInto('department')
    .values(
      units.map((unit) => ({
        tenant_id: tx.tenantId,
        id: unit.id,
        valid_from: unit.validFrom,
        valid_to: unit.validTo,
        version: unit.version,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'id']).doUpdateSet((eb) => ({
        valid_to: eb.ref('excluded.valid_to'),
        version: eb.ref('excluded.version'),
      })),
    )
    .execute();
  await db
    .deleteFrom('department_period')
    .where('tenant_id', '=', tx.tenantId)
    .where('department_id', 'in', ids)
    .execute();
  await db
    .insertInto('department_period')
    .values(
      units.flatMap((unit) =>
        unit.periods.map((period) => ({
          tenant_id: tx.tenantId,
          department_id: unit.id,
          valid_from: period.from,
          name: period.name,
          kana: period.kana,
          bureau_id: period.bureauId,
        })),
      ),
    )
    .execute();
  await db
    .deleteFrom('department_succession')
    .where('tenant_id', '=', tx.tenantId)
    .where('department_id', 'in', ids)
    .execute();
  const successions = units.flatMap((unit) =>
    unit.successorIds.map((successorId) => ({
      tenant_id: tx.tenantId,
      department_id: unit.id,
      successor_id: successorId,
    })),
  );
  if (successions.length > 0) await db.insertInto('department_succession').values(successions).execute();
  await db
    .insertInto('municipality')
    .values({ tenant_id: tx.tenantId })
    .onConflict((conflict) =>
      conflict.column('tenant_id').doUpdateSet((eb) => ({
        organisation_version: eb('municipality.organisation_version', '+', 1),
      })),
    )
    .execute();
}
