/** What every operation of the module asks first. */
import { dayOf, formatEra } from '../../../core/calendar/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { type TeamConditions, teamConditionsOf } from '../conditions.ts';
import { findMember, type MemberRow } from '../store.ts';

export interface Setting {
  readonly profile: EngagementProfile;
  /** Null when the specification sets no conditions that the product knows. */
  readonly conditions: TeamConditions | null;
}

/** The engagement with its team conditions. @throws AppError `record.missing` */
export async function settingOf(context: Context, engagementId: string): Promise<Setting> {
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  return { profile, conditions: teamConditionsOf(profile.specification) };
}

/** The day on which something happened: today unless another day is named, not in the future, not before the contract. */
export function happenedOn(context: Context, { profile }: Setting, occurredOn: string | undefined): string {
  if (occurredOn === undefined) return context.today;
  if (occurredOn > context.today) {
    throw fieldError('occurredOn', 'まだ来ていない日は記録できません。今日までの日付を入力してください。');
  }
  if (occurredOn < profile.contractDate) {
    throw fieldError('occurredOn', `契約日（${formatEra(profile.contractDate)}）以後の日付を入力してください。`);
  }
  return occurredOn;
}

/** Day of the first approved work plan; null before it. Clause 8(1)-p4: from then on the team stands. */
export async function frozenSince(context: Context, engagementId: string): Promise<string | null> {
  const [approved] = await readFacts(context.tx, { engagementId, kinds: ['plan.approved'], limit: 1 });
  if (approved === undefined) return null;
  const { occurredOn } = approved.data;
  return typeof occurredOn === 'string' ? occurredOn : dayOf(approved.at);
}

/** @throws AppError `state.refused` once the plan is approved. */
export async function checkNotFrozen(context: Context, engagementId: string): Promise<void> {
  if ((await frozenSince(context, engagementId)) === null) return;
  throw new AppError('state.refused', {
    message:
      '作業計画書が承認された後は、担当者を直接変更できません。変更申請に理由と新しい担当者の資格・経歴を示し、発注者の承認を得てください。',
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
