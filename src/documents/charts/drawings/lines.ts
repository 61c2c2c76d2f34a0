/** Lines over the years: each with its own mark and dash, and its name at its end. */
import type { LineChart } from '../model.ts';
import { figureText } from '../model.ts';
import { drawingWidth, lineHeight, scaleOf, textWidth, wrap } from '../layout.ts';
import { strokeOf } from '../palette.ts';
import {
  axisLine,
  categoryAxis,
  common,
  type Drawing,
  legend,
  legendHeight,
  lineMark,
  valueAxis,
  words,
} from './drawing.ts';

const plotHeight = 240;
const endWidth = 120;

export function drawLines(chart: LineChart): Drawing {
  const shown = chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const scale = scaleOf(shown, chart.max, plotHeight, lineHeight);
  const left = 30 + Math.max(...[scale.max, scale.min].map((value) => textWidth(figureText(value))));
  const many = chart.series.length > 1;
  const ends = endLabels(chart, scale.max - scale.min);
  const count = Math.max(1, chart.categories.length);
  const widest = many ? 18 + Math.max(0, ...ends.map(({ lines }) => Math.max(...lines.map(textWidth)))) : 0;
  // The last point lies half a slot from the edge: that room is for the names too.
  const right = Math.max(30, (widest - (drawingWidth - left) / (2 * count)) / (1 - 1 / (2 * count)));
  const slot = (drawingWidth - left - right) / count - 6;
  const names = chart.categories.map((name) => wrap(name, slot));
  const nameLines = Math.max(1, ...names.map((one) => one.length));
  const seriesNames = chart.series.map(({ name }) => name);
  const top = legendHeight(seriesNames, 40) + 34;
  return {
    height: top + plotHeight + nameLines * lineHeight + 36,
    option: {
      ...common,
      graphic: legend(seriesNames, lineMark, 40),
      grid: { left, right, top, height: plotHeight },
      xAxis: { ...categoryAxis(chart.categoryName, names, nameLines), axisLine: { ...axisLine, onZero: false } },
      yAxis: valueAxis(chart, scale, left),
      series: chart.series.map((series, index) => {
        const stroke = strokeOf(index);
        const end = ends.find((one) => one.index === index);
        return {
          type: 'line' as const,
          name: series.name,
          symbol: stroke.mark,
          symbolSize: 8,
          showAllSymbol: true,
          lineStyle: {
            color: stroke.colour,
            width: 2,
            type: typeof stroke.dash === 'string' ? stroke.dash : [...stroke.dash],
          },
          itemStyle: { color: stroke.colour },
          emphasis: { disabled: true },
          // Numbers of several lines would run into one another; they stand in the table.
          data: series.values.map((value) => ({
            value: value ?? '-',
            label: {
              ...words,
              show: value !== null && !many,
              position: 'top' as const,
              formatter: figureText(value ?? 0),
            },
          })),
          ...(end === undefined ? {} : { endLabel: endLabel(end) }),
        };
      }),
    },
  };
}

interface End {
  readonly index: number;
  readonly lines: readonly string[];
  /** Pixels below (positive) or above its point, so that no two names touch. */
  readonly shift: number;
}

const endLabel = ({ lines, shift }: End) => ({
  ...words,
  show: true,
  distance: 10,
  offset: [0, shift],
  formatter: lines.join('\n'),
});

/** Names at the ends of lines that run to the last moment, moved apart from the top down. */
function endLabels(chart: LineChart, span: number): End[] {
  if (chart.series.length < 2) return [];
  const ends = chart.series
    .flatMap(({ name, values }, index) => {
      const value = values.at(-1);
      if (value === null || value === undefined) return [];
      const lines = wrap(`${name} ${figureText(value)}`, endWidth);
      return [{ index, lines, at: -(value / span) * plotHeight, height: lines.length * lineHeight + 2 }];
    })
    .toSorted((a, b) => a.at - b.at);
  let free = Number.NEGATIVE_INFINITY;
  const placed = ends.map((end) => {
    const centre = Math.max(end.at, free + end.height / 2);
    free = centre + end.height / 2;
    return { ...end, centre };
  });
  // Names pushed down go up again by half of it, so that none is far from its line.
  const lift = Math.max(0, ...placed.map(({ centre, at }) => centre - at)) / 2;
  return placed.map(({ index, lines, at, centre }) => ({ index, lines, shift: Math.round(centre - at - lift) }));
}
