import type { ChartPicture, ChartPictures } from '../../charts/draw.ts';
import type { ChartBlock } from './model.ts';

/** The drawing of a chart, made before the pages. */
export function pictureOf(pictures: ChartPictures, block: ChartBlock): ChartPicture {
  const picture = pictures.get(block);
  if (picture === undefined) throw new TypeError(`the chart ${block.chart.title} was not drawn`);
  return picture;
}
