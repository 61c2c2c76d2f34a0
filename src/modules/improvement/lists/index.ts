/** The lists of the module for the way through a spreadsheet program. */
import type { ListProvider } from '../../../kernel/module.ts';
import { ownPlanList, planList } from './plans.ts';
import { supportList } from './support.ts';

export const lists: readonly ListProvider[] = [planList, ownPlanList, supportList];
export const noLists = {
  getPlan: '改善計画一件であり、改善計画の一覧に含まれる。',
  getOwnPlan: '自所属の改善計画一件であり、自所属の改善計画の一覧に含まれる。',
  getFollowUpTerms: '仕様書の定めであり、仕様書の画面で変える。',
  listPlannable: 'シートを作ると改善計画の一覧に載る。',
  getBoard: '改善計画の一覧から数えたものであり、元の一覧を取り出す。',
} as const;
