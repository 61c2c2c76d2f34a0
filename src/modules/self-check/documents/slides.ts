/** The results as slides: for the report meeting (9(1)カ) and for presenting them by themselves. */
import { formatEra } from '../../../core/calendar/index.ts';
import { deck, type DeckTree, type Slide } from '../../../documents/index.ts';
import type { Context, DocumentRequest } from '../../../kernel/module.ts';
import { newestCampaigns, previousCampaign } from '../operations/common.ts';
import { rankingOf } from '../operations/ranking-data.ts';
import { analysisOf } from '../operations/results.ts';
import type { Analysis } from '../rules/analysis.ts';
import {
  answersChart,
  completionChart,
  departmentsChart,
  rankingChart,
  sectionsChart,
  sourced,
  spreadChart,
} from './charts.ts';
import { marked, materialOf, percent, points } from './material.ts';

/** 自己点検結果説明資料 */
export async function briefingDeck(context: Context, { engagementId }: DocumentRequest): Promise<DeckTree> {
  const { profile, campaign } = await materialOf(context, engagementId, 'self-check');
  return deck(
    { title: '自己点検結果説明資料', author: profile.municipality, created: context.today, ...marked(profile) },
    [
      {
        kind: 'title',
        title: '自己点検結果説明資料',
        subtitle: campaign.title,
        lines: [profile.municipality, formatEra(context.today)],
      },
      ...(await slidesOf(context, engagementId, 'full')),
      {
        kind: 'bullets',
        title: '各課へのお願い',
        items: [
          '自課の結果の画面で、達成していない項目と確認の方法を確かめる。',
          '達成していない項目は、実施する時期と担当を決める。',
          '代わりの対策を行っている項目は、その内容を記録しておく。',
        ],
      },
    ],
  );
}

/** The slides on the newest self-check; none before its results are with the caller. */
export async function slidesOf(context: Context, engagementId: string, depth: 'full' | 'brief'): Promise<Slide[]> {
  const { check } = await newestCampaigns(context.tx, engagementId);
  if (check === null || (context.caller.party === 'contractor' && check.delivered_at === null)) return [];
  const { campaign, form, statuses, sheets } = await materialOf(context, engagementId, 'self-check');
  const analysis = await analysisOf(context, campaign);
  const earlier = await previousCampaign(context.tx, campaign);
  const before = earlier === null ? null : await analysisOf(context, earlier);
  const ranking = await rankingOf(context, engagementId);
  const source = `${campaign.title}の回答（${formatEra(campaign.due)}締切り）`;
  const brief = sourced(source, spreadChart(analysis), sectionsChart(analysis, before));
  const full = sourced(
    source,
    completionChart(statuses),
    spreadChart(analysis),
    sectionsChart(analysis, before),
    answersChart(analysis),
    departmentsChart(form, sheets),
    rankingChart(ranking),
  );
  return [
    {
      kind: 'bullets',
      title: '自己点検の概要',
      items: [
        `対象は${statuses.length}課で、${analysis.answered}課から回答がありました。`,
        `受付期間は${formatEra(campaign.opens)}から${formatEra(campaign.due)}までです。`,
        `平均点は${points(analysis.points)}です。`,
        ...(before === null ? [] : [`前回の平均点は${points(before.points)}です。`]),
      ],
    },
    ...(depth === 'brief' ? brief : full).map((chart): Slide => ({ kind: 'chart', title: chart.title, chart })),
    ...weakSlides(analysis),
  ];
}

function weakSlides({ weak, items }: Analysis): Slide[] {
  const rows = weak.flatMap((id) => items.find((item) => item.id === id) ?? []);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      title: '達成の低い項目',
      columns: [
        { title: '問', align: 'right' },
        { title: '確認事項', share: 8 },
        { title: '達成率', share: 1.4, align: 'right' },
        { title: '「いいえ」', share: 1.6, align: 'right' },
      ],
      rows: rows.map((item) => [item.number, item.question, percent(item.rate), `${item.no}課`]),
    },
  ];
}
