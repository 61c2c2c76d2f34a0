/** Invitation links: shown once to the inviter, used once by the invited. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, OpenContext } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { later } from '../rules/instant.ts';
import { passwordProblem } from '../rules/password.ts';
import { changeAccount, findAccount, lockAccount } from '../store/account-store.ts';
import { findTenant } from '../store/tenant-store.ts';
import { findInvitation, replaceInvitation, useInvitation } from '../store/session-store.ts';
import { hashPassword } from '../sign-in/password-hash.ts';
import { callerFor } from '../sign-in/start-session.ts';
import { issueToken, readToken } from '../../../kernel/token.ts';

/** Two weeks: enough for an office letter. */
export const INVITATION_MS = 14 * 86_400_000;

export interface IssuedInvitation {
  readonly accountId: string;
  readonly invitationPath: string;
  readonly expiresAt: string;
}

/** Issues a link for an account; earlier links of the account end. */
export async function issueInvitation(
  context: Context,
  accountId: string,
  reason: 'new' | 'renewed' | 'reset',
): Promise<IssuedInvitation> {
  const now = realNow(context);
  const expiresAt = later(now, INVITATION_MS);
  const { token, tokenHash } = issueToken('i', context.tx.tenantId);
  await replaceInvitation(context.tx, { tokenHash, accountId, at: now, expiresAt });
  facts.record(context, 'account.invited', { engagementId: null, subject: accountId, data: { reason } });
  // After `#` the token reaches neither server logs nor the address of a following page.
  return { accountId, invitationPath: `/invitation#${token}`, expiresAt: expiresAt.toISOString() };
}

/** Links and locks run in real time, also in a demonstration that lives in another. */
export function realNow(context: Context): Date {
  return later(context.now, -context.caller.clockOffset);
}

/** @throws AppError `invitation.ended` */
async function resolve(context: OpenContext, token: string) {
  const key = readToken('i', token);
  const tenant = key === null ? null : await findTenant(context.database, key.tenantId);
  if (key === null || tenant === null) throw new AppError('invitation.ended');
  return context.database.transaction(tenant.id, async (tx) => {
    const { accountId, expiresAt } = await findInvitation(tx, key.tokenHash, context.now);
    return { tenant, tokenHash: key.tokenHash, account: await findAccount(tx, accountId), expiresAt };
  });
}

export async function getInvitation(context: OpenContext, input: { readonly token: string }) {
  const { tenant, account, expiresAt } = await resolve(context, input.token);
  const { loginName, displayName } = account;
  return { municipality: tenant.name, loginName, displayName, expiresAt: expiresAt.toISOString() };
}

export async function acceptInvitation(
  context: OpenContext,
  input: { readonly token: string; readonly password: string; readonly displayName: string },
): Promise<typeof OK> {
  const { tenant, tokenHash, account } = await resolve(context, input.token);
  const problem = passwordProblem(input.password, account.loginName);
  if (problem !== null) throw fieldError('password', problem);
  const passwordHash = await hashPassword(input.password);
  await context.as(callerFor(account, tenant.id, tenant.clockOffset), async (inside) => {
    const current = await lockAccount(inside.tx, account.id);
    if (current.status !== 'invited') throw new AppError('invitation.ended');
    await useInvitation(inside.tx, tokenHash, context.now);
    await changeAccount(inside.tx, account.id, {
      displayName: input.displayName,
      passwordHash,
      status: 'active',
      failures: 0,
      lockedUntil: null,
      version: current.version + 1,
    });
    const data = { method: 'invitation' } as const;
    facts.record(inside, 'account.activated', { engagementId: null, subject: account.id, data });
  });
  return OK;
}
