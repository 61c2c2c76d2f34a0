/** Sign-in through the municipality's identity provider. */
import { AppError } from '../../../kernel/error.ts';
import type { OpenContext } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { loginName as loginNameSchema } from '../shapes.ts';
import { changeAccount, findAccount, lockAccount } from '../store/account-store.ts';
import { findLogin, findTenant } from '../store/tenant-store.ts';
import { endInvitations } from '../store/session-store.ts';
import { authorizationUrl, newFlow, OIDC_FLOW_MS, type OidcSettings, oidcSettings, redeem } from '../sign-in/oidc.ts';
import { callerFor, endPresented, handOver, openSession } from '../sign-in/start-session.ts';

export async function oidcStart(context: OpenContext): Promise<{ redirectTo: string }> {
  const flow = newFlow(context.now);
  const redirectTo = await authorizationUrl(configured(context), flow);
  await endPresented(context);
  context.transport.issue(flow, OIDC_FLOW_MS / 1000);
  return { redirectTo };
}

export async function oidcFinish(context: OpenContext, input: { readonly search: string }): Promise<typeof OK> {
  const claimed = await redeem(configured(context), context.transport.token, input.search, context.now);
  const name = loginNameSchema.safeParse(claimed);
  const login = name.success ? await findLogin(context.database, name.data) : null;
  const tenant = login === null ? null : await findTenant(context.database, login.tenantId);
  if (login === null || tenant === null) throw unknownHere();
  const account = await context.database.transaction(tenant.id, (tx) => findAccount(tx, login.accountId));
  const token = await context.as(callerFor(account, tenant.id, tenant.clockOffset), async (inside) => {
    const current = await lockAccount(inside.tx, account.id);
    if (current.status === 'disabled') throw unknownHere();
    if (current.status === 'invited') {
      await changeAccount(inside.tx, current.id, { status: 'active', version: current.version + 1 });
      await endInvitations(inside.tx, current.id);
      facts.record(inside, 'account.activated', { engagementId: null, subject: current.id, data: { method: 'oidc' } });
    }
    return openSession(inside, current.id, context.now, { method: 'oidc', secondFactor: false });
  });
  await handOver(context, token);
  return OK;
}

function configured(context: OpenContext): OidcSettings {
  const settings = oidcSettings(context.settings);
  if (settings === null) {
    throw new AppError('state.refused', {
      message: '庁内認証によるサインインは設定されていません。利用者名とパスワードでサインインしてください。',
    });
  }
  return settings;
}

function unknownHere(): AppError {
  return new AppError('session.refused', {
    internal: 'oidc account',
    message:
      '庁内認証は済みましたが、街守の利用者として登録されていません。情報セキュリティ担当課に招待を依頼してください。',
  });
}
