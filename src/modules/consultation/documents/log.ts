/** 相談事対応資料: every consultation with its answers, as the deliverable of koganei 5(2)⑥・3 asks for. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  type WorkbookTree,
  toTheCity,
} from '../../../documents/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { type ConsultationDetail, consultationContract, type Entry } from '../contract.ts';
import { citableStandards } from '../operations/reading.ts';

const TITLE = '相談事対応資料';

const STATES = {
  received: '受付',
  office: '担当課で対応中',
  contractor: '受託者で対応中',
  answered: '回答済み',
  closed: '終了',
} as const;

const KINDS = { question: '質問', answer: '回答', note: '連絡', visit: '訪問', reopening: '再開' } as const;

export async function buildLog(
  context: Context,
  engagementId: string,
  format: 'docx' | 'pdf' | 'xlsx',
): Promise<DocumentTree | WorkbookTree> {
  const client = context.client(consultationContract);
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const { consultations } = await client.listConsultations({ engagementId });
  const details: ConsultationDetail[] = [];
  for (const { id } of consultations.toReversed()) {
    details.push(await client.getConsultation({ engagementId, consultationId: id }));
  }
  const names = new Map((await citableStandards(context, engagementId)).map(({ code, name }) => [code, name]));
  const paper: Paper = { details, profile, names, today: context.today };
  return format === 'xlsx' ? workbookOf(paper) : documentOf(paper);
}

interface Paper {
  readonly details: readonly ConsultationDetail[];
  readonly profile: EngagementProfile;
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

function documentOf({ details, profile, names, today }: Paper): DocumentTree {
  return document(
    {
      title: TITLE,
      subtitle: profile.title,
      date: formatEra(today),
      created: today,
      ...toTheCity(profile),
    },
    [
      letterHead(),
      ...(details.length === 0 ? [paragraph('相談の記録は、まだありません。')] : []),
      ...details.flatMap((detail) => blocksOf(detail, names)),
    ],
  );
}

function blocksOf(detail: ConsultationDetail, names: ReadonlyMap<string, string>): Block[] {
  return [
    heading(1, `相談${detail.number}　${detail.title}`),
    definitionList([
      ['分類', detail.category],
      ['受付日', formatEra(detail.receivedOn)],
      ['受付の方法', detail.channel],
      ['相談した所属', detail.department?.name ?? '担当課'],
      ['状態', STATES[detail.state]],
      ['回答日', detail.answeredOn === null ? '―' : formatEra(detail.answeredOn)],
      ['満足度', detail.score === null ? '―' : `5点満点の${detail.score}点`],
    ]),
    // The two parties' own notes are no part of what is delivered.
    ...detail.entries.filter(({ audience }) => audience === 'all').flatMap((entry) => entryBlocks(entry, names)),
  ];
}

function entryBlocks(entry: Entry, names: ReadonlyMap<string, string>): Block[] {
  const side = entry.side === 'city' ? '市' : '受託者';
  const { answer, visit } = entry;
  return [
    heading(2, `${KINDS[entry.kind]}（${side}、${formatEra(entry.occurredOn)}、${entry.channel ?? '画面'}）`),
    ...linesOf(entry.body),
    ...(answer === null
      ? []
      : [
          ...(answer.plain.trim() === '' ? [] : [heading(3, 'やさしい説明'), ...linesOf(answer.plain)]),
          ...(answer.citations.length === 0
            ? []
            : [
                heading(3, '根拠とした規定'),
                bulletList(answer.citations.map(({ code, place }) => `${names.get(code) ?? code}　${place}`)),
              ]),
          ...[...answer.considerations, ...answer.basis].flatMap(({ name, text }) => [
            heading(3, name),
            ...linesOf(text),
          ]),
        ]),
    ...(visit === null
      ? []
      : [
          definitionList([
            ['場所', visit.place],
            ['市の出席者', visit.cityPeople],
            ['受託者の出席者', visit.members.map(({ name }) => name).join('、')],
          ]),
        ]),
    ...(entry.files.length === 0 ? [] : [paragraph(`添付：${entry.files.map(({ name }) => name).join('、')}`)]),
  ];
}

const linesOf = (text: string): Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));

function workbookOf({ details, profile, names, today }: Paper): WorkbookTree {
  return {
    title: TITLE,
    author: profile.contractor,
    created: today,
    ...(profile.marking === null ? {} : { marking: profile.marking }),
    sheets: [
      {
        name: TITLE,
        title: TITLE,
        subtitle: [`${profile.municipality}　${profile.title}`, `${formatEra(today)}現在`],
        orientation: 'landscape',
        columns: [
          { title: '番号', width: 8, align: 'right' },
          { title: '受付日', width: 16 },
          { title: '所属', width: 20 },
          { title: '分類', width: 24 },
          { title: '件名', width: 32 },
          { title: '質問', width: 48 },
          { title: '回答日', width: 16 },
          { title: '回答', width: 56 },
          { title: '根拠', width: 32 },
          { title: '状態', width: 16 },
          { title: '満足度', width: 8, align: 'right' },
        ],
        rows: details.map((detail) => {
          const of = (kind: Entry['kind']) => detail.entries.filter((entry) => entry.kind === kind);
          const join = (entries: readonly Entry[]) => entries.map(({ body }) => body).join('\n');
          return [
            detail.number,
            formatEra(detail.receivedOn),
            detail.department?.name ?? '担当課',
            detail.category,
            detail.title,
            join(of('question')),
            detail.answeredOn === null ? '―' : formatEra(detail.answeredOn),
            join(of('answer')),
            of('answer')
              .flatMap(({ answer }) => answer?.citations ?? [])
              .map(({ code, place }) => `${names.get(code) ?? code} ${place}`)
              .join('、'),
            STATES[detail.state],
            detail.score ?? '―',
          ];
        }),
      },
    ],
  };
}
