/** Native charts of a slide: their figures can be edited in the office program. */

import {
  type CategoryChartSpec,
  type HeatMapChart,
  type RiskMatrixChart,
  figureText,
  riskZones,
  zoneNameOf,
  zoneOf,
} from '../charts/model.ts';
import type { ChartData, ChartName, ChartOptions } from './writer.ts';
import { classesOf, fillOf, numbersAt } from '../charts/drawings/cells.ts';
import { scaleOf } from '../charts/layout.ts';
import { inkOn, paintOf, strokeOf, zonePaints } from '../charts/palette.ts';
import { breakLines, cleanText } from '../prepare/text.ts';
import { colours, slideFont } from './look.ts';

/** Stands in the file for the colour of the words on a bar until each series gets its own. */
export const inkPlaceholder = '010203';

interface NativeChart {
  readonly type: ChartName;
  readonly data: ChartData[];
  readonly options: ChartOptions;
}

export function nativeChart(chart: CategoryChartSpec, alt: string): NativeChart {
  const across = chart.kind === 'bars' || chart.kind === 'stacked-bars';
  const bars = across || chart.kind === 'distribution';
  // The first bar stands at the top: the axis counts from below.
  const order = <T>(list: readonly T[]): T[] => (across ? list.toReversed() : [...list]);
  const labels = order(chart.categories.map((name) => cleanText(name)));
  const totals = chart.categories.map((_name, at) => chart.series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  const values =
    chart.kind === 'stacked-bars'
      ? totals
      : chart.series.flatMap((one) => one.values.filter((value) => value !== null));
  const scale = scaleOf(values, 'max' in chart ? chart.max : undefined, 1, 0);
  const many = chart.series.length > 1;
  const words = { fontFace: slideFont, color: colours.ink };
  const unit = chart.unit === '' ? '' : `（${chart.unit}）`;
  return {
    type: chart.kind === 'lines' ? 'line' : chart.kind === 'radar' ? 'radar' : 'bar',
    data: chart.series.map(({ name, values: own }) => ({
      name: cleanText(name),
      labels,
      // The format has no word for "no figure" here; an empty field is left out of the drawing.
      values: order(own).map((value) => value ?? Number.NaN),
    })),
    options: {
      altText: alt,
      lang: 'ja-JP',
      chartColors: chart.series.map((_one, index) =>
        (bars ? paintOf(index).fill : strokeOf(index).colour).slice(1).toUpperCase(),
      ),
      ...(chart.kind === 'radar'
        ? { radarStyle: 'marker' as const }
        : {
            catAxisTitle: chart.categoryName,
            showCatAxisTitle: true,
            catAxisTitleFontFace: slideFont,
            catAxisTitleFontSize: 12,
            catAxisTitleColor: colours.ink,
            valAxisTitle: `${chart.valueName}${unit}`,
            showValAxisTitle: true,
            valAxisTitleFontFace: slideFont,
            valAxisTitleFontSize: 12,
            valAxisTitleColor: colours.ink,
          }),
      ...(bars
        ? {
            barDir: across ? ('bar' as const) : ('col' as const),
            barGrouping: chart.kind === 'stacked-bars' ? ('stacked' as const) : ('clustered' as const),
            barGapWidthPct: 60,
            dataBorder: { pt: 1, color: colours.ink },
          }
        : {
            lineSize: 2.25,
            lineDataSymbol: 'circle' as const,
            lineDataSymbolSize: 9,
          }),
      catAxisLabelFontFace: slideFont,
      catAxisLabelFontSize: 14,
      catAxisLabelColor: colours.ink,
      catAxisLabelPos: 'low' as const,
      valAxisLabelFontFace: slideFont,
      valAxisLabelFontSize: 12,
      valAxisLabelColor: colours.ink,
      valAxisMinVal: scale.min,
      valAxisMaxVal: scale.max,
      valAxisMajorUnit: scale.step,
      valAxisLabelFormatCode: '#,##0.##;-#,##0.##;0',
      valGridLine: { color: 'D4D9DF', size: 0.75 },
      catGridLine: { style: 'none' },
      showValue: chart.kind !== 'radar' && (bars || !many),
      dataLabelFontFace: slideFont,
      dataLabelFontSize: 12,
      dataLabelColor: chart.kind === 'stacked-bars' ? inkPlaceholder : colours.ink,
      dataLabelFormatCode: '#,##0.##;-#,##0.##;0',
      ...(chart.kind === 'stacked-bars'
        ? { dataLabelPosition: 'ctr' as const }
        : bars
          ? { dataLabelPosition: 'outEnd' as const }
          : { dataLabelPosition: 't' as const }),
      showLegend: many,
      legendPos: 't',
      legendFontFace: words.fontFace,
      legendFontSize: 14,
      legendColor: words.color,
    },
  };
}

/** A table cell of the writer: text and look. */
export interface PaintedCell {
  readonly text: string;
  readonly fill: string;
  readonly ink: string;
  readonly align: 'left' | 'center';
  readonly bold?: boolean;
}

const plain = (text: string, align: 'left' | 'center' = 'center'): PaintedCell => ({
  text,
  fill: colours.paper,
  ink: colours.ink,
  align,
});

/** A heat map or a risk matrix as a table of tinted cells, and the widths of its columns as shares. */
export function paintedTable(chart: HeatMapChart | RiskMatrixChart): {
  readonly rows: PaintedCell[][];
  readonly shares: number[];
} {
  if (chart.kind === 'risk-matrix') return riskTable(chart);
  const classes = classesOf(chart);
  const head = (text: string): PaintedCell => ({ ...plain(text), fill: colours.head, bold: true });
  return {
    shares: [3, ...chart.columns.map(() => 1.4)],
    rows: [
      [head(`${chart.rowName}＼${chart.columnName}`), ...chart.columns.map(head)],
      ...chart.rows.map((name, y) => [
        plain(name, 'left'),
        ...chart.columns.map((_column, x): PaintedCell => {
          const value = chart.values[y]?.[x] ?? null;
          if (value === null) return plain('―');
          const fill = fillOf(classes, value);
          return { text: figureText(value), fill: fill.slice(1), ink: inkOn(fill).slice(1), align: 'center' };
        }),
      ]),
    ],
  };
}

function riskTable(chart: RiskMatrixChart): { rows: PaintedCell[][]; shares: number[] } {
  const levels = chart.impact.map((name, y) => ({ name, y })).toReversed();
  return {
    shares: [1.2, ...chart.likelihood.map(() => 2)],
    rows: [
      ...levels.map(({ name, y }) => [
        plain(name),
        ...chart.likelihood.map((_level, x): PaintedCell => {
          const zone = zoneOf(chart, x, y);
          const numbers = numbersAt(chart, x, y);
          const lines = breakLines(numbers.join('、'), 12);
          const shown = lines.length <= 2 ? lines : [...lines.slice(0, 1), `ほか（計${numbers.length}件）`];
          const paint = zonePaints[zone];
          return {
            text: [zone, ...(numbers.length === 0 ? [] : shown)].join('\n'),
            fill: paint.fill.slice(1),
            ink: paint.ink.slice(1),
            align: 'center',
          };
        }),
      ]),
      [plain(`${chart.impactName}↑　${chart.likelihoodName}→`), ...chart.likelihood.map((name) => plain(name))],
    ],
  };
}

/** What the tints mean, in one line. */
export const legendWords = (chart: HeatMapChart | RiskMatrixChart): string =>
  chart.kind === 'risk-matrix'
    ? `${zoneNameOf(chart)}の区分：${riskZones.join('、')}`
    : `濃い色は${chart.valueName}が${chart.dark === 'high' ? '高い' : '低い'}ことを示します（${classesOf(chart)
        .map(({ label }) => label)
        .join('、')}）。`;
