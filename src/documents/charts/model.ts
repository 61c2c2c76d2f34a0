/**
 * One specification of a chart: plain data, no look. From it come the drawing (web, PDF, Word), the native chart of a
 * slide, the text alternative and the table alternative.
 */

interface ChartHead {
  /** What the chart shows, without a number: 分類ごとの達成率. */
  readonly title: string;
  /** Unit of the values as it follows a number: %, 点, 件, 課. */
  readonly unit: string;
  /** Where the figures come from: 自己点検（令和8年7月）の回答. */
  readonly source?: string;
}

/** One row of figures; `null` where there is none. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface CategoryChart extends ChartHead {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** What the categories are: 局, 分類, 年度. */
  readonly categoryName: string;
  /** What the values are: 平均点, 件数. */
  readonly valueName: string;
}

/** Horizontal bars, one or several per category. */
export interface BarChart extends CategoryChart {
  readonly kind: 'bars';
  /** End of the value axis, for example 100 for a share. Default: a round number above the greatest value. */
  readonly max?: number;
}

/** Horizontal bars of parts that add up. */
export interface StackedBarChart extends CategoryChart {
  readonly kind: 'stacked-bars';
}

/** One axis per chapter from the middle outwards. */
export interface RadarChart extends CategoryChart {
  readonly kind: 'radar';
  readonly max: number;
}

/** Development over the years: categories are moments in order. */
export interface LineChart extends CategoryChart {
  readonly kind: 'lines';
  readonly max?: number;
}

/** How many fall into each class: upright bars in the order of the classes. */
export interface DistributionChart extends CategoryChart {
  readonly kind: 'distribution';
}

/** Values of rows × columns as tinted cells with their numbers. */
export interface HeatMapChart extends ChartHead {
  readonly kind: 'heat-map';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowName: string;
  readonly columnName: string;
  readonly valueName: string;
  /** One list per row. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Ascending limits between the tints, at most four: 60, 70, 80, 90. */
  readonly steps: readonly number[];
  /** Which end is dark. Dark draws the eye: low achievement, high risk. */
  readonly dark: 'high' | 'low';
}

export interface RiskItem {
  readonly name: string;
  /** Places on the axes, counted from 0. */
  readonly likelihood: number;
  readonly impact: number;
}

/** Risks by likelihood (across) and impact (up), numbered in the cells; or whatever else two degrees give the weight of. */
export interface RiskMatrixChart extends ChartHead {
  readonly kind: 'risk-matrix';
  /** Names of the levels, the lowest first. */
  readonly likelihood: readonly string[];
  readonly impact: readonly string[];
  readonly likelihoodName: string;
  readonly impactName: string;
  /** What the zones are degrees of. Default: リスク. */
  readonly zoneName?: string;
  readonly items: readonly RiskItem[];
}

export type CategoryChartSpec = BarChart | StackedBarChart | RadarChart | LineChart | DistributionChart;
export type ChartSpec = CategoryChartSpec | HeatMapChart | RiskMatrixChart;

/** Whether the chart has nothing to draw: then it says so instead of an empty frame. */
export function isEmptyChart(chart: ChartSpec): boolean {
  if (chart.kind === 'risk-matrix') return chart.items.length === 0;
  if (chart.kind === 'heat-map') return chart.values.every((row) => row.every((value) => value === null));
  return chart.series.every(({ values }) => values.every((value) => value === null));
}

export const riskZones = ['低', '中', '高'] as const;
export type RiskZone = (typeof riskZones)[number];

export const zoneNameOf = ({ zoneName = 'リスク' }: Pick<RiskMatrixChart, 'zoneName'>): string => zoneName;

/** Zone of a cell: by the product of both places, counted from 1, against the greatest product. */
export function zoneOf(chart: RiskMatrixChart, likelihood: number, impact: number): RiskZone {
  const share = ((likelihood + 1) * (impact + 1)) / (chart.likelihood.length * chart.impact.length);
  return share > 0.5 ? '高' : share > 0.2 ? '中' : '低';
}

const figures = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 });

/** A number as people read it: 1,234.5. */
export const figureText = (value: number): string => figures.format(value === 0 ? 0 : value);

/** A number with its unit; ― for none. */
export const valueText = (value: number | null | undefined, unit: string): string =>
  value === null || value === undefined ? '―' : `${figureText(value)}${unit}`;
