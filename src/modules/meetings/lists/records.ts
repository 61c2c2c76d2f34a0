/** Meetings and messages: what both sides agreed on or sent to each other only goes out. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn, textsColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList } from '../../../kernel/list.ts';
import { meetingsContract } from '../contract.ts';

type Out<K extends keyof (typeof meetingsContract)['operations']> = OutputOf<typeof meetingsContract, K>;

export const meetingList = exportedList<Out<'listMeetings'>['meetings'][number]>({
  id: 'meetings',
  title: '会議',
  answers: ['listMeetings', 'getMeeting'],
  scope: 'engagement',
  permission: 'meetings.read',
  because: '会議の日は、一方が示して他方が確認すると決まります。日程と記録は会議の画面から行います。',
  records: async (context, scope) =>
    (await context.client(meetingsContract).listMeetings({ engagementId: engagementOf(scope) })).meetings,
  key: ({ id }) => id,
  columns: [
    dayColumn('date', '日', (it) => it.date),
    textColumn('startTime', '時刻', 8, (it) => it.startTime),
    textColumn('title', '会議', 36, (it) => it.title),
    textColumn('mode', '方法', 12, (it) => it.mode),
    textColumn('venue', '場所', 24, (it) => it.venue),
    choiceColumn(
      'state',
      '状態',
      12,
      { proposed: '確認待ち', agreed: '決定', held: '開催済み', cancelled: '取りやめ' },
      (it) => it.state,
    ),
    textsColumn('agenda', '次第', 50, (it) => it.agenda.map(({ title }) => title)),
    numberColumn('length', '時間（分）', 10, (it) => it.length),
  ],
});

export const messageList = exportedList<Out<'listMessages'>['messages'][number]>({
  id: 'messages',
  title: '連絡の記録',
  answers: ['listMessages'],
  scope: 'engagement',
  permission: 'messages.read',
  because: '連絡は、送った側又は受けた側がその都度記録し、後から書き換えません。',
  records: async (context, scope) =>
    (await context.client(meetingsContract).listMessages({ engagementId: engagementOf(scope) })).messages,
  key: ({ id }) => id,
  columns: [
    dayColumn('sentOn', '日', (it) => it.sentOn),
    choiceColumn('direction', '向き', 12, { 'to-city': '市へ', 'from-city': '市から' }, (it) => it.direction),
    textColumn('channel', '手段', 12, (it) => it.channel),
    textColumn('counterpart', '相手', 24, (it) => it.counterpart),
    textColumn('subject', '件名', 36, (it) => it.subject),
    textColumn('body', '内容', 70, (it) => it.body),
  ],
});
