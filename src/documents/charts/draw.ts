/** Drawings of all charts of a document, made before its pages. The libraries are loaded only when there is a chart. */
import type { ChartBlock } from '../blocks/chart/model.ts';
import type { FlowBlock } from '../model/flow-block.ts';
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
  if (charts.length === 0) return new Map();
  const { drawChart } = await import('./svg.ts');
  const drawn = charts.map((block) => [block, drawChart(block.chart)] as const);
  if (as === 'svg') return new Map(drawn);
  const { paint } = await import('./png.ts');
  return new Map(
    await Promise.all(drawn.map(async ([block, one]) => [block, { ...one, png: await paint(one.svg) }] as const)),
  );
}
