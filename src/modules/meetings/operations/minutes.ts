/** What was said: attendance, minutes, what is still to do. */
import { dayOf } from '../../../core/calendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { MEETING_AUDIENCES } from '../conditions.ts';
import type { Action, meetingsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { progressText, REPORTED_KINDS } from '../rules.ts';
import {
  findMeeting,
  insertMeeting,
  listMeetings as listRows,
  type MeetingRow,
  type MeetingValues,
  updateMeeting,
} from '../store.ts';
import {
  checkDepartment,
  checkHappened,
  meetingInHand,
  meetingOf,
  placeOf,
  sees,
  type Setting,
  settingOf,
  sideOf,
} from './common.ts';
import { newMeeting } from './schedule.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const listMeetings: H<'listMeetings'> = async (context, { engagementId }) => {
  const setting = await settingOf(context, engagementId);
  const rows = await listRows(context.tx, engagementId);
  return { meetings: rows.filter((row) => sees(context, row)).map((row) => meetingOf(context, row, setting)) };
};

export const getMeeting: H<'getMeeting'> = async (context, { engagementId, meetingId }) => {
  const setting = await settingOf(context, engagementId);
  const row = await findMeeting(context.tx, engagementId, meetingId);
  if (!sees(context, row)) throw new AppError('record.missing', { internal: 'meeting out of reach' });
  return meetingOf(context, row, setting);
};

type Held = Pick<
  MeetingValues,
  | 'type'
  | 'date'
  | 'mode'
  | 'venue'
  | 'tool'
  | 'browser_capable'
  | 'tool_agreed'
  | 'department_id'
  | 'document_id'
  | 'audience'
  | 'participants'
>;

function recordHeld(context: Context, { profile, conditions }: Setting, id: string, held: Held): void {
  const online = held.mode === 'オンライン';
  const of = (side: string) => held.participants.filter((participant) => participant.side === side);
  facts.record(context, 'meeting.held', {
    engagementId: profile.id,
    subject: id,
    data: {
      type: held.type,
      occurredOn: held.date,
      mode: held.mode,
      venue: held.venue,
      tool: held.tool,
      browserCapable: held.browser_capable,
      toolAgreed: held.tool_agreed,
      licenceBy: online ? conditions.online.licenceBy : null,
      terminalsBy: online ? conditions.online.terminalsBy : null,
      department: held.department_id,
      document: held.document_id,
      audience: held.audience,
      participants: held.participants.flatMap(({ personId }) => (personId === null ? [] : [personId])),
      cityPeople: of('city').length,
      contractorPeople: of('contractor').length,
    },
  });
}

function checkAttendance(participants: Held['participants']): void {
  const present = (side: string) => participants.some((participant) => participant.side === side);
  if (!present('city') || !present('contractor')) {
    throw fieldError('participants', '発注者と受託者の出席者を、それぞれ一人以上入力してください。');
  }
}

export const holdMeeting: H<'holdMeeting'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await meetingInHand(context, setting, input);
  if (row.state !== 'agreed') {
    throw new AppError('state.refused', {
      message:
        row.state === 'proposed'
          ? `日程がまだ確認されていません。${row.proposed_by === 'city' ? '受託者' : '発注者'}が日程を確認してから記録してください。`
          : '既に行われたか、取りやめた会議です。一覧を開き直してください。',
    });
  }
  checkHappened(context, setting, row.date);
  checkAttendance(input.participants);
  await checkDepartment(context, input.department);
  const place = placeOf(
    {
      mode: input.mode ?? row.mode,
      venue: input.venue ?? row.venue,
      tool: input.tool ?? row.tool,
      browserCapable: input.browserCapable ?? row.browser_capable,
    },
    setting,
  );
  if (setting.conditions.online.browserOnly && place.browser_capable === false && !row.tool_agreed) {
    throw new AppError('state.refused', {
      message:
        'ブラウザだけでは使えないツールのため、先に発注者の担当課がこの会議のツールの使用を認める必要があります。',
    });
  }
  const held = {
    ...place,
    tool_agreed: row.tool_agreed,
    department_id: input.department ?? row.department_id,
    document_id: input.document ?? row.document_id,
    audience: input.audience ?? row.audience,
    participants: input.participants,
  };
  const version = await updateMeeting(context.tx, row.id, row.version, { ...held, state: 'held' });
  recordHeld(context, setting, row.id, { ...held, type: row.type, date: row.date });
  return { version };
};

