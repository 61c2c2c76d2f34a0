/** What must not be read by everybody: why, and what is to stand in its place. */
export interface Sensitive {
  /** Why it is left out, as the list of removals tells it: 監査対象課の名称. */
  readonly reason: string;
  /** The wording that takes its place. Without one the piece disappears. */
  readonly instead?: string;
}

/** The readers that a document can be made for. */
export type EditionKind = 'detailed' | 'public' | 'executive' | 'department';

/** For whom a piece of a document is meant. Without marks it is for everybody but executives, who read a summary. */
export interface Marks {
  /** Left out, or replaced, in the public edition. On a heading it holds for all that stands under it. */
  readonly sensitive?: Sensitive;
  /** Also stands in the executive edition. On a heading it holds for all that stands under it. */
  readonly executive?: true;
  /** Stands in these editions only: a summary written for executives, a wording for the public. */
  readonly only?: readonly EditionKind[];
  /** Concerns these departments only, by id; left out of other departments' editions. */
  readonly departments?: readonly string[];
}

/** Anything that can bear marks: a block, a column, a cell, a point of a list, a piece of text. */
export interface Marked {
  readonly marks?: Marks;
}

/** The mark of what the public must not read. */
export const sensitive = (reason: string, instead?: string): Marks => ({
  sensitive: { reason, ...(instead === undefined ? {} : { instead }) },
});

/** The mark of what executives read too. */
export const forExecutives: Marks = { executive: true };

/** The same piece with these marks beside those it has. */
export const marked = <T extends object>(piece: T & Marked, marks: Marks): T & Marked => ({
  ...piece,
  marks: { ...piece.marks, ...marks },
});

/** The marks of any piece; a kind that knows none has none. */
export const marksOf = (piece: object): Marks => (piece as Marked).marks ?? {};
