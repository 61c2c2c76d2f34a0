import type { ChartSpec } from './model.ts';
import { chartTable } from './table.ts';
import { chartWords } from './words.ts';

/** A chart as a page shows it: plain data that a query can answer with. */
export interface ChartPage {
  readonly title: string;
  /** The drawing. It holds no script, no style and no reference outside itself. */
  readonly svg: string;
  /** What it says, in words. */
  readonly words: string;
  readonly source: string | null;
  /** The figures: names of the columns, then rows whose first field names them. */
  readonly header: string[];
  readonly rows: string[][];
}

/** Draws a chart for a page. @throws DocumentError when it cannot be drawn so that it can be read */
export async function chartForWeb(chart: ChartSpec): Promise<ChartPage> {
  const { drawChart } = await import('./svg.ts');
  const { header, rows } = chartTable(chart);
  return {
    title: chart.title,
    svg: drawChart(chart).svg,
    words: chartWords(chart),
    source: chart.source ?? null,
    header: [...header],
    rows: rows.map((row) => [...row]),
  };
}
