import type { ListProvider } from '../../../kernel/module.ts';
import { informationList } from './information.ts';
import { issueList } from './issues.ts';
import { meetingList, messageList } from './records.ts';

export const lists: readonly ListProvider[] = [issueList, informationList, meetingList, messageList];
export const noLists = {
  listTypes: '仕様書が定める会議の種類であり、条項の一覧に含まれる。',
  suggestSchedule: '日程の案であり、会議として登録すると会議の一覧に載る。',
  listChoices: '入力欄の選択肢である。',
  listEditions: '議事録の版であり、文書として取り出す。',
  listPapers: '会議の資料であり、文書として取り出す。',
  listAttachable: '資料に加えられる文書の選択肢である。',
} as const;
