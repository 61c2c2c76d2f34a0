/** マイナンバー自己点検分析結果書 (koganei 4(4)①イ): summed up, the problems visible, an improvement for every weak item. */
import {
  type Block,
  bulletList,
  callout,
  document,
  type DocumentTree,
  forExecutives,
  heading,
  letterHead,
  paragraph,
  table,
} from '../../../documents/index.ts';
import { areaChart, weakChart } from './charts.ts';
import {
  charted,
  groupTable,
  hiddenNote,
  particulars,
  percent,
  pointsText,
  type ReportMaterial,
  telling,
} from './common.ts';
import { outlineBlocks, sourceOf } from './report.ts';
import { appendixBlocks, doubtBlocks, themeBlocks, yearBlocks } from './report-doubts.ts';
import { adviceBlocks, proposalBlocks } from './report-proposals.ts';
import { areaTable, itemTable } from './report-results.ts';

export function myNumberDocument(material: ReportMaterial, today: string): DocumentTree {
  const { overview, record } = material;
  const smallest = overview.criteria.criteria.smallestGroup;
  return document(particulars('マイナンバー自己点検分析結果書', material, today), [
    letterHead(),
    heading(1, '点検の概要'),
    paragraph(
      '個人番号利用事務及び個人番号関係事務について、行政手続における特定の個人を識別するための番号の利用等に関する法律及び特定個人情報の適正な取扱いに関するガイドラインが求める安全管理措置が講じられているかを点検した結果です。',
    ),
    ...outlineBlocks(material),
    heading(1, '集計'),
    ...(overview.hidden
      ? [paragraph(hiddenNote(smallest))]
      : [
          paragraph(`平均点は${pointsText(overview.points)}でした。`),
          heading(2, '安全管理措置ごとの達成率'),
          ...charted(sourceOf(overview), areaChart('安全管理措置ごとの達成率', '安全管理措置', overview.measures)),
          areaTable('安全管理措置', overview.measures),
          ...telling(overview).flatMap((group) => [
            heading(2, `${group.title}ごとの結果`),
            ...groupTable(group, smallest),
          ]),
          heading(2, '設問ごとの回答'),
          itemTable(overview.items),
        ]),
    heading(1, '課題の可視化', { marks: forExecutives }),
    ...problemBlocks(material),
    ...(record === null
      ? []
      : [
          callout(
            record.summary.split('\n').map((line) => paragraph(line === '' ? '　' : line)),
            { title: '分析のまとめ' },
          ),
        ]),
    heading(1, '改善の提案', { marks: forExecutives }),
    ...adviceBlocks(material),
    heading(1, '前回との比較'),
    ...yearBlocks(material),
    heading(1, '回答の確かさ及び自由記述'),
    ...doubtBlocks(material),
    ...themeBlocks(material),
    heading(1, '翌年度の設問の見直し案'),
    ...proposalBlocks(material),
    heading(1, '集計の方法'),
    ...appendixBlocks(material),
  ]);
}

/** Where the measures fall short: the weakest measures, the weak items, what people wrote about them. */
function problemBlocks({ overview, weak, themes }: ReportMaterial): Block[] {
  if (overview.hidden) return [paragraph('回答が少ないため、達成率の低い設問は示しません。')];
  if (weak.length === 0) return [paragraph('達成率の低い設問はありません。')];
  const low = overview.measures
    .filter(({ rate }) => rate !== null && rate < 100)
    .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0))
    .slice(0, 3);
  return [
    bulletList([
      ...low.map(({ label, rate }) => `「${label}」の達成率は${percent(rate)}です。`),
      `達成率の低い設問のうち、重大なもの（重大度3）は${weak.filter(({ severity }) => severity === 3).length}問です。`,
      ...themes
        .slice(0, 3)
        .map(
          ({ title, respondents }) =>
            `理由などの記述では、「${title}」に関するものが${respondents}件の回答に見られます。`,
        ),
    ]),
    ...charted(sourceOf(overview), weakChart(overview)),
    table({
      caption: '達成率の低い設問',
      columns: [
        { width: 11, align: 'right' },
        { width: '1fr' },
        { width: 62 },
        { width: 16, align: 'right' },
        { width: 18, align: 'right' },
      ],
      header: ['問', '確認事項', '根拠', '重大度', '達成率'],
      rows: weak.map(({ number, question, citations, severity, rate }) => [
        number,
        question,
        citations.join('、'),
        severity,
        percent(rate),
      ]),
    }),
  ];
}
