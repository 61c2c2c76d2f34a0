/** The knowledge base and its index. */
import { type ColumnType, type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { grams, type Hit, normalise, type Query, type TermHit, toTsquery } from '../../core/text/index.ts';
import type { KnowledgeText } from './contract.ts';

export type Published = KnowledgeText & { readonly edition: number };
export type Visibility = KnowledgeText['visibility'];

interface Tables {
  knowledge_entry: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    author_id: string;
    author_party: 'city' | 'contractor';
    consultation_id: string | null;
    draft: ColumnType<KnowledgeText, string, string>;
    waiting: boolean;
    published: ColumnType<Published | null, string | null, string | null>;
    published_on: string | null;
    visibility: Visibility | null;
    edition: number;
    reviewed_by: string | null;
    updated_at: ColumnType<Date, string, string>;
    version: number;
  };
  knowledge_index: {
    tenant_id: number;
    entry_id: string;
    title: string;
    summary: string;
    body: string;
    grams: ColumnType<never, ReturnType<typeof vectorOf>, ReturnType<typeof vectorOf>>;
  };
}

export type KnowledgeRow = Selectable<Tables['knowledge_entry']>;

export async function insertKnowledge(
  tx: Tx,
  row: Pick<KnowledgeRow, 'engagement_id' | 'id' | 'author_id' | 'author_party' | 'consultation_id' | 'draft'> & {
    readonly at: Date;
  },
): Promise<void> {
  const { at, draft, ...plain } = row;
  await tx
    .db<Tables>()
    .insertInto('knowledge_entry')
    .values({
      ...plain,
      tenant_id: tx.tenantId,
      draft: JSON.stringify(draft),
      waiting: true,
      published: null,
      published_on: null,
      visibility: null,
      edition: 0,
      reviewed_by: null,
      updated_at: at.toISOString(),
      version: 1,
    })
    .execute();
}

/** @throws AppError `record.missing` */
export async function findKnowledge(tx: Tx, id: string): Promise<KnowledgeRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('knowledge_entry')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'knowledge entry' });
  return row;
}

/** Working copies of one side that wait for a review, the latest change first. */
export function listWaiting(
  tx: Tx,
  engagementId: string,
  party: 'city' | 'contractor' | null,
): Promise<KnowledgeRow[]> {
  let query = tx
    .db<Tables>()
    .selectFrom('knowledge_entry')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('waiting', '=', true);
  if (party !== null) query = query.where('author_party', '=', party);
  return query.orderBy('updated_at', 'desc').orderBy('id').execute();
}

export interface KnowledgeChange {
  readonly draft?: KnowledgeText;
  readonly waiting: boolean;
  readonly published?: Published | null;
  readonly published_on?: string | null;
  readonly reviewed_by?: string;
  readonly at: Date;
}

/** Writes on top of the version that was seen. @throws AppError `record.stale` */
export async function updateKnowledge(tx: Tx, id: string, seen: number, change: KnowledgeChange): Promise<number> {
  const { draft, published, at, ...plain } = change;
  const changed = await tx
    .db<Tables>()
    .updateTable('knowledge_entry')
    .set({
      ...plain,
      updated_at: at.toISOString(),
      version: seen + 1,
      ...(draft === undefined ? {} : { draft: JSON.stringify(draft) }),
      ...(published === undefined
        ? {}
        : published === null
          ? { published: null, published_on: null, visibility: null }
          : {
              published: JSON.stringify(published),
              visibility: published.visibility,
              edition: published.edition,
            }),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'knowledge entry' });
  return seen + 1;
}

const vectorOf = (...texts: readonly string[]) =>
  // Each field on its own: a pair of neighbours never spans two of them.
  sql<never>`array_to_tsvector(${[...new Set(texts.flatMap(grams))]}::text[])`;

/** Makes the published text findable, in place of what stood there before. */
export async function indexKnowledge(
  tx: Tx,
  id: string,
  { title, summary, body, source }: KnowledgeText,
): Promise<void> {
  const folded = { title: normalise(title), summary: normalise(summary), body: normalise(`${body}\n${source}`) };
  const row = { ...folded, grams: vectorOf(folded.title, folded.summary, folded.body) };
  await tx
    .db<Tables>()
    .insertInto('knowledge_index')
    .values({ tenant_id: tx.tenantId, entry_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'entry_id']).doUpdateSet(row))
    .execute();
}

export async function unindexKnowledge(tx: Tx, id: string): Promise<void> {
  await tx
    .db<Tables>()
    .deleteFrom('knowledge_index')
    .where('tenant_id', '=', tx.tenantId)
    .where('entry_id', '=', id)
    .execute();
}

/** Who may read: everybody of the city, or the contractor of this engagement. */
export interface Reader {
  readonly party: 'city' | 'contractor';
  readonly engagementId: string;
}

/** True for an entry that was published for this reader. */
export function mayReadKnowledge(
  row: Pick<KnowledgeRow, 'visibility' | 'engagement_id'>,
  { party, engagementId }: Reader,
): boolean {
  if (row.visibility === 'everyone') return true;
  if (row.visibility === 'city') return party === 'city';
  return row.visibility === 'contractor' && party === 'contractor' && row.engagement_id === engagementId;
}

/** More are never ranked: nobody reads so far, and what has the word in its title or is new comes first anyway. */
const RANKED = 1000;

