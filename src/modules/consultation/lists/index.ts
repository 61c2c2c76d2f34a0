/** Consultations that were received elsewhere come in as rows; drafts of the knowledge base go out and come back. */
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  flagColumn,
  numberColumn,
  REQUIRED,
  textColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, exportedList, type ValueReader, wordsAsLabels } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { CHANNELS } from '../conditions.ts';
import { consultationContract } from '../contract.ts';

type C = typeof consultationContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;

const STATES = {
  received: '受付',
  office: '担当課が対応中',
  contractor: '受託者が対応中',
  answered: '回答済み',
  closed: '終了',
} as const;

const CHANNEL_LABELS = wordsAsLabels(CHANNELS);
const KEPT = '登録した相談は、相談の画面で進めます。';
const NEW = { ...FIRST, reason: KEPT };
const NEW_OPTIONAL = { ...FIRST_OPTIONAL, reason: KEPT };

const consultationList = editableList<Out<'listConsultations'>['consultations'][number]>({
  id: 'consultations',
  title: '相談',
  answers: ['listConsultations', 'getConsultation', 'summariseConsultations'],
  scope: 'engagement',
  permission: 'consultation.read',
  edit: { add: 'consultation.record' },
  help: '電話やメールで受けた相談を、行として加えられます。振分けと回答は、相談の画面から行います。',
  records: async (context, scope) =>
    (await context.client(consultationContract).listConsultations({ engagementId: engagementOf(scope) })).consultations,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: async (context, scope) => {
    const choices = await context.client(consultationContract).listChoices({ engagementId: engagementOf(scope) });
    const departments = choices.departments.map(({ id, name }) => ({ value: id, label: name }));
    return [
      numberColumn('number', '番号', 6, (it) => it.number, { reason: '番号は、登録した順に付きます。' }),
      textColumn('title', '件名', 40, (it) => it.title, { ...NEW, maxLength: 200 }),
      textColumn('question', '相談の内容', 50, () => '', { ...NEW_OPTIONAL, maxLength: 10_000 }),
      choiceColumn('category', '分類', 20, wordsAsLabels(choices.categories), (it) => it.category, NEW),
      choiceColumn('channel', '受付の方法', 12, CHANNEL_LABELS, (it) => it.channel, NEW),
      choiceColumn('departmentId', '所属', 24, departments, (it) => it.department?.id ?? null, NEW_OPTIONAL),
      textColumn('asker', '相談した者', 18, (it) => it.asker, { ...NEW, maxLength: 200 }),
      flagColumn('urgent', '至急', 6, (it) => it.urgent, NEW_OPTIONAL),
      numberColumn('questions', '質問の数', 8, (it) => it.questions, { ...NEW_OPTIONAL, min: 1, max: 100 }),
      dayColumn('occurredOn', '受付の日', (it) => it.receivedOn, NEW),
      choiceColumn('state', '状態', 16, STATES, (it) => it.state, { reason: KEPT }),
      textColumn('member', '担当者', 18, (it) => it.member?.name ?? '', { reason: KEPT }),
      dayColumn('due', '期限', (it) => it.due, { reason: KEPT }),
      dayColumn('answeredOn', '回答の日', (it) => it.answeredOn, { reason: KEPT }),
      numberColumn('score', '満足度', 8, (it) => it.score, { reason: KEPT }),
    ];
  },
  add: (context, scope, values) =>
    context.client(consultationContract).recordConsultation({
      engagementId: engagementOf(scope),
      title: values.text('title'),
      category: values.text('category'),
      urgent: values.flag('urgent'),
      questions: values.numberOrNull('questions') ?? 1,
      question: values.text('question'),
      fileIds: [],
      channel: values.one('channel', CHANNEL_LABELS),
      departmentId: values.textOrNull('departmentId'),
      asker: values.text('asker'),
      occurredOn: values.text('occurredOn'),
      answer: null,
    }),
});

const TYPES = { answer: '相談への回答', explanation: '解説', notice: 'お知らせ' } as const;
const VISIBILITIES = { everyone: '全員', city: '市', contractor: '受託者' } as const;
type Entry = Out<'getKnowledge'>;

