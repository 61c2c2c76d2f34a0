import type { AppendixLabel } from '../blocks/appendix/model.ts';
import type { ChartPictures } from '../charts/draw.ts';
import type { DocumentTree } from '../model/document.ts';
import { bodySize } from '../model/units.ts';
import type { Depth } from '../prepare/look.ts';
import type { InlinePlace } from './escape.ts';

/** What a block writer may know about its surroundings. */
export interface TypstContext {
  readonly tree: DocumentTree;
  readonly labels: ReadonlyMap<string, string>;
  /** Width in mm of the text here, height in mm of the page. */
  readonly width: number;
  readonly pageHeight: number;
  readonly depth: Depth;
  /** The number of the next appendix of a label. */
  readonly nextAppendix: (label: AppendixLabel) => number;
  readonly charts: ChartPictures;
  /** The block stays on the page of what follows it. */
  readonly sticky: boolean;
  /** Stores a picture and gives the path by which the source finds it. */
  readonly addFile: (extension: 'svg' | 'png', data: Uint8Array) => string;
}

/** The block writer of one kind: Typst markup, ending without newline. */
export type TypstWriter<B> = (block: B, context: TypstContext) => string;

/** Width of a line in em at a font size in points, less an indent in characters of the body. */
export const place = (
  context: TypstContext,
  width = context.width,
  size: number = bodySize,
  indent = 0,
): InlinePlace => ({
  labels: context.labels,
  lineEm: (width * 72) / 25.4 / size - (indent * bodySize) / size,
});

/** A length in millimetres. */
export const mm = (value: number): string => `${Math.round(value * 100) / 100}mm`;
