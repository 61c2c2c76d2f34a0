/** Naming, confirming, moving and cancelling dates. Clause 8(2)-p2. */
import { createCalendar } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { MEETING_AUDIENCES, MEETING_TYPES } from '../conditions.ts';
import type { meetingsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { regularDays } from '../rules.ts';
import { insertMeeting, listMeetings, type MeetingRow, type MeetingValues, updateMeeting } from '../store.ts';
import { checkDepartment, EMPTY_MINUTES, meetingInHand, placeOf, type Setting, settingOf, sideOf } from './common.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

const calendar = createCalendar();

/** A meeting on which nothing has been said yet. */
export const newMeeting = (
  values: Pick<MeetingValues, 'type' | 'title' | 'date' | 'start_time' | 'state' | 'proposed_by'> &
    ReturnType<typeof placeOf> &
    Partial<MeetingValues>,
): MeetingValues => ({
  department_id: null,
  document_id: null,
  audience: null,
  tool_agreed: false,
  cancelled_because: '',
  participants: [],
  draft: EMPTY_MINUTES,
  submitted: null,
  ...values,
});

const recordProposal = (context: Context, row: Pick<MeetingRow, 'engagement_id' | 'id' | 'type' | 'date'>) =>
  facts.record(context, 'meeting.proposed', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { type: row.type, date: row.date },
  });

/** A day to come on which the office is open. */
function checkDate(context: Context, { profile }: Setting, date: string): void {
  if (date < context.today) throw fieldError('date', '過ぎた日は選べません。今日以後の開庁日を選んでください。');
  if (date > profile.periodTo) throw fieldError('date', '契約期間の末日までの日を選んでください。');
  const reason = calendar.closedReason(date);
  if (reason !== undefined) throw fieldError('date', `この日は${reason}です。開庁日を選んでください。`);
}

export const proposeRegularMeetings: H<'proposeRegularMeetings'> = async (context, input) => {
  const { engagementId, from, to, weekday, startTime, tool, browserCapable } = input;
  const setting = await settingOf(context, engagementId);
  const { regular } = setting.conditions;
  if (from < context.today) throw fieldError('from', '過ぎた日からは作れません。今日以後の日付にしてください。');
  if (to > setting.profile.periodTo) throw fieldError('to', '契約期間の末日までの日付にしてください。');
  if (to < from) throw fieldError('to', '終わりの日付は、始まりの日付以後にしてください。');
  const standing = (await listMeetings(context.tx, engagementId)).some(
    (row) => row.type === regular.type && row.state !== 'cancelled' && row.date >= from && row.date <= to,
  );
  if (standing) {
    throw new AppError('record.duplicate', {
      message: 'この期間には、既に定例の打合せがあります。期間を変えるか、日ごとに日程を変更してください。',
    });
  }
  const days = regularDays({ from, to, weekday, everyWeeks: regular.everyWeeks }, calendar);
  const place = placeOf({ mode: regular.mode, tool, browserCapable }, setting);
  const meetings = days.map((date) => ({ id: context.newId(), date }));
  for (const { id, date } of meetings) {
    const values = newMeeting({
      type: regular.type,
      title: MEETING_TYPES[regular.type],
      date,
      start_time: startTime,
      state: 'proposed',
      proposed_by: sideOf(context),
      ...place,
    });
    await insertMeeting(context.tx, engagementId, id, values);
    recordProposal(context, { engagement_id: engagementId, id, type: regular.type, date });
  }
  return { meetings };
};

export const scheduleMeeting: H<'scheduleMeeting'> = async (context, input) => {
  const { engagementId, type, title, date, startTime } = input;
  const setting = await settingOf(context, engagementId);
  checkDate(context, setting, date);
  await checkDepartment(context, input.department);
  const id = context.newId();
  await insertMeeting(
    context.tx,
    engagementId,
    id,
    newMeeting({
      type,
      title,
      date,
      start_time: startTime,
      state: 'proposed',
      proposed_by: sideOf(context),
      ...placeOf(input, setting),
      department_id: input.department ?? null,
      document_id: input.document ?? null,
      audience: input.audience ?? MEETING_AUDIENCES[type] ?? null,
    }),
  );
  recordProposal(context, { engagement_id: engagementId, id, type, date });
  return { id };
};

export const confirmDate: H<'confirmDate'> = async (context, input) => {
  const row = await meetingInHand(context, await settingOf(context, input.engagementId), input);
  if (row.state !== 'proposed') {
    throw new AppError('state.refused', { message: '確認を待っている日程ではありません。一覧を開き直してください。' });
  }
  if (row.proposed_by === sideOf(context)) {
    throw new AppError('state.refused', {
      message: `自ら示した日程は確認できません。${row.proposed_by === 'city' ? '受託者' : '発注者'}の確認をお待ちください。`,
    });
  }
  const version = await updateMeeting(context.tx, row.id, row.version, { state: 'agreed' });
  facts.record(context, 'meeting.scheduled', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { type: row.type, date: row.date, agreed: true },
  });
  return { version };
};

export const moveMeeting: H<'moveMeeting'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await meetingInHand(context, setting, input);
  checkOpen(row);
  checkDate(context, setting, input.date);
  const version = await updateMeeting(context.tx, row.id, row.version, {
    date: input.date,
    start_time: input.startTime,
    state: 'proposed',
    proposed_by: sideOf(context),
  });
  recordProposal(context, { ...row, date: input.date });
  return { version };
};

export const cancelMeeting: H<'cancelMeeting'> = async (context, input) => {
  const row = await meetingInHand(context, await settingOf(context, input.engagementId), input);
  checkOpen(row);
  const version = await updateMeeting(context.tx, row.id, row.version, {
    state: 'cancelled',
    cancelled_because: input.reason,
  });
  facts.record(context, 'meeting.cancelled', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { type: row.type, date: row.date },
  });
  return { version };
};

export const agreeTool: H<'agreeTool'> = async (context, input) => {
  const row = await meetingInHand(context, await settingOf(context, input.engagementId), input);
  checkOpen(row);
  if (row.browser_capable !== false) {
    throw new AppError('state.refused', { message: 'ブラウザで使えるツールのため、特別に認める必要はありません。' });
  }
  return { version: await updateMeeting(context.tx, row.id, row.version, { tool_agreed: true }) };
};

function checkOpen(row: MeetingRow): void {
  if (row.state === 'held') {
    throw new AppError('state.refused', { message: '既に行われた会議のため、変更できません。' });
  }
  if (row.state === 'cancelled') {
    throw new AppError('state.refused', { message: '取りやめた会議です。新しい会議の日程を示してください。' });
  }
}
