/**
 * The journal of facts: append-only, hash-chained per tenant. An entry's hash is the SHA-256 of the previous hash and
 * the canonical form of the entry, so a changed, missing or inserted entry breaks every later link.
 */
import { type ColumnType, sql } from 'kysely';
import { canonical, sha256Of } from './canonical.ts';
import type { Tx } from './database.ts';
import { AppError } from './error.ts';
import type { Actor, FactDraft, JournalEntry } from './fact.ts';
import { newToken } from './identifier.ts';
import { namesOf, unnested } from './unnested.ts';

export interface JournalTables {
  journal: {
    tenant_id: number;
    seq: ColumnType<string, number, never>;
    at: ColumnType<Date, string, never>;
    engagement_id: string | null;
    kind: string;
    subject: string;
    actor: ColumnType<Actor, string, never>;
    data: ColumnType<Record<string, unknown>, string, never>;
    previous: string;
    hash: string;
  };
  journal_head: {
    tenant_id: number;
    chain: string;
    seq: ColumnType<string, number, number>;
    hash: string;
    at: ColumnType<Date, string, string>;
  };
}

/** The hash before the first entry of a tenant. */
export const GENESIS = '0'.repeat(64);

/** Server clocks of two machines may differ a little; more than this is refused. Milliseconds. */
const CLOCK_TOLERANCE = 5 * 60_000;

export interface Appendix {
  readonly tenantId: number;
  readonly actor: Actor;
  readonly at: Date;
  readonly fact: FactDraft;
}

/**
 * Appends facts at the end of their tenants' chains, in the order given. Call it last in a transaction: the head row
 * is locked until commit, and what is written here is heard with it. Heads are locked in tenant order, so that batches never wait for one another in a circle.
 * @throws AppError `clock.backwards` when the clock is behind the last entry by more than the tolerance.
 */
export async function appendFacts(tx: Tx, additions: readonly Appendix[]): Promise<void> {
  if (additions.length === 0) return;
  const db = tx.db<JournalTables>();
  const tenantIds = [...new Set(additions.map((addition) => addition.tenantId))].sort((a, b) => a - b);
  const locked = await db
    .selectFrom('journal_head')
    .select(['tenant_id', 'chain', 'seq', 'hash', 'at'])
    .where('tenant_id', 'in', tenantIds)
    .orderBy('tenant_id')
    .forUpdate()
    .execute();
  const heads = new Map(
    locked.map((head) => [
      head.tenant_id,
      { chain: head.chain, seq: Number(head.seq), hash: head.hash, at: head.at.getTime() },
    ]),
  );
  const rows = additions.map(({ tenantId, actor, at, fact }) => {
    const head = heads.get(tenantId);
    if (head === undefined) throw new AppError('internal.failure', { internal: 'tenant without journal head' });
    if (at.getTime() < head.at - CLOCK_TOLERANCE) throw new AppError('clock.backwards');
    const moment = Math.max(at.getTime(), head.at);
    const entry = { ...fact, seq: head.seq + 1, at: new Date(moment).toISOString(), actor };
    const hash = hashOf(head.chain, entry, head.hash);
    const row = {
      tenant_id: tenantId,
      seq: entry.seq,
      at: entry.at,
      engagement_id: fact.engagementId,
      kind: fact.kind,
      subject: fact.subject,
      actor: JSON.stringify(actor),
      data: JSON.stringify(fact.data),
      previous: head.hash,
      hash,
    };
    heads.set(tenantId, { chain: head.chain, seq: entry.seq, hash, at: moment });
    return row;
  });
  // Entries and all heads in one statement: a batch may hold a command of as many municipalities as it is long, and every
  // command waits for it while it holds the heads. The heads' rows exist.
  const after = [...heads].map(([tenantId, { chain, seq, hash, at }]) => ({
    tenant_id: tenantId,
    chain,
    seq,
    hash,
    at: new Date(at).toISOString(),
  }));
  const written = sql`
    with entry as (insert into journal (${namesOf(ENTRY)}) select * from ${unnested(rows, ENTRY)})
    insert into journal_head (${namesOf(HEAD)}) select * from ${unnested(after, HEAD)}
    on conflict (tenant_id) do update set seq = excluded.seq, hash = excluded.hash, at = excluded.at`.execute(db);
  tx.withCommit(written);
}

