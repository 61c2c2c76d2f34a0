import type { AppendixLabel } from '../blocks/appendix/model.ts';
import type { FlowBlock } from '../model/blocks.ts';
import type { ChartPictures } from '../charts/draw.ts';
import type { DocumentTree } from '../model/document.ts';
import { bodySize, twipsFromPt } from '../model/units.ts';
import type { Depth } from '../prepare/look.ts';
import type { HeadingCounter } from '../prepare/numbering.ts';
import type { WordLists } from './lists.ts';
import type { WordBlock } from './model.ts';

/** What a block writer may know about its surroundings. */
export interface DocxContext {
  readonly tree: DocumentTree;
  readonly labels: ReadonlyMap<string, string>;
  /** Width in mm of the text here, height in mm of the page. */
  readonly width: number;
  readonly pageHeight: number;
  readonly depth: Depth;
  readonly charts: ChartPictures;
  /** The block starts a new page. */
  readonly newPage: boolean;
  /** The block is the first on its page, as far as the tree tells. */
  readonly pageTop: boolean;
  /** The appendix at hand, whose list numbers the headings under it; shared by all blocks of the document. */
  readonly appendix: { label: AppendixLabel | null };
  /** Counts the headings of the whole document. */
  readonly counter: HeadingCounter;
  readonly lists: WordLists;
}

/** The block writer of one kind. */
export type DocxWriter<B> = (block: B, context: DocxContext) => readonly WordBlock[];

export type FlowWriter = (blocks: readonly FlowBlock[], context: DocxContext) => readonly WordBlock[];

/** Font names as Word knows them. */
export interface WordFonts {
  readonly mincho: string;
  readonly gothic: string;
}

/** The fonts a document asks for, by the names that Word for Windows uses. */
export const wordFonts = (choice: DocumentTree['fonts']): WordFonts =>
  choice === 'biz-ud'
    ? { mincho: 'BIZ UD明朝 Medium', gothic: 'BIZ UDゴシック' }
    : { mincho: 'ＭＳ 明朝', gothic: 'ＭＳ ゴシック' };

/** Twentieths of a point of a length in characters of the body. */
export const chars = (count: number): number => twipsFromPt(count * bodySize);

/** Half points, as Word counts font sizes. */
export const halfPoints = (points: number): number => Math.round(points * 2);
