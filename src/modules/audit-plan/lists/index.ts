/** The lists of the module for the way through a spreadsheet program. */
import type { ListProvider } from '../../../kernel/list.ts';

export const lists: readonly ListProvider[] = [];
export const noLists = {
  listBundledProgrammes: '製品に付いている手順の一覧であり、市が編集するものではない。',
  listProgrammes: '手順は画面で版を作って公開するものであり、一覧としては編集しない。',
} as const;
