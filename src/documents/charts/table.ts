/** The figures of a chart as a table: the alternative for everybody who wants the numbers. */
import type { ChartSpec } from './model.ts';
import { figureText, zoneNameOf, zoneOf } from './model.ts';

export interface ChartTable {
  /** Names of the columns; the first column names the rows. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const figureOr = (value: number | null | undefined): string =>
  value === null || value === undefined ? '―' : figureText(value);

export function chartTable(chart: ChartSpec): ChartTable {
  const unit = chart.unit === '' ? '' : `（${chart.unit}）`;
  if (chart.kind === 'risk-matrix') {
    return {
      header: ['番号', '項目', chart.likelihoodName, chart.impactName, zoneNameOf(chart)],
      rows: chart.items.map((item, index) => [
        String(index + 1),
        item.name,
        chart.likelihood[item.likelihood] ?? '―',
        chart.impact[item.impact] ?? '―',
        zoneOf(chart, item.likelihood, item.impact),
      ]),
    };
  }
  if (chart.kind === 'heat-map') {
    return {
      header: [chart.rowName, ...chart.columns.map((name) => `${name}${unit}`)],
      rows: chart.rows.map((name, y) => [name, ...chart.columns.map((_column, x) => figureOr(chart.values[y]?.[x]))]),
    };
  }
  const names = chart.series.length === 1 ? [chart.valueName] : chart.series.map(({ name }) => name);
  const total = chart.kind === 'stacked-bars' && chart.series.length > 1;
  return {
    header: [chart.categoryName, ...names.map((name) => `${name}${unit}`), ...(total ? [`計${unit}`] : [])],
    rows: chart.categories.map((category, at) => [
      category,
      ...chart.series.map(({ values }) => figureOr(values[at])),
      ...(total ? [figureText(chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))] : []),
    ]),
  };
}
