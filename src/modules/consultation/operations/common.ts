/** What the operations on consultations share: the setting, who sees what, and how a row looks to the caller. */
import { formatEra } from '../../../core/calendar/index.ts';
import { reachesDepartment } from '../../../kernel/caller.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { Consultation } from '../contract.ts';
import { type ConsultationRow, type ConsultationValues, findConsultation } from '../store.ts';
import { isDeferred, plannedPeriod } from './cap.ts';
import type { Setting } from './setting.ts';

export type Viewer = 'office' | 'contractor' | 'department';

/** The CISO reads what the office reads. */
export function viewerOf({ caller }: Context): Viewer {
  if (caller.party === 'contractor') return 'contractor';
  return caller.roles.includes('security-office') || caller.roles.includes('ciso') ? 'office' : 'department';
}

/** The side that the caller writes for. */
export const sideOf = (context: Context): 'city' | 'contractor' =>
  context.caller.party === 'contractor' ? 'contractor' : 'city';

export const isOffice = ({ caller }: Context): boolean => caller.roles.includes('security-office');

/** The office sees all, the contractor what was handed to it or recorded by it, a department its own. */
export function sees(context: Context, row: ConsultationRow): boolean {
  const viewer = viewerOf(context);
  if (viewer === 'office') return true;
  if (viewer === 'contractor') return row.handler === 'contractor' || row.recorded_by === 'contractor';
  return isAsker(context, row);
}

/** True when the caller belongs to those who asked. */
export function isOwn(context: Context, row: ConsultationRow): boolean {
  const viewer = viewerOf(context);
  if (viewer === 'department') return isAsker(context, row);
  // Who called or wrote has no screen: the office speaks for them.
  return isOffice(context) && (row.origin === 'office' || row.asker_id === null);
}

function isAsker({ caller }: Context, row: ConsultationRow): boolean {
  if (row.asker_id === caller.accountId) return true;
  return row.department_id !== null && reachesDepartment(caller, row.department_id);
}

/** Names of departments and people by id, also of people who left. */
export interface Names {
  department(id: string): string;
  person(id: string): string;
}

const UNKNOWN_DEPARTMENT = '（今はない所属）';
const UNKNOWN_PERSON = '（登録のない人）';

export async function namesOf(context: Context): Promise<Names> {
  const client = context.client(peopleContract);
  const { departments } = await client.listDepartments({});
  const { accounts } = await client.listAccounts({ everyone: true });
  const byDepartment = new Map(departments.map(({ id, name }) => [id, name]));
  const byPerson = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  return {
    department: (id) => byDepartment.get(id) ?? UNKNOWN_DEPARTMENT,
    person: (id) => byPerson.get(id) ?? UNKNOWN_PERSON,
  };
}

export function viewOf(context: Context, row: ConsultationRow, setting: Setting, names: Names): Consultation {
  const parties = viewerOf(context) !== 'department';
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    category: row.category,
    channel: row.channel,
    origin: row.origin,
    department:
      row.department_id === null ? null : { id: row.department_id, name: names.department(row.department_id) },
    asker: row.asker_id === null ? row.asker_name : names.person(row.asker_id),
    urgent: row.urgent,
    receivedOn: row.received_on,
    questions: row.questions,
    state: row.state,
    handler: row.handler,
    member: parties && row.member_id !== null ? { id: row.member_id, name: names.person(row.member_id) } : null,
    due: row.due,
    answeredOn: row.answered_on,
    planned: parties ? plannedPeriod(setting, row) : null,
    deferred: parties && isDeferred(context, setting, row),
    exceededBecause: parties ? row.exceeded_because : '',
    closedBecause: row.closed_because,
    score: row.score,
    scoreComment: row.score_comment,
    advice: row.advice,
    adviceRecordedOn: row.advice_record?.on ?? null,
    own: isOwn(context, row),
    version: row.version,
  };
}

/** @throws AppError `record.missing`, also for what the caller may not see. */
export async function visibleConsultation(
  context: Context,
  { engagementId, consultationId }: { readonly engagementId: string; readonly consultationId: string },
): Promise<ConsultationRow> {
  const row = await findConsultation(context.tx, engagementId, consultationId);
  if (!sees(context, row)) throw new AppError('record.missing', { internal: 'consultation out of reach' });
  return row;
}

/** A consultation that the caller has in hand in its latest version. @throws AppError `record.missing`, `record.stale` */
export async function inHand(
  context: Context,
  setting: Setting,
  input: { readonly engagementId: string; readonly consultationId: string; readonly version: number },
): Promise<ConsultationRow> {
  const row = await visibleConsultation(context, input);
  if (row.version !== input.version) {
    throw new AppError('record.stale', { current: viewOf(context, row, setting, await namesOf(context)) });
  }
  return row;
}

/** A day on which something has already happened: not in the future, not before the contract. */
export function checkHappened(context: Context, { profile }: Setting, day: string): void {
  if (day > context.today) {
    throw fieldError('occurredOn', 'まだ来ていない日は記録できません。今日までの日付を入力してください。');
  }
  if (day < profile.contractDate) {
    throw fieldError('occurredOn', `契約日（${formatEra(profile.contractDate)}）以後の日付を入力してください。`);
  }
}

export function checkCategory({ categories }: Setting, category: string): void {
  if (!categories.includes(category)) {
    throw fieldError('category', '一覧にない分類です。分類を選び直してください。');
  }
}

/** Takes the uploads in use by a consultation. */
export async function attachAll(
  context: Context,
  fileIds: readonly string[],
  consultationId: string,
): Promise<{ id: string; name: string }[]> {
  const files: { id: string; name: string }[] = [];
  for (const fileId of new Set(fileIds)) {
    const { id, name } = await context.files.attach(fileId, `consultation:${consultationId}`);
    files.push({ id, name });
  }
  return files;
}

/** A consultation about which nothing has been decided yet. */
export const newConsultation = (
  values: Pick<
    ConsultationValues,
    | 'title'
    | 'category'
    | 'channel'
    | 'origin'
    | 'department_id'
    | 'asker_id'
    | 'asker_name'
    | 'recorded_by'
    | 'urgent'
    | 'received_on'
    | 'questions'
    | 'due'
    | 'advice'
  >,
): ConsultationValues => ({
  state: 'received',
  handler: null,
  member_id: null,
  taken: [],
  exceeded_because: '',
  answered_on: null,
  draft: null,
  duplicate_of: null,
  closed_because: null,
  score: null,
  score_comment: '',
  advice_record: null,
  ...values,
});
