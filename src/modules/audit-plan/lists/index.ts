/** The lists of the module for the way through a spreadsheet program. */
import type { ListProvider } from '../../../kernel/module.ts';
import { auditorList, historyList } from './people.ts';
import { documentList, noticeList, planList, slotList, surveyList } from './records.ts';
import { targetList } from './targets.ts';

export const lists: readonly ListProvider[] = [
  targetList,
  slotList,
  documentList,
  auditorList,
  historyList,
  planList,
  noticeList,
  surveyList,
];
export const noLists = {
  listBundledProgrammes: '製品に付いている手順の一覧であり、市が編集するものではない。',
  listProgrammes: '手順は画面で版を作って公開するものであり、一覧としては編集しない。',
  getProgramme: '手順一件の内容であり、画面で編集する。',
  getProgrammeSources: '手順の画面で選ぶための目録と基準であり、それぞれの画面の一覧にある。',
  getTarget: '対象一件であり、対象の一覧に含まれる。',
  checkTargets: '計画についての注意であり、記録を直せば消える。',
  getRotation: '過去の監査と今年度の対象から計算したものであり、元の一覧を取り出す。',
  getPlan: '計画書一件であり、文書として取り出す。',
  proposeTimetable: '日程の案であり、置くと日程の一覧に載る。',
  getBriefing: '説明資料であり、文書として取り出す。',
  getOwnAuditing: '割り当てられた本人に見せる対象であり、対象の一覧に含まれる。',
  listOwnTargets: '監査を受ける所属に宛てた内容であり、対象の一覧と資料の一覧に含まれる。',
} as const;
