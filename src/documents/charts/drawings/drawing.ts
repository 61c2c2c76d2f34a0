import type { EChartsOption } from 'echarts';
import { fontFamily, fontSize, legendPlaces, lineHeight } from '../layout.ts';
import { figureText } from '../model.ts';
import { gridInk, ink, lineInk, strokeOf } from '../palette.ts';

/** What the drawing library gets, and the height of the picture in pixels. */
export interface Drawing {
  readonly height: number;
  readonly option: EChartsOption;
}

export const common = {
  animation: false,
  silent: true,
  textStyle: { fontFamily, fontSize, color: ink },
} as const;

export const words = { fontFamily, fontSize, lineHeight, color: ink } as const;
export const axisLine = { show: true, lineStyle: { color: lineInk } } as const;
export const gridLine = { show: true, lineStyle: { color: gridInk } } as const;

/** The axis below upright drawings: names in their lines, none left out. `lines` is the number of lines of the longest. */
export const categoryAxis = (title: string, names: readonly (readonly string[])[], lines: number) =>
  ({
    type: 'category',
    data: names.map((one) => one.join('\n')),
    name: title,
    nameLocation: 'middle',
    nameGap: lines * lineHeight + 12,
    nameTextStyle: words,
    axisLabel: { ...words, interval: 0 },
    axisLine,
    axisTick: { show: false },
  }) as const;

/** The axis beside upright drawings, its name and unit above it. `left` is the room for its figures in pixels. */
export const valueAxis = (
  { valueName, unit }: { readonly valueName: string; readonly unit: string },
  scale: { readonly min: number; readonly max: number; readonly step: number },
  left: number,
) =>
  ({
    type: 'value',
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    name: unit === '' ? valueName : `${valueName}（${unit}）`,
    nameLocation: 'end',
    nameGap: 14,
    nameTextStyle: { ...words, align: 'left', padding: [0, 0, 0, -(left - 10)] as [number, number, number, number] },
    axisLabel: { ...words, formatter: figureText },
    splitLine: gridLine,
  }) as const;

/** A mark of a legend at its place. */
export type LegendMark = (x: number, y: number) => readonly object[];

const lineStep = 22;

/** Height of a legend in pixels; none for less than two entries. */
export function legendHeight(names: readonly string[], mark = 24): number {
  return names.length < 2 ? 0 : ((legendPlaces(names, mark).at(-1)?.line ?? 0) + 1) * lineStep + 6;
}

/**
 * A legend above the drawing. The library's own legends leave out the borders of light marks, and their lines break where
 * their text estimate says.
 */
export function legend(names: readonly string[], markOf: (index: number) => LegendMark, mark = 24): object[] {
  if (names.length < 2) return [];
  return legendPlaces(names, mark).flatMap(({ x, line }, index) => {
    const y = 12 + line * lineStep;
    return [
      ...markOf(index)(x, y),
      {
        type: 'text',
        silent: true,
        x: x + mark + 5,
        y,
        style: {
          text: names[index] ?? '',
          fontSize,
          fontFamily,
          fill: ink,
          textVerticalAlign: 'middle',
        },
      },
    ];
  });
}

/** A filled and framed box. */
export const boxMark =
  (fill: string): LegendMark =>
  (x, y) => [
    {
      type: 'rect',
      silent: true,
      shape: { x, y: y - 6, width: 24, height: 12 },
      style: { fill, stroke: ink, lineWidth: 1 },
    },
  ];

/** A piece of a line with its dash and its mark. */
export const lineMark =
  (index: number): LegendMark =>
  (x, y) => {
    const { colour, dash, mark } = strokeOf(index);
    const hollow = mark.startsWith('empty');
    const style = { fill: hollow ? '#ffffff' : colour, stroke: colour, lineWidth: hollow ? 2 : 1 };
    const centre = x + 20;
    const point = {
      circle: { type: 'circle', shape: { cx: centre, cy: y, r: 4 } },
      emptyCircle: { type: 'circle', shape: { cx: centre, cy: y, r: 4 } },
      rect: { type: 'rect', shape: { x: centre - 4, y: y - 4, width: 8, height: 8 } },
      emptyRect: { type: 'rect', shape: { x: centre - 4, y: y - 4, width: 8, height: 8 } },
      triangle: {
        type: 'polygon',
        shape: {
          points: [
            [centre, y - 4],
            [centre + 4, y + 4],
            [centre - 4, y + 4],
          ],
        },
      },
      diamond: {
        type: 'polygon',
        shape: {
          points: [
            [centre, y - 5],
            [centre + 5, y],
            [centre, y + 5],
            [centre - 5, y],
          ],
        },
      },
    }[mark];
    return [
      {
        type: 'line',
        silent: true,
        shape: { x1: x, y1: y, x2: x + 40, y2: y },
        style: { stroke: colour, lineWidth: 2, lineDash: typeof dash === 'string' ? dash : [...dash] },
      },
      { ...point, silent: true, style },
    ];
  };
