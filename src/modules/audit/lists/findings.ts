/** Findings and result notices as spreadsheets: their wording is edited in rows, the steps are taken on the page. */
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  numberColumn,
  REQUIRED,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { type ColumnOf, editableList, engagementOf, subjectOf, wordsAsLabels } from '../../../kernel/list.ts';
import { FINDING_STATE_LABELS } from '../labels.ts';
import { client, COMMON, type Out, per } from './common.ts';

type Finding = Out<'listFindings'>['findings'][number];
const GRADES = wordsAsLabels(['指摘', '意見']);
const LONG = { ...EDITABLE, maxLength: 10_000 };
const ON_PAGE = { reason: 'この欄は、発見事項の画面で変えます。' };

const columns: readonly ColumnOf<Finding>[] = [
  textColumn('title', '発見事項', 30, (it) => it.title, { ...REQUIRED, maxLength: 200 }),
  textColumn('fact', '確認した事実', 50, (it) => it.fact, LONG),
  textsColumn('basis', '根拠', 36, (it) => it.basis.map(({ citation }) => citation), ON_PAGE),
  textColumn('cause', '原因', 30, (it) => it.cause, LONG),
  choiceColumn('grade', '評価', 8, GRADES, (it) => it.grade, EDITABLE),
  textColumn('gradeReason', '評価の理由', 36, (it) => it.gradeReason, LONG),
  textColumn('risk', '想定されるリスク', 36, (it) => it.risk, LONG),
  textColumn('recommendation', '改善提言', 40, (it) => it.recommendation, LONG),
  choiceColumn('state', '状態', 16, FINDING_STATE_LABELS, (it) => it.state, ON_PAGE),
];

export const findingList = editableList<Finding>({
  ...COMMON,
  id: 'findings',
  title: '発見事項',
  answers: ['listFindings'],
  edit: { change: 'audit.work' },
  help: '案の文言を直せます。新しい発見事項は、確認項目などから監査の画面で起こします。',
  records: async (context, scope) =>
    (await client(context).listFindings({ engagementId: engagementOf(scope) })).findings,
  locked: ({ withdrawal }) => (withdrawal === null ? null : '取り下げた発見事項は変えられません。'),
  columns: async (context, scope) => {
    const { audits } = await client(context).getProgramme({ engagementId: engagementOf(scope) });
    // One department may be audited for several systems.
    const names = new Map(audits.map(({ id, departmentName }) => [id, departmentName]));
    return [textColumn('department', '監査対象課', 24, (it) => names.get(it.auditId) ?? '', ON_PAGE), ...columns];
  },
  change: (context, _scope, { id: findingId, version, basis, evidenceIds, conflict }, values) =>
    client(context).saveFinding({
      findingId,
      version,
      text: {
        title: values.text('title'),
        fact: values.text('fact'),
        cause: values.text('cause'),
        basis: basis.map(({ standard, provision }) => ({ standard, provision })),
        risk: values.text('risk'),
        recommendation: values.text('recommendation'),
        grade: values.textOrNull('grade') === null ? null : values.one('grade', GRADES),
        gradeReason: values.text('gradeReason'),
        evidenceIds: [...evidenceIds],
        conflict,
      },
    }),
});

export const noticeList = editableList<Out<'listResultNotices'>['notices'][number]>({
  ...COMMON,
  per,
  id: 'result-notices',
  title: '監査結果通知案',
  answers: ['listResultNotices'],
  edit: { change: 'audit.work' },
  help: '提出前の案の総評を直せます。',
  records: async (context, scope) => (await client(context).listResultNotices({ auditId: subjectOf(scope) })).notices,
  locked: ({ state }) => (state === 'drafted' ? null : '提出した通知案は変えられません。'),
  columns: [
    textColumn('summary', '総評', 60, (it) => it.summary, { ...REQUIRED, maxLength: 10_000 }),
    numberColumn('rows', '発見事項の数', 12, (it) => it.rows.length, ON_PAGE),
    dayColumn('issuedOn', '提出の日', (it) => it.issuedOn, ON_PAGE),
    dayColumn('sentOn', '送付の日', (it) => it.sentOn, ON_PAGE),
    textColumn('number', '文書番号', 22, (it) => it.number, ON_PAGE),
  ],
  change: (context, _scope, { id: noticeId, version }, values) =>
    client(context).saveResultNotice({ noticeId, version, summary: values.text('summary') }),
});
