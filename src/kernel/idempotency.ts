/** A command that arrives twice with the same key is answered with the first answer and carried out once. */
import type { ColumnType } from 'kysely';
import type { Tx } from './database.ts';
import { AppError } from './error.ts';

interface IdempotencyTables {
  idempotency: {
    tenant_id: number;
    account_id: string;
    key: string;
    operation: string;
    request_hash: string;
    reply: ColumnType<unknown, string, never>;
    at: ColumnType<Date, string, never>;
  };
}

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
  const row = await tx
    .db<IdempotencyTables>()
    .selectFrom('idempotency')
    .select(['operation', 'request_hash', 'reply'])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', wanted.accountId)
    .where('key', '=', wanted.key)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.operation !== wanted.operation || row.request_hash !== wanted.requestHash)
    throw new AppError('command.repeated');
  return { reply: row.reply };
}

export async function storeReplies(
  tx: Tx,
  replies: readonly (StoredReply & { readonly reply: unknown })[],
): Promise<void> {
  if (replies.length === 0) return;
  await tx
    .db<IdempotencyTables>()
    .insertInto('idempotency')
    .values(
      replies.map((reply) => ({
        tenant_id: reply.tenantId,
        account_id: reply.accountId,
        key: reply.key,
        operation: reply.operation,
        request_hash: reply.requestHash,
        reply: JSON.stringify(reply.reply),
        at: reply.at.toISOString(),
      })),
    )
    .execute();
}
