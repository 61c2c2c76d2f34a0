/** Sessions and invitations: rows under the SHA-256 of a token that only its holder has. */
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Party } from '../../../kernel/role.ts';
import type { PeopleTables } from './tables.ts';

export interface SessionKey {
  readonly tenantId: number;
  readonly tokenHash: string;
}

export interface SessionRow extends SessionKey {
  readonly accountId: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly party: Party;
  readonly roles: readonly string[];
  readonly departmentId: string | null;
  readonly status: 'invited' | 'active' | 'disabled';
  readonly clockOffset: number;
  /** Rises with every change of the departments. */
  readonly organisationVersion: number;
}

/** Sessions of several tenants in one query, for a transaction over all of them; the caller compares both parts of the key. */
export async function findSessions(tx: Tx, keys: readonly SessionKey[]): Promise<readonly SessionRow[]> {
  const rows = await tx
    .db<PeopleTables>()
    .selectFrom('session as s')
    .innerJoin('account as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.id', '=', 's.account_id'),
    )
    .innerJoin('tenant as t', 't.id', 's.tenant_id')
    .leftJoin('municipality as m', 'm.tenant_id', 's.tenant_id')
    .select([
      's.tenant_id',
      's.token_hash',
      's.account_id',
      's.last_seen_at',
      's.expires_at',
      'a.party',
      'a.roles',
      'a.department_id',
      'a.status',
      't.clock_offset',
      'm.organisation_version',
    ])
    .where('s.tenant_id', 'in', tenantsOf(keys))
    .where(
      's.token_hash',
      'in',
      keys.map(({ tokenHash }) => tokenHash),
    )
    .execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    tokenHash: row.token_hash,
    accountId: row.account_id,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    party: row.party,
    roles: row.roles,
    departmentId: row.department_id,
    status: row.status,
    clockOffset: Number(row.clock_offset),
    organisationVersion: row.organisation_version ?? 0,
  }));
}

function tenantsOf(keys: readonly SessionKey[]): number[] {
  return [...new Set(keys.map(({ tenantId }) => tenantId))];
}

/** Notes that the sessions are in use. */
export async function touchSessions(tx: Tx, keys: readonly SessionKey[], at: Date): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .db<PeopleTables>()
    .updateTable('session')
    .set({ last_seen_at: at.toISOString() })
    .where('tenant_id', 'in', tenantsOf(keys))
    .where(
      'token_hash',
      'in',
      keys.map(({ tokenHash }) => tokenHash),
    )
    .execute();
}

export async function insertSession(
  tx: Tx,
  session: { readonly tokenHash: string; readonly accountId: string; readonly at: Date; readonly expiresAt: Date },
): Promise<void> {
  const db = tx.db<PeopleTables>();
  const at = session.at.toISOString();
  await db.deleteFrom('session').where('tenant_id', '=', tx.tenantId).where('expires_at', '<=', session.at).execute();
  await db
    .insertInto('session')
    .values({
      tenant_id: tx.tenantId,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: at,
      last_seen_at: at,
      expires_at: session.expiresAt.toISOString(),
    })
    .execute();
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx
    .db<PeopleTables>()
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx
    .db<PeopleTables>()
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute();
}

/** A new link for the account; earlier ones stop working. */
export async function replaceInvitation(
  tx: Tx,
  invitation: { readonly tokenHash: string; readonly accountId: string; readonly at: Date; readonly expiresAt: Date },
): Promise<void> {
  const db = tx.db<PeopleTables>();
  await endInvitations(tx, invitation.accountId);
  await db
    .insertInto('invitation')
    .values({
      tenant_id: tx.tenantId,
      token_hash: invitation.tokenHash,
      account_id: invitation.accountId,
      created_at: invitation.at.toISOString(),
      expires_at: invitation.expiresAt.toISOString(),
    })
    .execute();
}

export async function endInvitations(tx: Tx, accountId: string): Promise<void> {
  await tx
    .db<PeopleTables>()
    .deleteFrom('invitation')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
}

/** @throws AppError `invitation.ended` when the link is unknown, used, replaced or too old. */
export async function findInvitation(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ readonly accountId: string; readonly expiresAt: Date }> {
  const row = await tx
    .db<PeopleTables>()
    .selectFrom('invitation')
    .select(['account_id', 'expires_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('invitation.ended');
  return { accountId: row.account_id, expiresAt: row.expires_at };
}

/** Uses the link up. @throws AppError `invitation.ended` when somebody was faster. */
export async function useInvitation(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  const result = await tx
    .db<PeopleTables>()
    .updateTable('invitation')
    .set({ used_at: now.toISOString() })
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new AppError('invitation.ended');
}
