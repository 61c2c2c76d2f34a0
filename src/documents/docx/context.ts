import type { FileChild, IFontAttributesProperties } from 'docx';
import type { AppendixLabel } from '../blocks/appendix/model.ts';
import type { FlowBlock } from '../model/blocks.ts';
import type { ChartPictures } from '../charts/draw.ts';
import type { DocumentTree } from '../model/document.ts';
import { bodySize, twipsFromPt } from '../model/units.ts';
import type { Depth } from '../prepare/look.ts';

/** What a block writer may know about its surroundings. */
export interface DocxContext {
  readonly tree: DocumentTree;
  readonly labels: ReadonlyMap<string, string>;
  /** Width in mm of the text here, height in mm of the page. */
  readonly width: number;
  readonly pageHeight: number;
  readonly depth: Depth;
  readonly charts: ChartPictures;
  readonly fonts: WordFonts;
  /** The block starts a new page. */
  readonly newPage: boolean;
  /** The block is the first on its page, as far as the tree tells. */
  readonly pageTop: boolean;
  /** The appendix at hand, whose list numbers the headings under it; shared by all blocks of the document. */
  readonly appendix: { label: AppendixLabel | null };
  /** A number for the next list, so that each list counts from 1. */
  readonly nextList: () => number;
}

/** The block writer of one kind. */
export type DocxWriter<B> = (block: B, context: DocxContext) => readonly FileChild[];

export type FlowWriter = (blocks: readonly FlowBlock[], context: DocxContext) => readonly FileChild[];

/** Font names as Word knows them. */
export interface WordFonts {
  readonly mincho: IFontAttributesProperties;
  readonly gothic: IFontAttributesProperties;
}

const everywhere = (name: string): IFontAttributesProperties => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
});

/** The fonts a document asks for, by the names that Word for Windows uses. */
export const wordFonts = (choice: DocumentTree['fonts']): WordFonts =>
  choice === 'biz-ud'
    ? { mincho: everywhere('BIZ UD明朝 Medium'), gothic: everywhere('BIZ UDゴシック') }
    : { mincho: everywhere('ＭＳ 明朝'), gothic: everywhere('ＭＳ ゴシック') };

/** Twentieths of a point of a length in characters of the body. */
export const chars = (count: number): number => twipsFromPt(count * bodySize);

/** Half points, as Word counts font sizes. */
export const halfPoints = (points: number): number => Math.round(points * 2);
