/** Accounts as administrators and inviters handle them. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Role } from '../../../kernel/role.ts';
import { facts } from '../facts.ts';
import { mayInvite, membershipProblem, type Membership } from '../rules/access.ts';
import { passwordProblem } from '../rules/password.ts';
import type { NewAccountInput } from '../shapes.ts';
import {
  type Account,
  changeAccount,
  findAccount,
  insertAccount,
  listAccounts,
  lockAccount,
} from '../store/account-store.ts';
import { lockOrganisation } from '../store/department-store.ts';
import { deleteSessionsOf, endInvitations } from '../store/session-store.ts';
import { hashPassword } from '../sign-in/password-hash.ts';
import { detailsOf, type Directory, inviterIn, loadDirectory } from './directory.ts';
import { issueInvitation, type IssuedInvitation } from './invitation.ts';

export async function createAccount(
  context: Context,
  input: NewAccountInput & { readonly password: string },
): Promise<{ accountId: string }> {
  const { password, ...person } = input;
  const problem = passwordProblem(password, person.loginName);
  if (problem !== null) throw fieldError('password', problem);
  checkPlace(await loadDirectory(context), person);
  const passwordHash = await hashPassword(password);
  return { accountId: await addAccount(context, person, { passwordHash, status: 'active' }) };
}

export async function inviteAccount(context: Context, input: NewAccountInput): Promise<IssuedInvitation> {
  const directory = await loadDirectory(context);
  const inviter = inviterIn(directory, context);
  // A project manager invites into the own firm without having to name it.
  const ownFirm = input.party === 'contractor' && inviter.roles.includes('project-manager') ? inviter.firmId : null;
  const person = { ...input, firmId: input.firmId ?? ownFirm };
  checkPlace(directory, person);
  if (!mayInvite(inviter, person)) throw beyondReach();
  const accountId = await addAccount(context, person, { passwordHash: null, status: 'invited' });
  return issueInvitation(context, accountId, 'new');
}

export async function renewInvitation(
  context: Context,
  input: { readonly accountId: string },
): Promise<IssuedInvitation> {
  const account = await lockAccount(context.tx, input.accountId);
  if (!mayInvite(inviterIn(await loadDirectory(context), context), account)) throw beyondReach();
  if (account.status !== 'invited') {
    throw new AppError('state.refused', {
      message: 'この人は既に招待を受けています。パスワードを忘れた場合は、システム管理者が決め直しのリンクを作ります。',
    });
  }
  return issueInvitation(context, account.id, 'renewed');
}

export async function resetAccess(
  context: Context,
  input: { readonly accountId: string; readonly version: number },
): Promise<IssuedInvitation> {
  await lockOrganisation(context.tx);
  const account = await freshAccount(context, input);
  if (account.status === 'disabled') throw ended();
  // Without a password the account is out of use until the link is used; somebody must be able to help meanwhile.
  await checkAdministratorRemains(context, account);
  await changeAccount(context.tx, account.id, {
    passwordHash: null,
    totpSecret: null,
    totpPending: null,
    totpLastStep: null,
    status: 'invited',
    failures: 0,
    lockedUntil: null,
    version: account.version + 1,
  });
  await deleteSessionsOf(context.tx, account.id);
  return issueInvitation(context, account.id, 'reset');
}

export async function changeRoles(
  context: Context,
  input: { readonly accountId: string; readonly version: number; readonly roles: readonly Role[] },
): Promise<{ version: number }> {
  await lockOrganisation(context.tx);
  const account = await freshAccount(context, input);
  const roles = [...new Set(input.roles)];
  checkPlace(await loadDirectory(context), { ...account, roles });
  if (!roles.includes('administrator')) await checkAdministratorRemains(context, account);
  const version = account.version + 1;
  await changeAccount(context.tx, account.id, { roles, version });
  const data = { before: [...account.roles], roles };
  facts.record(context, 'account.roles-changed', { engagementId: null, subject: account.id, data });
  return { version };
}

export async function saveAccount(
  context: Context,
  input: {
    readonly accountId: string;
    readonly version: number;
    readonly displayName: string;
    readonly title: string | null;
    readonly departmentId: string | null;
    readonly firmId: string | null;
    readonly email: string | null;
  },
): Promise<{ version: number }> {
  const { accountId, version: held, ...change } = input;
  const account = await freshAccount(context, { accountId, version: held });
  checkPlace(await loadDirectory(context), { ...account, ...change });
  const version = account.version + 1;
  await changeAccount(context.tx, account.id, { ...change, version });
  const { departmentId: department, firmId: firm } = change;
  if (department !== account.departmentId || firm !== account.firmId) {
    facts.record(context, 'account.moved', { engagementId: null, subject: account.id, data: { department, firm } });
  }
  return { version };
}

export async function disableAccount(
  context: Context,
  input: { readonly accountId: string; readonly version: number },
): Promise<{ version: number }> {
  await lockOrganisation(context.tx);
  const account = await freshAccount(context, input);
  if (account.status === 'disabled') throw ended();
  await checkAdministratorRemains(context, account);
  const version = account.version + 1;
  await changeAccount(context.tx, account.id, { status: 'disabled', version });
  await deleteSessionsOf(context.tx, account.id);
  await endInvitations(context.tx, account.id);
  facts.record(context, 'account.disabled', { engagementId: null, subject: account.id, data: {} });
  return { version };
}

export async function unlockAccount(
  context: Context,
  input: { readonly accountId: string },
): Promise<{ version: number }> {
  const account = await lockAccount(context.tx, input.accountId);
  if (account.failures > 0 || account.lockedUntil !== null) {
    await changeAccount(context.tx, account.id, { failures: 0, lockedUntil: null });
    facts.record(context, 'account.unlocked', { engagementId: null, subject: account.id, data: {} });
  }
  return { version: account.version };
}

async function addAccount(
  context: Context,
  person: NewAccountInput,
  access: { readonly passwordHash: string | null; readonly status: 'active' | 'invited' },
): Promise<string> {
  const id = context.newId();
  const roles = [...new Set(person.roles)];
  await insertAccount(context.tx, { id, ...person, roles, ...access }, context.now);
  facts.record(context, 'account.created', {
    engagementId: null,
    subject: id,
    data: { party: person.party, roles, department: person.departmentId, firm: person.firmId },
  });
  return id;
}

/** @throws AppError `record.missing`; `record.stale` with the account as it is now. */
async function freshAccount(
  context: Context,
  held: { readonly accountId: string; readonly version: number },
): Promise<Account> {
  const account = await lockAccount(context.tx, held.accountId);
  if (account.version === held.version) return account;
  throw new AppError('record.stale', {
    current: detailsOf(await loadDirectory(context), await findAccount(context.tx, account.id)),
  });
}

