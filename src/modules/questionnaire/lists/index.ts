import { SURVEY_TYPE_LABELS } from '../../../core/content-schema/survey-type.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { exportedList, type ListProvider } from '../../../kernel/list.ts';
import { questionnaireContract } from '../contract.ts';
import { itemList } from './items.ts';

type C = typeof questionnaireContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;

const questionnaireList = exportedList<Out<'listQuestionnaires'>['questionnaires'][number]>({
  id: 'questionnaires',
  title: '調査票',
  answers: ['listQuestionnaires'],
  scope: 'municipality',
  permission: 'questionnaire.read',
  because: '調査票の版は、ひな形又は前の版から作り、確かめて公開します。',
  records: async (context) => (await context.client(questionnaireContract).listQuestionnaires({})).questionnaires,
  key: ({ id }) => id,
  columns: [
    textColumn('title', '名称', 44, (it) => it.title),
    choiceColumn('type', '種類', 14, SURVEY_TYPE_LABELS, (it) => it.type),
    numberColumn('fiscalYear', '年度', 8, (it) => it.fiscalYear),
    numberColumn('number', '版', 6, (it) => it.number),
    choiceColumn('state', '状態', 12, { draft: '作成中', published: '公開' }, (it) => it.state),
    numberColumn('items', '設問の数', 10, (it) => it.items),
  ],
});

export const lists: readonly ListProvider[] = [questionnaireList, itemList];
export const noLists = {
  compareQuestionnaires: '二つの版の比較であり、版から計算される。',
  listContent: '調査票を作るときのひな形の選択肢である。',
  searchLibrary: '製品に付いている設問から、言葉で探した一部である。',
  listLibraryItems: '製品に付いている設問集であり、市の記録ではない。',
} as const;
