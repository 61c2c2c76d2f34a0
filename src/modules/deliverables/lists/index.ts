/** What is owed and what was handed in; rights and after-care. */
import { dayOf } from '../../../core/calendar/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  flagColumn,
  numberColumn,
  REQUIRED,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, exportedList, subjectOf, type ValueReader } from '../../../kernel/list.ts';
import type { Context, ListProvider, ListScope } from '../../../kernel/module.ts';
import { deliverablesContract, type OwnVersion, type Removal } from '../contract.ts';

type C = typeof deliverablesContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;
const COMMON = { scope: 'engagement', permission: 'deliverables.read' } as const;
const client = (context: Context) => context.client(deliverablesContract);
const STATES = {
  draft: '作成中',
  reviewed: '確認済み',
  submitted: '提出',
  accepted: '検収',
  rejected: '差戻し',
} as const;

const deliverableList = exportedList<Out<'listDeliverables'>['deliverables'][number]>({
  ...COMMON,
  id: 'deliverables',
  title: '成果物',
  answers: ['listDeliverables'],
  because: '成果物は仕様書から導かれ、作成、確認、提出、検収という手続きで進みます。',
  records: async (context, scope) =>
    (await client(context).listDeliverables({ engagementId: engagementOf(scope) })).deliverables,
  key: ({ type, subject }) => `${type} ${subject ?? ''}`,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause),
    textColumn('name', '成果物', 40, (it) => it.name),
    textColumn('subjectName', '対象', 26, (it) => it.subjectName),
    dayColumn('due', '期限', (it) => it.due),
    textColumn('dueDerivation', '期限の導き方', 40, (it) => it.dueDerivation),
    textsColumn('formats', '形式', 12, (it) => it.formats),
    numberColumn('copies', '部数', 8, (it) => it.copies),
    numberColumn('versions', '版', 6, (it) => it.versions.at(-1)?.version ?? null),
    choiceColumn('state', '状態', 12, STATES, (it) => it.versions.at(-1)?.state ?? null),
    dayColumn('finalisedOn', '最終版とした日', (it) => it.versions.at(-1)?.finalisedOn ?? null),
  ],
});

const KEPT = '登録した内容は変えられません。';
const NEW = { ...FIRST, reason: KEPT };

const workList = editableList<Out<'listRights'>['preexisting'][number]>({
  ...COMMON,
  id: 'preexisting-works',
  title: '従前の著作物',
  answers: ['listRights'],
  edit: 'deliverables.make',
  help: '行を加えると、従前の著作物が登録されます。',
  locked: () => KEPT,
  records: async (context, scope) =>
    (await client(context).listRights({ engagementId: engagementOf(scope) })).preexisting,
  key: ({ id }) => id,
  columns: [
    textColumn('name', '著作物', 40, (it) => it.name, { ...NEW, maxLength: 200 }),
    textColumn('owner', '権利者', 30, (it) => it.owner, { ...NEW, maxLength: 200 }),
    textColumn('usedIn', '使ったところ', 40, (it) => it.usedIn, { ...NEW, maxLength: 200 }),
  ],
  add: (context, scope, values) =>
    client(context).registerPreexisting({
      engagementId: engagementOf(scope),
      name: values.text('name'),
      owner: values.text('owner'),
      usedIn: values.text('usedIn'),
    }),
});

const CARE_KINDS = { defect: '契約不適合', enquiry: '問い合わせ' } as const;

const afterCareList = editableList<Out<'listAfterCare'>['items'][number]>({
  ...COMMON,
  id: 'after-care',
  title: '契約不適合と問い合わせ',
  answers: ['listAfterCare'],
  edit: { add: 'deliverables.decide', change: 'deliverables.submit' },
  help: '発注者は行を加えて通知し、受託者は手直し・回答を書き入れて終わりにします。',
  locked: ({ closedOn }) => (closedOn === null ? null : '終わった通知は変えられません。続きは新しい行にしてください。'),
  records: async (context, scope) => (await client(context).listAfterCare({ engagementId: engagementOf(scope) })).items,
  key: ({ id }) => id,
  columns: [
    choiceColumn('kind', '種類', 14, CARE_KINDS, (it) => it.kind, NEW),
    textColumn('content', '内容', 60, (it) => it.content, { ...NEW, maxLength: 4000 }),
    dayColumn('openedOn', '通知の日', (it) => it.openedOn, { reason: '通知の日は、登録したときに付きます。' }),
    textColumn('answer', '手直し・回答', 60, (it) => it.answer, { ...EDITABLE, maxLength: 4000 }),
    dayColumn('closedOn', '終わりの日', (it) => it.closedOn, { reason: '終わりの日は、回答したときに付きます。' }),
  ],
  add: async (context, scope, values) => {
    const about = { engagementId: engagementOf(scope), content: values.text('content') };
    const { itemId } =
      values.one('kind', CARE_KINDS) === 'defect'
        ? await client(context).recordDefect({ ...about, deliverableId: null })
        : await client(context).askEnquiry(about);
    const answer = values.text('answer');
    if (answer !== '') await client(context).answerAfterCare({ engagementId: about.engagementId, itemId, answer });
  },
  change: (context, scope, { id: itemId }, values) =>
    client(context).answerAfterCare({ engagementId: engagementOf(scope), itemId, answer: values.text('answer') }),
});

