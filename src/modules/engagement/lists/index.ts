import type { ListProvider } from '../../../kernel/module.ts';
import { blackoutList, closedDayList, workList } from './calendar.ts';
import * as records from './records.ts';
import { waiverRequestList } from './waivers.ts';

export const lists: readonly ListProvider[] = [
  closedDayList,
  blackoutList,
  workList,
  records.obligationList,
  records.clauseList,
  records.journalList,
  waiverRequestList,
  records.agreedPointList,
  records.openPointList,
  records.engagementList,
];

/** Queries that answer with rows but are no list of the product. */
export const noLists = {
  listSpecifications: '業務委託を作るときの選択肢である。一覧は仕様書のモジュールにある。',
  listCalendarFeeds: '自分の購読用アドレスであり、秘密に関わるため取り出さない。',
  listTasks: 'WBSは、階層と順序を含む専用の取出しと読込み（同じエンジンを用いる）で扱う。',
  getSchedule: 'WBSから計算した見込みであり、WBSの取出しに含まれる。',
  listPlans: '作業計画書の版であり、文書として取り出す。',
} as const;
