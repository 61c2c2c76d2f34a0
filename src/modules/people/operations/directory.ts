/** Who is who: accounts with the name of the organisation they belong to. */
import type { Context } from '../../../kernel/module.ts';
import { mayInvite } from '../rules/access.ts';
import { isLocked } from '../rules/lock-out.ts';
import { periodOn } from '../rules/organisation.ts';
import type { AccountDetail, AccountSummary } from '../shapes.ts';
import { type Account, type FirmRow, listAccounts, listFirms } from '../store/account-store.ts';
import { loadUnits, type StoredUnit } from '../store/department-store.ts';
import { realNow } from './invitation.ts';

export interface Directory {
  readonly accounts: readonly Account[];
  readonly firms: ReadonlyMap<string, FirmRow>;
  readonly units: ReadonlyMap<string, StoredUnit>;
  readonly today: string;
  /** Real time, in which locks run. */
  readonly now: Date;
}

export async function loadDirectory(context: Context): Promise<Directory> {
  const { tx } = context;
  const [accounts, firms, units] = await Promise.all([listAccounts(tx), listFirms(tx), loadUnits(tx)]);
  return {
    accounts,
    firms: new Map(firms.map((firm) => [firm.id, firm])),
    units: new Map(units.map((unit) => [unit.id, unit])),
    today: context.today,
    now: realNow(context),
  };
}

/** 「総務局 人事課」 or the firm's name; a closed department keeps its last name. */
function organisationOf({ firms, units, today }: Directory, account: Account): string | null {
  if (account.firmId !== null) return firms.get(account.firmId)?.name ?? null;
  const unit = account.departmentId === null ? undefined : units.get(account.departmentId);
  if (unit === undefined) return null;
  const period = periodOn(unit, today) ?? unit.periods.at(-1);
  if (period === undefined) return null;
  const bureau = period.bureauId === null ? undefined : units.get(period.bureauId);
  const above = bureau === undefined ? undefined : (periodOn(bureau, today) ?? bureau.periods.at(-1));
  return above === undefined ? period.name : `${above.name} ${period.name}`;
}

export function summaryOf(directory: Directory, account: Account): AccountSummary {
  const { id, displayName, title, party, roles, departmentId } = account;
  const organisation = organisationOf(directory, account);
  return { id, displayName, title, party, roles: [...roles], departmentId, organisation };
}

export function detailsOf(directory: Directory, account: Account): AccountDetail {
  const locked = isLocked(account, directory.now);
  return {
    ...summaryOf(directory, account),
    loginName: account.loginName,
    email: account.email,
    firmId: account.firmId,
    status: account.status === 'active' && locked ? 'locked' : account.status,
    lockedUntil: locked ? (account.lockedUntil?.toISOString() ?? null) : null,
    totp: account.totpSecret !== null,
    version: account.version,
  };
}

export async function listSummaries(
  context: Context,
  input: { readonly everyone?: boolean | undefined },
): Promise<{ accounts: AccountSummary[] }> {
  const directory = await loadDirectory(context);
  const shown = directory.accounts.filter((account) => input.everyone === true || account.status === 'active');
  return { accounts: shown.map((account) => summaryOf(directory, account)) };
}

export async function listDetails(context: Context): Promise<{ accounts: AccountDetail[] }> {
  const directory = await loadDirectory(context);
  const inviter = inviterIn(directory, context);
  const shown = directory.accounts.filter((account) => mayInvite(inviter, account));
  return { accounts: shown.map((account) => detailsOf(directory, account)) };
}

export function inviterIn(directory: Directory, { caller }: Context) {
  const own = directory.accounts.find(({ id }) => id === caller.accountId);
  return { roles: caller.roles, firmId: own?.firmId ?? null };
}
