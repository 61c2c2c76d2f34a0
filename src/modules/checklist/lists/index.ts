/** The lists of the module for the way through a spreadsheet program. */
import type { ListProvider } from '../../../kernel/module.ts';
import { earlierList } from './earlier.ts';
import { itemList } from './items.ts';
import { checklistList } from './checklists.ts';

export const lists: readonly ListProvider[] = [checklistList, itemList, earlierList];
export const noLists = {
  listCatalogues: '製品に付いている目録と取り込んだ基準の項目であり、それぞれの画面で扱う。',
  getCatalogue: '目録一つの内容であり、監査項目の目録の画面で読む。',
  compareChecklist: '項目から計算した比較であり、チェックリストの文書に載る。',
  getItemsForTarget: '監査を始めるときに用いる項目であり、チェックリストの一覧に含まれる。',
} as const;
