import { choiceColumn, dayColumn, FIRST, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { editableList, engagementOf } from '../../../kernel/list.ts';
import type { ListProvider } from '../../../kernel/module.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { policyContract } from '../contract.ts';

const KEPT = '依頼した内容は変えられません。助言と終了は、画面から記録します。';
const NEW = { ...FIRST, reason: KEPT };
const TRIGGERS = { audit: '監査の結果', guideline: 'ガイドラインの改定', other: 'その他' } as const;

const supportList = editableList<OutputOf<typeof policyContract, 'listSupport'>['requests'][number]>({
  id: 'support',
  title: '規程の作成支援',
  answers: ['listSupport'],
  scope: 'engagement',
  permission: 'policy.read',
  edit: 'policy.request',
  help: '行を加えると、作成支援を依頼したことになります。添付するファイルがあるときは、画面から依頼してください。',
  records: async (context, scope) =>
    (await context.client(policyContract).listSupport({ engagementId: engagementOf(scope) })).requests,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: [
    textColumn('document', '文書', 36, (it) => it.document, { ...NEW, maxLength: 200 }),
    choiceColumn('trigger', 'きっかけ', 20, TRIGGERS, (it) => it.trigger, NEW),
    textColumn('content', '依頼の内容', 60, (it) => it.content, { ...NEW, maxLength: 10_000 }),
    dayColumn('requestedOn', '依頼の日', (it) => it.requestedOn, { reason: '依頼の日は、依頼したときに付きます。' }),
    numberColumn('rounds', '助言の回数', 10, (it) => it.advice.length, { reason: KEPT }),
    dayColumn('closedOn', '終わりの日', (it) => it.closedOn, { reason: KEPT }),
  ],
  add: (context, scope, values) =>
    context.client(policyContract).requestSupport({
      engagementId: engagementOf(scope),
      trigger: values.one('trigger', TRIGGERS),
      document: values.text('document'),
      content: values.text('content'),
      fileId: null,
    }),
});

export const lists: readonly ListProvider[] = [supportList];
