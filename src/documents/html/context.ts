import type { ChartPictures } from '../charts/draw.ts';
import type { DocumentTree } from '../model/document.ts';
import type { Depth } from '../prepare/look.ts';

/** A heading or an appendix of the document, in reading order. */
export interface HeadingEntry {
  readonly id: string | undefined;
  readonly level: number;
  /** As it stands before the words: 第1, (2), 別紙1; empty when it bears none. */
  readonly number: string;
  readonly words: string;
}

/** What a block writer may know about its surroundings. */
export interface HtmlContext {
  readonly tree: DocumentTree;
  readonly labels: ReadonlyMap<string, string>;
  /** Width in mm of the text on paper. */
  readonly width: number;
  readonly depth: Depth;
  readonly charts: ChartPictures;
  readonly headings: readonly HeadingEntry[];
  /** The next heading of the document and its address in the page, counted as the headings are written. */
  readonly nextHeading: () => { readonly entry: HeadingEntry; readonly anchor: string };
  /** The name of a class with this rule. Looks are collected in the one style element of the page. */
  readonly look: (rule: string) => string;
  /** The tag of the title: the first on the page is its main heading. */
  readonly titleTag: () => 'h1' | 'p';
}

/** The block writer of one kind: one or several elements. */
export type HtmlWriter<B> = (block: B, context: HtmlContext) => string;
