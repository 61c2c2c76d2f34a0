/** Lists of field work at any target: records, samples, sessions, and what concerns the whole city. They only go out. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn, textsColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList, subjectOf } from '../../../kernel/list.ts';
import type { Context, ListProvider } from '../../../kernel/module.ts';
import { auditContract } from '../contract.ts';
import { FIELD_RECORD_LABELS, FIELD_RESULT_LABELS, SAMPLE_OUTCOME_LABELS, SAMPLING_LABELS } from '../labels.ts';

type C = typeof auditContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;
const client = (context: Context) => context.client(auditContract);
const PARTS = {
  scope: 'engagement',
  permission: 'audit.read',
  because:
    '現地での記録は、行った人、日時、場所とともに一つずつ残し、後から書き換えません。書き込むときは監査の画面から行います。',
  key: ({ id }: { readonly id: string }) => id,
} as const;
const per = {
  title: '監査の対象',
  subjects: async (context: Context, engagementId: string | null) => {
    if (engagementId === null) return [];
    const { audits } = await client(context).getProgramme({ engagementId });
    return audits.map(({ id, departmentName }) => ({ id, title: departmentName }));
  },
};

const recordList = exportedList<Out<'listFieldRecords'>['records'][number]>({
  ...PARTS,
  per,
  id: 'field-records',
  title: '聞き取り、観察及び再実施の記録',
  answers: ['listFieldRecords'],
  records: async (context, scope) => (await client(context).listFieldRecords({ auditId: subjectOf(scope) })).records,
  columns: [
    choiceColumn('kind', '種類', 12, FIELD_RECORD_LABELS, (it) => it.kind),
    textColumn('at', '日時（協定世界時）', 24, (it) => it.at),
    textColumn('place', '場所', 20, (it) => it.place),
    textColumn('counterpart', '相手', 24, (it) => it.counterpart),
    textColumn('text', '内容', 60, (it) => it.text),
    textColumn('steps', '再実施の手順', 40, (it) => it.steps),
    choiceColumn('result', '結果', 14, FIELD_RESULT_LABELS, (it) => it.result),
    textColumn('withdrawal', '取消しの理由', 30, (it) => it.withdrawal?.reason ?? ''),
  ],
});

const sampleList = exportedList<Out<'listSamples'>['samples'][number]>({
  ...PARTS,
  per,
  id: 'samples',
  title: '標本の抽出と結果',
  answers: ['listSamples'],
  records: async (context, scope) => (await client(context).listSamples({ auditId: subjectOf(scope) })).samples,
  columns: [
    textColumn('population', '母集団', 40, (it) => it.population),
    numberColumn('size', '母集団の件数', 14, (it) => it.size),
    choiceColumn('method', '方法', 16, SAMPLING_LABELS, (it) => it.method),
    textColumn('seed', '種', 24, (it) => it.seed),
    textColumn('procedure', '手順の版', 22, (it) => it.procedure),
    textColumn('reason', '理由', 36, (it) => it.reason),
    textsColumn('items', '番号と結果', 40, (it) =>
      it.items.map(
        ({ number, outcome, note }) =>
          `${number}　${outcome === null ? '未確認' : SAMPLE_OUTCOME_LABELS[outcome]}${note === '' ? '' : `　${note}`}`,
      ),
    ),
  ],
});

const sessionList = exportedList<Out<'listSessions'>['sessions'][number]>({
  ...PARTS,
  per,
  id: 'sessions',
  title: '監査の実施と立会いの記録',
  answers: ['listSessions'],
  records: async (context, scope) => (await client(context).listSessions({ auditId: subjectOf(scope) })).sessions,
  columns: [
    choiceColumn('kind', '種類', 10, { held: '実施', attended: '立会い' }, (it) => it.kind),
    dayColumn('occurredOn', '日', (it) => it.occurredOn),
    numberColumn('minutes', '分', 8, (it) => it.minutes),
    textColumn('place', '場所', 24, (it) => it.place),
    textColumn('cityAuditors', '市の監査人', 24, (it) => it.cityAuditors),
    textsColumn('methods', '方法', 30, (it) => it.methods),
    textsColumn('points', '立会いで見た事項', 50, (it) =>
      it.points.map(({ point, support }) => `${point}　${support}`),
    ),
    textsColumn('warnings', '注意', 44, (it) => it.warnings),
    textColumn('note', '備考', 36, (it) => it.note),
  ],
});

const commonIssueList = exportedList<Out<'listCommonIssues'>['issues'][number]>({
  ...PARTS,
  id: 'common-issues',
  title: '全庁的な課題',
  answers: ['listCommonIssues'],
  records: async (context, scope) =>
    (await client(context).listCommonIssues({ engagementId: engagementOf(scope) })).issues,
  columns: [
    textColumn('title', '課題', 36, (it) => it.title),
    textColumn('text', '内容', 60, (it) => it.text),
    numberColumn('departments', '所属の数', 10, (it) => it.departmentIds.length),
    numberColumn('findings', '発見事項の数', 12, (it) => it.findingIds.length),
    dayColumn('raisedOn', '取り上げた日', (it) => it.raisedOn),
    textsColumn('templates', '渡したひな型', 40, (it) => it.templates.map(({ document }) => document)),
  ],
});

export const fieldWorkLists: readonly ListProvider[] = [recordList, sampleList, sessionList, commonIssueList];

export const noFieldWorkLists = {
  listCheckRows: '画面に早く示すための短い行であり、同じ項目は監査チェックリストとして取り出せる。',
  getPaper: '監査調書一件の画面であり、監査調書の文書として取り出せる。',
  checkConsistency: '評価のそろえ方を確かめる画面であり、発見事項の一覧から取り出せる。',
  listOpenableTargets: '入力欄の選択肢である。対象は監査計画の一覧から取り出す。',
  listEarlierFindings: '入力欄の選択肢である。前の年度の発見事項は、その年度の一覧から取り出す。',
} as const;