const ENTRY = {
  tenant_id: 'int',
  seq: 'bigint',
  at: 'timestamptz',
  engagement_id: 'uuid',
  kind: 'text',
  subject: 'text',
  actor: 'jsonb',
  data: 'jsonb',
  previous: 'text',
  hash: 'text',
} as const;
const HEAD = { tenant_id: 'int', chain: 'text', seq: 'bigint', hash: 'text', at: 'timestamptz' } as const;

/** Starts the chain of a new tenant under a random name, which every entry's hash covers. */
export async function openJournal(tx: Tx, at: Date): Promise<void> {
  await tx
    .db<JournalTables>()
    .insertInto('journal_head')
    .values({ tenant_id: tx.tenantId, chain: newToken(), seq: 0, hash: GENESIS, at: at.toISOString() })
    .execute();
}

export interface FactFilter {
  readonly engagementId?: string;
  readonly kinds?: readonly string[];
  readonly subject?: string;
  readonly after?: number;
  readonly before?: number;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

/** Facts of the tenant in journal order, or the newest first. */
export async function readFacts(tx: Tx, filter: FactFilter): Promise<JournalEntry[]> {
  let query = tx
    .db<JournalTables>()
    .selectFrom('journal')
    .select(['seq', 'at', 'engagement_id', 'kind', 'subject', 'actor', 'data', 'hash'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('seq', filter.newestFirst === true ? 'desc' : 'asc');
  if (filter.engagementId !== undefined) query = query.where('engagement_id', '=', filter.engagementId);
  if (filter.kinds !== undefined) query = query.where('kind', 'in', [...filter.kinds]);
  if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject);
  if (filter.after !== undefined) query = query.where('seq', '>', String(filter.after));
  if (filter.before !== undefined) query = query.where('seq', '<', String(filter.before));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.execute();
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at.toISOString(),
    engagementId: row.engagement_id,
    kind: row.kind,
    subject: row.subject,
    actor: row.actor,
    data: row.data,
    hash: row.hash,
  }));
}

export interface JournalVerdict {
  readonly entries: number;
  /** The first entry that does not fit, or null when the whole chain holds. */
  readonly broken: { readonly seq: number; readonly reason: string } | null;
}

/** Recomputes the chain of the tenant from its beginning and compares its end with the head. */
export async function verifyJournal(tx: Tx, progress?: (entries: number) => void): Promise<JournalVerdict> {
  const db = tx.db<JournalTables>();
  const head = await db
    .selectFrom('journal_head')
    .select(['chain', 'seq', 'hash'])
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirst();
  if (head === undefined) return { entries: 0, broken: { seq: 1, reason: '操作記録の先頭がありません。' } };
  let previous = GENESIS;
  let seq = 0;
  for (;;) {
    const page = await db
      .selectFrom('journal')
      .selectAll()
      .where('tenant_id', '=', tx.tenantId)
      .where('seq', '>', String(seq))
      .orderBy('seq')
      .limit(2000)
      .execute();
    for (const row of page) {
      const broken = (reason: string) => ({ entries: seq, broken: { seq: seq + 1, reason } });
      if (Number(row.seq) !== seq + 1) return broken(`${seq + 1}番の記録がありません。`);
      if (row.previous !== previous) return broken('前の記録とのつながりが一致しません。');
      const entry = {
        seq: Number(row.seq),
        at: row.at.toISOString(),
        engagementId: row.engagement_id,
        kind: row.kind,
        subject: row.subject,
        actor: row.actor,
        data: row.data,
      };
      if (hashOf(head.chain, entry, previous) !== row.hash) return broken('記録の内容が書き換えられています。');
      previous = row.hash;
      seq += 1;
    }
    progress?.(seq);
    if (page.length < 2000) break;
  }
  if (Number(head.seq) !== seq || head.hash !== previous) {
    return { entries: seq, broken: { seq: seq + 1, reason: '末尾の記録が失われています。' } };
  }
  return { entries: seq, broken: null };
}

function hashOf(chain: string, entry: Omit<JournalEntry, 'hash'>, previous: string): string {
  const { seq, at, engagementId, kind, subject, actor, data } = entry;
  return sha256Of(`${previous}\n${canonical({ chain, seq, at, engagementId, kind, subject, actor, data })}`);
}
