/** A radar by chapter: the figures stand at the axes, so that nobody has to read them off the web. */
import type { RadarChart } from '../model.ts';
import { figureText, valueText } from '../model.ts';
import { drawingWidth, lineHeight, wrap } from '../layout.ts';
import { gridInk, lineInk, strokeOf } from '../palette.ts';
import { common, type Drawing, legend, legendHeight, lineMark, words } from './drawing.ts';

const radius = 120;

export function drawRadar(chart: RadarChart): Drawing {
  const seriesNames = chart.series.map(({ name }) => name);
  const names = chart.categories.map((name, at) =>
    [
      ...wrap(name, drawingWidth / 2 - radius - 40),
      chart.series.map(({ values }) => valueText(values[at], chart.unit)).join('・'),
    ].join('\n'),
  );
  const rows = Math.max(1, ...names.map((name) => name.split('\n').length));
  const above = legendHeight(seriesNames, 40) + rows * lineHeight + 20;
  return {
    height: above + 2 * radius + rows * lineHeight + 20,
    option: {
      ...common,
      radar: {
        center: [drawingWidth / 2, above + radius],
        radius,
        splitNumber: 5,
        indicator: names.map((name) => ({ name, min: 0, max: chart.max })),
        axisName: words,
        axisNameGap: 8,
        axisLine: { lineStyle: { color: lineInk } },
        splitLine: { lineStyle: { color: gridInk } },
        splitArea: { show: false },
      },
      series: chart.series.map((series, index) => {
        const stroke = strokeOf(index);
        return {
          type: 'radar' as const,
          name: series.name,
          symbol: stroke.mark,
          symbolSize: 7,
          emphasis: { disabled: true },
          lineStyle: {
            color: stroke.colour,
            width: 2,
            type: typeof stroke.dash === 'string' ? stroke.dash : [...stroke.dash],
          },
          itemStyle: { color: stroke.colour },
          data: [{ name: series.name, value: series.values.map((value) => value ?? 0) }],
        };
      }),
      graphic: [...legend(seriesNames, lineMark, 40), ...scaleWords(chart.max, drawingWidth / 2, above + radius)],
    },
  };
}

/** The numbers of the web along its first axis. */
const scaleWords = (max: number, x: number, y: number) =>
  [1, 3, 5].map((step) => ({
    type: 'text' as const,
    silent: true,
    x: x + 3,
    y: y - (radius * step) / 5 + 2,
    style: { text: figureText((max * step) / 5), fontSize: 10, fontFamily: words.fontFamily, fill: lineInk },
  }));
