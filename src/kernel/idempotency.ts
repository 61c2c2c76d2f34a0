/** A command that arrives twice with the same key is answered with the first answer and carried out once. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { AppError } from './error.ts';
import { namesOf, unnested } from './unnested.ts';

export interface StoredReply {
  readonly tenantId: number;
  readonly accountId: string;
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
  readonly at: Date;
}

/** @throws AppError `command.repeated` when the key was used for another command or other input. */
export async function findReply(tx: Tx, wanted: StoredReply): Promise<{ readonly reply: unknown } | null> {
  const earlier = (await findReplies(tx, [wanted])).get(replyName(wanted));
  return earlier === undefined ? null : { reply: sameCommand(earlier, wanted).reply };
}

export type EarlierReply = Pick<StoredReply, 'operation' | 'requestHash'> & { readonly reply: unknown };

/** Identifies a key of one person of one municipality. */
export const replyName = ({ tenantId, accountId, key }: Pick<StoredReply, 'tenantId' | 'accountId' | 'key'>): string =>
  `${tenantId} ${accountId} ${key}`;

/** The answers given before under these keys, by `replyName`. */
export async function findReplies(tx: Tx, wanted: readonly StoredReply[]): Promise<Map<string, EarlierReply>> {
  if (wanted.length === 0) return new Map();
  const keys = wanted.map(({ tenantId, accountId, key }) => ({ tenant_id: tenantId, account_id: accountId, key }));
  const { rows } = await sql<Row & { readonly reply: unknown }>`
    select tenant_id, account_id, key, operation, request_hash, reply from idempotency
    where (tenant_id, account_id, key) in (select * from ${unnested(keys, KEY)})`.execute(tx.db<unknown>());
  return new Map(
    rows.map(({ tenant_id: tenantId, account_id: accountId, key, operation, request_hash: requestHash, reply }) => [
      replyName({ tenantId, accountId, key }),
      { operation, requestHash, reply },
    ]),
  );
}

/** @throws AppError `command.repeated` when the key was used for another command or other input. */
export function sameCommand<T extends Pick<StoredReply, 'operation' | 'requestHash'>>(
  earlier: T,
  wanted: StoredReply,
): T {
  if (earlier.operation !== wanted.operation || earlier.requestHash !== wanted.requestHash)
    throw new AppError('command.repeated');
  return earlier;
}

export async function storeReplies(
  tx: Tx,
  replies: readonly (StoredReply & { readonly reply: unknown })[],
): Promise<void> {
  if (replies.length === 0) return;
  const rows = replies.map((reply) => ({
    tenant_id: reply.tenantId,
    account_id: reply.accountId,
    key: reply.key,
    operation: reply.operation,
    request_hash: reply.requestHash,
    reply: JSON.stringify(reply.reply),
    at: reply.at.toISOString(),
  }));
  await sql`insert into idempotency (${namesOf(ROW)}) select * from ${unnested(rows, ROW)}`.execute(tx.db<unknown>());
}

const KEY = { tenant_id: 'int', account_id: 'uuid', key: 'text' } as const;
const ROW = { ...KEY, operation: 'text', request_hash: 'text', reply: 'jsonb', at: 'timestamptz' } as const;

interface Row {
  readonly tenant_id: number;
  readonly account_id: string;
  readonly key: string;
  readonly operation: string;
  readonly request_hash: string;
}
