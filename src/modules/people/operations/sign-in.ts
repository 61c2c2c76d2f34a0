/** Sign-in, sign-out, and who somebody is. */
import type { z } from 'zod';
import { permissionsOf } from '../../../kernel/caller.ts';
import { dayOf } from '../../../core/calendar/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, OpenContext } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { later } from '../rules/instant.ts';
import { afterFailure, isLocked } from '../rules/lock-out.ts';
import { acceptedStep } from '../sign-in/totp.ts';
import { loginName as loginNameSchema, type WhoAmI } from '../shapes.ts';
import { type Account, changeAccount, findAccount, lockAccount } from '../store/account-store.ts';
import { findLogin, findTenant, hasAnyAccount, readDemonstrationPeople } from '../store/tenant-store.ts';
import { createAttemptMemory } from '../sign-in/attempt-memory.ts';
import { oidcSettings } from '../sign-in/oidc.ts';
import { verifyPassword } from '../sign-in/password-hash.ts';
import { callerFor, endPresented, handOver, openSession, productFor } from '../sign-in/start-session.ts';

interface SignInInput {
  readonly loginName: string;
  readonly password: string;
  readonly code?: string | undefined;
}

type Outcome = { readonly token: string } | { readonly refused: 'session.refused' | 'session.locked' | 'code-missing' };

const strangers = createAttemptMemory();

export async function signIn(context: OpenContext, input: SignInInput): Promise<typeof OK> {
  const name = normalName(input.loginName);
  const login = name === null ? null : await findLogin(context.database, name);
  const tenant = login === null ? null : await findTenant(context.database, login.tenantId);
  if (login === null || tenant === null) return refuseStranger(context, name ?? input.loginName, input.password);

  const account = await context.database.transaction(login.tenantId, (tx) => findAccount(tx, login.accountId));
  if (isLocked(account, context.now)) throw new AppError('session.locked');
  const usable = account.status === 'active' ? account.passwordHash : null;
  const proved = await verifyPassword(usable, input.password);
  const caller = proved
    ? callerFor(account, tenant.id, tenant.clockOffset)
    : productFor(tenant.id, account.id, tenant.clockOffset);
  // A refusal is written down as well, so the transaction ends well and the error follows it.
  const outcome = await context.as(caller, (inside) =>
    settle(inside, { accountId: account.id, now: context.now, proof: proved ? usable : null, code: input.code }),
  );
  if ('token' in outcome) {
    await handOver(context, outcome.token);
    return OK;
  }
  if (outcome.refused === 'code-missing') throw missingCode();
  throw new AppError(outcome.refused);
}

/** Decides with the account locked: what was true while the password was compared may have changed. */
async function settle(
  context: Context,
  attempt: {
    readonly accountId: string;
    readonly now: Date;
    /** The hash that the password fitted, or null when it did not. */
    readonly proof: string | null;
    readonly code: string | undefined;
  },
): Promise<Outcome> {
  const { now, proof } = attempt;
  const account = await lockAccount(context.tx, attempt.accountId);
  if (isLocked(account, now)) return { refused: 'session.locked' };
  if (proof === null || account.status !== 'active' || account.passwordHash !== proof)
    return recordFailure(context, account, now, 'password');
  let step: number | null = null;
  if (account.totpSecret !== null) {
    if (attempt.code === undefined || attempt.code.trim() === '') return { refused: 'code-missing' };
    step = acceptedStep(account.totpSecret, attempt.code, now, account.totpLastStep);
    if (step === null) return recordFailure(context, account, now, 'code');
  }
  await changeAccount(context.tx, account.id, {
    failures: 0,
    lockedUntil: null,
    ...(step === null ? {} : { totpLastStep: step }),
  });
  return {
    token: await openSession(context, account.id, now, { method: 'password', secondFactor: step !== null }),
  };
}

async function recordFailure(
  context: Context,
  account: Account,
  now: Date,
  reason: 'password' | 'code',
): Promise<Outcome> {
  const next = afterFailure(account, now);
  await changeAccount(context.tx, account.id, next);
  facts.record(context, 'session.refused', { engagementId: null, subject: account.id, data: { reason } });
  if (!isLocked(next, now)) return { refused: 'session.refused' };
  const data = { failures: next.failures };
  facts.record(context, 'account.locked', { engagementId: null, subject: account.id, data });
  return { refused: 'session.locked' };
}

/** Names that do not exist cost the same hashing and lock in the same way, so that nobody can list them. */
async function refuseStranger(context: OpenContext, name: string, password: string): Promise<never> {
  strangers.check(name, context.now);
  await verifyPassword(null, password);
  const locked = isLocked(strangers.fail(name, context.now), context.now);
  throw new AppError(locked ? 'session.locked' : 'session.refused');
}

function missingCode(): AppError {
  const message = '認証アプリに表示されている6桁の確認コードを入力してください。';
  return new AppError('session.refused', { message, fields: [{ path: 'code', message }] });
}

function normalName(given: string): z.output<typeof loginNameSchema> | null {
  const parsed = loginNameSchema.safeParse(given);
  return parsed.success ? parsed.data : null;
}

export async function signOut(context: OpenContext): Promise<typeof OK> {
  await endPresented(context);
  context.transport.clear();
  return OK;
}

export async function whoAmI(context: OpenContext): Promise<WhoAmI> {
  const { caller, database } = context;
  if (caller === null) return signedOut(context);
  const tenant = await findTenant(database, caller.tenantId);
  const account = await database.transaction(caller.tenantId, (tx) => findAccount(tx, caller.accountId));
  const { id, loginName, displayName, title, party, roles } = account;
  return {
    signedIn: true,
    account: { id, loginName, displayName, title, party, roles: [...roles] },
    tenant: { id: caller.tenantId, name: tenant?.name ?? '', demonstration: tenant?.demonstration ?? false },
    permissions: permissionsOf(context.contracts, caller.roles).filter(
      // Only the date of a demonstration can be moved, so nobody else is shown the way.
      (permission) => permission !== 'people.clock' || tenant?.demonstration === true,
    ),
    today: dayOf(later(context.now, caller.clockOffset).toISOString()),
  };
}

async function signedOut({ database, settings }: OpenContext): Promise<WhoAmI> {
  const oidc = oidcSettings(settings);
  return {
    signedIn: false,
    firstRun: !(await hasAnyAccount(database)),
    oidc: oidc === null ? null : { label: oidc.label },
    demonstration: await readDemonstrationPeople(database),
  };
}
