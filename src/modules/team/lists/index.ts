import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  numberColumn,
  textColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, exportedList } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { teamContract } from '../contract.ts';
import { credentialList, experienceList, memberList, qualificationList } from './members.ts';

type Out<K extends keyof (typeof teamContract)['operations']> = OutputOf<typeof teamContract, K>;
const COMMON = { scope: 'engagement', permission: 'team.read' } as const;

const CONDITION_STATES = { satisfied: '満たす', attention: '注意', unsatisfied: '満たさない' } as const;

const conditionList = exportedList<Out<'getConditions'>['conditions'][number]>({
  ...COMMON,
  id: 'conditions',
  title: '体制の条件',
  answers: ['getConditions'],
  because: '体制の条件は仕様書から、満たすかどうかは担当者の記録から計算されます。',
  records: async (context, scope) =>
    (await context.client(teamContract).getConditions({ engagementId: engagementOf(scope) })).conditions,
  key: ({ clause, title }) => `${clause} ${title}`,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause),
    textColumn('title', '条件', 44, (it) => it.title),
    choiceColumn('state', '状態', 14, CONDITION_STATES, (it) => it.state),
    textColumn('explanation', '説明', 60, (it) => it.explanation),
    dayColumn('endsOn', '切れる日', (it) => it.endsOn),
  ],
});

const KEPT = '伝えた指示は変えられません。読んだことは、担当者本人が画面で記録します。';
const NEW = { ...FIRST, reason: KEPT };

const instructionList = editableList<Out<'listInstructions'>['instructions'][number]>({
  ...COMMON,
  id: 'instructions',
  title: '伝えた指示',
  answers: ['listInstructions'],
  edit: 'team.instruct',
  help: '行を加えると、指示を伝えたことになり、相手に確認が求められます。',
  records: async (context, scope) =>
    (await context.client(teamContract).listInstructions({ engagementId: engagementOf(scope) })).instructions,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: async (context, scope) => {
    const { members } = await context.client(teamContract).getTeam({ engagementId: engagementOf(scope) });
    const people = members.map(({ id, name }) => ({ value: id, label: name }));
    return [
      dayColumn('occurredOn', '伝えた日', (it) => it.issuedOn, { ...FIRST_OPTIONAL, reason: KEPT }),
      textColumn('title', '題名', 36, (it) => it.title, { ...NEW, maxLength: 200 }),
      textColumn('body', '内容', 60, (it) => it.body, { ...NEW, maxLength: 10_000 }),
      textColumn('channel', '方法', 16, (it) => it.channel, { ...NEW, maxLength: 200 }),
      choicesColumn('members', '相手', 36, people, (it) => it.readings.map(({ memberId }) => memberId), NEW),
      numberColumn('read', '読んだ人数', 10, (it) => it.readings.filter(({ readAt }) => readAt !== null).length, {
        reason: KEPT,
      }),
    ];
  },
  add: (context, scope, values) => {
    const occurredOn = values.textOrNull('occurredOn');
    return context.client(teamContract).issueInstruction({
      engagementId: engagementOf(scope),
      title: values.text('title'),
      body: values.text('body'),
      channel: values.text('channel'),
      members: values.texts('members'),
      ...(occurredOn === null ? {} : { occurredOn }),
    });
  },
});

const CHANGE_STATES = { requested: '申請中', approved: '承認', refused: '不承認' } as const;
const DECISIONS = { approved: CHANGE_STATES.approved, refused: CHANGE_STATES.refused } as const;
const ASKED = { reason: '申請は、新しい担当者の経歴などを添えて、体制の画面から行います。' };
const LONG = { ...EDITABLE, maxLength: 10_000 };

const changeList = editableList<Out<'listChanges'>['changes'][number]>({
  ...COMMON,
  id: 'changes',
  title: '担当者の変更申請',
  answers: ['listChanges'],
  edit: { change: 'team.decide' },
  help: '発注者は、申請中の行の「状態」を承認又は不承認にして、決定の理由と面接の記録を書き入れます。',
  locked: ({ state }) => (state === 'requested' ? null : '決定した申請は変えられません。'),
  records: async (context, scope) =>
    (await context.client(teamContract).listChanges({ engagementId: engagementOf(scope) })).changes,
  key: ({ id }) => id,
  columns: async (context, scope) => {
    const { members } = await context.client(teamContract).getTeam({ engagementId: engagementOf(scope) });
    const nameOf = (wanted: string): string => members.find(({ id }) => id === wanted)?.name ?? '';
    return [
      dayColumn('requestedOn', '申請の日', (it) => it.requestedOn, ASKED),
      textColumn('outgoing', '替わる担当者', 18, (it) => nameOf(it.outgoing), ASKED),
      textColumn('incoming', '新しい担当者', 18, (it) => nameOf(it.incoming), ASKED),
      textColumn('reason', '理由', 44, (it) => it.reason, ASKED),
      choiceColumn('approved', '状態', 12, CHANGE_STATES, (it) => it.state, EDITABLE),
      dayColumn('interviewedOn', '面接の日', (it) => it.interviewedOn, EDITABLE),
      textColumn('interviewNote', '面接の記録', 36, (it) => it.interviewNote, LONG),
      textColumn('comment', '決定の理由', 44, (it) => it.comment, LONG),
      dayColumn('decidedOn', '決定の日', (it) => it.decidedOn, { reason: '決定の日は、決定したときに付きます。' }),
    ];
  },
  change: (context, scope, { id: changeId, version }, values) =>
    context.client(teamContract).decideChange({
      engagementId: engagementOf(scope),
      changeId,
      version,
      approved: values.one('approved', DECISIONS) === 'approved',
      comment: values.text('comment'),
      interviewedOn: values.textOrNull('interviewedOn'),
      interviewNote: values.text('interviewNote'),
    }),
});

export const lists: readonly ListProvider[] = [
  memberList,
  qualificationList,
  experienceList,
  credentialList,
  conditionList,
  instructionList,
  changeList,
];
export const noLists = {
  listChoices: '入力欄の選択肢である。',
  checkIndependence: '指定した所属についての照会の答えである。',
} as const;
