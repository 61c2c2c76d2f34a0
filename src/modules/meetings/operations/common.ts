/** What the operations about meetings share. */
import { formatEra } from '../../../core/calendar/index.ts';
import { reachesDepartment } from '../../../kernel/caller.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { Meeting, Minutes } from '../contract.ts';
import { minutesDuty, papersDueOn } from '../rules/deadlines.ts';
import { findMeeting, type MeetingRow } from '../store/meetings.ts';
import { asksOnlineAgreement, venueMissing } from './place.ts';
import { type Setting, settingOf } from './setting.ts';

export const EMPTY_MINUTES: Minutes = { agenda: [], report: '', decisions: [], actions: [], minutes: '', issues: [] };

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

export function meetingOf(context: Context, row: MeetingRow, setting: Setting): Meeting {
  const online = row.mode === 'オンライン' ? setting.conditions.online : undefined;
  const kind = setting.kinds.find(({ type }) => type === row.type);
  const duty = minutesDuty(row.date, row.mode, setting.conditions.minutes, setting.calendar);
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    date: row.date,
    startTime: row.start_time,
    length: row.length,
    state: row.state,
    proposedBy: row.proposed_by,
    mode: row.mode,
    venue: row.venue,
    venueMissing: row.state === 'proposed' || row.state === 'agreed' ? venueMissing(row, setting.conditions) : null,
    tool: row.tool,
    browserCapable: row.browser_capable,
    toolAgreed: row.tool_agreed,
    toolAgreementMissing: online?.browserOnly === true && row.browser_capable === false && !row.tool_agreed,
    onlineAgreed: online !== undefined && asksOnlineAgreement(setting, row.type) ? row.online_agreed : null,
    licenceBy: online?.licenceBy ?? null,
    terminalsBy: online?.terminalsBy ?? null,
    equipmentBy: online?.equipmentBy ?? null,
    department: row.department_id,
    document: row.document_id,
    audience: row.audience,
    cancelledBecause: row.cancelled_because,
    agenda: row.agenda,
    papersDue: papersDueOn(row.date, kind?.papersBefore?.span, setting.calendar),
    papersSentOn: row.papers_sent_on,
    participants: row.participants,
    draft: context.caller.party === 'contractor' ? row.draft : null,
    submitted: row.submitted,
    minutesNeeded: duty.needed,
    minutesDue: duty.due,
    approval: approvalOf(row, setting),
    returnedBecause: approvalOf(row, setting) === 'returned' ? (row.decision?.reason ?? '') : '',
    version: row.version,
  };
}

/** How the city answered to the edition that was submitted last. */
export function approvalOf({ submitted, decision }: MeetingRow, { conditions }: Setting): Meeting['approval'] {
  if (conditions.minutes?.approval !== true || submitted === null) return 'none';
  if (decision?.edition !== submitted.edition) return 'waiting';
  return decision.approved ? 'approved' : 'returned';
}

/** A meeting that the caller may see, with what the specification says. @throws AppError `record.missing` */
export async function meetingInSight(
  context: Context,
  { engagementId, meetingId }: { readonly engagementId: string; readonly meetingId: string },
): Promise<{ readonly setting: Setting; readonly row: MeetingRow }> {
  const setting = await settingOf(context, engagementId);
  const row = await findMeeting(context.tx, engagementId, meetingId);
  if (!sees(context, row)) throw new AppError('record.missing', { internal: 'meeting out of reach' });
  return { setting, row };
}

/** A meeting that the caller has in hand in its latest version. @throws AppError `record.missing`, `record.stale` */
export async function meetingInHand(
  context: Context,
  given: { readonly engagementId: string; readonly meetingId: string; readonly version: number },
): Promise<{ readonly setting: Setting; readonly row: MeetingRow }> {
  const found = await meetingInSight(context, given);
  if (found.row.version !== given.version) {
    throw new AppError('record.stale', { current: meetingOf(context, found.row, found.setting) });
  }
  return found;
}

/** A day on which something has already happened: not in the future, not before the contract. */
export function checkHappened(context: Context, { profile }: Pick<Setting, 'profile'>, day: string): void {
  if (day > context.today) {
    throw fieldError('occurredOn', 'まだ来ていない日は記録できません。今日までの日付を入力してください。');
  }
  if (day < profile.contractDate) {
    throw fieldError('occurredOn', `契約日（${formatEra(profile.contractDate)}）以後の日付を入力してください。`);
  }
}

/** @throws AppError `input.invalid` for a department that does not exist today. */
export async function checkDepartment(context: Context, department: string | null | undefined): Promise<void> {
  if (department === null || department === undefined) return;
  const { departments } = await context.client(peopleContract).listDepartments({});
  if (!departments.some(({ id }) => id === department)) {
    throw fieldError('department', '一覧にない所属です。所属を選び直してください。');
  }
}

/** Not held and not called off. @throws AppError `state.refused` */
export function checkOpen(row: MeetingRow): void {
  if (row.state === 'held') {
    throw new AppError('state.refused', { message: '既に行われた会議のため、変更できません。' });
  }
  if (row.state === 'cancelled') {
    throw new AppError('state.refused', { message: '取りやめた会議です。新しい会議の日程を示してください。' });
  }
}
