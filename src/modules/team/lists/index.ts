import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList, type ListProvider } from '../../../kernel/list.ts';
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

const instructionList = exportedList<Out<'listInstructions'>['instructions'][number]>({
  ...COMMON,
  id: 'instructions',
  title: '伝えた指示',
  answers: ['listInstructions'],
  because: '指示は伝えた時に成り立ち、読んだことは担当者本人が記録します。',
  records: async (context, scope) =>
    (await context.client(teamContract).listInstructions({ engagementId: engagementOf(scope) })).instructions,
  key: ({ id }) => id,
  columns: [
    dayColumn('issuedOn', '伝えた日', (it) => it.issuedOn),
    textColumn('title', '題名', 36, (it) => it.title),
    textColumn('body', '内容', 60, (it) => it.body),
    textColumn('channel', '方法', 16, (it) => it.channel),
    numberColumn('read', '読んだ人数', 10, (it) => it.readings.filter(({ readAt }) => readAt !== null).length),
    numberColumn('all', '相手の人数', 10, (it) => it.readings.length),
  ],
});

const CHANGE_STATES = { requested: '申請中', approved: '承認', refused: '不承認' } as const;

const changeList = exportedList<Out<'listChanges'>['changes'][number]>({
  ...COMMON,
  id: 'changes',
  title: '担当者の変更申請',
  answers: ['listChanges'],
  because: '担当者の変更は、受託者の申請と発注者の承認という手続きで行います。',
  records: async (context, scope) =>
    (await context.client(teamContract).listChanges({ engagementId: engagementOf(scope) })).changes,
  key: ({ id }) => id,
  columns: [
    dayColumn('requestedOn', '申請の日', (it) => it.requestedOn),
    textColumn('reason', '理由', 44, (it) => it.reason),
    choiceColumn('state', '状態', 12, CHANGE_STATES, (it) => it.state),
    dayColumn('decidedOn', '決定の日', (it) => it.decidedOn),
    textColumn('comment', '決定の理由', 44, (it) => it.comment),
  ],
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
