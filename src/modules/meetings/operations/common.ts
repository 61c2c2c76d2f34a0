/** What the operations of the module share. */
import { formatEra } from '../../../core/calendar/index.ts';
import { reachesDepartment } from '../../../kernel/caller.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { type MeetingConditions, meetingConditionsOf, type MeetingMode } from '../conditions.ts';
import type { Meeting, Minutes } from '../contract.ts';
import { findMeeting, type MeetingRow, type MeetingValues } from '../store.ts';

export interface Setting {
  readonly profile: EngagementProfile;
  readonly conditions: MeetingConditions;
}

/** The engagement with what its specification says about meetings. @throws AppError `record.missing` */
export async function settingOf(context: Context, engagementId: string): Promise<Setting> {
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  return { profile, conditions: meetingConditionsOf(profile.specification) };
}

export const EMPTY_MINUTES: Minutes = { agenda: [], report: '', decisions: [], actions: [], minutes: '' };

/** The side that the caller speaks for. */
export const sideOf = (context: Context): 'city' | 'contractor' =>
  context.caller.party === 'contractor' ? 'contractor' : 'city';

/** City offices and the contractor see every meeting; people of a department those about it, once the date stands. */
export function sees(context: Context, row: MeetingRow): boolean {
  const { caller } = context;
  if (caller.party === 'contractor' || caller.roles.includes('security-office') || caller.roles.includes('ciso')) {
    return true;
  }
  const settled = row.state === 'agreed' || row.state === 'held';
  return settled && row.department_id !== null && reachesDepartment(caller, row.department_id);
}

export function meetingOf(context: Context, row: MeetingRow, { conditions }: Setting): Meeting {
  const online = row.mode === 'オンライン';
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    date: row.date,
    startTime: row.start_time,
    state: row.state,
    proposedBy: row.proposed_by,
    mode: row.mode,
    venue: row.venue,
    tool: row.tool,
    browserCapable: row.browser_capable,
    toolAgreed: row.tool_agreed,
    licenceBy: online ? conditions.online.licenceBy : null,
    terminalsBy: online ? conditions.online.terminalsBy : null,
    department: row.department_id,
    document: row.document_id,
    audience: row.audience,
    cancelledBecause: row.cancelled_because,
    participants: row.participants,
    draft: context.caller.party === 'contractor' ? row.draft : null,
    submitted: row.submitted,
    version: row.version,
  };
}

/** A meeting that the caller has in hand in its latest version. @throws AppError `record.missing`, `record.stale` */
export async function meetingInHand(
  context: Context,
  setting: Setting,
  { engagementId, meetingId, version }: { engagementId: string; meetingId: string; version: number },
): Promise<MeetingRow> {
  const row = await findMeeting(context.tx, engagementId, meetingId);
  if (!sees(context, row)) throw new AppError('record.missing', { internal: 'meeting out of reach' });
  if (row.version !== version) throw new AppError('record.stale', { current: meetingOf(context, row, setting) });
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

export interface PlaceInput {
  readonly mode: MeetingMode;
  readonly venue?: string | null | undefined;
  readonly tool?: string | null | undefined;
  readonly browserCapable?: boolean | null | undefined;
}

/** Where or by which tool people meet. Face to face defaults to the first place of the contract. */
export function placeOf(
  input: PlaceInput,
  { profile }: Setting,
): Pick<MeetingValues, 'mode' | 'venue' | 'tool' | 'browser_capable'> {
  if (input.mode === '対面') {
    return {
      mode: '対面',
      venue: input.venue ?? profile.places[0] ?? profile.client.department,
      tool: null,
      browser_capable: null,
    };
  }
  if (input.tool === undefined || input.tool === null) {
    throw fieldError('tool', 'オンラインの会議では、使うツールを入力してください。');
  }
  if (input.browserCapable === undefined || input.browserCapable === null) {
    throw fieldError('browserCapable', 'ブラウザだけで使えるかどうかを選んでください。');
  }
  return { mode: 'オンライン', venue: null, tool: input.tool, browser_capable: input.browserCapable };
}

/** @throws AppError `input.invalid` for a department that does not exist today. */
export async function checkDepartment(context: Context, department: string | null | undefined): Promise<void> {
  if (department === null || department === undefined) return;
  const { departments } = await context.client(peopleContract).listDepartments({});
  if (!departments.some(({ id }) => id === department)) {
    throw fieldError('department', '一覧にない所属です。所属を選び直してください。');
  }
}
