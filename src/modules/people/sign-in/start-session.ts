/** Begins and ends sessions: a new token at every sign-in, and the token that the browser came with ends. */
import type { Caller } from '../../../kernel/caller.ts';
import type { Context, OpenContext } from '../../../kernel/module.ts';
import { facts } from '../facts.ts';
import { later } from '../rules/instant.ts';
import type { Account } from '../store/account-store.ts';
import { deleteSession, insertSession } from '../store/session-store.ts';
import { SESSION_ABSOLUTE_MS } from './authenticate.ts';
import { issueToken, readToken } from '../../../kernel/token.ts';

/** The account acting for itself, before it has a session. */
export function callerFor(account: Account, tenantId: number, clockOffset: number): Caller {
  const { id: accountId, party, roles } = account;
  return { tenantId, accountId, party, roles, departmentIds: [], clockOffset };
}

/** The product acting on an account that nobody has proved to own. */
export function productFor(tenantId: number, accountId: string, clockOffset: number): Caller {
  return { tenantId, accountId, party: 'system', roles: [], departmentIds: [], clockOffset };
}

/** Writes the session and answers with its token. @param now real time. */
export async function openSession(
  context: Context,
  accountId: string,
  now: Date,
  start: { readonly method: 'password' | 'oidc' | 'first-run'; readonly secondFactor: boolean },
): Promise<string> {
  const { token, tokenHash } = issueToken('t', context.tx.tenantId);
  const expiresAt = later(now, SESSION_ABSOLUTE_MS);
  await insertSession(context.tx, { tokenHash, accountId, at: now, expiresAt });
  facts.record(context, 'session.started', { engagementId: null, subject: accountId, data: start });
  return token;
}

/** Gives the browser its new token after the transaction that made it. */
export async function handOver(context: OpenContext, token: string): Promise<void> {
  await endPresented(context);
  context.transport.issue(token, SESSION_ABSOLUTE_MS / 1000);
}

/** Ends the session that the browser came with, whoever it belongs to. */
export async function endPresented({ database, transport }: OpenContext): Promise<void> {
  const key = transport.token === null ? null : readToken('t', transport.token);
  if (key !== null) await database.transaction(key.tenantId, (tx) => deleteSession(tx, key.tokenHash));
}
