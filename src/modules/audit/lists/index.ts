/** Lists of the audit. What the team writes comes back from a spreadsheet; what grows by a procedure only goes out. */
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  flagColumn,
  numberColumn,
  textColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { AUDIT_STATE_LABELS } from '../labels.ts';
import { catalogueItemList } from './catalogue-items.ts';
import { client, COMMON, type Out } from './common.ts';
import { contractList, evidenceList } from './evidence.ts';
import { policyList } from './policy.ts';
import { findingList, noticeList } from './findings.ts';
import { checkList, hearingList, proposalList, requestList, visitList } from './field-work.ts';
import { fieldWorkLists, noFieldWorkLists } from './field-records.ts';

const COUNTED = { reason: '進み具合は、監査の記録から数えられます。監査対象課は、市の選定で決まります。' };

const auditList = editableList<Out<'getProgramme'>['audits'][number]>({
  ...COMMON,
  id: 'audits',
  title: '監査対象課の進み具合',
  answers: ['getProgramme', 'getAudit'],
  edit: { change: 'audit.work' },
  help: '監査対象課ごとに、書類確認、ヒアリング、現場確認のどれを行うかと、その理由を書き入れます。',
  records: async (context, scope) => (await client(context).getProgramme({ engagementId: engagementOf(scope) })).audits,
  columns: [
    textColumn('departmentName', '監査対象課', 30, (it) => it.departmentName, COUNTED),
    textColumn('chosenFor', '選んだ理由', 44, (it) => it.reason, COUNTED),
    choiceColumn('state', '状態', 16, AUDIT_STATE_LABELS, (it) => it.state, COUNTED),
    flagColumn('documents', '書類確認', 10, (it) => it.method?.documents ?? false, EDITABLE),
    flagColumn('hearing', 'ヒアリング', 10, (it) => it.method?.hearing ?? false, EDITABLE),
    flagColumn('visit', '現場確認', 10, (it) => it.method?.visit ?? false, EDITABLE),
    textColumn('reason', '方法の理由', 36, (it) => it.method?.reason ?? '', { ...EDITABLE, maxLength: 10_000 }),
    numberColumn('checks', '確認項目', 10, (it) => it.counts.checks, COUNTED),
    numberColumn('judged', '判断済み', 10, (it) => it.counts.judged, COUNTED),
    numberColumn('findings', '発見事項', 10, (it) => it.counts.findings, COUNTED),
    dayColumn('noticeOn', '通知の日', (it) => it.notice?.sentOn ?? null, COUNTED),
  ],
  change: (context, _scope, { id: auditId, version }, values) =>
    client(context).chooseMethod({
      auditId,
      version,
      documents: values.flag('documents'),
      hearing: values.flag('hearing'),
      visit: values.flag('visit'),
      reason: values.text('reason'),
    }),
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
  getAssignedAudit: '監査人が報告書を書くために読む項目であり、確認項目の一覧から取り出す。',
  listOwnAudits: '自所属に届いたものをまとめた画面であり、通知と依頼は文書として届く。',
  listInbox: '市がすることの案内であり、元の記録はそれぞれの一覧にある。',
} as const;
