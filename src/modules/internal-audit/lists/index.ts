/** Reports of internal auditors for a spreadsheet program. */
import { engagementOf, exportedList } from '../../../kernel/list.ts';
import { dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { internalAuditContract, type ReportLine } from '../contract.ts';
import { REPORT_STATE_NAMES } from '../labels.ts';

const reportList = exportedList<ReportLine>({
  id: 'auditor-reports',
  title: '監査員の報告書',
  answers: ['listReports'],
  scope: 'engagement',
  permission: 'internal-audit.read',
  because: '報告書は対象ごとに画面で書き、レビューを経て版が進みます。一覧は、状況を確かめるために取り出せます。',
  records: async (context, scope) =>
    (await context.client(internalAuditContract).listReports({ engagementId: engagementOf(scope) })).reports,
  key: ({ targetId }) => targetId,
  columns: [
    textColumn('target', '対象', 30, ({ target }) => target),
    textColumn('programme', '監査', 30, ({ programme }) => programme),
    dayColumn('plannedOn', '監査の日', ({ plannedOn }) => plannedOn),
    textColumn('state', '状況', 20, ({ state }) => (state === null ? '未着手' : REPORT_STATE_NAMES[state])),
    numberColumn('number', '版', 8, ({ number }) => number),
    numberColumn('observations', '検出事項', 12, ({ observations }) => observations),
    dayColumn('submittedOn', '提出した日', ({ submittedOn }) => submittedOn),
    numberColumn('advice', '助言', 8, ({ advice }) => advice),
  ],
});

export const lists: readonly ListProvider[] = [reportList];

export const noLists = {
  getReports: '対象一つの報告書であり、文書として取り出す。',
  listOwnReports: '監査人本人に見せる対象であり、報告書の一覧に含まれる。',
  getOwnReport: '監査人本人が書く報告書であり、文書として取り出す。',
  getDoubts: 'レビューのための計算の結果であり、判断した結果は助言書に残る。',
} as const;
