import { SURVEY_TYPE_LABELS } from '../../../core/content-schema/survey-type.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { choiceColumn, FIRST, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { editableList } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import { questionnaireContract } from '../contract.ts';
import { itemList } from './items.ts';

type C = typeof questionnaireContract;
type Out<K extends keyof C['operations']> = OutputOf<C, K>;

const KEPT = '調査票の題名などは、調査票の画面で直します。';
const NEW = { ...FIRST, reason: KEPT };

const questionnaireList = editableList<Out<'listQuestionnaires'>['questionnaires'][number]>({
  id: 'questionnaires',
  title: '調査票',
  answers: ['listQuestionnaires'],
  scope: 'municipality',
  permission: 'questionnaire.read',
  edit: 'questionnaire.edit',
  help: '行を加えると、設問のない調査票が作成中の版としてできます。設問は「調査票の設問」の一覧か、画面で入れます。',
  locked: () => KEPT,
  records: async (context) => (await context.client(questionnaireContract).listQuestionnaires({})).questionnaires,
  key: ({ id }) => id,
  columns: [
    textColumn('title', '名称', 44, (it) => it.title, { ...NEW, maxLength: 200 }),
    choiceColumn('type', '種類', 14, SURVEY_TYPE_LABELS, (it) => it.type, NEW),
    numberColumn('fiscalYear', '年度', 8, (it) => it.fiscalYear, { ...NEW, min: 2000, max: 2100 }),
    numberColumn('number', '版', 6, (it) => it.number, { reason: KEPT }),
    choiceColumn('state', '状態', 12, { draft: '作成中', published: '公開' }, (it) => it.state, { reason: KEPT }),
    numberColumn('items', '設問の数', 10, (it) => it.items, { reason: KEPT }),
  ],
  add: (context, _scope, values) =>
    context.client(questionnaireContract).createQuestionnaire({
      type: values.one('type', SURVEY_TYPE_LABELS),
      fiscalYear: values.number('fiscalYear'),
      title: values.text('title'),
    }),
});

export const lists: readonly ListProvider[] = [questionnaireList, itemList];
export const noLists = {
  compareQuestionnaires: '二つの版の比較であり、版から計算される。',
  listContent: '調査票を作るときのひな形の選択肢である。',
  searchLibrary: '製品に付いている設問から、言葉で探した一部である。',
  listLibraryItems: '製品に付いている設問集であり、市の記録ではない。',
} as const;
