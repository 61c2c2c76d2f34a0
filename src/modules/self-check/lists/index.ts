/** Campaigns, the progress of departments, results. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, dayColumn, flagColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList, subjectOf } from '../../../kernel/list.ts';
import type { Context, ListProvider } from '../../../kernel/module.ts';
import { selfCheckContract } from '../contract.ts';
import { campaignList } from './campaigns.ts';
import { affairList, personList } from './respondents.ts';

type C = typeof selfCheckContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;
const client = (context: Context) => context.client(selfCheckContract);
const PROGRESS = {
  'not-started': '未着手',
  'in-progress': '回答中',
  'awaiting-approval': '承認待ち',
  returned: '差戻し',
  reopened: '再開',
  submitted: '提出済み',
} as const;

const campaigns = {
  title: '調査',
  subjects: async (context: Context, engagementId: string | null) =>
    engagementId === null
      ? []
      : (await client(context).listCampaigns({ engagementId })).campaigns.map(({ id, title }) => ({ id, title })),
};

const progressList = exportedList<Out<'getProgress'>['departments'][number]>({
  id: 'progress',
  title: '回答の状況',
  answers: ['getProgress', 'getResponse'],
  scope: 'engagement',
  permission: 'campaign.read',
  because: '回答は、所属が自らの調査票に書き込み、所属長が承認します。',
  per: campaigns,
  records: async (context, scope) => (await client(context).getProgress({ campaignId: subjectOf(scope) })).departments,
  key: ({ respondentId }) => respondentId,
  columns: [
    textColumn('bureauName', '局', 26, (it) => it.bureauName),
    textColumn('departmentName', '所属', 30, (it) => it.departmentName),
    textColumn('respondentName', '回答する所属、人又は事務', 30, (it) => it.respondentName),
    choiceColumn('progress', '状況', 14, PROGRESS, (it) => it.progress),
    dayColumn('due', '期限', (it) => it.due),
    flagColumn('late', '遅れ', 6, (it) => it.late),
    numberColumn('points', '得点', 8, (it) => it.points, { decimals: 2 }),
    numberColumn('reminders', '督促', 8, (it) => it.reminders),
  ],
});

const resultList = exportedList<Out<'analyseCampaign'>['analysis']['items'][number]>({
  id: 'results',
  title: '調査の結果',
  answers: ['analyseCampaign'],
  scope: 'engagement',
  permission: 'result.read',
  because: '結果は、提出された回答から計算されます。',
  per: campaigns,
  records: async (context, scope) =>
    (await client(context).analyseCampaign({ campaignId: subjectOf(scope) })).analysis.items,
  key: ({ id }) => id,
  columns: [
    numberColumn('number', '番号', 6, (it) => it.number),
    textColumn('section', '分類', 26, (it) => it.section),
    textColumn('question', '設問', 60, (it) => it.question),
    numberColumn('yes', 'はい', 8, (it) => it.yes),
    numberColumn('no', 'いいえ', 8, (it) => it.no),
    numberColumn('notApplicable', '対象外', 8, (it) => it.notApplicable),
    numberColumn('rate', '実施率', 8, (it) => it.rate, { decimals: 4 }),
  ],
});

const rankingList = exportedList<Out<'getRanking'>['departments'][number]>({
  id: 'ranking',
  title: '所属のリスク値',
  answers: ['getRanking'],
  scope: 'engagement',
  permission: 'result.read',
  because: 'リスク値は、回答と重みから計算されます。',
  records: async (context, scope) =>
    (await client(context).getRanking({ engagementId: engagementOf(scope) })).departments,
  key: ({ departmentId }) => departmentId,
  columns: [
    numberColumn('rank', '順位', 6, (it) => it.rank),
    textColumn('bureauName', '局', 26, (it) => it.bureauName),
    textColumn('departmentName', '所属', 30, (it) => it.departmentName),
    numberColumn('value', 'リスク値', 10, (it) => it.value, { decimals: 4 }),
    flagColumn('matchesTheme', '重点テーマ', 10, (it) => it.matchesTheme),
    textColumn('explanation', '説明', 60, (it) => it.explanation.join('\n')),
  ],
});

const contradictionList = exportedList<Out<'findContradictions'>['contradictions'][number]>({
  id: 'contradictions',
  title: '食い違う回答',
  answers: ['findContradictions'],
  scope: 'engagement',
  permission: 'result.read',
  because: '食い違いは、二つの調査の回答を比べて分かります。',
  records: async (context, scope) =>
    (await client(context).findContradictions({ engagementId: engagementOf(scope) })).contradictions,
  key: ({ departmentId, rule }) => `${departmentId} ${rule}`,
  columns: [
    textColumn('departmentName', '所属', 30, (it) => it.departmentName),
    textColumn('message', '内容', 80, (it) => it.message),
  ],
});

export const lists: readonly ListProvider[] = [
  campaignList,
  affairList,
  personList,
  progressList,
  resultList,
  rankingList,
  contradictionList,
];
export const noLists = {
  listOwnSheets: '自分の所属に届いた調査票の入口である。',
  getCampaign: '調査一件の概要であり、調査の実施の一覧にある。',
  getSheet: '所属の調査票一件であり、回答は設問の分岐と承認を伴うため画面から入力する。',
  getReception: '回答票の取込みのための写しであり、所属ごとの状況は回答の状況の一覧にある。',
  listAnswerFiles: '調査票に添付したファイルの控えであり、調査票の設問のそばに示す。',
  listPreviousAnswers: '前回の回答の写しであり、調査票の設問のそばに示す。',
  listFormReviews: '調査票を確かめた記録であり、結論と意見の文章として画面に残る。',
  listDesigns: '公開した調査票から調べた設計であり、調査票の画面と一覧にある。',
  collectAnswers: '分析のための回答の全部であり、自己点検結果一覧として文書で取り出す。',
  openLink: 'リンクで届いた自分の調査票一件である。',
  getOwnResult: '自分の所属の結果一件であり、文書として取り出す。',
  listWeights: '重みの変更の履歴であり、リスク値の画面に理由とともに残る。',
  drawResults: '結果の図であり、値は調査の結果の一覧にある。',
  getSelection: '選んだ監査対象課であり、通知とともに記録される。',
} as const;
