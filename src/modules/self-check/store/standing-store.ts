/** How many respondents of a campaign stand where: counted by the database, so that large campaigns are not read row by row. */
import type { Tx } from '../../../kernel/database.ts';
import type { PointsReached } from '../rules/analysis.ts';
import type { Tables } from './tables.ts';

export interface Turnout {
  readonly asked: number;
  readonly answered: number;
}

/** By campaign; a campaign without respondents is missing. */
export async function countRespondents(tx: Tx, campaignIds: readonly string[]): Promise<ReadonlyMap<string, Turnout>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await tx
    .db<Tables>()
    .selectFrom('respondent')
    .select((eb) => [
      'campaign_id',
      eb.fn.countAll<string>().as('asked'),
      eb.fn.countAll<string>().filterWhere('state', '=', 'submitted').as('answered'),
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', 'in', [...campaignIds])
    .groupBy('campaign_id')
    .execute();
  return new Map(
    rows.map((row) => [row.campaign_id, { asked: Number(row.asked), answered: Number(row.answered) }] as const),
  );
}

/** Null where some sheet that counts was not counted when it came in, or the other way round. */
export async function sumPoints(tx: Tx, campaignId: string): Promise<readonly PointsReached[] | null> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('respondent')
    .select((eb) => [
      'bureau_name',
      'points',
      eb('state', '=', 'submitted').as('submitted'),
      eb('counted', 'is not', null).as('counted'),
      eb.fn.countAll<string>().as('times'),
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .groupBy(['bureau_name', 'points', 'submitted', 'counted'])
    .orderBy('bureau_name')
    .orderBy('points')
    .execute();
  if (rows.some(({ submitted, counted, points }) => submitted !== (counted && points !== null))) return null;
  return rows.flatMap(({ bureau_name: bureauName, points, submitted, times }) =>
    submitted && points !== null ? [{ bureauName, points, times: Number(times) }] : [],
  );
}
