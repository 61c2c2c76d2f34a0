/** Reports, lists, debriefings and urgent findings go out; they are written and decided on their pages. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList } from '../../../kernel/list.ts';
import type { Context, ListProvider } from '../../../kernel/module.ts';
import { auditReportContract } from '../contract.ts';
import { REPORT_STATE_NAMES, URGENT_STATE_NAMES } from '../labels.ts';

type C = typeof auditReportContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;
const client = (context: Context) => context.client(auditReportContract);

const reportList = exportedList<Out<'listReports'>['reports'][number]>({
  id: 'reports',
  title: '監査の報告書',
  answers: ['listReports'],
  scope: 'engagement',
  permission: 'audit-report.read',
  because: '報告書は、双方の責任者が画面で確定して版を重ねます。',
  records: async (context, scope) => (await client(context).listReports({ engagementId: engagementOf(scope) })).reports,
  key: ({ id }) => id,
  columns: [
    textColumn('title', '報告書', 44, (it) => it.title),
    textColumn('programme', '監査', 30, (it) => it.programme),
    textColumn('target', '対象', 30, (it) => it.target ?? '全体'),
    numberColumn('number', '版', 8, (it) => it.number),
    choiceColumn('state', '状態', 16, REPORT_STATE_NAMES, (it) => it.state),
    dayColumn('finishedOn', '版を確定した日', (it) => it.finishedOn),
    dayColumn('settledOn', '事実を確かめた日', (it) => it.settledOn),
  ],
});

const urgentList = exportedList<Out<'listUrgent'>['urgent'][number]>({
  id: 'urgent',
  title: '緊急を要する検出事項',
  answers: ['listUrgent'],
  scope: 'engagement',
  permission: 'audit-report.read',
  because: '緊急の検出事項は、見つけた日と報告した日を証拠として残すため、一覧では書き換えません。',
  records: async (context, scope) => (await client(context).listUrgent({ engagementId: engagementOf(scope) })).urgent,
  key: ({ id }) => id,
  columns: [
    numberColumn('number', '番号', 8, (it) => it.number),
    textColumn('target', '対象', 30, (it) => it.target),
    textColumn('title', '件名', 40, (it) => it.title),
    dayColumn('awareOn', '見つけた日', (it) => it.awareOn),
    dayColumn('due', '報告の期限', (it) => it.due),
    dayColumn('reportedOn', '報告した日', (it) => it.reported?.on ?? null),
    choiceColumn('state', '状態', 14, URGENT_STATE_NAMES, (it) => it.state),
  ],
});

export const lists: readonly ListProvider[] = [reportList, urgentList];
export const noLists = {
  getReport: '報告書一件であり、文書として取り出す。',
  listFindingsLists: '作った一覧表の記録であり、ファイルとして取り出す。',
  listDebriefings: '報告会の資料の記録であり、文書として取り出す。',
  getDebriefing: '報告会の資料一件であり、文書として取り出す。',
} as const;
