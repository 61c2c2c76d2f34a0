import { DocumentError } from '../errors.ts';
import { widthInEm } from '../prepare/text.ts';
import type { ChartSpec } from './model.ts';

/** What can still be read on a page. Lengths of names in full-width characters. */
export const chartLimits = {
  bars: { categories: 40, series: 4 },
  'stacked-bars': { categories: 40, series: 6 },
  radar: { categories: 12, series: 3 },
  lines: { categories: 12, series: 6 },
  distribution: { categories: 15, series: 1 },
  'heat-map': { rows: 40, columns: 15 },
  'risk-matrix': { levels: 5, items: 40 },
  categoryName: 60,
  seriesName: 20,
} as const;

/**
 * A name as a chart takes it: cut where it would be too long, or where many names would no longer stand on a page.
 * @param count how many names the chart has
 */
export function chartName(name: string, count: number): string {
  const most = count > 12 ? 22 : chartLimits.categoryName;
  if (widthInEm(name) <= most) return name;
  let cut = '';
  for (const character of name) {
    if (widthInEm(cut + character) > most - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Checks the figures of a chart. @throws DocumentError that names the chart and what to change */
export function checkChart(chart: ChartSpec): void {
  const fail = (reason: string): never => {
    throw new DocumentError('chart-invalid', `グラフ「${chart.title}」${reason}`);
  };
  const atMost = (count: number, limit: number, what: string): void => {
    if (count > limit)
      fail(`の${what}が${count}個あり、読み取れる数（${limit}個）を超えています。分けるか、表にしてください。`);
  };
  const named = (names: readonly string[], limit: number, what: string): void => {
    const long = names.find((name) => widthInEm(name) > limit);
    if (long !== undefined)
      fail(`の${what}「${long.slice(0, 20)}…」が${limit}字を超えています。短い名前にしてください。`);
  };
  if (chart.title.trim() === '')
    throw new DocumentError('chart-invalid', '題名のないグラフがあります。題名を入力してください。');
  if (chart.kind === 'heat-map') {
    const { rows, columns, values, steps } = chart;
    atMost(rows.length, chartLimits['heat-map'].rows, '行');
    atMost(columns.length, chartLimits['heat-map'].columns, '列');
    atMost(steps.length, 4, '区切り');
    named([...rows, ...columns], chartLimits.categoryName, '名前');
    if (values.length !== rows.length || values.some((row) => row.length !== columns.length))
      fail('の値の数が、行と列の数に合っていません。');
    if (steps.some((step, index) => index > 0 && step <= (steps[index - 1] ?? 0)))
      fail('の区切りが昇順ではありません。');
    return checkFigures(values.flat(), fail);
  }
  if (chart.kind === 'risk-matrix') {
    const { likelihood, impact, items } = chart;
    for (const levels of [likelihood, impact]) {
      if (levels.length < 2) fail('の段階が足りません。2段階以上にしてください。');
      atMost(levels.length, chartLimits['risk-matrix'].levels, '段階');
    }
    atMost(items.length, chartLimits['risk-matrix'].items, '項目');
    named([...likelihood, ...impact], 12, '段階の名前');
    const outside = items.find(
      (item) => likelihood[item.likelihood] === undefined || impact[item.impact] === undefined,
    );
    if (outside !== undefined) fail(`の項目「${outside.name}」の位置が、段階の外にあります。`);
    return;
  }
  const limit = chartLimits[chart.kind];
  atMost(chart.categories.length, limit.categories, '項目');
  atMost(chart.series.length, limit.series, '系列');
  named(chart.categories, chartLimits.categoryName, '項目の名前');
  named(
    chart.series.map(({ name }) => name),
    chartLimits.seriesName,
    '系列の名前',
  );
  for (const { name, values } of chart.series) {
    if (values.length !== chart.categories.length) fail(`の系列「${name}」の値の数が、項目の数に合っていません。`);
    checkFigures(values, fail);
    if (chart.kind !== 'bars' && chart.kind !== 'lines' && values.some((value) => (value ?? 0) < 0))
      fail(`の系列「${name}」に負の値があります。この種類のグラフでは示せないため、棒グラフにしてください。`);
  }
  if (chart.kind === 'radar') {
    if (chart.categories.length < 3 && chart.categories.length > 0)
      fail('の軸が足りません。3個以上にするか、棒グラフにしてください。');
    if (!(chart.max > 0)) fail('の軸の最大が正の数ではありません。');
  }
  if ('max' in chart && chart.max !== undefined) {
    const most = chart.max;
    if (chart.series.some(({ values }) => values.some((value) => (value ?? 0) > most)))
      fail(`に、軸の最大（${most}）を超える値があります。`);
  }
}

function checkFigures(values: readonly (number | null)[], fail: (reason: string) => never): void {
  if (values.some((value) => value !== null && !(Math.abs(value) < 1e12))) fail('に、数として扱えない値があります。');
}
