/** Draws a chart on the server. Loaded only where a chart is drawn: the drawing library is large. */
import { createHash } from 'node:crypto';
import { BarChart, HeatmapChart, LineChart, RadarChart } from 'echarts/charts';
import {
  GraphicComponent,
  GridComponent,
  MarkPointComponent,
  RadarComponent,
  VisualMapComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { cleanText } from '../prepare/text.ts';
import { drawBars } from './drawings/bars.ts';
import { drawHeatMap, drawRiskMatrix } from './drawings/cells.ts';
import { drawColumns } from './drawings/columns.ts';
import type { Drawing } from './drawings/drawing.ts';
import { drawLines } from './drawings/lines.ts';
import { drawRadar } from './drawings/radar.ts';
import { checkChart } from './check.ts';
import { hatched } from './hatching.ts';
import { drawingWidth, fontFamily } from './layout.ts';
import { type ChartSpec, isEmptyChart } from './model.ts';

echarts.use([
  BarChart,
  HeatmapChart,
  LineChart,
  RadarChart,
  GraphicComponent,
  GridComponent,
  MarkPointComponent,
  RadarComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** A drawn chart. Width and height in pixels of 0.25 mm. */
export interface DrawnChart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The chart as SVG: same data, same text. @throws DocumentError when the figures cannot be drawn so that they can be read */
export function drawChart(chart: ChartSpec): DrawnChart {
  checkChart(chart);
  const { height, option } = isEmptyChart(chart) ? emptyDrawing : drawingOf(clean(chart));
  const surface = echarts.init(null, null, { renderer: 'svg', ssr: true, width: drawingWidth, height });
  try {
    surface.setOption(option);
    return { svg: hatched(plain(surface.renderToSVGString(), chart)), width: drawingWidth, height };
  } finally {
    surface.dispose();
  }
}

function drawingOf(chart: ChartSpec): Drawing {
  switch (chart.kind) {
    case 'bars':
    case 'stacked-bars':
      return drawBars(chart);
    case 'distribution':
      return drawColumns(chart);
    case 'lines':
      return drawLines(chart);
    case 'radar':
      return drawRadar(chart);
    case 'heat-map':
      return drawHeatMap(chart);
    case 'risk-matrix':
      return drawRiskMatrix(chart);
  }
}

const emptyDrawing: Drawing = {
  height: 80,
  option: {
    graphic: [
      {
        type: 'text',
        left: 'center',
        top: 'middle',
        style: { text: 'データがありません。', fontSize: 14, fontFamily, fill: '#1f2328' },
      },
    ],
  },
};

/** The same chart with words that every output can carry. */
function clean<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === 'string' ? cleanText(one) : one,
  ) as T;
}

/**
 * The library's SVG without what depends on the process (ids), on a page (classes, styles) or on nothing (marks of its own).
 * Looks become attributes: style attributes are refused by the page's security policy.
 */
function plain(svg: string, chart: ChartSpec): string {
  const own = createHash('sha256').update(JSON.stringify(chart)).digest('hex').slice(0, 10);
  return svg
    .replace(/<style[^>]*>.*?<\/style>/gsu, '')
    .replace(/ (?:class|pointer-events|ecmeta_[a-z_]+|version|baseProfile)="[^"]*"/gu, '')
    .replace(/ style="([^"]*)"/gu, (_all, style: string) =>
      style
        .split(';')
        .filter((one) => one.includes(':'))
        .map((one) => ` ${one.slice(0, one.indexOf(':')).trim()}="${one.slice(one.indexOf(':') + 1).trim()}"`)
        .join(''),
    )
    .replace(/zr\d+-/gu, `c${own}-`)
    .replace(/<path (?:(?!stroke=)[^>])*fill="none"(?:(?!stroke=)[^>])*><\/path>\n?/gu, '')
    .replace(/<rect (?:(?!stroke=)[^>])*fill="none"(?:(?!stroke=)[^>])*><\/rect>\n?/gu, '')
    .replace(/ xmlns:xlink="[^"]*"/u, '');
}