const deliveryList = exportedList<Out<'listDeliveries'>['deliveries'][number]>({
  ...COMMON,
  id: 'deliveries',
  title: '納品の記録',
  answers: ['listDeliveries'],
  because: '納品は、作成した納品一式を選んで、仕様書が求める部数や納品書とともに画面から記録します。',
  records: async (context, scope) =>
    (await client(context).listDeliveries({ engagementId: engagementOf(scope) })).deliveries,
  key: ({ id }) => id,
  columns: [
    dayColumn('deliveredOn', '納めた日', (it) => it.deliveredOn),
    textColumn('task', '作業区分', 14, (it) => it.task),
    choiceColumn('form', '納め方', 18, { electronic: '電子データ', disc: 'ディスク', bound: '製本' }, (it) => it.form),
    textColumn('copies', '部数', 24, (it) => it.copies.map(({ name, count }) => `${name}${count}`).join('、')),
    choiceColumn('noteForm', '納品書', 18, { city: '市の様式', contractor: '受託者の様式' }, (it) => it.noteForm),
  ],
});

type Rest = Out<'listRest'>['materials'][number];
const restOf = async (context: Context, scope: ListScope): Promise<readonly Rest[]> =>
  (await client(context).listRest({ engagementId: engagementOf(scope) })).materials;
/** The list is recorded as a whole: the others stay as they are. */
const recordRest = (context: Context, scope: ListScope, materials: readonly Rest[]) =>
  client(context).recordRest({ engagementId: engagementOf(scope), materials: [...materials] });
const restFrom = (values: ValueReader): Rest => ({
  name: values.text('name'),
  delivered: values.flag('delivered'),
  reason: values.text('reason'),
});

const restList = editableList<Rest>({
  ...COMMON,
  id: 'rest-materials',
  title: 'その他の資料',
  answers: ['listRest'],
  edit: 'deliverables.submit',
  help: '納めない資料には、その理由を書いてください。',
  records: restOf,
  key: ({ name }) => name,
  columns: [
    textColumn('name', '資料', 40, (it) => it.name, { ...REQUIRED, maxLength: 200 }),
    flagColumn('delivered', '納める', 8, (it) => it.delivered, EDITABLE),
    textColumn('reason', '納めない理由', 50, (it) => it.reason, { ...EDITABLE, maxLength: 2000 }),
  ],
  add: async (context, scope, values) =>
    recordRest(context, scope, [...(await restOf(context, scope)), restFrom(values)]),
  change: async (context, scope, { name }, values) =>
    recordRest(
      context,
      scope,
      (await restOf(context, scope)).map((one) => (one.name === name ? restFrom(values) : one)),
    ),
  remove: async (context, scope, { name }) =>
    recordRest(
      context,
      scope,
      (await restOf(context, scope)).filter((one) => one.name !== name),
    ),
});

const removedList = exportedList<Removal & { readonly position: number }>({
  ...COMMON,
  id: 'removed-pieces',
  title: '版に載せなかった箇所',
  answers: ['listRemoved'],
  because: '版に載せなかった箇所は、版を作ったときに文書から導かれ、版とともに残ります。',
  per: {
    title: '成果物の版',
    subjects: async (context, engagementId) =>
      (await client(context).listDeliverables({ engagementId: engagementId ?? '' })).deliverables
        .flatMap(({ versions, editions }) => [...versions, ...editions.flatMap((one) => one.versions)])
        .filter(({ removed }) => (removed ?? 0) > 0)
        .map(({ id, title, version }) => ({ id, title: `${title}　第${version}版` })),
  },
  records: async (context, scope) =>
    (await client(context).listRemoved({ engagementId: engagementOf(scope), versionId: subjectOf(scope) })).removed.map(
      (removal, index) => ({ ...removal, position: index + 1 }),
    ),
  key: ({ position }) => String(position),
  columns: [
    textColumn('place', '場所', 50, (it) => it.place),
    textColumn('kind', '種類', 14, (it) => it.kind),
    textColumn('reason', '理由', 36, (it) => it.reason),
    textColumn('instead', '置き換える言葉', 24, (it) => it.instead),
  ],
});

const ownList = exportedList<OwnVersion>({
  ...COMMON,
  permission: 'deliverables.own',
  id: 'own-versions',
  title: '自所属の版',
  answers: ['listOwn'],
  because: '自所属の版は、受託者が作り、情報セキュリティ担当課が検収すると加わります。',
  records: async (context, scope) => (await client(context).listOwn({ engagementId: engagementOf(scope) })).versions,
  key: ({ id }) => id,
  columns: [
    textColumn('title', '文書', 50, (it) => it.title),
    numberColumn('version', '版', 6, (it) => it.version),
    textsColumn('files', 'ファイル', 50, (it) => it.files.map(({ name }) => name)),
    dayColumn('decidedOn', '検収した日', (it) => (it.decidedAt === null ? null : dayOf(it.decidedAt))),
  ],
});

export const lists: readonly ListProvider[] = [
  deliverableList,
  removedList,
  ownList,
  workList,
  afterCareList,
  deliveryList,
  restList,
];
