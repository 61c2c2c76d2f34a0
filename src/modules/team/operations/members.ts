/** Members and the lead. Clauses 7(4), 8(1)-p2, 8(1)-p4, 10(3)-p2. */
import { formatEra } from '../../../core/calendar/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { PARTICULARS } from '../choices.ts';
import type { teamContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { findMember, insertMember, listMembers, type MemberRow, updateMember } from '../store.ts';
import { checkAccount, checkNotFrozen, checkRoles, happenedOn, type Setting, settingOf } from './common.ts';
import { memberOf } from './records.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

interface Person {
  readonly name: string;
  readonly firm: string;
  readonly department: string;
  readonly roles: readonly string[];
  readonly handlesMyNumber: boolean;
  readonly accountId: string | null;
}

const columnsOf = (person: Person) => ({
  name: person.name,
  firm: person.firm,
  department: person.department,
  roles: person.roles,
  handles_my_number: person.handlesMyNumber,
  account_id: person.accountId,
});

/** Writes a new member; `proposed` ones take part only after the city's decision. */
export async function addMember(
  context: Context,
  setting: Setting,
  person: Person,
  placing: { readonly from: string; readonly state: 'active' | 'proposed'; readonly path: string },
): Promise<string> {
  checkRoles(person.roles, setting, `${placing.path}roles`);
  await checkAccount(context, person.accountId, `${placing.path}accountId`);
  await checkAccountFree(context, setting.profile.id, person.accountId);
  await checkNotTwice(context, setting.profile.id, person, `${placing.path}name`);
  if (placing.from > setting.profile.periodTo) {
    throw fieldError(
      'from',
      `契約期間の末日（${formatEra(setting.profile.periodTo)}）より後の日からは配置できません。日付を確かめてください。`,
    );
  }
  const id = context.newId();
  await insertMember(context.tx, {
    ...columnsOf(person),
    engagement_id: setting.profile.id,
    id,
    state: placing.state,
    is_lead: false,
    from_day: placing.from,
    to_day: null,
    version: 1,
    erased_on: null,
  });
  return id;
}

/** A person stands in the team once at a time; two of the same name are told apart by their department. */
async function checkNotTwice(context: Context, engagementId: string, person: Person, path: string, except?: string) {
  const same = (a: string, b: string): boolean => a.replace(/\s/gu, '') === b.replace(/\s/gu, '');
  const members = await listMembers(context.tx, engagementId);
  const twice = members.some(
    (member) =>
      member.id !== except &&
      (member.state === 'active' || member.state === 'proposed') &&
      same(member.name, person.name) &&
      same(member.firm, person.firm) &&
      same(member.department, person.department),
  );
  if (!twice) return;
  throw fieldError(
    path,
    `「${person.name}」は、同じ期間の担当者として既に登録されています。役割を加えるときは、その担当者の記載を直してください。同姓同名の別の人であれば、所属部署を書き分けてください。`,
  );
}

/** One account stands for one member at a time. */
async function checkAccountFree(context: Context, engagementId: string, accountId: string | null, except?: string) {
  if (accountId === null) return;
  const members = await listMembers(context.tx, engagementId);
  const taken = members.some(
    (member) =>
      member.id !== except &&
      member.account_id === accountId &&
      (member.state === 'active' || member.state === 'proposed'),
  );
  if (taken) throw new AppError('record.duplicate', { message: 'この利用者は、既に担当者として登録されています。' });
}

export function recordAssigned(
  context: Context,
  setting: Setting,
  member: Omit<MemberRow, 'version' | 'tenant_id'>,
  day: string,
  before: readonly string[] = [],
): void {
  const [role] = member.roles;
  const happened = day === context.today ? {} : { occurredOn: day };
  facts.record(context, 'member.assigned', {
    engagementId: member.engagement_id,
    subject: member.id,
    data: {
      member: member.id,
      role: role ?? '',
      roles: member.roles,
      firm: member.firm,
      noticeFields: [...PARTICULARS],
      ...happened,
    },
  });
  const wanted = setting.conditions?.appointed.map((condition) => condition.role) ?? [];
  for (const appointed of wanted.filter((name) => member.roles.includes(name) && !before.includes(name))) {
    facts.record(context, 'role.appointed', {
      engagementId: member.engagement_id,
      subject: member.id,
      data: { member: member.id, role: appointed, ...happened },
    });
  }
}

export const assignMember: H<'assignMember'> = async (context, { engagementId, from, ...person }) => {
  const setting = await settingOf(context, engagementId);
  await checkNotFrozen(context, setting, person.roles);
  const day = happenedOn(context, setting, from, 'from');
  const id = await addMember(context, setting, person, { from: day, state: 'active', path: '' });
  recordAssigned(context, setting, await findMember(context.tx, engagementId, id), day);
  return { id };
};

export const editMember: H<'updateMember'> = async (context, { engagementId, memberId, version, ...person }) => {
  const setting = await settingOf(context, engagementId);
  const member = await findMember(context.tx, engagementId, memberId);
  if (member.version !== version) throw new AppError('record.stale', { current: memberOf(member) });
  if (member.state === 'left' || member.state === 'declined') {
    throw new AppError('state.refused', { message: '体制から外れた担当者の記載は直せません。' });
  }
  // A name may change (marriage, spelling) and an account be linked; the person, firm and roles of an approved plan may not.
  const samePerson = member.account_id === null || member.account_id === person.accountId;
  if (!samePerson || member.firm !== person.firm || !sameRoles(member.roles, person.roles)) {
    await checkNotFrozen(context, setting, [...member.roles, ...person.roles]);
  }
  checkRoles(person.roles, setting);
  await checkAccount(context, person.accountId);
  await checkAccountFree(context, engagementId, person.accountId, memberId);
  await checkNotTwice(context, engagementId, person, 'name', memberId);
  const next = await updateMember(context.tx, memberId, version, columnsOf(person));
  if (member.state === 'active' && !sameRoles(member.roles, person.roles)) {
    const now = await findMember(context.tx, engagementId, memberId);
    recordAssigned(context, setting, now, context.today, member.roles);
  }
  return { version: next };
};

const sameRoles = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

export const removeMember: H<'removeMember'> = async (context, { engagementId, memberId, version, occurredOn }) => {
  const setting = await settingOf(context, engagementId);
  const member = await findMember(context.tx, engagementId, memberId);
  await checkNotFrozen(context, setting, member.roles);
  if (member.version !== version) throw new AppError('record.stale', { current: memberOf(member) });
  if (member.state !== 'active') {
    throw new AppError('state.refused', { message: 'この担当者は、今の体制に入っていません。' });
  }
  const day = happenedOn(context, setting, occurredOn);
  if (day < member.from_day) {
    throw fieldError(
      'occurredOn',
      `配置された日（${formatEra(member.from_day)}）より前には外れられません。配置された日以後の日付を入力してください。`,
    );
  }
  await updateMember(context.tx, memberId, version, { state: 'left', is_lead: false, to_day: day });
  recordLeft(context, member, null, day);
  return OK;
};

export function recordLeft(context: Context, member: MemberRow, replacedBy: string | null, day: string): void {
  facts.record(context, 'member.left', {
    engagementId: member.engagement_id,
    subject: member.id,
    data: { member: member.id, replacedBy, ...(day === context.today ? {} : { occurredOn: day }) },
  });
}

export const appointLead: H<'appointLead'> = async (context, { engagementId, memberId, occurredOn }) => {
  const setting = await settingOf(context, engagementId);
  const day = happenedOn(context, setting, occurredOn);
  const members = await listMembers(context.tx, engagementId);
  const current = members.find((member) => member.state === 'active' && member.is_lead);
  // The first lead may be named at any time; another one after the approval is a change of the approved team.
  const { role } = leadOf(setting);
  if (current !== undefined) await checkNotFrozen(context, setting, [role]);
  await makeLead(context, setting, memberId, day);
  return OK;
};

/** @throws AppError `state.refused` where the specification knows no lead. */
function leadOf({ conditions }: Setting): { readonly clause: string; readonly role: string } {
  if (conditions?.lead !== undefined) return conditions.lead;
  throw new AppError('state.refused', {
    message: 'この業務委託の仕様書は、窓口となる担当者を一人に定めていません。担当者の役割を登録してください。',
  });
}

/** Makes a member the only lead. */
export async function makeLead(context: Context, setting: Setting, memberId: string, day: string): Promise<void> {
  const engagementId = setting.profile.id;
  const { role } = leadOf(setting);
  const member = await findMember(context.tx, engagementId, memberId);
  if (member.state !== 'active') {
    throw new AppError('state.refused', { message: `${role}は、今の体制に入っている担当者から選んでください。` });
  }
  if (member.is_lead) throw new AppError('record.duplicate', { message: `この担当者は、既に${role}です。` });
  const members = await listMembers(context.tx, engagementId);
  for (const other of members.filter(({ is_lead: lead }) => lead)) {
    await updateMember(context.tx, other.id, other.version, { is_lead: false });
  }
  await updateMember(context.tx, memberId, member.version, { is_lead: true });
  facts.record(context, 'lead.appointed', {
    engagementId,
    subject: memberId,
    data: { member: memberId, ...(day === context.today ? {} : { occurredOn: day }) },
  });
}
