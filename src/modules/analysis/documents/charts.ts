/** The analysis as charts: for pages, reports and slides. What is kept back has no bar. */
import { fiscalYearLabel } from '../../../core/calendar/index.ts';
import { type BarChart, chartLimits, chartName, type ChartSpec } from '../../../documents/index.ts';
import { tellsBureaus } from '../../self-check/contract.ts';
import type { Overview, YearsView } from '../contract/views.ts';

const sourced = (source: string, charts: readonly (ChartSpec | null)[]): ChartSpec[] =>
  charts.flatMap((chart) => (chart === null ? [] : [{ ...chart, source }]));

export const overviewCharts = (overview: Overview, source: string): ChartSpec[] =>
  sourced(source, [
    completionChart(overview),
    spreadChart(overview),
    sectionsChart(overview),
    areaChart('ガイドラインの章ごとの達成率', '章', overview.chapters),
    areaChart('安全管理措置ごとの達成率', '安全管理措置', overview.measures),
    weakChart(overview),
  ]);

export function completionChart({ completion }: Pick<Overview, 'completion'>): ChartSpec | null {
  if (
    !tellsBureaus(completion.map(({ bureau }) => bureau)) ||
    // A lone bureau has no other beside it.
    completion.length < 2 ||
    completion.length > chartLimits['stacked-bars'].categories
  )
    return null;
  return {
    kind: 'stacked-bars',
    title: '局ごとの回答の状況',
    unit: '件',
    categoryName: '局',
    valueName: '件数',
    categories: completion.map(({ bureau }) => chartName(bureau, completion.length)),
    series: [
      { name: '回答済み', values: completion.map(({ answered }) => answered) },
      { name: '未回答', values: completion.map(({ asked, answered }) => asked - answered) },
    ],
  };
}

export function spreadChart({ spread }: Pick<Overview, 'spread'>): ChartSpec | null {
  if (spread.length === 0) return null;
  return {
    kind: 'distribution',
    title: '得点の分布',
    unit: '件',
    categoryName: '得点',
    valueName: '件数',
    categories: spread.map(({ label }) => label),
    series: [{ name: '件数', values: spread.map(({ count }) => count) }],
  };
}

/** A single bar compares nothing. */
export function sectionsChart({ sections }: Pick<Overview, 'sections'>): ChartSpec | null {
  const known = sections.filter(({ rate }) => rate !== null);
  return known.length < 2
    ? null
    : rates(
        '分類ごとの達成率',
        '分類',
        known.map(({ title, rate }) => ({ name: title, rate })),
      );
}

export function areaChart(title: string, what: string, areas: Overview['chapters']): ChartSpec | null {
  const known = areas.filter(({ rate }) => rate !== null);
  return known.length < 2
    ? null
    : rates(
        title,
        what,
        known.map(({ label, rate }) => ({ name: label, rate })),
      );
}

export function weakChart({ items, weak }: Pick<Overview, 'items' | 'weak'>): ChartSpec | null {
  const rows = weak.flatMap((id) => items.find((item) => item.id === id) ?? []);
  if (rows.length === 0) return null;
  return rates(
    '達成率の低い設問',
    '設問',
    rows.map(({ number, question, rate }) => ({ name: `問${number}　${cut(question)}`, rate })),
  );
}

export function yearsChart({ years }: Pick<YearsView, 'years'>): ChartSpec | null {
  if (years.filter(({ points }) => points !== null).length < 2) return null;
  return {
    kind: 'lines',
    title: '平均点の推移',
    unit: '点',
    categoryName: '年度',
    valueName: '平均点',
    categories: distinct(years.map(({ fiscalYear }) => fiscalYearLabel(fiscalYear))),
    series: [{ name: '平均点', values: years.map(({ points }) => points) }],
    max: 100,
  };
}

function rates(
  title: string,
  what: string,
  rows: readonly { readonly name: string; readonly rate: number | null }[],
): BarChart {
  const shown = rows.slice(0, chartLimits.bars.categories);
  return {
    kind: 'bars',
    title,
    unit: '%',
    categoryName: what,
    valueName: '達成率',
    categories: distinct(shown.map(({ name }) => chartName(name, shown.length))),
    series: [{ name: '達成率', values: shown.map(({ rate }) => rate) }],
    max: 100,
  };
}

/** Beside a bar there is room for a line; the whole question stands in the table. */
const cut = (question: string): string =>
  [...question].length <= 20 ? question : `${[...question].slice(0, 19).join('')}…`;

/** Names that were cut to the same words get a number. */
function distinct(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name}（${before + 1}）`;
  });
}
