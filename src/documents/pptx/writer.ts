/** The library that writes decks. Its declarations and its file disagree on what the default export is; both work here. */
import * as library from 'pptxgenjs';
import type pptxgenjs from 'pptxgenjs';

export type Writer = pptxgenjs.default;
export type WriterSlide = pptxgenjs.default.Slide;
export type TextOptions = pptxgenjs.default.TextPropsOptions;
export type WriterCell = pptxgenjs.default.TableCell;
export type ChartName = pptxgenjs.default.CHART_NAME;
export type ChartData = pptxgenjs.default.OptsChartData;
export type ChartOptions = pptxgenjs.default.IChartOpts;

/** An empty deck. */
export function newWriter(): Writer {
  const found = library.default;
  const Maker: typeof pptxgenjs.default = 'default' in found ? found.default : found;
  return new Maker();
}
