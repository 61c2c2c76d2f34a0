/** Naming, confirming, moving and cancelling dates; place, tool and agenda of what is to come. */
import type { Weekday } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import type { MeetingKind, meetingsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { regularDays } from '../rules/series.ts';
import { insertMeeting, listMeetings, type MeetingRow, type MeetingValues, updateMeeting } from '../store/meetings.ts';
import { checkDepartment, checkOpen, EMPTY_MINUTES, meetingInHand, sideOf } from './common.ts';
import { asksOnlineAgreement, type Place, placeAfter, placeOf } from './place.ts';
import { kindOf, type Setting, settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** A meeting on which nothing has been said yet. */
export const newMeeting = (
  kind: MeetingKind,
  values: Pick<MeetingValues, 'title' | 'date' | 'start_time' | 'state' | 'proposed_by'> &
    Place &
    Partial<MeetingValues>,
): MeetingValues => ({
  type: kind.type,
  department_id: null,
  document_id: null,
  audience: kind.audience,
  tool_agreed: false,
  cancelled_because: '',
  participants: [],
  draft: EMPTY_MINUTES,
  submitted: null,
  length: kind.length,
  agenda: kind.topics.map((title) => ({ title, presenter: '', minutes: null })),
  online_agreed: false,
  papers_sent_on: null,
  decision: null,
  ...values,
});

const recordProposal = (context: Context, row: Pick<MeetingRow, 'engagement_id' | 'id' | 'type' | 'date'>) =>
  facts.record(context, 'meeting.proposed', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { type: row.type, date: row.date },
  });

/** A day to come on which the office is open. */
function checkDate(context: Context, { profile, calendar }: Setting, date: string): void {
  if (date < context.today) throw fieldError('date', '過ぎた日は選べません。今日以後の開庁日を選んでください。');
  if (date > profile.periodTo) throw fieldError('date', '契約期間の末日までの日を選んでください。');
  const reason = calendar.closedReason(date);
  if (reason !== undefined) throw fieldError('date', `この日は${reason}です。開庁日を選んでください。`);
}

/** The series that is meant: the main one unless a type is named. */
function seriesOf(
  setting: Setting,
  type: string | undefined,
): MeetingKind & { cadence: NonNullable<MeetingKind['cadence']> } {
  const kind = type === undefined ? setting.regular[0] : kindOf(setting, type);
  if (kind === undefined) {
    throw new AppError('state.refused', {
      message: '仕様書に定例の会議の定めがありません。会議の日程を一つずつ示してください。',
    });
  }
  const { cadence } = kind;
  if (cadence === null) throw fieldError('type', '定例ではない会議です。会議の日程を一つずつ示してください。');
  return { ...kind, cadence };
}

const WEEKDAYS = '月火水木金土日';

export const proposeRegularMeetings: H<'proposeRegularMeetings'> = async (context, input) => {
  const { engagementId, from, to, weekday, startTime } = input;
  const setting = await settingOf(context, engagementId);
  const { weekdays } = setting.conditions;
  const kind = seriesOf(setting, input.type);
  if (from < context.today) throw fieldError('from', '過ぎた日からは作れません。今日以後の日付にしてください。');
  if (to > setting.profile.periodTo) throw fieldError('to', '契約期間の末日までの日付にしてください。');
  if (to < from) throw fieldError('to', '終わりの日付は、始まりの日付以後にしてください。');
  if (!weekdays.includes(weekday)) {
    const allowed = weekdays.map((day) => WEEKDAYS[day - 1]).join('、');
    throw fieldError(
      'weekday',
      `この仕様書の定例の会議は、${allowed}曜日のいずれかに開きます。曜日を選び直してください。`,
    );
  }
  const standing = (await listMeetings(context.tx, engagementId)).some(
    (row) => row.type === kind.type && row.state !== 'cancelled' && row.date >= from && row.date <= to,
  );
  if (standing) {
    throw new AppError('record.duplicate', {
      message: 'この期間には、既に定例の打合せがあります。期間を変えるか、日ごとに日程を変更してください。',
    });
  }
  const days = regularDays(
    { from, to, weekday: weekday satisfies Weekday, cadence: kind.cadence, weekdays },
    setting.calendar,
  );
  const given = input.tool === undefined || input.tool === null ? (kind.modes[0] ?? '対面') : 'オンライン';
  const place = placeOf({ ...input, mode: input.mode ?? given }, setting);
  const meetings = days.map((date) => ({ id: context.newId(), date }));
  for (const { id, date } of meetings) {
    const values = newMeeting(kind, {
      title: kind.name,
      date,
      start_time: startTime,
      state: 'proposed',
      proposed_by: sideOf(context),
      ...place,
      ...(input.length === undefined ? {} : { length: input.length }),
    });
    await insertMeeting(context.tx, engagementId, id, values);
    recordProposal(context, { engagement_id: engagementId, id, type: kind.type, date });
  }
  return { meetings };
};

export const scheduleMeeting: H<'scheduleMeeting'> = async (context, input) => {
  const { engagementId, type, title, date, startTime } = input;
  const setting = await settingOf(context, engagementId);
  const kind = kindOf(setting, type);
  checkDate(context, setting, date);
  await checkDepartment(context, input.department);
  const id = context.newId();
  const values = newMeeting(kind, {
    title,
    date,
    start_time: startTime,
    state: 'proposed',
    proposed_by: sideOf(context),
    ...placeOf(input, setting),
    department_id: input.department ?? null,
    document_id: input.document ?? null,
    audience: input.audience ?? kind.audience,
    ...(input.length === undefined ? {} : { length: input.length }),
  });
  await insertMeeting(context.tx, engagementId, id, values);
  recordProposal(context, { engagement_id: engagementId, id, type, date });
  return { id };
};

export const confirmDate: H<'confirmDate'> = async (context, input) => {
  const { row, setting } = await meetingInHand(context, input);
  if (row.state !== 'proposed') {
    throw new AppError('state.refused', { message: '確認を待っている日程ではありません。一覧を開き直してください。' });
  }
  if (row.proposed_by === sideOf(context)) {
    throw new AppError('state.refused', {
      message: `自ら示した日程は確認できません。${row.proposed_by === 'city' ? '受託者' : '発注者'}の確認をお待ちください。`,
    });
  }
  // One side named the mode with the date, the other one confirms both.
  const agreed = row.mode === 'オンライン' && asksOnlineAgreement(setting, row.type);
  const version = await updateMeeting(context.tx, row.id, row.version, { state: 'agreed', online_agreed: agreed });
  facts.record(context, 'meeting.scheduled', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { type: row.type, date: row.date, agreed: true },
  });
  if (agreed) recordOnlineAgreed(context, row);
  return { version };
};

