/** Upright bars of classes in their order. */
import type { DistributionChart } from '../model.ts';
import { figureText } from '../model.ts';
import { drawingWidth, lineHeight, scaleOf, textWidth, wrap } from '../layout.ts';
import { ink, paintOf } from '../palette.ts';
import { categoryAxis, common, type Drawing, valueAxis, words } from './drawing.ts';

export function drawColumns(chart: DistributionChart): Drawing {
  const values = chart.series[0]?.values ?? [];
  const scale = scaleOf(
    values.filter((value) => value !== null),
    undefined,
    220,
    0,
  );
  const left = 30 + Math.max(...[scale.max, scale.min].map((value) => textWidth(figureText(value))));
  const slot = (drawingWidth - left - 20) / Math.max(1, chart.categories.length) - 6;
  const names = chart.categories.map((name) => wrap(name, slot));
  const lines = Math.max(1, ...names.map((one) => one.length));
  return {
    height: 34 + 220 + lines * lineHeight + 36,
    option: {
      ...common,
      grid: { left, right: 20, top: 34, height: 220 },
      xAxis: categoryAxis(chart.categoryName, names, lines),
      yAxis: valueAxis(chart, scale, left),
      series: [
        {
          type: 'bar',
          name: chart.series[0]?.name ?? '',
          barCategoryGap: '25%',
          barMaxWidth: 60,
          itemStyle: { color: paintOf(0).fill, borderColor: ink, borderWidth: 1 },
          emphasis: { disabled: true },
          data: values.map((value) => ({
            value: value ?? '-',
            label: { ...words, show: value !== null, position: 'top' as const, formatter: figureText(value ?? 0) },
          })),
        },
      ],
    },
  };
}
