import type { Changed } from '../../model/changes.ts';
import type { Marked } from '../../model/marks.ts';
import type { Inline } from '../../model/inline.ts';

/** One 項目 with its 内容; added or struck out as a whole where it bears a change. */
export interface Definition extends Changed {
  readonly term: Inline;
  readonly description: Inline;
}

/** A two-column framed table 項目 / 内容 without a header row. */
export interface DefinitionListBlock extends Marked {
  readonly kind: 'definition-list';
  readonly entries: readonly Definition[];
  /** Width in mm of the left column. Default 40. */
  readonly termWidth?: number;
  /** Move the list to the next page rather than break it, as far as one page holds it. Default: only a small one moves. */
  readonly together?: boolean;
}

/** 項目 and 内容 side by side: `definitionList([['業務名', '…'], ['履行期間', '…']])`. */
export const definitionList = (
  entries: readonly (readonly [term: Inline, description: Inline])[],
  options: Pick<DefinitionListBlock, 'termWidth' | 'together'> = {},
): DefinitionListBlock => ({
  kind: 'definition-list',
  entries: entries.map(([term, description]) => ({ term, description })),
  ...options,
});
