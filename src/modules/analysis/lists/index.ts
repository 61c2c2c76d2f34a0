/** Contradicting answers, weak items and proposals go out; nothing comes in: they are computed. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { exportedList, subjectOf } from '../../../kernel/list.ts';
import type { Context, ListProvider } from '../../../kernel/module.ts';
import { analysisContract } from '../contract.ts';

type C = typeof analysisContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;
const client = (context: Context) => context.client(analysisContract);

const campaigns = {
  title: '調査',
  subjects: async (context: Context, engagementId: string | null) =>
    engagementId === null
      ? []
      : (await client(context).listAnalyses({ engagementId })).campaigns.map(({ id, title }) => ({ id, title })),
};

const itemList = exportedList<Out<'getOverview'>['items'][number]>({
  id: 'items',
  title: '設問ごとの集計',
  answers: ['getOverview'],
  scope: 'engagement',
  permission: 'analysis.read',
  because: '集計は、提出された回答から計算されます。',
  per: campaigns,
  records: async (context, scope) => (await client(context).getOverview({ campaignId: subjectOf(scope) })).items,
  key: ({ id }) => id,
  columns: [
    numberColumn('number', '番号', 6, (it) => it.number),
    textColumn('section', '分類', 26, (it) => it.section),
    textColumn('question', '設問', 60, (it) => it.question),
    numberColumn('answered', '回答', 8, (it) => it.answered),
    numberColumn('rate', '達成率', 10, (it) => it.rate, { decimals: 1 }),
    numberColumn('notApplicable', '対象外の割合', 14, (it) => it.notApplicable, { decimals: 1 }),
  ],
});

const yearList = exportedList<Out<'compareYears'>['items'][number]>({
  id: 'years',
  title: '前回との比較',
  answers: ['compareYears'],
  scope: 'engagement',
  permission: 'analysis.read',
  because: '比較は、今回と前回の回答から計算されます。',
  per: campaigns,
  records: async (context, scope) => (await client(context).compareYears({ campaignId: subjectOf(scope) })).items,
  key: ({ id }) => id,
  columns: [
    numberColumn('number', '番号', 6, (it) => it.number),
    textColumn('question', '設問', 60, (it) => it.question),
    numberColumn('before', '前回', 10, (it) => it.rates.at(-2) ?? null, { decimals: 1 }),
    numberColumn('now', '今回', 10, (it) => it.rates.at(-1) ?? null, { decimals: 1 }),
    numberColumn('better', '良くなった所属', 14, (it) => it.better),
    numberColumn('worse', '悪くなった所属', 14, (it) => it.worse),
  ],
});

const KINDS = { survey: '予備調査', evidence: '監査の判断', 'last-year': '前回の回答' } as const;

const doubtList = exportedList<Out<'findDoubts'>['doubts'][number]>({
  id: 'doubts',
  title: '確かめたい回答',
  answers: ['findDoubts'],
  scope: 'engagement',
  permission: 'analysis.read',
  because: '食い違いは、回答をほかの記録と比べて分かります。',
  per: campaigns,
  records: async (context, scope) => (await client(context).findDoubts({ campaignId: subjectOf(scope) })).doubts,
  key: ({ respondentId, kind, item, message }) => `${respondentId} ${kind} ${item} ${message}`,
  columns: [
    textColumn('departmentName', '所属', 30, (it) => it.departmentName),
    choiceColumn('kind', '比べたもの', 16, KINDS, (it) => it.kind),
    textColumn('message', '内容', 80, (it) => it.message),
  ],
});

const PROPOSALS = { drop: '外す', sharpen: '改める', add: '加える' } as const;

const proposalList = exportedList<Out<'proposeItems'>['proposals'][number]>({
  id: 'proposals',
  title: '設問の見直し案',
  answers: ['proposeItems'],
  scope: 'engagement',
  permission: 'analysis.read',
  because:
    '案は、回答と監査の記録からその都度計算されます。採るかどうかは、確定して示した案のまとまりごとに、一度に決めます。',
  per: campaigns,
  records: async (context, scope) => (await client(context).proposeItems({ campaignId: subjectOf(scope) })).proposals,
  key: ({ id }) => id,
  columns: [
    choiceColumn('kind', '案', 10, PROPOSALS, (it) => it.kind),
    textColumn('question', '設問', 60, (it) => it.question),
    textColumn('suggestion', '改める案', 60, (it) => it.suggestion),
    textColumn('reasons', '理由', 80, (it) => it.reasons.join('\n')),
  ],
});

export const lists: readonly ListProvider[] = [itemList, yearList, doubtList, proposalList];
export const noLists = {
  listAnalyses: '調査の選択肢であり、調査の実施の一覧にある。',
  getCriteria: '分析の基準の変更の履歴であり、画面に理由とともに残る。',
  drawOverview: '集計の図であり、値は設問ごとの集計の一覧にある。',
  groupTexts: '自由記述であり、集計データの文書として取り出す。',
  relate: '関係を述べた文であり、報告書に載る。',
  planAudits: '条件を変えて試す案であり、決めた監査対象課は自己点検の記録に残る。',
  listFeedbackRuns: '結果通知を作った記録であり、ファイルとして取り出す。',
} as const;
