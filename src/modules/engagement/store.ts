/** Storage of engagements: profile, readings, agreed points. */
import { type ColumnType, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { readOnce } from '../../kernel/repeated-query.ts';
import { type EngagementProfile, engagementProfile } from './contract.ts';

export interface EngagementTables {
  engagement: {
    tenant_id: number;
    id: string;
    specification: string;
    title: string;
    fiscal_year: number;
    contract_date: string;
    period_from: string;
    period_to: string;
    contractor: string;
    client: ColumnType<unknown, string, string>;
    places: ColumnType<unknown, string, string>;
    marking: string | null;
    version: ColumnType<number, number | undefined, number>;
    created_at: ColumnType<Date, string, never>;
  };
  reading: { tenant_id: number; engagement_id: string; point: string; option: string };
  agreed_point: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    clause: string;
    topic: string;
    decision: string;
    occurred_on: string;
  };
  tenant: { id: number; name: string };
}

export type StoredEngagement = Omit<EngagementProfile, 'municipality' | 'readings'>;

export async function insertEngagement(tx: Tx, engagement: StoredEngagement, at: Date): Promise<void> {
  await tx
    .db<EngagementTables>()
    .insertInto('engagement')
    .values({
      tenant_id: tx.tenantId,
      id: engagement.id,
      specification: engagement.specification,
      title: engagement.title,
      fiscal_year: engagement.fiscalYear,
      contract_date: engagement.contractDate,
      period_from: engagement.periodFrom,
      period_to: engagement.periodTo,
      contractor: engagement.contractor,
      client: JSON.stringify(engagement.client),
      places: JSON.stringify(engagement.places),
      marking: engagement.marking,
      created_at: at.toISOString(),
    })
    .execute();
}

/** All engagements of the municipality, the newest contract first; one with `id`. */
export async function selectEngagements(tx: Tx, id?: string): Promise<EngagementProfile[]> {
  // One statement: nearly every request begins with it.
  const rows = await tx
    .db<EngagementTables>()
    .selectFrom('engagement')
    .innerJoin('tenant', 'tenant.id', 'engagement.tenant_id')
    .selectAll('engagement')
    .select((eb) => [
      'tenant.name as municipality',
      eb
        .selectFrom('reading')
        .select(sql<Record<string, string> | null>`json_object_agg(reading.point, reading.option)`.as('readings'))
        .where('reading.tenant_id', '=', tx.tenantId)
        .whereRef('reading.engagement_id', '=', 'engagement.id')
        .as('readings'),
    ])
    .where('engagement.tenant_id', '=', tx.tenantId)
    .$if(id !== undefined, (one) => one.where('engagement.id', '=', id ?? ''))
    .orderBy('contract_date', 'desc')
    .orderBy('engagement.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    specification: row.specification,
    title: row.title,
    fiscalYear: row.fiscal_year,
    contractDate: row.contract_date,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    municipality: row.municipality,
    contractor: row.contractor,
    client: engagementProfile.shape.client.parse(row.client),
    places: z.array(z.string()).parse(row.places),
    marking: row.marking,
    readings: row.readings ?? {},
  }));
}

/** @throws AppError `record.missing` for an unknown id or another municipality's. */
export async function requireEngagement(tx: Tx, id: string): Promise<EngagementProfile> {
  const [engagement] = await readOnce(tx, 'engagement', id, () => selectEngagements(tx, id));
  if (engagement === undefined) throw new AppError('record.missing', { internal: 'engagement' });
  return engagement;
}

export async function saveReading(tx: Tx, engagementId: string, point: string, option: string): Promise<void> {
  await tx
    .db<EngagementTables>()
    .insertInto('reading')
    .values({ tenant_id: tx.tenantId, engagement_id: engagementId, point, option })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'engagement_id', 'point']).doUpdateSet({ option }))
    .execute();
}

export interface AgreedPoint {
  readonly id: string;
  readonly clause: string;
  readonly topic: string;
  readonly decision: string;
  readonly occurredOn: string;
}

export async function insertAgreedPoint(tx: Tx, engagementId: string, point: AgreedPoint): Promise<void> {
  const { id, clause, topic, decision, occurredOn } = point;
  await tx
    .db<EngagementTables>()
    .insertInto('agreed_point')
    .values({
      tenant_id: tx.tenantId,
      id,
      engagement_id: engagementId,
      clause,
      topic,
      decision,
      occurred_on: occurredOn,
    })
    .execute();
}

export async function selectAgreedPoints(tx: Tx, engagementId: string): Promise<AgreedPoint[]> {
  const rows = await tx
    .db<EngagementTables>()
    .selectFrom('agreed_point')
    .select(['id', 'clause', 'topic', 'decision', 'occurred_on'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('occurred_on')
    .orderBy('id')
    .execute();
  return rows.map(({ occurred_on: occurredOn, ...row }) => ({ ...row, occurredOn }));
}
