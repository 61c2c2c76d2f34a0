/** What everybody does with the own account. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import { newToken } from '../../../kernel/identifier.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { isLocked } from '../rules/lock-out.ts';
import { passwordProblem } from '../rules/password.ts';
import { acceptedStep, otpauthUri, toBase32 } from '../sign-in/totp.ts';
import type { AccountDetail } from '../shapes.ts';
import { type Account, changeAccount, lockAccount } from '../store/account-store.ts';
import { ownTenant } from '../store/tenant-store.ts';
import { deleteSessionsOf } from '../store/session-store.ts';
import { createAttemptMemory } from '../sign-in/attempt-memory.ts';
import { hashPassword, verifyPassword } from '../sign-in/password-hash.ts';
import { detailsOf, loadDirectory } from './directory.ts';
import { realNow } from './invitation.ts';

export async function getOwnAccount(context: Context): Promise<AccountDetail> {
  const directory = await loadDirectory(context);
  const own = directory.accounts.find(({ id }) => id === context.caller.accountId);
  if (own === undefined) throw new AppError('record.missing', { internal: 'own account' });
  return detailsOf(directory, own);
}

/** As long as the hash, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

const confirmations = createAttemptMemory();

/** The own account, after its password was given again: an open screen is not enough to change how one signs in. */
async function confirmed(context: Context, password: string): Promise<Account> {
  const account = await lockAccount(context.tx, context.caller.accountId);
  const now = realNow(context);
  confirmations.check(account.id, now);
  if (!(await verifyPassword(account.passwordHash, password))) {
    if (isLocked(confirmations.fail(account.id, now), now)) throw new AppError('session.locked');
    throw fieldError('currentPassword', '今のパスワードが正しくありません。');
  }
  confirmations.forget(account.id);
  return account;
}

export async function changePassword(
  context: Context,
  input: { readonly currentPassword: string; readonly newPassword: string },
): Promise<typeof OK> {
  const account = await confirmed(context, input.currentPassword);
  const problem = passwordProblem(input.newPassword, account.loginName);
  if (problem !== null) throw fieldError('newPassword', problem);
  if (await verifyPassword(account.passwordHash, input.newPassword))
    throw fieldError('newPassword', '今と違うパスワードにしてください。');
  await changeAccount(context.tx, account.id, { passwordHash: await hashPassword(input.newPassword) });
  // Whoever else knew the old password is out at once.
  await deleteSessionsOf(context.tx, account.id);
  recordChange(context, 'password');
  return OK;
}

export async function startTotp(
  context: Context,
  input: { readonly currentPassword: string },
): Promise<{ secret: string; uri: string }> {
  const account = await confirmed(context, input.currentPassword);
  if (account.totpSecret !== null) {
    throw new AppError('state.refused', {
      message: '二段階認証は既に有効です。設定し直すには、先に二段階認証をやめてください。',
    });
  }
  const secret = toBase32(Buffer.from(newToken(), 'base64url').subarray(0, SECRET_BYTES));
  await changeAccount(context.tx, account.id, { totpPending: secret });
  const tenant = await ownTenant(context.tx);
  return { secret, uri: otpauthUri(secret, account.loginName, `街守（${tenant.name}）`) };
}

export async function confirmTotp(context: Context, input: { readonly code: string }): Promise<typeof OK> {
  const account = await lockAccount(context.tx, context.caller.accountId);
  const now = realNow(context);
  if (account.totpPending === null) {
    throw new AppError('state.refused', { message: '先に二段階認証の設定を始めてください。' });
  }
  confirmations.check(account.id, now);
  const step = acceptedStep(account.totpPending, input.code, now, null);
  if (step === null) {
    if (isLocked(confirmations.fail(account.id, now), now)) throw new AppError('session.locked');
    throw fieldError(
      'code',
      '確認コードが正しくありません。認証アプリと端末の時刻を確かめ、新しいコードを入力してください。',
    );
  }
  confirmations.forget(account.id);
  await changeAccount(context.tx, account.id, {
    totpSecret: account.totpPending,
    totpPending: null,
    totpLastStep: step,
  });
  recordChange(context, 'totp-enabled');
  return OK;
}

export async function disableTotp(context: Context, input: { readonly currentPassword: string }): Promise<typeof OK> {
  const account = await confirmed(context, input.currentPassword);
  if (account.totpSecret === null) throw new AppError('state.refused', { message: '二段階認証は設定されていません。' });
  await changeAccount(context.tx, account.id, { totpSecret: null, totpPending: null, totpLastStep: null });
  recordChange(context, 'totp-disabled');
  return OK;
}

function recordChange(context: Context, what: 'password' | 'totp-enabled' | 'totp-disabled'): void {
  const subject = context.caller.accountId;
  facts.record(context, 'account.credentials-changed', { engagementId: null, subject, data: { what } });
}
