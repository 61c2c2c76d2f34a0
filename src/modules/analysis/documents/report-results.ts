/** The figures of the report: by points, section, chapter, group and item. */
import { type Block, heading, note, paragraph, table } from '../../../documents/index.ts';
import { areaChart, sectionsChart, spreadChart, weakChart } from './charts.ts';
import { charted, groupTable, hiddenNote, percent, rateTable, type ReportMaterial, telling } from './common.ts';

export function resultBlocks({ overview, weak }: ReportMaterial): Block[] {
  const smallest = overview.criteria.criteria.smallestGroup;
  const source = `${overview.campaign.title}の回答`;
  if (overview.hidden) return [paragraph(hiddenNote(smallest))];
  return [
    heading(2, '得点の分布'),
    ...charted(source, spreadChart(overview)),
    heading(2, '分類ごとの達成率'),
    ...charted(source, sectionsChart(overview)),
    rateTable(
      '分類ごとの達成率',
      '分類',
      overview.sections.map(({ title, rate }) => ({ name: title, rate })),
    ),
    heading(2, 'ガイドラインの章ごとの達成率'),
    paragraph(
      '設問が根拠とする総務省のポリシーガイドラインの章ごとに達成率を示します。設問のない章は「―」としています。',
    ),
    ...charted(source, areaChart('ガイドラインの章ごとの達成率', '章', overview.chapters)),
    areaTable('章', overview.chapters),
    ...(overview.measures.length === 0
      ? []
      : [heading(2, '安全管理措置ごとの達成率'), areaTable('安全管理措置', overview.measures)]),
    ...telling(overview).flatMap((group) => [heading(2, `${group.title}ごとの結果`), ...groupTable(group, smallest)]),
    heading(2, '達成率の低い設問'),
    ...(weak.length === 0
      ? [paragraph('回答した全ての所属が、対象となる全ての項目を実施しています。')]
      : [
          ...charted(source, weakChart(overview)),
          table({
            caption: '達成率の低い設問',
            columns: [{ width: 12, align: 'right' }, { width: '1fr' }, { width: 60 }, { width: 20, align: 'right' }],
            header: ['問', '確認事項', '根拠', '達成率'],
            rows: weak.map(({ number, question, citations, rate }) => [
              number,
              question,
              citations.join('、'),
              percent(rate),
            ]),
          }),
        ]),
    heading(2, '設問ごとの回答'),
    itemTable(overview.items),
    note(
      '「うち代替」は、代わりの対策を書いた「いいえ」の数です。達成率の計算では0.5件の「はい」とみなします。「対象外」は達成率の計算に入れません。',
    ),
  ];
}

export const areaTable = (name: string, areas: ReportMaterial['overview']['chapters']): Block =>
  rateTable(
    `${name}ごとの達成率`,
    name,
    areas.map(({ label, items, rate }) => ({ name: label, items, rate })),
  );

/** はい, いいえ, 対象外 in columns; choices of other items in words. */
export function itemTable(items: ReportMaterial['overview']['items']): Block {
  const narrow = { width: 15, align: 'right' } as const;
  const yesNo = items.filter(({ counts }) => counts.some(({ label }) => label === 'はい'));
  const hidden = items.filter((item) => item.hidden);
  const rest = items.filter((item) => !yesNo.includes(item) && !item.hidden && item.counts.length > 0);
  const of = (item: (typeof items)[number], label: string): number =>
    item.counts.find((one) => one.label === label)?.count ?? 0;
  return table({
    caption: '設問ごとの回答',
    columns: [
      { width: 11, align: 'right' },
      { width: '1fr' },
      narrow,
      narrow,
      narrow,
      narrow,
      { width: 18, align: 'right' },
    ],
    header: ['問', '確認事項', 'はい', 'いいえ', 'うち\n代替', '対象外', '達成率'],
    rows: [
      ...yesNo.map((item) => [
        item.number,
        item.question,
        of(item, 'はい'),
        of(item, 'いいえ'),
        of(item, 'うち代わりの対策あり'),
        of(item, '対象外'),
        percent(item.rate),
      ]),
      ...rest.map((item) => [
        item.number,
        {
          content: `${item.question}　${item.counts.map(({ label, count }) => `${label} ${count}件`).join('、')}`,
          colspan: 5,
        },
        percent(item.rate),
      ]),
      ...hidden.map((item) => [item.number, { content: `${item.question}　回答が少ないため非表示`, colspan: 5 }, '―']),
    ],
  });
}
