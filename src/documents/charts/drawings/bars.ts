/** Horizontal bars: long Japanese names stand beside them in full. */
import type { BarChart, StackedBarChart } from '../model.ts';
import { figureText } from '../model.ts';
import { checkHeight, drawingWidth, lineHeight, scaleOf, textWidth, wrap } from '../layout.ts';
import { ink, paintOf } from '../palette.ts';
import { axisLine, boxMark, common, type Drawing, gridLine, legend, legendHeight, words } from './drawing.ts';

/** Widest column of names. */
const namesWidth = 280;

export function drawBars(chart: BarChart | StackedBarChart): Drawing {
  const stacked = chart.kind === 'stacked-bars';
  const names = chart.categories.map((name) => wrap(name, namesWidth));
  const left = 16 + Math.max(textWidth(chart.categoryName) / 2, ...names.flat().map(textWidth));
  const rows = Math.max(1, chart.categories.length);
  const dense = rows > 30;
  const barHeight = dense ? 12 : stacked || chart.series.length < 2 ? 16 : 14;
  const barsHeight = stacked ? barHeight : barHeight * Math.max(1, chart.series.length);
  const rowHeight =
    Math.max(barsHeight, Math.max(1, ...names.map((lines) => lines.length)) * lineHeight) + (dense ? 4 : 6);
  const totals = chart.categories.map((_name, at) => chart.series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  const shown = stacked ? totals : chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const labelWidth = Math.max(0, ...shown.map((value) => textWidth(figureText(value)))) + 8;
  const right = Math.max(labelWidth, 24);
  const room = drawingWidth - left - right;
  const scale = scaleOf(shown, 'max' in chart ? chart.max : undefined, room, labelWidth);
  const seriesNames = chart.series.map(({ name }) => name);
  const top = legendHeight(seriesNames) + 24;
  const pixels = (value: number): number => (value / (scale.max - scale.min)) * room;
  const last = chart.series.length - 1;
  return {
    height: checkHeight(top + rows * rowHeight + 46, chart.title),
    option: {
      ...common,
      graphic: legend(seriesNames, (index) => boxMark(paintOf(index).fill)),
      grid: { left, right, top, height: rows * rowHeight, containLabel: false },
      xAxis: {
        type: 'value',
        min: scale.min,
        max: scale.max,
        interval: scale.step,
        name: chart.unit === '' ? chart.valueName : `${chart.valueName}（${chart.unit}）`,
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: words,
        axisLabel: { ...words, formatter: figureText },
        splitLine: gridLine,
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names.map((lines) => lines.join('\n')),
        name: chart.categoryName,
        nameLocation: 'start',
        nameGap: 8,
        nameTextStyle: { ...words, align: 'right' },
        axisLabel: { ...words, interval: 0 },
        axisLine: { ...axisLine, onZero: false },
        axisTick: { show: false },
      },
      series: chart.series.map((series, index) => {
        const paint = paintOf(index);
        return {
          type: 'bar' as const,
          name: series.name,
          ...(stacked ? { stack: 'all' } : {}),
          barWidth: barHeight,
          barGap: '0%',
          itemStyle: { color: paint.fill, borderColor: ink, borderWidth: 1 },
          emphasis: { disabled: true },
          data: series.values.map((value) => ({
            value: value ?? '-',
            label: stacked
              ? {
                  ...words,
                  show: value !== null && value > 0 && pixels(value) >= textWidth(figureText(value)) + 8,
                  position: 'inside' as const,
                  formatter: figureText(value ?? 0),
                  color: paint.ink,
                  ...(paint.hatch === 'none' ? {} : { backgroundColor: paint.fill, padding: [0, 3] }),
                }
              : {
                  ...words,
                  show: value !== null,
                  position: (value ?? 0) < 0 ? ('left' as const) : ('right' as const),
                  formatter: figureText(value ?? 0),
                },
          })),
          ...(stacked && index === last ? { markPoint: totalsOf(totals) } : {}),
        };
      }),
    },
  };
}

/** The sum at the end of each bar. */
function totalsOf(totals: readonly number[]) {
  return {
    symbol: 'rect',
    symbolSize: 1,
    itemStyle: { color: 'transparent' },
    silent: true,
    data: totals.map((total, at) => ({
      name: '',
      coord: [total, at],
      value: total,
      label: { ...words, show: true, position: 'right' as const, distance: 4, formatter: figureText(total) },
    })),
  };
}