export function recordOnlineAgreed(context: Context, row: Pick<MeetingRow, 'engagement_id' | 'id' | 'type'>): void {
  facts.record(context, 'meeting.online-agreed', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { meeting: row.id, type: row.type },
  });
}

export const moveMeeting: H<'moveMeeting'> = async (context, input) => {
  const { row, setting } = await meetingInHand(context, input);
  checkOpen(row);
  checkDate(context, setting, input.date);
  const place = placeAfter(input, row, setting);
  const version = await updateMeeting(context.tx, row.id, row.version, {
    date: input.date,
    start_time: input.startTime,
    state: 'proposed',
    proposed_by: sideOf(context),
    ...place,
    online_agreed: false,
    tool_agreed: row.tool_agreed && place.tool === row.tool,
  });
  recordProposal(context, { ...row, date: input.date });
  return { version };
};

export const cancelMeeting: H<'cancelMeeting'> = async (context, input) => {
  const { row } = await meetingInHand(context, input);
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
  const { row } = await meetingInHand(context, input);
  checkOpen(row);
  if (row.browser_capable !== false) {
    throw new AppError('state.refused', { message: 'ブラウザで使えるツールのため、特別に認める必要はありません。' });
  }
  return { version: await updateMeeting(context.tx, row.id, row.version, { tool_agreed: true }) };
};

export const nameVenue: H<'nameVenue'> = async (context, input) => {
  const { row, setting } = await meetingInHand(context, input);
  checkOpen(row);
  if (row.mode !== '対面') {
    throw new AppError('state.refused', { message: '対面の会議ではないため、会場は要りません。' });
  }
  if (setting.conditions.venue?.by !== 'city') {
    throw new AppError('state.refused', {
      message: '会場を発注者だけで定める仕様ではありません。日程の変更から会場を示し、相手方の確認を受けてください。',
    });
  }
  return { version: await updateMeeting(context.tx, row.id, row.version, { venue: input.venue }) };
};

export const saveAgenda: H<'saveAgenda'> = async (context, input) => {
  const { row } = await meetingInHand(context, input);
  checkOpen(row);
  const version = await updateMeeting(context.tx, row.id, row.version, { agenda: input.agenda, length: input.length });
  return { version };
};
