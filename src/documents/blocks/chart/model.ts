import type { ChartSpec } from '../../charts/model.ts';
import type { Marked } from '../../model/marks.ts';

/** A chart. Its text alternative is made from its figures. */
export interface ChartBlock extends Marked {
  readonly kind: 'chart';
  readonly chart: ChartSpec;
  /** Title below the drawing. Default: the title of the chart. */
  readonly caption?: string;
  /** Whether the figures follow as a table. Default: only where the drawing names items by number. */
  readonly withTable?: boolean;
}

/** A chart below one another with its title and source. */
export const chart = (spec: ChartSpec, options: Omit<ChartBlock, 'kind' | 'chart'> = {}): ChartBlock => ({
  kind: 'chart',
  chart: spec,
  ...options,
});
