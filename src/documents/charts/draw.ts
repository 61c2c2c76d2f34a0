/** Drawings of all charts of a document, made before its pages. The libraries are loaded only when there is a chart. */
import type { ChartBlock } from '../blocks/chart/model.ts';
import type { FlowBlock } from '../model/flow-block.ts';
import type { ChartSpec } from './model.ts';
import type { DrawnChart } from './svg.ts';

export interface ChartPicture extends DrawnChart {
  /** Absent where no output needs it. */
  readonly png?: Uint8Array;
}

/** The picture of each chart of a document. */
export type ChartPictures = ReadonlyMap<ChartBlock, ChartPicture>;

/**
 * Draws the charts among blocks.
 * @throws DocumentError when one cannot be drawn so that it can be read
 */
export async function drawCharts(blocks: readonly FlowBlock[], as: 'svg' | 'svg-and-png'): Promise<ChartPictures> {
  const charts = blocks.filter((block) => block.kind === 'chart');
  return new Map(await Promise.all(charts.map(async (block) => [block, await pictureOf(block.chart, as)] as const)));
}

/** The pictures made last, by their figures: a paper is made in several formats one after the other. */
const kept = new Map<string, ChartPicture>();
/** Some 5 MB. */
const KEPT = 64;

async function pictureOf(chart: ChartSpec, as: 'svg' | 'svg-and-png'): Promise<ChartPicture> {
  // A figure that is no number is not the same as none: it is refused.
  const key = JSON.stringify(chart, (_name, one: unknown) => (Number.isNaN(one) ? 'NaN' : one));
  const known = kept.get(key);
  if (known !== undefined && (as === 'svg' || known.png !== undefined)) return known;
  const { svg, width, height } = known ?? (await import('./svg.ts')).drawChart(chart);
  const drawn = { svg, width, height };
  const picture = as === 'svg' ? drawn : { ...drawn, png: await (await import('./png.ts')).paint(svg) };
  kept.delete(key);
  kept.set(key, picture);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return picture;
}
