/** The knowledge base and its index. */
import { type ColumnType, type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { grams, normalise } from '../../core/text/index.ts';
import type { KnowledgeText } from './contract.ts';

export type Published = KnowledgeText & { readonly edition: number };
export type Visibility = KnowledgeText['visibility'];

export interface KnowledgeTables {
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
    /** Of the entry, as it was published. */
    engagement_id: string;
    visibility: Visibility;
    published_on: string;
    type: string;
    grams: ColumnType<never, ReturnType<typeof vectorOf>, ReturnType<typeof vectorOf>>;
  };
}

export type KnowledgeRow = Selectable<KnowledgeTables['knowledge_entry']>;

export async function insertKnowledge(
  tx: Tx,
  row: Pick<KnowledgeRow, 'engagement_id' | 'id' | 'author_id' | 'author_party' | 'consultation_id' | 'draft'> & {
    readonly at: Date;
  },
): Promise<void> {
  const { at, draft, ...plain } = row;
  await tx
    .db<KnowledgeTables>()
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
    .db<KnowledgeTables>()
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
    .db<KnowledgeTables>()
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
    .db<KnowledgeTables>()
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

/** Makes the published text findable, in place of what stood there before. The entry has been published already. */
export async function indexKnowledge(
  tx: Tx,
  id: string,
  { title, summary, body, source }: KnowledgeText,
): Promise<void> {
  const folded = { title: normalise(title), summary: normalise(summary), body: normalise(`${body}\n${source}`) };
  const db = tx.db<KnowledgeTables>();
  const entry = await db
    .selectFrom('knowledge_entry')
    .select(['engagement_id', 'visibility', 'published_on', sql<string>`published ->> 'type'`.as('type')])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (entry === undefined || entry.visibility === null || entry.published_on === null) {
    throw new AppError('record.missing', { internal: 'published knowledge entry' });
  }
  const { visibility, published_on, ...of } = entry;
  const row = {
    ...of,
    visibility,
    published_on,
    ...folded,
    grams: vectorOf(folded.title, folded.summary, folded.body),
  };
  await db
    .insertInto('knowledge_index')
    .values({ tenant_id: tx.tenantId, entry_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'entry_id']).doUpdateSet(row))
    .execute();
}

export async function unindexKnowledge(tx: Tx, id: string): Promise<void> {
  await tx
    .db<KnowledgeTables>()
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

/** A page of what the reader may see, newest first. */
export async function listKnowledge(
  tx: Tx,
  reader: Reader,
  type: string | null,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const rows = await tx
    .db<KnowledgeTables>()
    .selectFrom('knowledge_entry')
    .select((eb) => ['id', eb.fn.countAll<string>().over().as('total')])
    .where('tenant_id', '=', tx.tenantId)
    .where(readable(reader, 'knowledge_entry'))
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
    .db<KnowledgeTables>()
    .selectFrom('knowledge_entry')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.filter((row) => mayReadKnowledge(row, reader));
}

/** `mayReadKnowledge` as a condition. */
export function readable({ party, engagementId }: Reader, table: 'knowledge_entry' | 'knowledge_index') {
  const visibility = sql.ref(`${table}.visibility`);
  const own =
    party === 'city'
      ? sql`${visibility} = 'city'`
      : sql`${visibility} = 'contractor' and ${sql.ref(`${table}.engagement_id`)} = ${engagementId}`;
  return sql<boolean>`(${visibility} = 'everyone' or ${own})`;
}
