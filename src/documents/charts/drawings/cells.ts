/** Drawings made of cells: heat map and risk matrix. Every cell says in words what its tint means. */
import type { HeatMapChart, RiskMatrixChart } from '../model.ts';
import { figureText, riskZones, zoneNameOf, zoneOf } from '../model.ts';
import { checkHeight, drawingWidth, lineHeight, textWidth, wrap } from '../layout.ts';
import { ink, inkOn, tints, zonePaints } from '../palette.ts';
import { axisLine, boxMark, common, type Drawing, legend, legendHeight, words } from './drawing.ts';

/** Stands for a cell without a figure: below everything that a figure may be. */
const nothing = -1e15;

export function drawHeatMap(chart: HeatMapChart): Drawing {
  const rowNames = chart.rows.map((name) => wrap(name, 220));
  const left = 16 + Math.max(textWidth(chart.rowName), ...rowNames.flat().map(textWidth));
  const cellWidth = (drawingWidth - left - 10) / Math.max(1, chart.columns.length);
  const columnNames = chart.columns.map((name) => wrap(name, Math.max(12, cellWidth - 4)));
  const headLines = Math.max(1, ...columnNames.map((lines) => lines.length));
  const rowHeight =
    Math.max(1, ...rowNames.map((lines) => lines.length)) * lineHeight + (chart.rows.length > 30 ? 4 : 8);
  const classes = classesOf(chart);
  const labels = classes.map(({ label }) => label);
  const top = legendHeight(labels) + headLines * lineHeight + 26;
  const most = Math.max(0, ...chart.values.flat().map((value) => textWidth(figureText(value ?? 0))));
  // Numbers of narrow cells are set smaller, down to 8 pixels (2 mm).
  const size = Math.max(8, Math.min(12, Math.floor(((cellWidth - 4) / Math.max(1, most)) * 12)));
  return {
    height: checkHeight(top + Math.max(1, chart.rows.length) * rowHeight + 12, chart.title),
    option: {
      ...common,
      graphic: legend(labels, (index) => boxMark(classes[index]?.fill ?? tints[0])),
      grid: { left, right: 10, top, height: Math.max(1, chart.rows.length) * rowHeight },
      xAxis: {
        type: 'category',
        position: 'top',
        data: columnNames.map((lines) => lines.join('\n')),
        name: chart.columnName,
        nameLocation: 'middle',
        nameGap: headLines * lineHeight + 10,
        nameTextStyle: words,
        axisLabel: { ...words, interval: 0, margin: 6 },
        axisLine,
        axisTick: { show: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rowNames.map((lines) => lines.join('\n')),
        name: chart.rowName,
        nameLocation: 'start',
        nameGap: 10,
        nameTextStyle: { ...words, align: 'right' },
        axisLabel: { ...words, interval: 0 },
        axisLine,
        axisTick: { show: false },
      },
      visualMap: {
        type: 'piecewise',
        show: false,
        pieces: classes.map(({ from, to, fill }) => ({
          ...(from === null ? { gte: nothing + 1 } : { gte: from }),
          ...(to === null ? {} : { lt: to }),
          color: fill,
        })),
        outOfRange: { color: '#ffffff' },
      },
      series: [
        {
          type: 'heatmap',
          itemStyle: { borderColor: ink, borderWidth: 0.5 },
          emphasis: { disabled: true },
          data: chart.values.flatMap((row, y) =>
            row.map((value, x) => ({
              value: [x, y, value ?? nothing] as [number, number, number],
              label: {
                ...words,
                show: true,
                fontSize: size,
                color: value === null ? ink : inkOn(fillOf(classes, value)),
                formatter: value === null ? '―' : figureText(value),
              },
            })),
          ),
        },
      ],
    },
  };
}

interface TintClass {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly fill: string;
}

/** The classes between the steps, each with its tint; few classes take tints that lie far apart. */
export function classesOf({ steps, unit, dark }: HeatMapChart): TintClass[] {
  const count = steps.length + 1;
  const shades = dark === 'high' ? tints : tints.toReversed();
  return Array.from({ length: count }, (_one, index) => {
    const from = steps[index - 1] ?? null;
    const to = steps[index] ?? null;
    const label =
      from === null
        ? to === null
          ? '全て'
          : `${figureText(to)}${unit}未満`
        : to === null
          ? `${figureText(from)}${unit}以上`
          : `${figureText(from)}${unit}以上${figureText(to)}${unit}未満`;
    const at = count === 1 ? 0 : Math.round((index * (shades.length - 1)) / (count - 1));
    return { label, from, to, fill: shades[at] ?? tints[0] };
  });
}

export const fillOf = (classes: readonly TintClass[], value: number): string =>
  classes.findLast(({ from }) => from === null || value >= from)?.fill ?? '#ffffff';

export function drawRiskMatrix(chart: RiskMatrixChart): Drawing {
  const left = 40 + Math.max(...chart.impact.map(textWidth));
  const cellWidth = (drawingWidth - left - 10) / chart.likelihood.length;
  const rowHeight = 70;
  const zoneNames = riskZones.map((zone) => `${zoneNameOf(chart)}${zone}`);
  const zones = riskZones.map((zone) => zonePaints[zone]);
  return {
    height: 60 + chart.impact.length * rowHeight + 60,
    option: {
      ...common,
      graphic: legend(zoneNames, (index) => boxMark(zones[index]?.fill ?? tints[0])),
      grid: { left, right: 10, top: 60, height: chart.impact.length * rowHeight },
      xAxis: {
        type: 'category',
        data: [...chart.likelihood],
        name: `${chart.likelihoodName} →`,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: words,
        axisLabel: { ...words, interval: 0 },
        axisLine,
        axisTick: { show: false },
      },
      yAxis: {
        type: 'category',
        data: [...chart.impact],
        name: `↑ ${chart.impactName}`,
        nameLocation: 'end',
        nameGap: 12,
        nameTextStyle: { ...words, align: 'left', padding: [0, 0, 0, -(left - 10)] },
        axisLabel: { ...words, interval: 0 },
        axisLine,
        axisTick: { show: false },
      },
      visualMap: {
        type: 'piecewise',
        show: false,
        pieces: zones.map(({ fill }, value) => ({ value, color: fill })),
      },
      series: [
        {
          type: 'heatmap',
          itemStyle: { borderColor: ink, borderWidth: 1 },
          emphasis: { disabled: true },
          data: chart.impact.flatMap((_name, y) =>
            chart.likelihood.map((_level, x) => {
              const zone = zoneOf(chart, x, y);
              return {
                value: [x, y, riskZones.indexOf(zone)] as [number, number, number],
                label: {
                  ...words,
                  show: true,
                  color: zones[riskZones.indexOf(zone)]?.ink ?? ink,
                  formatter: cellWords(chart, x, y, cellWidth - 8).join('\n'),
                },
              };
            }),
          ),
        },
      ],
    },
  };
}

/** Numbers of the items in a cell, at most three lines of them. */
function cellWords(chart: RiskMatrixChart, x: number, y: number, width: number): string[] {
  const numbers = numbersAt(chart, x, y);
  const head = zoneOf(chart, x, y);
  if (numbers.length === 0) return [head];
  const whole = wrap(numbers.join('、'), width);
  return whole.length <= 3 ? [head, ...whole] : [head, ...whole.slice(0, 2), `ほか（計${numbers.length}件）`];
}

export const numbersAt = (chart: RiskMatrixChart, likelihood: number, impact: number): number[] =>
  chart.items.flatMap((item, index) => (item.likelihood === likelihood && item.impact === impact ? [index + 1] : []));