const draftList = editableList<Entry>({
  id: 'knowledge-drafts',
  title: '知識ベースの下書き',
  answers: ['listKnowledgeDrafts'],
  scope: 'engagement',
  permission: 'knowledge.write',
  edit: 'knowledge.write',
  help: '公開前の項目を加え、直せます。公開は、確認する人が画面から行います。',
  records: async (context, scope) => {
    const engagementId = engagementOf(scope);
    const client = context.client(consultationContract);
    const { drafts } = await client.listKnowledgeDrafts({ engagementId });
    return Promise.all(drafts.map(({ id: entryId }) => client.getKnowledge({ engagementId, entryId })));
  },
  key: ({ id }) => id,
  locked: ({ draft }) => (draft === null ? 'この項目の下書きは、書いた側だけが直せます。' : null),
  columns: [
    choiceColumn('type', '種類', 16, TYPES, (it) => textOf(it)?.type ?? null, REQUIRED),
    textColumn('title', '題名', 36, (it) => textOf(it)?.title ?? '', { ...REQUIRED, maxLength: 200 }),
    textColumn('summary', '要約', 44, (it) => textOf(it)?.summary ?? '', { ...REQUIRED, maxLength: 1000 }),
    textColumn('body', '本文', 60, (it) => textOf(it)?.body ?? '', { ...REQUIRED, maxLength: 10_000 }),
    textColumn('source', '根拠', 30, (it) => textOf(it)?.source ?? '', { ...EDITABLE, maxLength: 1000 }),
    choiceColumn('visibility', '見せる相手', 12, VISIBILITIES, (it) => textOf(it)?.visibility ?? null, REQUIRED),
    flagColumn('waiting', '確認待ち', 8, (it) => it.waiting),
  ],
  add: (context, scope, values) =>
    context
      .client(consultationContract)
      .saveKnowledge({ engagementId: engagementOf(scope), consultationId: null, text: entryOf(values) }),
  change: (context, scope, { id: entryId, version }, values) =>
    context
      .client(consultationContract)
      .saveKnowledge({ engagementId: engagementOf(scope), entryId, version, text: entryOf(values) }),
});

const textOf = ({ draft, published }: Entry) => draft ?? published;
const entryOf = (values: ValueReader) => ({
  type: values.one('type', TYPES),
  title: values.text('title'),
  summary: values.text('summary'),
  body: values.text('body'),
  source: values.text('source'),
  visibility: values.one('visibility', VISIBILITIES),
});

type Hit = Out<'searchKnowledge'>['hits'][number];
const joined = (parts: Hit['title']): string => parts.map(({ text }) => text).join('');

const knowledgeList = exportedList<Hit>({
  id: 'knowledge',
  title: '知識ベース（公開中）',
  answers: ['searchKnowledge'],
  scope: 'engagement',
  permission: 'knowledge.read',
  because: '公開した項目は確認を経たものです。直すときは、下書きを作って確認を受けます。',
  records: async (context, scope) => {
    const engagementId = engagementOf(scope);
    const client = context.client(consultationContract);
    const hits: Hit[] = [];
    for (let page = 1; page <= 100; page += 1) {
      const found = await client.searchKnowledge({ engagementId, words: '', page });
      hits.push(...found.hits);
      if (found.hits.length === 0 || hits.length >= found.total) break;
    }
    return hits;
  },
  key: ({ id }) => id,
  columns: [
    choiceColumn('type', '種類', 16, TYPES, (it) => it.type),
    textColumn('title', '題名', 44, (it) => joined(it.title)),
    textColumn('snippet', '抜粋', 60, (it) => joined(it.snippet)),
    choiceColumn('visibility', '見せる相手', 12, VISIBILITIES, (it) => it.visibility),
    dayColumn('publishedOn', '公開の日', (it) => it.publishedOn),
  ],
});

export const lists: readonly ListProvider[] = [consultationList, knowledgeList, draftList];
export const noLists = { listChoices: '入力欄の選択肢である。' } as const;