export interface Found {
  /** How many there are for this reader. */
  readonly total: number;
  /** At most a thousand of them, in no order. */
  readonly hits: readonly Hit[];
}

type Searching = ExpressionBuilder<Tables & { c: { entry_id: string } }, 'knowledge_entry' | 'knowledge_index' | 'c'>;

/** The entries that hold every term, and where. Only what the reader may see is looked at, counted or named. */
export async function searchKnowledge(tx: Tx, reader: Reader, query: Query, type: string | null): Promise<Found> {
  const candidates = sql<{ entry_id: string }>`knowledge_candidates(${toTsquery(query)}::tsquery)`;
  const inTitle = sql<boolean>`strpos(knowledge_index.title, ${query.terms[0]?.alternatives[0] ?? ''}) > 0`;
  const rows = await tx
    .db<Tables>()
    .selectFrom('knowledge_entry')
    .innerJoin('knowledge_index', (join) =>
      join
        .onRef('knowledge_index.tenant_id', '=', 'knowledge_entry.tenant_id')
        .onRef('knowledge_index.entry_id', '=', 'knowledge_entry.id'),
    )
    .innerJoin(candidates.as<'c'>(sql`c(entry_id)`), (join) =>
      join.onRef('c.entry_id', '=', 'knowledge_index.entry_id'),
    )
    .select((eb) => [
      'knowledge_entry.id',
      'knowledge_entry.published_on',
      positionsOf(query).as('positions'),
      eb.fn.countAll<string>().over().as('total'),
    ])
    .where('knowledge_entry.tenant_id', '=', tx.tenantId)
    .where('knowledge_index.tenant_id', '=', tx.tenantId)
    .where((eb) => readable(eb, reader))
    .where(containing(query))
    .$if(type !== null, (some) => some.where(sql<boolean>`knowledge_entry.published ->> 'type' = ${type}`))
    .orderBy(inTitle, 'desc')
    .orderBy('knowledge_entry.published_on', 'desc')
    .orderBy('knowledge_entry.id')
    .limit(RANKED)
    .execute();
  return {
    total: Number(rows[0]?.total ?? 0),
    hits: rows.map(({ id, published_on, positions }) => ({ id, day: published_on ?? '', terms: termHits(positions) })),
  };
}

/** A page of what the reader may see, newest first. */
export async function listKnowledge(
  tx: Tx,
  reader: Reader,
  type: string | null,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('knowledge_entry')
    .select((eb) => ['id', eb.fn.countAll<string>().over().as('total')])
    .where('tenant_id', '=', tx.tenantId)
    .where((eb) => readable(eb, reader))
    .$if(type !== null, (some) => some.where(sql<boolean>`published ->> 'type' = ${type}`))
    .orderBy('published_on', 'desc')
    .orderBy('id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { total: Number(rows[0]?.total ?? 0), ids: rows.map(({ id }) => id) };
}

/** Published entries by id; ids that the reader may not see are left out. */
export async function readKnowledge(tx: Tx, reader: Reader, ids: readonly string[]): Promise<KnowledgeRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .db<Tables>()
    .selectFrom('knowledge_entry')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.filter((row) => mayReadKnowledge(row, reader));
}

/** `mayReadKnowledge` as a condition. */
function readable(
  eb: Pick<ExpressionBuilder<Tables, 'knowledge_entry'>, 'or' | 'and'> & Pick<Searching, 'or'>,
  { party, engagementId }: Reader,
) {
  const own =
    party === 'city'
      ? sql<boolean>`knowledge_entry.visibility = 'city'`
      : sql<boolean>`knowledge_entry.visibility = 'contractor' and knowledge_entry.engagement_id = ${engagementId}`;
  return eb.or([sql<boolean>`knowledge_entry.visibility = 'everyone'`, own]);
}

const FIELDS = ['title', 'summary', 'body'] as const;

/** 1 for the first character; null where none of the alternatives stands. */
const placeOf = (field: (typeof FIELDS)[number], alternatives: readonly string[]) =>
  sql<number | null>`least(${sql.join(
    alternatives.map((word) => sql`nullif(strpos(${sql.ref(`knowledge_index.${field}`)}, ${word}), 0)`),
  )})`;

/** Three places for every term, one after the other. */
const positionsOf = ({ terms }: Query) =>
  sql<
    (number | null)[]
  >`array[${sql.join(terms.flatMap(({ alternatives }) => FIELDS.map((field) => placeOf(field, alternatives))))}]::int[]`;

/** Pairs of neighbours may stand apart: the text itself decides. */
const containing = ({ terms }: Query) =>
  sql<boolean>`(${sql.join(
    terms.map(
      ({ alternatives }) =>
        sql`(${sql.join(
          FIELDS.map((field) => sql`${placeOf(field, alternatives)} is not null`),
          sql` or `,
        )})`,
    ),
    sql` and `,
  )})`;

function termHits(positions: readonly (number | null)[]): TermHit[] {
  const hits: TermHit[] = [];
  const at = (index: number): number | null => {
    const position = positions[index] ?? null;
    return position === null ? null : position - 1;
  };
  for (let index = 0; index < positions.length; index += FIELDS.length) {
    hits.push({ title: at(index), summary: at(index + 1), body: at(index + 2) });
  }
  return hits;
}
