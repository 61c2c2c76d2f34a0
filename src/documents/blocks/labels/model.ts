import type { Marked } from '../../model/marks.ts';

/** One label to cut out. Lines stand in its middle, the first one larger. */
export interface Label {
  /** Size in mm, kept exactly in print. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Written from top to bottom, for the spine of a binder. */
  readonly upright?: boolean;
}

/** Labels of exact size with cutting lines, one below the other or, with `beside`, side by side. */
export interface LabelsBlock extends Marked {
  readonly kind: 'labels';
  readonly labels: readonly Label[];
  readonly beside: boolean;
}

/** Labels to cut out: of discs, of the spines of binders. */
export const labels = (all: readonly Label[], options: { readonly beside?: boolean } = {}): LabelsBlock => ({
  kind: 'labels',
  labels: all,
  beside: options.beside ?? false,
});
