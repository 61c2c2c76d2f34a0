import type { Marked } from '../../model/marks.ts';

/** A picture with its text alternative. */
export interface FigureBlock extends Marked {
  readonly kind: 'figure';
  /** SVG source text. Preferred: sharp in every output. */
  readonly svg?: string;
  /** PNG bytes; also the fallback of an SVG for old word processors. */
  readonly png?: Uint8Array;
  /** What the picture says, in words. Required: screen readers read it. */
  readonly alt: string;
  /** Size on paper in mm. */
  readonly width: number;
  readonly height: number;
  /** Title below the picture, for example 図1　実施体制. */
  readonly caption?: string;
}

/** A picture, centred, with alternative text and optional title. */
export const figure = (options: Omit<FigureBlock, 'kind'>): FigureBlock => ({ kind: 'figure', ...options });
