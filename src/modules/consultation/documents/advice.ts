/** 助言・情報提供の資料: what the office asked about its own work, and the advice with its grounds (fukuoka 10表(2), (4)). */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  table,
  toTheCity,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { ADVICE_AREA_NAMES, ADVICE_AREAS, type AdviceArea } from '../advice.ts';
import { type Consultation, type ConsultationDetail, consultationContract, type Entry } from '../contract.ts';
import { citableStandards } from '../operations/reading.ts';

export async function adviceTree(
  context: Context,
  engagementId: string,
  ids: readonly string[],
  title = '助言の記録',
): Promise<DocumentTree> {
  const client = context.client(consultationContract);
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const details: ConsultationDetail[] = [];
  for (const consultationId of ids) details.push(await client.getConsultation({ engagementId, consultationId }));
  const advised = details.filter(({ advice, entries }) => advice !== null && entries.some(isAdvice));
  if (advised.length === 0)
    throw new AppError('record.missing', {
      message: '助言の記録がまだありません。担当課が助言を求め、受託者が答えると作れるようになります。',
    });
  const names = new Map((await citableStandards(context, engagementId)).map(({ code, name }) => [code, name]));
  // A paper of advice bears the day on which the last of it was put into writing.
  const recorded = advised.flatMap(({ adviceRecordedOn }) => adviceRecordedOn ?? []).toSorted();
  const on = recorded.length === advised.length ? (recorded.at(-1) ?? context.today) : context.today;
  return document(
    {
      title,
      subtitle: profile.title,
      date: formatEra(on),
      created: on,
      ...toTheCity(profile),
    },
    [
      letterHead(),
      ...(advised.length === 1 ? [] : [overview(advised)]),
      ...advised.flatMap((detail) => adviceBlocks(detail, names)),
    ],
  );
}

const isAdvice = ({ kind, side }: Entry): boolean => kind === 'answer' && side === 'contractor';

const overview = (details: readonly ConsultationDetail[]): Block =>
  table({
    caption: '助言の一覧',
    columns: [{ width: 14, align: 'center' }, { width: 34 }, { width: '2fr' }, { width: '3fr' }, { width: 34 }],
    header: ['番号', '区分', '事項', '件名', '助言した日'],
    rows: details.map(({ number, advice, title, answeredOn }) => [
      number,
      advice === null ? '' : ADVICE_AREAS[advice.area].name,
      advice?.topic ?? '',
      title,
      answeredOn === null ? '―' : formatEra(answeredOn),
    ]),
  });

function adviceBlocks(detail: ConsultationDetail, names: ReadonlyMap<string, string>): Block[] {
  const { advice, entries } = detail;
  const questions = entries.filter(({ kind, audience }) => kind === 'question' && audience === 'all');
  return [
    heading(1, `${advice?.topic ?? ''}　${detail.title}`),
    definitionList([
      ['区分', advice === null ? '' : ADVICE_AREAS[advice.area].name],
      ['求めた日', `${formatEra(detail.receivedOn)}（${detail.channel}）`],
      ['求めた所属', detail.department?.name ?? '担当課'],
      ['記録を残した日', detail.adviceRecordedOn === null ? '未記録' : formatEra(detail.adviceRecordedOn)],
    ]),
    heading(2, '求めた内容'),
    ...questions.flatMap(({ body }) => linesOf(body)),
    ...entries.filter(isAdvice).flatMap((entry) => answerBlocks(entry, names)),
  ];
}

function answerBlocks(
  { occurredOn, channel, body, answer, files }: Entry,
  names: ReadonlyMap<string, string>,
): Block[] {
  return [
    heading(2, `助言（${formatEra(occurredOn)}、${channel ?? '画面'}）`),
    ...linesOf(body),
    definitionList([
      [
        '根拠とした規定',
        (answer?.citations ?? []).map(({ code, place }) => `${names.get(code) ?? code}　${place}`).join('\n') || '―',
      ],
      ['参考とした例', (answer?.precedents ?? []).map(({ kind, text }) => `${kind}：${text}`).join('\n') || '―'],
      ...[...(answer?.considerations ?? []), ...(answer?.basis ?? [])].map(({ name, text }) => [name, text] as const),
      ['渡した資料', files.map(({ name }) => name).join('\n') || '―'],
    ]),
  ];
}

const linesOf = (text: string): Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));

const collected = (kind: string, title: string, areas: readonly AdviceArea[]): DocumentProvider => ({
  kind,
  title,
  formats: ['docx', 'pdf'],
  permission: 'consultation.summarise',
  async build(context, { engagementId }) {
    const { consultations } = await context.client(consultationContract).listConsultations({ engagementId });
    const wanted = consultations.filter(({ advice }: Consultation) => advice !== null && areas.includes(advice.area));
    return adviceTree(context, engagementId, wanted.map(({ id }) => id).toReversed(), title);
  },
});

export const adviceProviders: readonly DocumentProvider[] = [
  collected('internal-audit-advice', '内部監査に関する助言・情報提供の資料', ['internal-audit']),
  collected('advice-record', '市の業務への助言の記録', ADVICE_AREA_NAMES),
];
