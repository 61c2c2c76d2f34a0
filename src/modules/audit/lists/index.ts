/** Lists of the audit. What the team writes comes back from a spreadsheet; what grows by a procedure only goes out. */
import { choiceColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList, subjectOf } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { AUDIT_STATE_LABELS, SERVICE_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { catalogueItemList } from './catalogue-items.ts';
import { client, COMMON, type Out, per } from './common.ts';
import { findingList, noticeList } from './findings.ts';
import { checkList, hearingList, proposalList, requestList, visitList } from './field-work.ts';
import { fieldWorkLists, noFieldWorkLists } from './field-records.ts';

const PARTS = {
  ...COMMON,
  because:
    '監査の記録は、受託者、発注者、監査対象課の間の手続きで一つずつ作られ、確かめた人が残ります。書き込むときは監査の画面から行います。',
} as const;

const auditList = exportedList<Out<'getProgramme'>['audits'][number]>({
  ...PARTS,
  id: 'audits',
  title: '監査対象課の進み具合',
  answers: ['getProgramme', 'getAudit'],
  records: async (context, scope) => (await client(context).getProgramme({ engagementId: engagementOf(scope) })).audits,
  columns: [
    textColumn('departmentName', '監査対象課', 30, (it) => it.departmentName),
    textColumn('reason', '選んだ理由', 44, (it) => it.reason),
    choiceColumn('state', '状態', 16, AUDIT_STATE_LABELS, (it) => it.state),
    numberColumn('checks', '確認項目', 10, (it) => it.counts.checks),
    numberColumn('judged', '判断済み', 10, (it) => it.counts.judged),
    numberColumn('findings', '発見事項', 10, (it) => it.counts.findings),
    dayColumn('noticeOn', '通知の日', (it) => it.notice?.sentOn ?? null),
  ],
});

const evidenceList = exportedList<Out<'listEvidence'>['evidence'][number]>({
  ...PARTS,
  per,
  id: 'evidence',
  title: '監査証拠',
  answers: ['listEvidence'],
  records: async (context, scope) => (await client(context).listEvidence({ auditId: subjectOf(scope) })).evidence,
  columns: [
    textColumn('title', '証拠', 30, (it) => it.title),
    textColumn('source', '出所', 26, (it) => it.source),
    choiceColumn('technique', '手続', 14, TECHNIQUE_NAMES, (it) => it.technique),
    textColumn('description', '説明', 44, (it) => it.description),
    textColumn('name', 'ファイル', 30, (it) => it.name),
    textColumn('sha256', 'ハッシュ値', 66, (it) => it.sha256),
  ],
});

const contractList = exportedList<Out<'listContracts'>['contracts'][number]>({
  ...PARTS,
  id: 'contracts',
  title: '確認対象の契約',
  answers: ['listContracts', 'getContract'],
  records: async (context, scope) =>
    (await client(context).listContracts({ engagementId: engagementOf(scope) })).contracts,
  columns: [
    textColumn('title', '契約', 36, (it) => it.title),
    textColumn('service', 'サービス', 26, (it) => it.service),
    choiceColumn('serviceKind', '種類', 22, SERVICE_LABELS, (it) => it.serviceKind),
    textColumn('provider', '事業者', 26, (it) => it.provider),
    textColumn('period', '契約期間', 22, (it) => it.period),
    numberColumn('items', '確認項目', 10, (it) => it.counts.items),
    numberColumn('judged', '判断済み', 10, (it) => it.counts.judged),
    dayColumn('completedOn', '確認の終わり', (it) => it.completedOn),
  ],
});

const policyList = exportedList<Out<'listPolicies'>['policies'][number]>({
  ...PARTS,
  id: 'policies',
  title: '監査の方針の版',
  answers: ['listPolicies'],
  records: async (context, scope) =>
    (await client(context).listPolicies({ engagementId: engagementOf(scope) })).policies,
  columns: [
    textColumn('purpose', '監査目的', 50, (it) => it.purpose),
    textColumn('methods', '実施方法', 50, (it) => it.methods),
    dayColumn('proposedOn', '提案の日', (it) => it.proposedOn),
    dayColumn('agreedOn', '確定の日', (it) => it.agreedOn),
  ],
});

export const lists: readonly ListProvider[] = [
  auditList,
  requestList,
  checkList,
  proposalList,
  evidenceList,
  hearingList,
  visitList,
  contractList,
  findingList,
  noticeList,
  policyList,
  catalogueItemList,
  ...fieldWorkLists,
];
export const noLists = {
  ...noFieldWorkLists,
  listChecksCiting: '基準の改定の影響を示す一部であり、確認項目の一覧から取り出す。',
  listGrounds: '入力欄の選択肢である。基準の目録は基準の一覧から取り出す。',
  listOwnAudits: '自課に届いたものをまとめた画面であり、通知と依頼は文書として届く。',
  listInbox: '市がすることの案内であり、元の記録はそれぞれの一覧にある。',
} as const;
