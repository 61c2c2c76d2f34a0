/** Searching the published texts: which hold every term, and which of them come first. */
import { sql } from 'kysely';
import { NEAR, type Query, toTsquery, WEIGHTS } from '../../core/text/index.ts';
import type { Tx } from '../../kernel/database.ts';
import { type KnowledgeTables, type Reader, readable } from './store-knowledge.ts';

export interface Found {
  /** How many there are for this reader. */
  readonly total: number;
  /** Those of the page, the best first. */
  readonly ids: readonly string[];
}

/** Up to so many entries are looked up one by one; for more it is quicker to read all texts once. */
const FEW = 2000;

/** Which of them are wanted. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/**
 * The entries that hold every term, in the order of `rank`. Only what the reader may see is looked at, counted or named.
 * The database counts and orders all of them and hands out one page: a frequent word stands in nearly every entry.
 * @param most How many are looked up one by one.
 */
export async function searchKnowledge(
  tx: Tx,
  reader: Reader,
  query: Query,
  type: string | null,
  page: Page,
  most = FEW,
): Promise<Found> {
  const candidates = await readCandidates(tx, query, most);
  const found = await tx
    .db<KnowledgeTables>()
    // Materialised, so that each text is searched once, whatever is made of the places.
    .with(
      (cte) => cte('place').materialized(),
      (db) =>
        db
          .selectFrom('knowledge_index')
          .select([
            'tenant_id',
            'entry_id',
            'published_on',
            query.terms.length === 1 ? pointsOfOne(query).as('points') : positionsOf(query).as('positions'),
          ])
          .where('tenant_id', '=', tx.tenantId)
          .where(readable(reader, 'knowledge_index'))
          .$if(type !== null, (some) => some.where('type', '=', type ?? ''))
          .$if(candidates !== null, (some) => some.where(sql<boolean>`entry_id = any (${candidates}::uuid[])`)),
    )
    .with(
      (cte) => cte('hit').materialized(),
      (db) => {
        const all = db
          .selectFrom('place')
          .select(['tenant_id', 'entry_id', 'published_on'])
          .where('tenant_id', '=', tx.tenantId);
        return query.terms.length === 1
          ? all.select(sql<number>`points`.as('points')).where(sql<boolean>`points > 0`)
          : all.select(pointsOf(query).as('points')).where(holdingAll(query));
      },
    )
    .selectNoFrom((eb) => [
      eb
        .selectFrom('hit')
        .select((hit) => hit.fn.countAll<string>().as('total'))
        .where('tenant_id', '=', tx.tenantId)
        .as('total'),
      sql<string[]>`array(${eb
        .selectFrom('hit')
        .select('entry_id')
        .where('tenant_id', '=', tx.tenantId)
        .orderBy('points', 'desc')
        .orderBy('published_on', 'desc')
        .orderBy('entry_id')
        .offset(page.offset)
        .limit(page.limit)})`.as('ids'),
    ])
    .executeTakeFirstOrThrow();
  return { total: Number(found.total), ids: found.ids };
}

/** What the index suggests, to be read and checked under the policy; null when it is more than `most`. */
async function readCandidates(tx: Tx, query: Query, most: number): Promise<readonly string[] | null> {
  const row = await tx
    .db<KnowledgeTables>()
    .selectNoFrom([
      // As a column the function gives one row after the other, and is not asked for more than are wanted. What is too much
      // stays in the database.
      sql<string[] | null>`(select case when count(*) <= ${most} then coalesce(array_agg(id), '{}') end from
        (select knowledge_candidates(${toTsquery(query)}::tsquery) as id limit ${most + 1}) as candidate)`.as('ids'),
    ])
    .executeTakeFirstOrThrow();
  return row.ids;
}

const FIELDS = ['title', 'summary', 'body'] as const;

/** `score` of a single term, as an expression: where it stands does not matter, only in which texts. */
const pointsOfOne = ({ terms: [term] }: Query) =>
  sql<number>`(${sql.join(
    FIELDS.map((field) => {
      const text = sql.ref(`knowledge_index.${field}`);
      const stands = (term?.alternatives ?? []).map((word) => sql`strpos(${text}, ${word}) > 0`);
      return sql`case when ${sql.join(stands, sql` or `)} then ${sql.lit(WEIGHTS[field] * NEAR)} else 0 end`;
    }),
    sql` + `,
  )})`;

/** Three places for every term, one after the other: 1 for the first character, null where no alternative stands. */
const positionsOf = ({ terms }: Query) =>
  sql<
    (number | null)[]
  >`array[${sql.join(terms.flatMap(({ alternatives }) => FIELDS.map((field) => placeOf(field, alternatives))))}]::int[]`;

const placeOf = (field: (typeof FIELDS)[number], alternatives: readonly string[]) =>
  sql`least(${sql.join(
    alternatives.map((word) => sql`nullif(strpos(${sql.ref(`knowledge_index.${field}`)}, ${word}), 0)`),
  )})`;

const position = (term: number, field: number) => sql`place.positions[${sql.lit(term * FIELDS.length + field + 1)}]`;

/** Pairs of neighbours may stand apart: the text itself decides. */
const holdingAll = ({ terms }: Query) =>
  sql<boolean>`(${sql.join(
    terms.map(
      (_, term) => sql`coalesce(${sql.join(FIELDS.map((_field, field) => position(term, field)))}) is not null`,
    ),
    sql` and `,
  )})`;

/** `score`, as an expression. */
const pointsOf = ({ terms }: Query) =>
  sql<number>`(${sql.join(
    FIELDS.flatMap((name, field) => {
      const all = terms.map((_, term) => position(term, field));
      const weight = sql.lit(WEIGHTS[name]);
      const near = sql.lit(NEAR);
      const places = all.map((at) => sql`case when ${at} is null then 0 else ${weight} * ${near} end`);
      if (all.length < 2) return places;
      const present = sql.join(
        all.map((at) => sql`${at} is not null`),
        sql` and `,
      );
      const width = sql`greatest(${sql.join(all)}) - least(${sql.join(all)})`;
      return [...places, sql`case when ${present} then ${weight} * greatest(${near} - (${width}), 0) else 0 end`];
    }),
    sql` + `,
  )})`;
