import type { Block } from './blocks.ts';
import type { EditionKind } from './marks.ts';
import type { Orientation, PageSize } from './units.ts';

/** A person or office written to or writing: one line of text each, name last. */
export type PartyLines = string | readonly string[];

/** The particulars of a document. All dates are text already written as it should appear (令和8年6月1日). */
export interface DocumentParticulars {
  readonly title: string;
  readonly subtitle?: string;
  /** For example 令和8年6月1日. */
  readonly date?: string;
  /** 文書番号, for example 8千情第12号. */
  readonly number?: string;
  /** 宛先 */
  readonly addressee?: PartyLines;
  /** 差出人 */
  readonly sender?: PartyLines;
  /** Handling mark in the header of every page, written in brackets: 取扱注意 → 【取扱注意】. */
  readonly marking?: string;
  /** Left side of the header of every page; default: the title. */
  readonly running?: string;
  /** File property. Default: the first line of the sender. */
  readonly author?: string;
  /** Day on which the document was made, `YYYY-MM-DD`, for the file properties. Default: 1980-01-01, which says none. */
  readonly created?: string;
  readonly size?: PageSize;
  readonly orientation?: Orientation;
  /** Word fonts: MS 明朝 and MS ゴシック (default, present on every municipal PC) or BIZ UD. The PDF always embeds BIZ UD. */
  readonly fonts?: 'ms' | 'biz-ud';
  /** PDF standard enforced while making it. Default ua-1 (accessible); a-2a for long keeping. */
  readonly pdfStandard?: 'ua-1' | 'a-2a';
}

/** A whole document: particulars and blocks in reading order. */
export interface DocumentTree extends DocumentParticulars {
  readonly blocks: readonly Block[];
  /** For whom this tree was made out of the whole one; absent while it still holds what each reader reads. */
  readonly edition?: EditionKind;
}

/** A document from its particulars and blocks. */
export const document = (particulars: DocumentParticulars, blocks: readonly Block[]): DocumentTree => ({
  ...particulars,
  blocks,
});

/** The lines of an addressee or sender. */
export const linesOf = (party: PartyLines | undefined): readonly string[] =>
  party === undefined ? [] : typeof party === 'string' ? party.split('\n') : party;
