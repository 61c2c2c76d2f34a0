/** Who wrote something, and when. */
export interface Revision {
  readonly author: string;
  /** Instant, ISO 8601 with `Z` or an offset. */
  readonly at: string;
}

/** A tracked change (見え消し): what was added or struck out, by whom and when. Never nested. */
export interface Change extends Revision {
  readonly kind: 'inserted' | 'deleted';
}

/** Anything that can be added or struck out as a whole: a piece of text, a paragraph, a heading, a point of a list. */
export interface Changed {
  readonly change?: Change;
}

/** A remark on a piece of a text, which belongs to no version of it. */
export interface Comment extends Revision {
  readonly text: string;
  /** Its place among the comments in reading order. Given by `prepare`, never by the author of a document. */
  readonly number?: number;
}

/** The version of a text after all changes, or before any of them. */
export type Version = 'after' | 'before';

/** Whether what bears this change stands in the version. */
export const standsIn = (version: Version, change: Change | undefined): boolean =>
  change === undefined || (change.kind === 'inserted') === (version === 'after');

/** The change of any piece; a kind that knows none has none. */
export const changeOf = (piece: object): Change | undefined => (piece as Changed).change;
