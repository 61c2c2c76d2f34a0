/** 自己点検結果報告書 */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  callout,
  definitionList,
  document,
  type DocumentTree,
  forExecutives,
  heading,
  letterHead,
  paragraph,
  table,
} from '../../../documents/index.ts';
import { tellsBureaus } from '../../self-check/contract.ts';
import type { ReportMaterial } from './common.ts';
import { charted, particulars, percent, pointsText, yearName } from './common.ts';
import { appendixBlocks, doubtBlocks, relationBlocks, themeBlocks, yearBlocks } from './report-doubts.ts';
import { adviceBlocks, proposalBlocks } from './report-proposals.ts';
import { riskBlocks } from './report-risk.ts';
import { resultBlocks } from './report-results.ts';
import { completionChart } from './charts.ts';

export function reportDocument(material: ReportMaterial, today: string): DocumentTree {
  return document(particulars('自己点検結果報告書', material, today), [
    letterHead(),
    heading(1, '調査の概要'),
    ...outlineBlocks(material),
    heading(1, '結果の概要', { marks: forExecutives }),
    ...summaryBlocks(material),
    heading(1, '集計の結果'),
    ...resultBlocks(material),
    heading(1, '前回との比較'),
    ...yearBlocks(material),
    heading(1, '回答の確かさ'),
    ...doubtBlocks(material),
    heading(1, '自由記述'),
    ...themeBlocks(material),
    heading(1, '監査の発見事項及び事故との関係'),
    ...relationBlocks(material),
    heading(1, 'リスク値及び監査対象課の案'),
    ...riskBlocks(material),
    heading(1, '改善の提案', { marks: forExecutives }),
    ...adviceBlocks(material),
    heading(1, '翌年度の設問の見直し案'),
    ...proposalBlocks(material),
    heading(1, '集計の方法'),
    ...appendixBlocks(material),
  ]);
}

export function outlineBlocks({ overview }: ReportMaterial): Block[] {
  const { campaign, items } = overview;
  const rate = campaign.asked === 0 ? 0 : Math.round((1000 * campaign.answered) / campaign.asked) / 10;
  return [
    heading(2, '目的'),
    paragraph(
      '情報セキュリティ対策の実施の状況を各所属が自ら確かめ、全庁の課題を明らかにして、改善につなげることを目的とします。',
    ),
    heading(2, '対象及び方法', { marks: forExecutives }),
    definitionList([
      ['調査', `${campaign.title}（${yearName(campaign.fiscalYear)}）`],
      ['対象', `${campaign.asked}件`],
      ['受付期間', `${formatEra(campaign.opens)}から${formatEra(campaign.due)}まで`],
      ['設問の数', `${items.length}問`],
      ['回答', `${campaign.answered}件（回答率${rate}%）`],
    ]),
    ...completionBlocks(overview),
  ];
}

function completionBlocks(overview: ReportMaterial['overview']): Block[] {
  const { completion } = overview;
  // What one bureau or a city without bureaus answered stands in the lines above.
  if (completion.length < 2 || !tellsBureaus(completion.map(({ bureau }) => bureau))) return [];
  return [
    heading(2, '回答の状況'),
    ...charted(sourceOf(overview), completionChart(overview)),
    completionTable(completion),
  ];
}

const completionTable = (completion: ReportMaterial['overview']['completion']): Block =>
  table({
    caption: '局ごとの回答の状況',
    columns: [
      { width: '1fr' },
      { width: 24, align: 'right' },
      { width: 24, align: 'right' },
      { width: 24, align: 'right' },
    ],
    header: ['局', '対象', '回答', '回答率'],
    rows: completion.map(({ bureau, asked, answered }) => [
      bureau,
      asked,
      answered,
      percent(asked === 0 ? null : Math.round((1000 * answered) / asked) / 10),
    ]),
  });

export const sourceOf = ({ campaign }: ReportMaterial['overview']): string => `${campaign.title}の回答`;

function summaryBlocks({ overview, record, years, weak, doubts, proposals }: ReportMaterial): Block[] {
  const before = years.years.at(-2);
  const low = overview.sections
    .filter(({ rate }) => rate !== null)
    .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0))[0];
  const worse = years.items.filter(({ change }) => change !== null && change <= -5).length;
  const better = years.items.filter(({ change }) => change !== null && change >= 5).length;
  const [weakest] = weak;
  if (overview.hidden)
    return [
      paragraph(
        `回答が${overview.criteria.criteria.smallestGroup}件に満たないため、個々の回答が分からないように、集計の結果は示しません。`,
      ),
    ];
  return [
    bulletList([
      `平均点は${pointsText(overview.points)}でした${before === undefined || before.points === null ? '' : `（前回${pointsText(before.points)}）`}。`,
      ...(low === undefined
        ? []
        : [`分類別では、「${low.title}」の達成率が${percent(low.rate)}と最も低くなりました。`]),
      ...(weakest === undefined
        ? ['全ての設問で、回答した全ての所属が対策を実施しています。']
        : [`最も達成率の低い設問は、問${weakest.number}「${weakest.question}」（${percent(weakest.rate)}）でした。`]),
      ...(before === undefined
        ? []
        : [`前回から5ポイント以上改善した設問は${better}問、低下した設問は${worse}問でした。`]),
      `確かめたい回答として、食い違う回答が${doubts.doubts.length}件、一律の回答が${doubts.uniform.length}件ありました。`,
      `翌年度の設問について、${proposals.length}件の見直し案を示します。`,
    ]),
    ...(record === null
      ? []
      : [
          callout(
            record.summary.split('\n').map((line) => paragraph(line === '' ? '　' : line)),
            { title: '分析のまとめ' },
          ),
        ]),
  ];
}
