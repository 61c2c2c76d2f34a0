/** Lists of the audit. Its records grow step by step between city, team and department: they only go out. */
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { type ColumnOf, engagementOf, exportedList, type ListProvider, subjectOf } from '../../../kernel/list.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditContract } from '../contract.ts';
import {
  AUDIT_STATE_LABELS,
  FINDING_STATE_LABELS,
  HEARING_MODE_LABELS,
  JUDGEMENT_LABELS,
  SERVICE_LABELS,
  TECHNIQUE_NAMES,
  PROPOSAL_STATE_LABELS,
} from '../labels.ts';
import { catalogueItemList } from './catalogue-items.ts';
import { fieldWorkLists, noFieldWorkLists } from './field-work.ts';

type C = typeof auditContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;
const PARTS = {
  scope: 'engagement',
  permission: 'audit.read',
  because:
    '監査の記録は、受託者、発注者、監査対象課の間の手続きで一つずつ作られ、確かめた人が残ります。書き込むときは監査の画面から行います。',
  key: ({ id }: { readonly id: string }) => id,
} as const;

const client = (context: Context) => context.client(auditContract);
/** One list for each audited department. */
const per = {
  title: '監査対象課',
  subjects: async (context: Context, engagementId: string | null) => {
    if (engagementId === null) return [];
    const { audits } = await client(context).getProgramme({ engagementId });
    return audits.map(({ id, departmentName }) => ({ id, title: departmentName }));
  },
};

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

const requestList = exportedList<Out<'listRequests'>['requests'][number]>({
  ...PARTS,
  per,
  id: 'requests',
  title: '追加書類の依頼',
  answers: ['listRequests'],
  records: async (context, scope) => (await client(context).listRequests({ auditId: subjectOf(scope) })).requests,
  columns: [
    textColumn('title', '依頼', 30, (it) => it.title),
    dayColumn('due', '期限', (it) => it.due),
    dayColumn('sentOn', '送付の日', (it) => it.sentOn),
    textsColumn('items', '書類', 60, (it) => it.items.map(({ title }) => title)),
    numberColumn('files', '受け取ったファイル', 12, (it) => it.items.reduce((sum, { files }) => sum + files.length, 0)),
    textColumn('note', '備考', 36, (it) => it.note),
  ],
});

const checkList = exportedList<Out<'listChecks'>['checks'][number]>({
  ...PARTS,
  per,
  id: 'checks',
  title: '監査チェックリスト',
  answers: ['listChecks'],
  records: async (context, scope) => (await client(context).listChecks({ auditId: subjectOf(scope) })).checks,
  columns: [
    numberColumn('number', '番号', 6, (it) => it.number),
    textColumn('section', '分野', 20, (it) => it.section),
    textColumn('title', '確認項目', 36, (it) => it.title),
    textColumn('point', '確認の観点', 40, (it) => it.point),
    choicesColumn('techniques', '手続', 18, TECHNIQUE_NAMES, (it) => it.techniques),
    choiceColumn('judgement', '判断', 10, JUDGEMENT_LABELS, (it) => it.judgement),
    textColumn('fact', '確認した事実', 50, (it) => it.fact),
    textColumn('note', '備考', 30, (it) => it.note),
  ],
});

const proposalList = exportedList<Out<'listProposals'>['proposals'][number]>({
  ...PARTS,
  per,
  id: 'proposals',
  title: '追加の確認事項の提案',
  answers: ['listProposals'],
  records: async (context, scope) => (await client(context).listProposals({ auditId: subjectOf(scope) })).proposals,
  columns: [
    textColumn('title', '確認事項', 36, (it) => it.title),
    textColumn('point', '観点', 40, (it) => it.point),
    textColumn('reason', '理由', 40, (it) => it.reason),
    choiceColumn('state', '状態', 12, PROPOSAL_STATE_LABELS, (it) => it.state),
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

const hearingList = exportedList<Out<'listHearings'>['hearings'][number]>({
  ...PARTS,
  per,
  id: 'hearings',
  title: 'ヒアリング',
  answers: ['listHearings'],
  records: async (context, scope) => (await client(context).listHearings({ auditId: subjectOf(scope) })).hearings,
  columns: [
    textColumn('topic', '題目', 36, (it) => it.topic),
    choiceColumn('mode', '方法', 12, HEARING_MODE_LABELS, (it) => it.mode),
    dayColumn('plannedOn', '予定の日', (it) => it.plannedOn),
    dayColumn('occurredOn', '実施の日', (it) => it.occurredOn),
    textColumn('place', '場所', 20, (it) => it.place),
    textColumn('cityAttendees', '市の出席者', 26, (it) => it.cityAttendees),
    textColumn('minutes', '議事の要旨', 60, (it) => it.minutes?.text ?? ''),
  ],
});

const visitList = exportedList<Out<'listVisits'>['visits'][number]>({
  ...PARTS,
  per,
  id: 'visits',
  title: '現場確認',
  answers: ['listVisits'],
  records: async (context, scope) => (await client(context).listVisits({ auditId: subjectOf(scope) })).visits,
  columns: [
    textColumn('place', '場所', 26, (it) => it.place),
    dayColumn('plannedOn', '予定の日', (it) => it.plannedOn),
    dayColumn('occurredOn', '実施の日', (it) => it.occurredOn),
    textColumn('reason', '理由', 40, (it) => it.reason),
    textColumn('cityAttendees', '市の立会者', 26, (it) => it.cityAttendees),
    textColumn('summary', '概要', 60, (it) => it.outline?.summary ?? ''),
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

type Finding = Out<'listFindings'>['findings'][number];
const findingColumns: readonly ColumnOf<Finding>[] = [
  textColumn('title', '発見事項', 30, (it) => it.title),
  textColumn('fact', '確認した事実', 50, (it) => it.fact),
  textsColumn('basis', '根拠', 36, (it) => it.basis.map(({ citation }) => citation)),
  textColumn('cause', '原因', 30, (it) => it.cause),
  textColumn('grade', '評価', 8, (it) => it.grade),
  textColumn('risk', '想定されるリスク', 36, (it) => it.risk),
  textColumn('recommendation', '改善提言', 40, (it) => it.recommendation),
  choiceColumn('state', '状態', 16, FINDING_STATE_LABELS, (it) => it.state),
];

const findingList = exportedList<Finding>({
  ...PARTS,
  id: 'findings',
  title: '発見事項',
  answers: ['listFindings'],
  records: async (context, scope) =>
    (await client(context).listFindings({ engagementId: engagementOf(scope) })).findings,
  columns: async (context, scope) => {
    const { audits } = await client(context).getProgramme({ engagementId: engagementOf(scope) });
    const departments = new Map(audits.map(({ departmentId, departmentName }) => [departmentId, departmentName]));
    return [
      textColumn('department', '監査対象課', 24, (it) => departments.get(it.departmentId) ?? ''),
      ...findingColumns,
    ];
  },
});

const noticeList = exportedList<Out<'listResultNotices'>['notices'][number]>({
  ...PARTS,
  per,
  id: 'result-notices',
  title: '監査結果通知案',
  answers: ['listResultNotices'],
  records: async (context, scope) => (await client(context).listResultNotices({ auditId: subjectOf(scope) })).notices,
  columns: [
    textColumn('summary', '総評', 60, (it) => it.summary),
    numberColumn('rows', '発見事項の数', 12, (it) => it.rows.length),
    dayColumn('issuedOn', '提出の日', (it) => it.issuedOn),
    dayColumn('sentOn', '送付の日', (it) => it.sentOn),
    textColumn('number', '文書番号', 22, (it) => it.number),
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