/** Refuses a place in the organisation that does not exist or does not fit the party. */
function checkPlace(directory: Directory, place: Membership): void {
  const problem = membershipProblem(place);
  if (problem !== null) throw fieldError(problem.path, problem.message);
  if (place.departmentId !== null && !directory.units.has(place.departmentId))
    throw fieldError('departmentId', '指定された所属が見つかりません。一覧から選び直してください。');
  const firm = place.firmId === null ? null : directory.firms.get(place.firmId);
  if (firm !== null && firm?.kind !== place.party)
    throw fieldError('firmId', '指定された事業者が見つかりません。一覧から選び直してください。');
}

/** Somebody must be left who can invite and help: the last working administrator keeps the account. */
async function checkAdministratorRemains(context: Context, leaving: Account): Promise<void> {
  if (!leaving.roles.includes('administrator') || leaving.status !== 'active') return;
  const others = (await listAccounts(context.tx)).filter(
    ({ id, roles, status }) => id !== leaving.id && status === 'active' && roles.includes('administrator'),
  );
  if (others.length > 0) return;
  throw new AppError('state.refused', {
    message: '最後のシステム管理者です。先に別の人へシステム管理者の役割を付けてください。',
  });
}

function beyondReach(): AppError {
  return new AppError('permission.refused', {
    message: 'この立場・役割の人を招待することはできません。自分の側の人だけを招待できます。',
  });
}

function ended(): AppError {
  return new AppError('state.refused', { message: 'この人の利用は既に止められています。' });
}
