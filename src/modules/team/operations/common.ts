/** What every operation of the module asks first. */
import { dayOf, formatEra } from '../../../core/calendar/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import type { TeamConditions } from '../../../core/specification/index.ts';
import { findMember, listMembers, type MemberRow } from '../store.ts';

export interface Setting {
  readonly profile: EngagementProfile;
  /** What its specification asks of the team; null when it is silent. */
  readonly conditions: TeamConditions | null;
}

/** The engagement with its team conditions. @throws AppError `record.missing` */
export async function settingOf(context: Context, engagementId: string): Promise<Setting> {
  const engagements = context.client(engagementContract);
  const profile = await engagements.getEngagement({ engagementId });
  const { conditions } = await engagements.getSpecification({ engagementId });
  return { profile, conditions: conditions.team ?? null };
}

/** The day on which something happened: today unless another day is named, not in the future, not before the contract. */
export function happenedOn(
  context: Context,
  { profile }: Setting,
  occurredOn: string | undefined,
  path = 'occurredOn',
): string {
  if (occurredOn === undefined) return context.today;
  if (occurredOn > context.today) {
    throw fieldError(path, 'まだ来ていない日は記録できません。今日までの日付を入力してください。');
  }
  if (occurredOn < profile.contractDate) {
    throw fieldError(path, `契約日（${formatEra(profile.contractDate)}）以後の日付を入力してください。`);
  }
  return occurredOn;
}

/**
 * Day from which the team stands; null before it. That is the day of the first approved work plan. A specification that
 * keeps certain roles unchanged throughout binds from the first day of the contract.
 */
export async function frozenSince(context: Context, { profile, conditions }: Setting): Promise<string | null> {
  const change = conditions?.change;
  if (change === undefined) return null;
  if (change.roles !== undefined) return profile.periodFrom <= context.today ? profile.periodFrom : null;
  const [approved] = await readFacts(context.tx, { engagementId: profile.id, kinds: ['plan.approved'], limit: 1 });
  if (approved === undefined) return null;
  const { occurredOn } = approved.data;
  return typeof occurredOn === 'string' ? occurredOn : dayOf(approved.at);
}

/** Whether a change among these roles needs the city's approval. */
export const isBound = ({ conditions }: Setting, roles: readonly string[]): boolean => {
  const bound = conditions?.change?.roles;
  return bound === undefined || roles.some((role) => bound.includes(role));
};

/** @throws AppError `state.refused` once the team stands, when one of the roles is bound and somebody holds it. */
export async function checkNotFrozen(context: Context, setting: Setting, roles: readonly string[]): Promise<void> {
  if (!isBound(setting, roles) || (await frozenSince(context, setting)) === null) return;
  const bound = setting.conditions?.change?.roles;
  if (bound !== undefined) {
    const members = await listMembers(context.tx, setting.profile.id);
    const held = members.some(
      (member) =>
        member.state === 'active' && member.roles.some((role) => bound.includes(role) && roles.includes(role)),
    );
    // Nobody is replaced when a bound role is filled for the first time.
    if (!held) return;
    throw new AppError('state.refused', {
      message: `${bound.join('、')}は、委託の期間を通じて原則として変更できません。変更申請に理由などを示し、発注者の承認を得てください。`,
    });
  }
  const fields = setting.conditions?.change?.fields ?? [];
  throw new AppError('state.refused', {
    message: `作業計画書が承認された後は、担当者を直接変更できません。変更申請に${fields.join('、')}を示し、発注者の承認を得てください。`,
  });
}

/** Departments of the latest selection, from the journal. */
export async function auditedDepartments(context: Context, engagementId: string): Promise<readonly string[]> {
  const selections = await readFacts(context.tx, { engagementId, kinds: ['departments.selected'] });
  const departments = selections.at(-1)?.data['departments'];
  return Array.isArray(departments) ? departments.filter((department) => typeof department === 'string') : [];
}

/** @throws AppError `input.invalid` for a role that the specification does not know. */
export function checkRoles(roles: readonly string[], { conditions }: Setting, path = 'roles'): void {
  const unknown = conditions === null ? undefined : roles.find((role) => !conditions.roles.includes(role));
  if (unknown !== undefined) throw fieldError(path, `「${unknown}」は仕様書にない役割です。一覧から選んでください。`);
}

/** The account must be one of the contractor's in use. */
export async function checkAccount(context: Context, accountId: string | null, path = 'accountId'): Promise<void> {
  if (accountId === null) return;
  const { accounts } = await context.client(peopleContract).listAccounts({});
  if (!accounts.some((account) => account.id === accountId && account.party === 'contractor')) {
    throw fieldError(path, '受託者の有効な利用者を選んでください。');
  }
}

/** @throws AppError `input.invalid` when one of the departments does not exist today. */
export async function checkDepartments(context: Context, departments: readonly string[]): Promise<void> {
  const known = await context.client(peopleContract).listDepartments({});
  if (!departments.every((wanted) => known.departments.some((department) => department.id === wanted))) {
    throw fieldError('departments', '一覧にない所属が含まれています。所属を選び直してください。');
  }
}

/** An active or proposed member; others can no longer be worked on. */
export async function workingMember(context: Context, engagementId: string, memberId: string): Promise<MemberRow> {
  const member = await findMember(context.tx, engagementId, memberId);
  if (member.state === 'active' || member.state === 'proposed') return member;
  throw new AppError('state.refused', { message: '体制から外れた担当者のため、記録を加えられません。' });
}

/** Members speak for themselves; for a member without an account the manager of the team records it. */
export function checkSpeaksFor(context: Context, member: MemberRow): void {
  const managing = context.caller.roles.some((role) => role === 'project-manager' || role === 'audit-lead');
  const allowed = member.account_id === null ? managing : member.account_id === context.caller.accountId;
  if (!allowed) {
    throw new AppError('permission.refused', {
      message: '本人だけが行える手続です。本人の利用者名でサインインして行ってください。',
    });
  }
}