export const recordHeldMeeting: H<'recordHeldMeeting'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const { online, regular } = setting.conditions;
  if (input.type === regular.type) {
    throw new AppError('state.refused', {
      message: '定例の打合せは、日程を双方で確認してから記録してください。',
    });
  }
  checkHappened(context, setting, input.occurredOn);
  checkAttendance(input.participants);
  await checkDepartment(context, input.department);
  const place = placeOf(input, setting);
  if (online.browserOnly && place.browser_capable === false) {
    throw new AppError('state.refused', {
      message: 'ブラウザだけでは使えないツールの会議は、日程を示し、発注者がツールの使用を認めてから記録してください。',
    });
  }
  const id = context.newId();
  const values = newMeeting({
    type: input.type,
    title: input.title,
    date: input.occurredOn,
    start_time: input.startTime,
    state: 'held',
    proposed_by: sideOf(context),
    ...place,
    department_id: input.department ?? null,
    document_id: input.document ?? null,
    audience: input.audience ?? MEETING_AUDIENCES[input.type] ?? null,
    participants: input.participants,
  });
  await insertMeeting(context.tx, input.engagementId, id, values);
  recordHeld(context, setting, id, values);
  return { id };
};

export const saveMinutes: H<'saveMinutes'> = async (context, input) => {
  const row = await meetingInHand(context, await settingOf(context, input.engagementId), input);
  if (row.state === 'cancelled') {
    throw new AppError('state.refused', { message: '取りやめた会議の議事録は作れません。' });
  }
  const actions = input.actions.map((action): Action => {
    const before = row.draft.actions.find(({ id }) => id === action.id);
    return {
      id: before?.id ?? context.newId(),
      text: action.text,
      owner: action.owner,
      due: action.due,
      doneOn: before?.doneOn ?? null,
    };
  });
  const draft = {
    agenda: input.agenda,
    report: input.report,
    decisions: input.decisions,
    actions,
    minutes: input.minutes,
  };
  return { version: await updateMeeting(context.tx, row.id, row.version, { draft }) };
};

export const submitMinutes: H<'submitMinutes'> = async (context, input) => {
  const row = await meetingInHand(context, await settingOf(context, input.engagementId), input);
  if (row.state !== 'held') {
    throw new AppError('state.refused', {
      message: '会議が行われたことをまだ記録していません。受託者が出席者を記録してから、議事録を提出してください。',
    });
  }
  if (row.draft.minutes.trim() === '' && row.draft.decisions.length === 0) {
    throw fieldError('minutes', '議事の内容又は決定事項を入力して保存してから、提出してください。');
  }
  const edition = (row.submitted?.edition ?? 0) + 1;
  const submitted = { ...row.draft, edition, submittedAt: context.now.toISOString() };
  const version = await updateMeeting(context.tx, row.id, row.version, { submitted });
  facts.record(context, 'minutes.submitted', {
    engagementId: input.engagementId,
    subject: row.id,
    data: { meeting: row.id, edition },
  });
  return { version };
};

export const completeAction: H<'completeAction'> = async (context, input) => {
  const row = await meetingInHand(context, await settingOf(context, input.engagementId), input);
  const finish = (actions: readonly Action[]): Action[] =>
    actions.map((action) => (action.id === input.actionId ? { ...action, doneOn: context.today } : action));
  const known = (sideOf(context) === 'contractor' ? row.draft : row.submitted)?.actions ?? [];
  if (!known.some(({ id }) => id === input.actionId)) throw new AppError('record.missing', { internal: 'action' });
  const version = await updateMeeting(context.tx, row.id, row.version, {
    draft: { ...row.draft, actions: finish(row.draft.actions) },
    submitted: row.submitted === null ? null : { ...row.submitted, actions: finish(row.submitted.actions) },
  });
  return { version };
};

export const draftReport: H<'draftReport'> = async (context, input) => {
  const { profile, conditions } = await settingOf(context, input.engagementId);
  const until = input.until ?? context.today;
  const rows = await listRows(context.tx, input.engagementId);
  const last = rows.findLast(
    (row: MeetingRow) => row.type === conditions.regular.type && row.state === 'held' && row.date < until,
  );
  const since = last?.date ?? profile.contractDate;
  const journal = await readFacts(context.tx, { engagementId: input.engagementId, kinds: REPORTED_KINDS });
  const text = progressText({
    since,
    until,
    facts: journal.map(({ kind, at, data }) => ({
      kind,
      data,
      day: typeof data['occurredOn'] === 'string' ? data['occurredOn'] : dayOf(at),
    })),
    openActions: rows.flatMap((row) => row.draft.actions.filter(({ doneOn }) => doneOn === null)),
  });
  return { since, until, text };
};
