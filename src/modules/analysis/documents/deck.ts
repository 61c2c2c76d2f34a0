/** The results as slides, for the meeting in which they are reported. */
import { formatEra } from '../../../core/calendar/index.ts';
import { type ChartSpec, deck, type DeckTree, type Slide } from '../../../documents/index.ts';
import { overviewCharts, yearsChart } from './charts.ts';
import { marked, percent, pointsText, type ReportMaterial } from './common.ts';

export function reportDeck(material: ReportMaterial, today: string, kind: 'self-check' | 'my-number'): DeckTree {
  const { profile, overview, weak, record, proposals, relations } = material;
  const title = kind === 'my-number' ? 'マイナンバー自己点検の分析結果' : '自己点検の結果';
  const source = `${overview.campaign.title}の回答（${formatEra(overview.campaign.due)}締切り）`;
  const years = yearsChart(material.years);
  const charts: ChartSpec[] = [...overviewCharts(overview, source), ...(years === null ? [] : [{ ...years, source }])];
  const slides: Slide[] = [
    {
      kind: 'title',
      title,
      subtitle: overview.campaign.title,
      lines: [profile.municipality, formatEra(today), profile.contractor],
    },
    { kind: 'bullets', title: '結果の要点', items: points(material) },
    ...(record === null
      ? []
      : [
          {
            kind: 'bullets' as const,
            title: '分析のまとめ',
            items: record.summary.split('\n').filter((line) => line.trim() !== ''),
          },
        ]),
    ...charts.map((chart): Slide => ({ kind: 'chart', title: chart.title, chart })),
    ...(weak.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: '達成率の低い設問と改善の提案',
            columns: [
              { title: '問', align: 'right' as const },
              { title: '確認事項', share: 5 },
              { title: '達成率', share: 1.4, align: 'right' as const },
              { title: '改善の提案', share: 5 },
            ],
            rows: weak
              .slice(0, 5)
              .map(({ number, question, rate, advice }) => [
                number,
                question,
                percent(rate),
                firstSentence(advice ?? '（記入してください。）'),
              ]),
          },
        ]),
    { kind: 'bullets', title: '監査の発見事項及び事故との関係', items: relations.map(({ sentence }) => sentence) },
    ...(proposals.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: '翌年度の設問の見直し案',
            columns: [
              { title: '案', share: 1.4 },
              { title: '設問', share: 5 },
              { title: '理由', share: 6 },
            ],
            rows: proposals
              .slice(0, 10)
              .map(({ kind: what, question, reasons }) => [KINDS[what], question, reasons.join('')]),
            ...(proposals.length > 10 ? { note: `ほか${proposals.length - 10}件は報告書に示しています。` } : {}),
          },
        ]),
    {
      kind: 'bullets',
      title: '各課へのお願い',
      items: [
        '自課の結果通知で、達成していない項目を確かめる。',
        '達成していない項目は、実施する時期と担当を決める。',
        '代わりの対策を行っている項目は、その内容を記録しておく。',
      ],
    },
  ];
  return deck({ title, author: profile.municipality, created: today, ...marked(profile) }, slides);
}

const KINDS = { drop: '外す', sharpen: '改める', add: '加える' } as const;

/** What is read out in a meeting is short. */
const firstSentence = (text: string): string => `${text.replace(/^目指す状態：/, '').split(/[。\n]/u)[0] ?? ''}。`;

function points({ overview, years, doubts, proposals }: ReportMaterial): string[] {
  const before = years.years.at(-2);
  return [
    `対象は${overview.campaign.asked}件で、${overview.campaign.answered}件の回答がありました。`,
    overview.hidden
      ? '回答が少ないため、集計の結果は示しません。'
      : `平均点は${pointsText(overview.points)}です${before === undefined || before.points === null ? '' : `（前回${pointsText(before.points)}）`}。`,
    `確かめたい回答は、食違い${doubts.doubts.length}件、一律の回答${doubts.uniform.length}件です。`,
    `翌年度の設問について、${proposals.length}件の見直し案があります。`,
  ];
}
