/** Consultations only go out; drafts of the knowledge base come back. */
import type { OutputOf } from '../../../kernel/contract.ts';
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  flagColumn,
  numberColumn,
  REQUIRED,
  textColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, exportedList, type ListProvider, type ValueReader } from '../../../kernel/list.ts';
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

const consultationList = exportedList<Out<'listConsultations'>['consultations'][number]>({
  id: 'consultations',
  title: '相談',
  answers: ['listConsultations', 'getConsultation', 'summariseConsultations'],
  scope: 'engagement',
  permission: 'consultation.read',
  because: '相談は、受付、振分け、回答という手続きで進みます。受付と回答は相談の画面から行います。',
  records: async (context, scope) =>
    (await context.client(consultationContract).listConsultations({ engagementId: engagementOf(scope) })).consultations,
  key: ({ id }) => id,
  columns: [
    numberColumn('number', '番号', 6, (it) => it.number),
    textColumn('title', '件名', 40, (it) => it.title),
    textColumn('category', '分類', 20, (it) => it.category),
    textColumn('channel', '受付の方法', 12, (it) => it.channel),
    textColumn('department', '所属', 24, (it) => it.department?.name ?? ''),
    flagColumn('urgent', '至急', 6, (it) => it.urgent),
    dayColumn('receivedOn', '受付の日', (it) => it.receivedOn),
    choiceColumn('state', '状態', 16, STATES, (it) => it.state),
    textColumn('member', '担当者', 18, (it) => it.member?.name ?? ''),
    dayColumn('due', '期限', (it) => it.due),
    dayColumn('answeredOn', '回答の日', (it) => it.answeredOn),
    numberColumn('score', '満足度', 8, (it) => it.score),
  ],
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
