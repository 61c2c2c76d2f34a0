import { choiceColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { engagementOf, exportedList, type ListProvider } from '../../../kernel/list.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { policyContract } from '../contract.ts';

const supportList = exportedList<OutputOf<typeof policyContract, 'listSupport'>['requests'][number]>({
  id: 'support',
  title: '規程の作成支援',
  answers: ['listSupport'],
  scope: 'engagement',
  permission: 'policy.read',
  because: '支援は、発注者の依頼と受託者の助言という手続きで進みます。依頼と助言は画面から行います。',
  records: async (context, scope) =>
    (await context.client(policyContract).listSupport({ engagementId: engagementOf(scope) })).requests,
  key: ({ id }) => id,
  columns: [
    textColumn('document', '文書', 36, (it) => it.document),
    choiceColumn(
      'trigger',
      'きっかけ',
      20,
      { audit: '監査の結果', guideline: 'ガイドラインの改定', other: 'その他' },
      (it) => it.trigger,
    ),
    textColumn('content', '依頼の内容', 60, (it) => it.content),
    dayColumn('requestedOn', '依頼の日', (it) => it.requestedOn),
    numberColumn('rounds', '助言の回数', 10, (it) => it.advice.length),
    dayColumn('closedOn', '終わりの日', (it) => it.closedOn),
  ],
});

export const lists: readonly ListProvider[] = [supportList];
