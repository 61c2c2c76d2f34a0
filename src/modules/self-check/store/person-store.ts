/** Names of persons who answer a campaign, kept as long as the campaign needs them. */
import type { Tx } from '../../../kernel/database.ts';
import type { StatusRow, Tables } from './tables.ts';

/** Names by respondent, for those among the rows that are persons. */
export async function personNames(tx: Tx, rows: readonly StatusRow[]): Promise<ReadonlyMap<string, string>> {
  const campaigns = [...new Set(rows.filter(({ kind }) => kind === 'person').map((row) => row.campaign_id))];
  if (campaigns.length === 0) return new Map();
  const people = await tx
    .db<Tables>()
    .selectFrom('respondent_person')
    .select(['respondent_id', 'name'])
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', 'in', campaigns)
    .execute();
  return new Map(people.map((row) => [row.respondent_id, row.name]));
}
