/** The first minutes of an installation: the municipality and the administrator who invites everybody else. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import { sqlState, UNIQUE_VIOLATION } from '../../../kernel/database.ts';
import type { OpenContext } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { createTenant } from '../../../kernel/tenant.ts';
import { facts } from '../facts.ts';
import { passwordProblem } from '../rules/password.ts';
import { insertAccount, listAccounts } from '../store/account-store.ts';
import { lockOrganisation } from '../store/department-store.ts';
import { findTenantByCode, hasAnyAccount, saveKana } from '../store/tenant-store.ts';
import { hashPassword } from '../sign-in/password-hash.ts';
import { handOver, openSession, productFor } from '../sign-in/start-session.ts';

interface FirstRunInput {
  readonly municipalityName: string;
  readonly municipalityKana?: string | undefined;
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
}

/** Fixed, so that two browsers racing through the first run meet at one municipality. */
const FIRST_TENANT_CODE = 'first';

export async function createFirstAdministrator(context: OpenContext, input: FirstRunInput): Promise<typeof OK> {
  if (await hasAnyAccount(context.database)) throw alreadySetUp();
  const problem = passwordProblem(input.password, input.loginName);
  if (problem !== null) throw fieldError('password', problem);
  const passwordHash = await hashPassword(input.password);
  const tenantId = await firstTenant(context, input.municipalityName);
  const accountId = context.newId();
  const token = await context.as(productFor(tenantId, accountId, 0), async (inside) => {
    await lockOrganisation(inside.tx);
    if ((await listAccounts(inside.tx)).length > 0) throw alreadySetUp();
    if (input.municipalityKana !== undefined) await saveKana(inside.tx, input.municipalityKana);
    const { loginName, displayName } = input;
    const person = { title: null, party: 'city', roles: ['administrator'], departmentId: null, firmId: null } as const;
    await insertAccount(
      inside.tx,
      { id: accountId, loginName, displayName, ...person, email: null, passwordHash, status: 'active' },
      inside.now,
    );
    facts.record(inside, 'account.created', {
      engagementId: null,
      subject: accountId,
      data: { party: 'city', roles: ['administrator'], department: null, firm: null },
    });
    return openSession(inside, accountId, context.now, { method: 'first-run', secondFactor: false });
  });
  await handOver(context, token);
  return OK;
}

/** The municipality may be there already without anybody in it, when the server was stopped in between. */
async function firstTenant({ database, now }: OpenContext, name: string): Promise<number> {
  const found = await findTenantByCode(database, FIRST_TENANT_CODE);
  if (found !== null) return found.id;
  try {
    return await createTenant(database, { code: FIRST_TENANT_CODE, name }, now);
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION) throw alreadySetUp();
    throw error;
  }
}

function alreadySetUp(): AppError {
  return new AppError('state.refused', {
    message: '最初の管理者は既に登録されています。サインインするか、管理者に招待を依頼してください。',
  });
}
