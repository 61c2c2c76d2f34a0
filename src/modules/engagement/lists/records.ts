/** What the engagement knows by evaluation only goes out; what the parties settle comes back. */
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { fieldError } from '../../../kernel/error.ts';
import { editableList, engagementOf, exportedList } from '../../../kernel/list.ts';
import { dayOf } from '../../../core/calendar/index.ts';
import { engagementContract } from '../contract.ts';
import { factLabel } from '../fact-labels.ja.ts';
import { CLAUSE_STATE_LABELS, OBLIGATION_STATE_LABELS, PARTY_LABELS } from '../labels.ja.ts';

type Out<K extends keyof (typeof engagementContract)['operations']> = OutputOf<typeof engagementContract, K>;
const COMMON = { scope: 'engagement', permission: 'engagement.follow' } as const;

export const obligationList = exportedList<Out<'listObligations'>['obligations'][number]>({
  ...COMMON,
  id: 'obligations',
  title: '義務の一覧',
  answers: ['listObligations', 'listBoard', 'getMonthReport', 'getWeek', 'forecastObligations', 'listNotices'],
  because: '義務は仕様書から導かれ、果たしたかどうかは記録から計算されます。人が書き込むものではありません。',
  records: async (context, scope) =>
    (await context.client(engagementContract).listObligations({ engagementId: engagementOf(scope) })).obligations,
  key: ({ key }) => key,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause),
    textColumn('title', '義務', 44, (it) => it.title),
    choiceColumn('party', '当事者', 10, PARTY_LABELS, (it) => it.party),
    dayColumn('due', '期限', (it) => it.due),
    textColumn('derivation', '期限の導き方', 44, (it) => it.derivation),
    choiceColumn('state', '状態', 16, OBLIGATION_STATE_LABELS, (it) => it.state),
    textColumn('missing', '足りないもの', 40, (it) => it.missing),
  ],
});

export const clauseList = exportedList<Out<'traceClauses'>['clauses'][number]>({
  ...COMMON,
  id: 'clauses',
  title: '条項の一覧',
  answers: ['traceClauses', 'getSpecification'],
  because: '条項は仕様書から、その状態は記録から計算されます。仕様書を直すときは、仕様書の画面から行います。',
  records: async (context, scope) =>
    (await context.client(engagementContract).traceClauses({ engagementId: engagementOf(scope) })).clauses,
  key: ({ id }) => id,
  columns: [
    textColumn('id', '条項', 14, (it) => it.id),
    textColumn('title', '見出し', 30, (it) => it.title),
    textColumn('summary', '要旨', 60, (it) => it.summary),
    choiceColumn('state', '状態', 12, CLAUSE_STATE_LABELS, (it) => it.state),
    numberColumn('proof', '根拠の記録の数', 12, (it) => it.proof.length),
    textColumn('reason', '理由', 40, (it) => it.reason),
  ],
});

export const journalList = exportedList<Out<'listJournal'>['entries'][number]>({
  ...COMMON,
  permission: 'journal.read',
  id: 'journal',
  title: '操作記録（新しいもの）',
  answers: ['listJournal'],
  because: '操作記録は書き換えられない記録です。全部の記録は、控え（バックアップ）に含まれます。',
  records: async (context, scope) =>
    (await context.client(engagementContract).listJournal({ engagementId: engagementOf(scope) })).entries,
  key: ({ seq }) => String(seq),
  columns: [
    numberColumn('seq', '番号', 10, (it) => it.seq),
    dayColumn('at', '日', (it) => dayOf(it.at)),
    textColumn('kind', '記録', 40, (it) => factLabel(it.kind)),
    textColumn('subject', '対象', 40, (it) => it.subject),
    textColumn('hash', '連鎖の値', 70, (it) => it.hash),
  ],
});

const AGREED = '決めた事項の記録は変えられません。改めて決めたときは、新しい行にしてください。';
const NEW = { ...FIRST, reason: AGREED };

