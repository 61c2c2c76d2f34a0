/** Accounts for the rest of the product: as callers where a secret other than a session proves the right, and by name. */
import { dayOf } from '../../../core/calendar/index.ts';
import type { Caller } from '../../../kernel/caller.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Accounts } from '../../../kernel/module.ts';
import { later } from '../rules/instant.ts';
import { reach } from '../rules/organisation.ts';
import { findActiveAccount, namesOfAccounts } from '../store/account-store.ts';
import { loadUnits } from '../store/department-store.ts';
import { callerFor } from './start-session.ts';

export const accounts: Accounts = {
  callerOf: (database, { tenantId, accountId }, now) =>
    database.transaction(tenantId, (tx) => activeCaller(tx, accountId, now)),
  namesOf: namesOfAccounts,
};

async function activeCaller(tx: Tx, accountId: string, now: Date): Promise<Caller | null> {
  const found = await findActiveAccount(tx, accountId);
  if (found === null) return null;
  const { account, clockOffset } = found;
  const caller = callerFor(account, tx.tenantId, clockOffset);
  if (account.departmentId === null) return caller;
  const today = dayOf(later(now, clockOffset).toISOString());
  const head = account.roles.includes('department-head');
  return { ...caller, departmentIds: reach(await loadUnits(tx), account.departmentId, head, today) };
}
