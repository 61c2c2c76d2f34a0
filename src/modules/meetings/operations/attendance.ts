/** That a meeting took place, and who came. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import type { meetingsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { findMeeting, insertMeeting, type MeetingValues, updateMeeting } from '../store/meetings.ts';
import { checkDepartment, checkHappened, EMPTY_MINUTES, meetingInHand, sideOf } from './common.ts';
import { submitEdition } from './minutes.ts';
import { asksOnlineAgreement, checkPlaceHeld, type Place, placeAfter, placeOf } from './place.ts';
import { newMeeting, recordOnlineAgreed } from './schedule.ts';
import { kindOf, type Setting, settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

type Held = Place &
  Pick<MeetingValues, 'type' | 'date' | 'tool_agreed' | 'department_id' | 'document_id' | 'audience' | 'participants'>;

function recordHeld(context: Context, { profile, conditions }: Setting, id: string, held: Held): void {
  const online = held.mode === 'オンライン' ? conditions.online : undefined;
  const came = held.participants.filter(({ attendance }) => attendance !== 'absent');
  const of = (side: string) => came.filter((participant) => participant.side === side);
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
      // Who provides the equipment also provides the licence, where the specification names nobody for that.
      licenceBy: online?.licenceBy ?? online?.equipmentBy ?? null,
      terminalsBy: online?.terminalsBy ?? null,
      department: held.department_id,
      document: held.document_id,
      audience: held.audience,
      participants: came.flatMap(({ personId }) => (personId === null ? [] : [personId])),
      cityPeople: of('city').length,
      contractorPeople: of('contractor').length,
    },
  });
}

/** Somebody of each side came; who was expected and stayed away does not count. */
function checkAttendance(participants: Held['participants']): void {
  const present = (side: string) => participants.some((one) => one.side === side && one.attendance !== 'absent');
  if (!present('city') || !present('contractor')) {
    throw fieldError('participants', '発注者と受託者の出席者を、それぞれ一人以上入力してください。');
  }
}

export const holdMeeting: H<'holdMeeting'> = async (context, input) => {
  const { row, setting } = await meetingInHand(context, input);
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
  const place = placeAfter(input, row, setting);
  checkPlaceHeld(place, setting, row.type, {
    toolAgreed: row.tool_agreed,
    onlineAgreed: row.online_agreed,
    unplanned: false,
  });
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
  const kind = kindOf(setting, input.type);
  if (kind.regular) {
    throw new AppError('state.refused', {
      message: '定例の打合せは、日程を双方で確認してから記録してください。',
    });
  }
  await checkDepartment(context, input.department);
  const id = await insertHeld(context, setting, {
    ...input,
    department_id: input.department ?? null,
    document_id: input.document ?? null,
    audience: input.audience ?? kind.audience,
    draft: EMPTY_MINUTES,
  });
  return { id };
};

export const recordTalk: H<'recordTalk'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const id = await insertHeld(context, setting, {
    ...input,
    type: 'talk',
    department_id: null,
    document_id: null,
    audience: null,
    participants: [
      { personId: context.caller.accountId, name: input.contractor, side: 'contractor', attendance: 'present' },
      { personId: null, name: input.city, side: 'city', attendance: 'present' },
    ],
    draft: { ...EMPTY_MINUTES, agenda: [input.title], minutes: input.said, decisions: input.decisions },
  });
  if (input.submit) await submitEdition(context, await findMeeting(context.tx, input.engagementId, id));
  return { id };
};

type Unplanned = Pick<
  ParsedInputOf<C, 'recordHeldMeeting'>,
  | 'engagementId'
  | 'type'
  | 'title'
  | 'occurredOn'
  | 'startTime'
  | 'mode'
  | 'tool'
  | 'browserCapable'
  | 'onlineAgreed'
  | 'participants'
> & { readonly venue?: string | null | undefined } & Pick<
    MeetingValues,
    'department_id' | 'document_id' | 'audience' | 'draft'
  >;

/** A meeting that nobody announced: it is held at once. */
async function insertHeld(context: Context, setting: Setting, given: Unplanned): Promise<string> {
  checkHappened(context, setting, given.occurredOn);
  checkAttendance(given.participants);
  const place = placeOf(given, setting);
  const onlineAgreed = given.onlineAgreed === true;
  checkPlaceHeld(place, setting, given.type, { toolAgreed: false, onlineAgreed, unplanned: true });
  const agreed = place.mode === 'オンライン' && asksOnlineAgreement(setting, given.type);
  const id = context.newId();
  const { department_id, document_id, audience, draft, participants } = given;
  const values = newMeeting(kindOf(setting, given.type), {
    title: given.title,
    date: given.occurredOn,
    start_time: given.startTime,
    state: 'held',
    proposed_by: sideOf(context),
    ...place,
    department_id,
    document_id,
    audience,
    draft,
    participants,
    online_agreed: agreed,
  });
  await insertMeeting(context.tx, given.engagementId, id, values);
  if (agreed) recordOnlineAgreed(context, { engagement_id: given.engagementId, id, type: given.type });
  recordHeld(context, setting, id, values);
  return id;
}
