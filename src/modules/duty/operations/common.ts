/** What the operations of the module share. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { type Member, teamContract } from '../../team/contract.ts';
import type { DutyConditions } from '../../../core/specification/index.ts';
import type { dutyContract } from '../contract.ts';
import type { Body, Entry, Kind } from '../records.ts';
import { findRecord, insertRecord } from '../store.ts';

type C = typeof dutyContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export interface Setting {
  readonly profile: EngagementProfile;
  /** What its specification asks; a part that it is silent about is absent. */
  readonly conditions: DutyConditions;
}

/** The engagement with its duties. @throws AppError `record.missing` */
export async function settingOf(context: Context, engagementId: string): Promise<Setting> {
  const engagements = context.client(engagementContract);
  const profile = await engagements.getEngagement({ engagementId });
  const { conditions } = await engagements.getSpecification({ engagementId });
  return { profile, conditions: conditions.duties ?? {} };
}

/** A part of the duties that an operation rests on. @throws AppError `state.refused` where the specification is silent. */
export function asked<T>(part: T | undefined, name: string): T {
  if (part !== undefined) return part;
  throw refused(`この業務委託の仕様書には、${name}の定めがありません。仕様書に定めのある手続だけを記録できます。`);
}

/** The day on which something happened: today unless another is named, not in the future, not before the contract. */
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

/** `occurredOn` for a fact, only where the day differs from the day of recording. */
export const onDay = (context: Context, day: string): { occurredOn?: string } =>
  day === context.today ? {} : { occurredOn: day };

/** Members of the team who work today. */
export async function activeMembers(context: Context, engagementId: string): Promise<readonly Member[]> {
  const { members } = await context.client(teamContract).getTeam({ engagementId });
  return members.filter(({ state }) => state === 'active');
}

/** @throws AppError `input.invalid` for somebody who is not in the team today. */
export async function activeMember(context: Context, engagementId: string, memberId: string): Promise<Member> {
  const member = (await activeMembers(context, engagementId)).find(({ id }) => id === memberId);
  if (member === undefined) throw fieldError('memberId', '今の体制に入っている担当者を選んでください。');
  return member;
}

/** @throws AppError `input.invalid` when one of them is not in the team today. */
export async function checkMembers(
  context: Context,
  engagementId: string,
  ids: readonly string[],
  path: string,
): Promise<void> {
  const active = await activeMembers(context, engagementId);
  if (!ids.every((wanted) => active.some(({ id }) => id === wanted))) {
    throw fieldError(path, '今の体制に入っている担当者だけを選んでください。');
  }
}

/** People speak for themselves; for a member without an account those who manage the duties record it. */
export function checkSpeaksFor(context: Context, member: Member): void {
  const managing = context.caller.roles.some((role) =>
    ['project-manager', 'audit-lead', 'quality-manager'].includes(role),
  );
  if (member.accountId === null ? managing : member.accountId === context.caller.accountId) return;
  throw new AppError('permission.refused', {
    message: '本人だけが行える手続です。本人の利用者名でサインインして行ってください。',
  });
}

/** Takes the uploads in use by the record. */
export async function attachAll(context: Context, fileIds: readonly string[], recordId: string): Promise<void> {
  for (const fileId of new Set(fileIds)) await context.files.attach(fileId, `duty:${recordId}`);
}

/** Writes a new record and answers with its id. */
export async function create<K extends Kind>(
  context: Context,
  kind: K,
  engagementId: string,
  body: Body<K>,
  fileIds: readonly string[] = [],
): Promise<string> {
  const id = context.newId();
  await attachAll(context, fileIds, id);
  await insertRecord(context.tx, kind, { engagementId, id, body, at: context.now });
  return id;
}

/** The record that the caller has in hand, in its latest version. @throws AppError `record.missing`, `record.stale` */
export async function inHand<K extends Kind>(
  context: Context,
  kind: K,
  { engagementId, id, version }: { readonly engagementId: string; readonly id: string; readonly version: number },
): Promise<Entry<K>> {
  const entry = await findRecord(context.tx, engagementId, kind, id);
  if (entry.version !== version) throw new AppError('record.stale', { current: entry });
  return entry;
}

export const refused = (message: string): AppError => new AppError('state.refused', { message });

/** A refusal needs words. */
export function checkComment(approved: boolean, comment: string): void {
  if (!approved && comment.trim() === '') throw fieldError('comment', '承諾しない理由を入力してください。');
}
