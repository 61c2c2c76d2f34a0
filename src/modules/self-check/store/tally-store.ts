/** The numbers kept with each campaign; see `rules/tally.ts`. */
import { sql } from 'kysely';
import type { Questionnaire, SurveyType } from '../../../core/content-schema/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import { namesOf, unnested } from '../../../kernel/unnested.ts';
import { changeOf } from '../rules/tally.ts';
import type { PlaceKey } from './response-store.ts';
import type { Tables } from './tables.ts';

/** What one place adds to its campaign, and what it added before. */
export interface Move extends Omit<PlaceKey, 'respondentId'> {
  readonly layout: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** As `respondent.counted` keeps it. */
export const written = (places: readonly number[]): string => places.join(' ');
const placesIn = (text: string | null): number[] =>
  text === null || text === '' ? [] : text.split(' ').map((place) => Number(place));

/** Moves the numbers of all campaigns of a batch with one statement, in the order of their keys. */
export async function moveTallies(tx: Tx, moves: readonly Move[]): Promise<void> {
  const changed = moves.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return;
  const rows = [...Map.groupBy(changed, ({ tenantId, campaignId }) => `${tenantId} ${campaignId}`).values()].flatMap(
    (ofCampaign) => {
      const [first] = ofCampaign;
      if (first === undefined) return [];
      const change = changeOf(
        ofCampaign.flatMap(({ after }) => placesIn(after)),
        ofCampaign.flatMap(({ before }) => placesIn(before)),
      );
      const sheets = ofCampaign.reduce(
        (sum, { before, after }) => sum + (after === null ? 0 : 1) - (before === null ? 0 : 1),
        0,
      );
      const { tenantId, campaignId, layout } = first;
      return [{ tenant_id: tenantId, campaign_id: campaignId, layout, sheets, counts: `{${change.join(',')}}` }];
    },
  );
  await sql`
    insert into campaign_tally as tally (${namesOf(MOVE)})
    select tenant_id, campaign_id, layout, sheets, counts::int[]
    from ${unnested(rows, MOVE)} as moved (${namesOf(MOVE)}) order by tenant_id, campaign_id
    on conflict (tenant_id, campaign_id) do update set sheets = tally.sheets + excluded.sheets, counts = (
      select array_agg(coalesce(old, 0) + coalesce(change, 0) order by place)
      from unnest(tally.counts, excluded.counts) with ordinality as both_lists (old, change, place)
    )`.execute(tx.db<unknown>());
}

const MOVE = { tenant_id: 'int', campaign_id: 'uuid', layout: 'text', sheets: 'int', counts: 'text' } as const;

export interface Tally {
  readonly sheets: number;
  readonly counts: readonly number[];
}

/** Null while no sheet was counted. */
export async function findTally(tx: Tx, campaignId: string): Promise<Tally | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('campaign_tally')
    .select(['sheets', 'counts'])
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  return row ?? null;
}

/** One list over all municipalities of the transaction whose campaigns ask the same: no sheet and no department is read. */
export async function sumTallies(tx: Tx, layout: string): Promise<Tally & { readonly campaigns: number }> {
  const { rows } = await sql<{ readonly sheets: number; readonly campaigns: number; readonly counts: number[] }>`
    with asked as (
      select sheets, counts from campaign_tally where tenant_id = any (${[...tx.tenantIds]}::int[]) and layout = ${layout}
    )
    select (select coalesce(sum(sheets), 0)::int from asked) as sheets, (select count(*)::int from asked) as campaigns,
      coalesce((select array_agg(total::int order by place) from (
        select place, sum(number) as total from asked, unnest(counts) with ordinality as one (number, place) group by place
      ) as totals), '{}') as counts`.execute(tx.db<unknown>());
  return rows[0] ?? { sheets: 0, campaigns: 0, counts: [] };
}

/** A form that campaigns of several municipalities asked, with the name of what is counted of it. */
export interface AskedForm {
  readonly layout: string;
  readonly form: Questionnaire;
}

/** The forms of a kind and year in the municipalities of the transaction, one for everything that is counted alike. */
export async function formsAsked(tx: Tx, type: SurveyType, fiscalYear: number): Promise<readonly AskedForm[]> {
  const { rows } = await sql<AskedForm>`
    select distinct on (tally.layout) tally.layout, campaign.form
    from campaign_tally tally join campaign
      on campaign.tenant_id = tally.tenant_id and campaign.id = tally.campaign_id
    where tally.tenant_id = any (${[...tx.tenantIds]}::int[]) and campaign.type = ${type}
      and campaign.fiscal_year = ${fiscalYear} and tally.sheets > 0
    order by tally.layout, campaign.created_at`.execute(tx.db<unknown>());
  return rows;
}
