/** Accounts and firms. */
import type { Selectable } from 'kysely';
import { sqlState, type Tx, UNIQUE_VIOLATION } from '../../../kernel/database.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { type Party, type Role, ROLES } from '../../../kernel/role.ts';
import type { PeopleTables } from './tables.ts';

export interface Account {
  readonly id: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly title: string | null;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  readonly firmId: string | null;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpPending: string | null;
  readonly totpLastStep: number | null;
  readonly status: 'invited' | 'active' | 'disabled';
  readonly failures: number;
  readonly lockedUntil: Date | null;
  readonly version: number;
}

/** The known roles among what the table holds. */
export function rolesIn(values: readonly string[]): Role[] {
  return values.filter((value): value is Role => Object.hasOwn(ROLES, value));
}

function accountOf(row: Selectable<PeopleTables['account']>): Account {
  return {
    id: row.id,
    loginName: row.login_name,
    displayName: row.display_name,
    title: row.title,
    party: row.party,
    roles: rolesIn(row.roles),
    departmentId: row.department_id,
    firmId: row.firm_id,
    email: row.email,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    totpPending: row.totp_pending,
    totpLastStep: row.totp_last_step === null ? null : Number(row.totp_last_step),
    status: row.status,
    failures: row.failed_count,
    lockedUntil: row.locked_until,
    version: row.version,
  };
}

export async function listAccounts(tx: Tx): Promise<readonly Account[]> {
  const rows = await tx
    .db<PeopleTables>()
    .selectFrom('account')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(accountOf);
}

/** @throws AppError `record.missing` */
export async function findAccount(tx: Tx, id: string): Promise<Account> {
  const row = await tx
    .db<PeopleTables>()
    .selectFrom('account')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'account' });
  return accountOf(row);
}

/** The account with the clock of its municipality; null when it is unknown, invited only or disabled. */
export async function findActiveAccount(
  tx: Tx,
  id: string,
): Promise<{ readonly account: Account; readonly clockOffset: number } | null> {
  const row = await tx
    .db<PeopleTables>()
    .selectFrom('account as a')
    .innerJoin('tenant as t', 't.id', 'a.tenant_id')
    .selectAll('a')
    .select('t.clock_offset')
    .where('a.tenant_id', '=', tx.tenantId)
    .where('a.id', '=', id)
    .where('a.status', '=', 'active')
    .executeTakeFirst();
  return row === undefined ? null : { account: accountOf(row), clockOffset: Number(row.clock_offset) };
}

/** Display names by id; ids of no account of the municipality are left out. */
export async function namesOfAccounts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .db<PeopleTables>()
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

/** The same, and nobody else changes the account until the transaction ends. @throws AppError `record.missing` */
export async function lockAccount(tx: Tx, id: string): Promise<Account> {
  const row = await tx
    .db<PeopleTables>()
    .selectFrom('account')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'account' });
  return accountOf(row);
}

export interface AccountDraft {
  readonly id: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly title: string | null;
  readonly party: Party;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  readonly firmId: string | null;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly status: 'invited' | 'active';
}

/** @throws AppError `input.invalid` at `loginName` when anybody on this installation has the name. */
export async function insertAccount(tx: Tx, draft: AccountDraft, at: Date): Promise<void> {
  const db = tx.db<PeopleTables>();
  try {
    await db
      .insertInto('account')
      .values({
        tenant_id: tx.tenantId,
        id: draft.id,
        login_name: draft.loginName,
        display_name: draft.displayName,
        title: draft.title,
        party: draft.party,
        roles: [...draft.roles],
        department_id: draft.departmentId,
        firm_id: draft.firmId,
        email: draft.email,
        password_hash: draft.passwordHash,
        status: draft.status,
        failed_count: 0,
        version: 1,
        created_at: at.toISOString(),
      })
      .execute();
    await db
      .insertInto('login_directory')
      .values({ login_name: draft.loginName, tenant_id: tx.tenantId, account_id: draft.id })
      .execute();
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    throw fieldError('loginName', 'この利用者名は既に使われています。別の利用者名にしてください。');
  }
}

export interface AccountChange {
  readonly displayName?: string;
  readonly title?: string | null;
  readonly roles?: readonly Role[];
  readonly departmentId?: string | null;
  readonly firmId?: string | null;
  readonly email?: string | null;
  readonly passwordHash?: string | null;
  readonly totpSecret?: string | null;
  readonly totpPending?: string | null;
  readonly totpLastStep?: number | null;
  readonly status?: 'invited' | 'active' | 'disabled';
  readonly failures?: number;
  readonly lockedUntil?: Date | null;
  readonly version?: number;
}

export async function changeAccount(tx: Tx, id: string, change: AccountChange): Promise<void> {
  await tx
    .db<PeopleTables>()
    .updateTable('account')
    .set({
      display_name: change.displayName,
      title: change.title,
      roles: change.roles === undefined ? undefined : [...change.roles],
      department_id: change.departmentId,
      firm_id: change.firmId,
      email: change.email,
      password_hash: change.passwordHash,
      totp_secret: change.totpSecret,
      totp_pending: change.totpPending,
      totp_last_step: change.totpLastStep,
      status: change.status,
      failed_count: change.failures,
      locked_until: change.lockedUntil === null ? null : change.lockedUntil?.toISOString(),
      version: change.version,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export interface FirmRow {
  readonly id: string;
  readonly kind: 'contractor' | 'vendor';
  readonly name: string;
  readonly version: number;
}

export async function listFirms(tx: Tx): Promise<readonly FirmRow[]> {
  return tx
    .db<PeopleTables>()
    .selectFrom('firm')
    .select(['id', 'kind', 'name', 'version'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('kind')
    .orderBy('name')
    .execute();
}

export async function insertFirm(tx: Tx, firm: FirmRow): Promise<void> {
  await tx
    .db<PeopleTables>()
    .insertInto('firm')
    .values({ tenant_id: tx.tenantId, ...firm })
    .execute();
}

export async function updateFirm(tx: Tx, firm: FirmRow): Promise<void> {
  await tx
    .db<PeopleTables>()
    .updateTable('firm')
    .set({ name: firm.name, version: firm.version })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', firm.id)
    .execute();
}