export const agreedPointList = editableList<Out<'listAgreedPoints'>['points'][number]>({
  ...COMMON,
  id: 'agreed-points',
  title: '協議で決めた事項',
  answers: ['listAgreedPoints'],
  edit: 'engagement.settle',
  help: '行を加えると、両当事者の協議で決めた事項が記録されます。',
  locked: () => AGREED,
  records: async (context, scope) =>
    (await context.client(engagementContract).listAgreedPoints({ engagementId: engagementOf(scope) })).points,
  key: ({ id }) => id,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause, { ...NEW, maxLength: 60 }),
    textColumn('topic', '事項', 40, (it) => it.topic, { ...NEW, maxLength: 200 }),
    textColumn('decision', '決定', 60, (it) => it.decision, { ...NEW, maxLength: 4000 }),
    dayColumn('occurredOn', '決めた日', (it) => it.occurredOn, NEW),
  ],
  add: (context, scope, values) =>
    context.client(engagementContract).agreePoint({
      engagementId: engagementOf(scope),
      clause: values.text('clause'),
      topic: values.text('topic'),
      decision: values.text('decision'),
      occurredOn: values.text('occurredOn'),
    }),
});

const FROM_SPECIFICATION = '論点は仕様書に由来し、ここでは変えられません。';

export const openPointList = editableList<Out<'listOpenPoints'>['openPoints'][number]>({
  ...COMMON,
  id: 'open-points',
  title: '仕様書の論点',
  answers: ['listOpenPoints'],
  edit: 'engagement.settle',
  help: '「読み方」に、「選べる読み方」のどれかをそのまま書くと、その読み方を選んだことになります。論点は仕様書に由来し、加えられません。',
  records: async (context, scope) =>
    (await context.client(engagementContract).listOpenPoints({ engagementId: engagementOf(scope) })).openPoints,
  key: ({ id }) => id,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause, { reason: FROM_SPECIFICATION }),
    textColumn('question', '論点', 50, (it) => it.question, { reason: FROM_SPECIFICATION }),
    textColumn('reading', '読み方', 50, (it) => it.options.find(({ id }) => id === it.chosen)?.label ?? it.reading, {
      ...EDITABLE,
      maxLength: 2000,
    }),
    textsColumn('options', '選べる読み方', 60, (it) => it.options.map(({ label }) => label), {
      reason: FROM_SPECIFICATION,
    }),
  ],
  locked: ({ options }) => (options.length === 0 ? 'この論点には、選べる読み方がありません。' : null),
  change: (context, scope, { id: point, options }, values) => {
    const option = options.find(({ label }) => label === values.text('reading'));
    if (option === undefined) throw fieldError('reading', '「選べる読み方」のどれかを、そのまま書いてください。');
    const { chooseReading } = context.client(engagementContract);
    return chooseReading({ engagementId: engagementOf(scope), point, option: option.id });
  },
});

export const engagementList = exportedList<Out<'listEngagements'>['engagements'][number]>({
  id: 'engagements',
  title: '業務委託',
  answers: ['listEngagements'],
  scope: 'municipality',
  permission: 'engagement.read',
  because: '業務委託は、仕様書と契約日から作られます。登録は業務委託の画面から行います。',
  records: async (context) => (await context.client(engagementContract).listEngagements({})).engagements,
  key: ({ id }) => id,
  columns: [
    textColumn('title', '業務', 50, (it) => it.title),
    numberColumn('fiscalYear', '年度', 8, (it) => it.fiscalYear),
    textColumn('contractor', '受託者', 30, (it) => it.contractor),
    dayColumn('contractDate', '契約日', (it) => it.contractDate),
    dayColumn('periodFrom', '委託期間の初日', (it) => it.periodFrom),
    dayColumn('periodTo', '委託期間の末日', (it) => it.periodTo),
  ],
});
