/** 自己点検集計表: distribution, weak items, categories, bureaus, ranking. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  chart,
  document,
  type DocumentTree,
  heading,
  letterHead,
  note,
  paragraph,
  table,
} from '../../../documents/index.ts';
import type { Context, DocumentRequest } from '../../../kernel/module.ts';
import { previousCampaign } from '../operations/common.ts';
import { analysisOf } from '../operations/results.ts';
import { rankingOf } from '../operations/ranking-data.ts';
import type { Analysis } from '../rules/analysis.ts';
import type { Ranking } from '../contract/selection.ts';
import {
  answersChart,
  completionChart,
  departmentsChart,
  rankingChart,
  sectionsChart,
  sourced,
  spreadChart,
} from './charts.ts';
import { bureauCell, tellsBureaus } from '../rules/bureaus.ts';
import { bureauBlocks, marked, materialOf, percent, points } from './material.ts';

export async function summaryDocument(context: Context, { engagementId }: DocumentRequest): Promise<DocumentTree> {
  const { profile, campaign, form, statuses, sheets } = await materialOf(context, engagementId, 'self-check');
  const analysis = await analysisOf(context, campaign);
  const ranking = await rankingOf(context, engagementId);
  const earlier = await previousCampaign(context.tx, campaign);
  const before = earlier === null ? null : await analysisOf(context, earlier);
  const charts = (...found: Parameters<typeof sourced>[1][]): Block[] =>
    sourced(`${campaign.title}の回答`, ...found).map((one) => chart(one));
  return document(
    {
      title: '自己点検集計表',
      subtitle: campaign.title,
      date: formatEra(context.today),
      author: profile.municipality,
      sender: [profile.municipality, profile.client.department],
      ...marked(profile),
    },
    [
      letterHead(),
      heading(1, '調査の概要'),
      paragraph(
        `${campaign.title}は、${formatEra(campaign.opens)}から${formatEra(campaign.due)}までを受付期間とし、${statuses.length}課を対象に行いました。このうち${analysis.answered}課から回答があり、平均点は${points(analysis.points)}でした。`,
      ),
      ...charts(completionChart(statuses), spreadChart(analysis)),
      spreadTable(analysis),
      ...groupBlocks(analysis, charts(sectionsChart(analysis, before), answersChart(analysis))),
      ...charts(departmentsChart(form, sheets)),
      ...weakBlocks(analysis),
      ...itemBlocks(analysis),
      ...rankingBlocks(ranking, charts(rankingChart(ranking))),
    ],
  );
}

function spreadTable({ spread }: Analysis): Block {
  return table({
    caption: '得点の分布',
    columns: [{ width: '1fr' }, { width: 40, align: 'right' }],
    header: ['得点', '課の数'],
    rows: spread.map(({ label, departments }) => [label, departments]),
  });
}

function groupBlocks({ sections, bureaus }: Analysis, charts: readonly Block[]): Block[] {
  const byBureau = bureauBlocks({ bureaus });
  return [
    heading(1, byBureau.length === 0 ? '分類ごとの結果' : '分類・局ごとの結果'),
    heading(2, '分類ごとの達成率'),
    ...charts,
    table({
      columns: [{ width: '1fr' }, { width: 40, align: 'right' }],
      header: ['分類', '達成率'],
      rows: sections.map(({ title, rate }) => [title, percent(rate)]),
    }),
    ...(byBureau.length === 0 ? [] : [heading(2, '局ごとの平均点'), ...byBureau]),
  ];
}

function weakBlocks({ weak, items }: Analysis): Block[] {
  const rows = weak.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return [
    heading(1, '達成の低い項目'),
    ...(rows.length === 0
      ? [paragraph('回答した全ての課が、対象となる全ての項目を実施しています。')]
      : [
          table({
            columns: [
              { width: 14, align: 'right' },
              { width: '1fr' },
              { width: 22, align: 'right' },
              { width: 26, align: 'right' },
            ],
            header: ['問', '確認事項', '達成率', 'いいえの課'],
            rows: rows.map((item) => [item.number, item.question, percent(item.rate), item.no]),
          }),
        ]),
  ];
}

function itemBlocks({ items }: Analysis): Block[] {
  const narrow = { width: 17, align: 'right' } as const;
  return [
    heading(1, '項目ごとの回答'),
    table({
      columns: [{ width: 12, align: 'right' }, { width: '1fr' }, narrow, narrow, narrow, narrow, narrow],
      header: ['問', '確認事項', 'はい', 'いいえ', 'うち代替', '対象外', '達成率'],
      rows: items.map((item) => [
        item.number,
        item.question,
        item.yes,
        item.no,
        item.withAlternative,
        item.notApplicable,
        percent(item.rate),
      ]),
    }),
    note('「うち代替」は、代わりの対策を書いた「いいえ」の課の数です。達成率の計算では0.5件の「はい」とみなします。'),
  ];
}

function rankingBlocks({ departments, unranked, surveyed, weights }: Ranking, charts: readonly Block[]): Block[] {
  if (departments.length === 0) return [];
  const told = tellsBureaus(departments.map(({ bureauName }) => bureauName));
  return [
    heading(1, 'リスク値の順位'),
    paragraph(
      `自己点検の不足${surveyed ? 'と予備調査の結果' : ''}から算定したリスク値は、次のとおりです（重みは${weights.number === 0 ? '標準' : `第${weights.number}版`}）。`,
    ),
    ...charts,
    table({
      columns: [
        { width: 12, align: 'right' },
        ...(told ? [{ width: 24 }] : []),
        { width: 30 },
        { width: 18, align: 'right' },
        { width: '1fr' },
      ],
      header: ['順位', ...(told ? ['局'] : []), '課', 'リスク値', '説明'],
      rows: departments.map((row) => [
        row.rank,
        ...(told ? [bureauCell(row.bureauName)] : []),
        row.departmentName,
        row.value.toFixed(1),
        row.explanation.join(''),
      ]),
    }),
    ...(unranked.length === 0
      ? []
      : [note(`回答がそろわないため算定していない課：${unranked.map((row) => row.departmentName).join('、')}`)]),
  ];
}
