/** What a chart says, in words: for people who do not see it. Made from the figures, never written by hand. */
import type { CategoryChartSpec, ChartSeries, ChartSpec, HeatMapChart, RiskMatrixChart } from './model.ts';
import { isEmptyChart, riskZones, valueText, zoneNameOf, zoneOf } from './model.ts';

const kinds: Readonly<Record<Exclude<ChartSpec['kind'], 'risk-matrix'>, string>> = {
  bars: '棒グラフ',
  'stacked-bars': '積上げ棒グラフ',
  radar: 'レーダーチャート',
  lines: '折れ線グラフ',
  distribution: '度数分布図',
  'heat-map': 'ヒートマップ',
};

/** Name of the kind of chart. */
export const chartKindLabel = (chart: ChartSpec): string =>
  chart.kind === 'risk-matrix' ? `${zoneNameOf(chart)}マトリクス` : kinds[chart.kind];

/** The text alternative: what the chart shows, the highest and lowest figures, the change. */
export function chartWords(chart: ChartSpec): string {
  const head = `「${chart.title}」の${chartKindLabel(chart)}です。`;
  if (isEmptyChart(chart)) return `${head}データがありません。`;
  return (
    head + (chart.kind === 'heat-map' ? cells(chart) : chart.kind === 'risk-matrix' ? risks(chart) : series(chart))
  );
}

function series(chart: CategoryChartSpec): string {
  const { unit, categories } = chart;
  switch (chart.kind) {
    case 'bars':
    case 'radar':
      return `${subject(chart)}${chart.series.map((one) => extremes(one, chart, chart.series.length > 1)).join('')}${difference(chart)}`;
    case 'lines':
      return `${subject(chart)}${chart.series.map((one) => change(one, chart, chart.series.length > 1)).join('')}`;
    case 'distribution': {
      const values = chart.series[0]?.values ?? [];
      const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
      return `${subject(chart)}合計は${valueText(sum, unit)}で、${most(values, categories, unit, '多い')}。`;
    }
    case 'stacked-bars': {
      const totals = categories.map((_name, at) =>
        chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
      );
      const all = totals.reduce((sum, total) => sum + total, 0);
      const parts = chart.series.map(({ name, values }) => {
        const sum = values.reduce<number>((whole, value) => whole + (value ?? 0), 0);
        return `${name}${valueText(sum, unit)}${all > 0 ? `（${Math.round((sum / all) * 1000) / 10}%）` : ''}`;
      });
      const tops =
        categories.length < 2
          ? ''
          : `合計が${most(totals, categories, unit, '多い')}。${most(totals, categories, unit, '少ない')}。`;
      return `${subject(chart)}全体の合計は${valueText(all, unit)}で、内訳は${parts.join('、')}です。${tops}`;
    }
  }
}

const subject = ({ categoryName, valueName, categories }: CategoryChartSpec): string =>
  `${categoryName}ごとに${valueName}を示します（${categories.length}項目）。`;

/** 最も多いのは市民局の30件です, with all that share the place. */
function most(
  values: readonly (number | null)[],
  names: readonly string[],
  unit: string,
  word: '多い' | '少ない' | '高い' | '低い',
): string {
  const known = values.filter((value) => value !== null);
  const wanted = word === '多い' || word === '高い' ? Math.max(...known) : Math.min(...known);
  const holders = names.filter((_name, at) => values[at] === wanted);
  const who = holders.length > 3 ? `${holders.slice(0, 2).join('、')}など${holders.length}項目` : holders.join('、');
  return `最も${word}のは${who}の${valueText(wanted, unit)}です`;
}

function extremes({ name, values }: ChartSeries, chart: CategoryChartSpec, many: boolean): string {
  const known = values.filter((value) => value !== null);
  const who = many ? `${name}では、` : '';
  if (known.length === 0) return `${name}のデータはありません。`;
  if (known.every((value) => value === known[0]) && known.length > 1)
    return `${who}全て${valueText(known[0], chart.unit)}です。`;
  const high = `${who}${most(values, chart.categories, chart.unit, '高い')}。`;
  if (known.length < 2)
    return `${who}${chart.categories[values.findIndex((value) => value !== null)] ?? ''}は${valueText(known[0], chart.unit)}です。`;
  return `${high}${most(values, chart.categories, chart.unit, '低い')}。`;
}

/** Between two series the greatest change. */
function difference(chart: CategoryChartSpec): string {
  const [one, other] = chart.series;
  if (one === undefined || other === undefined || chart.series.length > 2) return '';
  const changes = chart.categories.flatMap((category, at) => {
    const [a, b] = [one.values[at] ?? null, other.values[at] ?? null];
    return a === null || b === null ? [] : [{ category, by: a - b }];
  });
  const widest = changes.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
  if (widest === undefined) return '';
  if (widest.by === 0) return `${one.name}と${other.name}に差はありません。`;
  return `${one.name}と${other.name}の差が最も大きいのは${widest.category}で、${one.name}が${valueText(Math.abs(widest.by), chart.unit)}${widest.by > 0 ? '上回ります' : '下回ります'}。`;
}

function change({ name, values }: ChartSeries, chart: CategoryChartSpec, many: boolean): string {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at: chart.categories[at] ?? '' }]));
  const who = many ? name : chart.valueName;
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return `${name}のデータはありません。`;
  if (known.length === 1) return `${who}は${first.at}に${valueText(first.value, chart.unit)}です。`;
  const by = last.value - first.value;
  const course =
    by === 0
      ? 'で、変わっていません'
      : `となり、${valueText(Math.abs(by), chart.unit)}${by > 0 ? '増えました' : '減りました'}`;
  return `${who}は${first.at}の${valueText(first.value, chart.unit)}から${last.at}の${valueText(last.value, chart.unit)}${course}。`;
}

function cells(chart: HeatMapChart): string {
  const all = chart.values.flatMap((row, y) =>
    row.flatMap((value, x) =>
      value === null ? [] : [{ value, name: `${chart.rows[y] ?? ''}の${chart.columns[x] ?? ''}` }],
    ),
  );
  const names = all.map(({ name }) => name);
  const values = all.map(({ value }) => value);
  const missing = chart.rows.length * chart.columns.length - all.length;
  return [
    `${chart.rowName}（${chart.rows.length}項目）と${chart.columnName}（${chart.columns.length}項目）ごとに${chart.valueName}を示します。`,
    values.every((value) => value === values[0])
      ? `全て${valueText(values[0], chart.unit)}です。`
      : `${most(values, names, chart.unit, '高い')}。${most(values, names, chart.unit, '低い')}。`,
    missing === 0 ? '' : `値のない欄が${missing}か所あります。`,
  ].join('');
}

function risks(chart: RiskMatrixChart): string {
  const zoneCounts = riskZones.toReversed().map((zone) => ({
    zone,
    items: chart.items.filter((item) => zoneOf(chart, item.likelihood, item.impact) === zone),
  }));
  const high = zoneCounts[0]?.items ?? [];
  const names =
    high.length > 3
      ? `${high
          .slice(0, 3)
          .map(({ name }) => name)
          .join('、')}など`
      : high.map(({ name }) => name).join('、');
  return [
    `${chart.items.length}件を、${chart.likelihoodName}と${chart.impactName}で位置付けています。`,
    `${zoneNameOf(chart)}が${zoneCounts.map(({ zone, items }) => `${zone}いもの${items.length}件`.replace('中い', '中程度の')).join('、')}です。`,
    high.length === 0 ? '' : `${zoneNameOf(chart)}が高いものは、${names}です。`,
  ].join('');
}
