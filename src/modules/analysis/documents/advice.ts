/** 自己点検に関する助言・情報提供の資料 (fukuoka 5(3)①, 10表(3)): the proposals of items as they were shown to the city. */
import { dayOf, formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  table,
  toTheCity,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { listRounds, type StoredRound } from '../store/rounds.ts';
import { yearName } from './common.ts';

export async function adviceDocument(context: Context, engagementId: string): Promise<DocumentTree> {
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const rounds = await listRounds(context.tx, engagementId);
  if (rounds.length === 0)
    throw new AppError('state.refused', {
      message: '設問の見直し案がまだ示されていません。「調査の分析」で案を確定してから作成してください。',
    });
  return document(
    {
      title: '自己点検に関する助言・情報提供の資料',
      date: formatEra(context.today),
      author: profile.contractor,
      created: context.today,
      ...toTheCity(profile),
    },
    [
      letterHead(),
      paragraph('情報セキュリティ自己点検の点検項目について、次のとおり追加及び見直しを提案します。'),
      ...rounds.toReversed().flatMap(roundBlocks),
    ],
  );
}

const KINDS = { drop: '外す', sharpen: '改める', add: '加える' } as const;

function roundBlocks(round: StoredRound): Block[] {
  return [
    heading(1, `${yearName(round.forFiscalYear)}の点検項目の案（第${round.number}回）`),
    paragraph(
      `${formatEra(dayOf(round.issuedAt.toISOString()))}に示した案です。${round.campaignId === null ? '最新の対策の状況に基づきます。' : '点検の結果の分析に基づきます。'}`,
    ),
    table({
      caption: '点検項目の追加及び見直しの案',
      columns: [{ width: 18 }, { width: 52 }, { width: 52 }, { width: '1fr' }],
      header: ['案', '点検項目', '改める案', '理由'],
      rows: round.proposals.map(({ kind, question, suggestion, reasons }) => [
        KINDS[kind],
        question,
        suggestion === null || suggestion === question ? '―' : suggestion,
        reasons.join(''),
      ]),
    }),
  ];
}
