/** Meetings and messages as spreadsheets: a year's meetings are planned, and correspondence is entered, row by row. */
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  numberColumn,
  REQUIRED,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, type ValueReader, wordsAsLabels } from '../../../kernel/list.ts';
import { meetingsContract } from '../contract.ts';
import { MEETING_MODES, MESSAGE_CHANNELS } from '../meeting-types.ts';

type Out<K extends keyof (typeof meetingsContract)['operations']> = OutputOf<typeof meetingsContract, K>;
const MODES = wordsAsLabels(MEETING_MODES);
const STATES = { proposed: '確認待ち', agreed: '決定', held: '開催済み', cancelled: '取りやめ' } as const;
const KEPT = '会議の種類と題名は、登録した後は変えられません。';

export const meetingList = editableList<Out<'listMeetings'>['meetings'][number]>({
  id: 'meetings',
  title: '会議',
  answers: ['listMeetings', 'getMeeting'],
  scope: 'engagement',
  permission: 'meetings.read',
  edit: 'meetings.arrange',
  help: '行を加えると会議の日を提案し、日・時刻・場所などを変えると日程の変更を提案します。相手方が確認すると決まります。',
  records: async (context, scope) =>
    (await context.client(meetingsContract).listMeetings({ engagementId: engagementOf(scope) })).meetings,
  key: ({ id }) => id,
  locked: ({ state }) =>
    state === 'held' || state === 'cancelled' ? '開催した会議と取りやめた会議の日程は変えられません。' : null,
  columns: async (context, scope) => {
    const { types } = await context.client(meetingsContract).listTypes({ engagementId: engagementOf(scope) });
    const names = types.map(({ type, name }) => ({ value: type, label: name }));
    return [
      choiceColumn('type', '種類', 20, names, (it) => it.type, { ...FIRST, reason: KEPT }),
      textColumn('title', '会議', 36, (it) => it.title, { ...FIRST, reason: KEPT, maxLength: 200 }),
      dayColumn('date', '日', (it) => it.date, REQUIRED),
      textColumn('startTime', '時刻', 8, (it) => it.startTime, { ...REQUIRED, maxLength: 5 }),
      choiceColumn('mode', '方法', 12, MODES, (it) => it.mode, REQUIRED),
      textColumn('venue', '場所', 24, (it) => it.venue, { ...EDITABLE, maxLength: 200 }),
      textColumn('tool', 'Web会議の道具', 20, (it) => it.tool, { ...EDITABLE, maxLength: 200 }),
      numberColumn('length', '時間（分）', 10, (it) => it.length, {
        ...FIRST_OPTIONAL,
        reason: KEPT,
        min: 5,
        max: 1440,
      }),
      choiceColumn('state', '状態', 12, STATES, (it) => it.state, { reason: '状態は、手続きによって変わります。' }),
      textsColumn('agenda', '次第', 50, (it) => it.agenda.map(({ title }) => title), {
        reason: '次第は、会議の画面で定めます。',
      }),
    ];
  },
  add: (context, scope, values) => {
    const length = values.numberOrNull('length');
    return context.client(meetingsContract).scheduleMeeting({
      engagementId: engagementOf(scope),
      type: values.text('type'),
      title: values.text('title'),
      ...(length === null ? {} : { length }),
      ...settingOf(values),
    });
  },
  change: (context, scope, { id: meetingId, version }, values) =>
    context
      .client(meetingsContract)
      .moveMeeting({ engagementId: engagementOf(scope), meetingId, version, ...settingOf(values) }),
});

const settingOf = (values: ValueReader) => ({
  date: values.text('date'),
  startTime: values.text('startTime'),
  mode: values.one('mode', MODES),
  venue: values.textOrNull('venue'),
  tool: values.textOrNull('tool'),
});

const CHANNELS = wordsAsLabels(MESSAGE_CHANNELS);
const DIRECTIONS = { 'to-city': '市へ', 'from-city': '市から' } as const;
const RECORDED = '連絡の記録は、後から変えられません。';
const NEW = { ...FIRST, reason: RECORDED };

export const messageList = editableList<Out<'listMessages'>['messages'][number]>({
  id: 'messages',
  title: '連絡の記録',
  answers: ['listMessages'],
  scope: 'engagement',
  permission: 'messages.read',
  edit: 'messages.record',
  help: '行を加えると、連絡が記録されます。添付のあるものは、画面から記録してください。',
  records: async (context, scope) =>
    (await context.client(meetingsContract).listMessages({ engagementId: engagementOf(scope) })).messages,
  key: ({ id }) => id,
  locked: () => RECORDED,
  columns: [
    dayColumn('occurredOn', '日', (it) => it.sentOn, { ...FIRST_OPTIONAL, reason: RECORDED }),
    choiceColumn('direction', '向き', 12, DIRECTIONS, (it) => it.direction, NEW),
    choiceColumn('channel', '手段', 12, CHANNELS, (it) => it.channel, NEW),
    textColumn('counterpart', '相手', 24, (it) => it.counterpart, { ...NEW, maxLength: 200 }),
    textColumn('subject', '件名', 36, (it) => it.subject, { ...NEW, maxLength: 200 }),
    textColumn('body', '内容', 70, (it) => it.body, { ...NEW, maxLength: 10_000 }),
  ],
  add: (context, scope, values) => {
    const occurredOn = values.textOrNull('occurredOn');
    return context.client(meetingsContract).recordMessage({
      engagementId: engagementOf(scope),
      channel: values.one('channel', CHANNELS),
      direction: values.one('direction', DIRECTIONS),
      subject: values.text('subject'),
      body: values.text('body'),
      counterpart: values.text('counterpart'),
      fileIds: [],
      ...(occurredOn === null ? {} : { occurredOn }),
    });
  },
});
