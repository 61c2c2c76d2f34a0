/** For whom an edition is, and what it no longer holds. */
import type { EditionKind } from '../model/marks.ts';

/** For whom a document is made. `department` is the id that the marks name. */
export type Edition =
  | { readonly kind: Exclude<EditionKind, 'department'> }
  | { readonly kind: 'department'; readonly department: string; readonly name: string };

/** Something that the detailed edition has and this one has not. */
export interface Removal {
  /** 見出し以下, 段落, 表の行, 語句 … */
  readonly kind: string;
  /** Where it stands in the detailed edition: 第6の1「発見事項」. */
  readonly place: string;
  readonly reason: string;
  /** The wording that took its place. */
  readonly instead: string | null;
}
