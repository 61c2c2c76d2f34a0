/** Waivers asked for: the contractor adds a row, the city writes its decision into it. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { fieldError } from '../../../kernel/error.ts';
import { choiceColumn, dayColumn, EDITABLE, FIRST, FIRST_OPTIONAL, textColumn } from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, type ValueReader } from '../../../kernel/list.ts';
import type { Context, ListScope } from '../../../kernel/module.ts';
import { engagementContract } from '../contract.ts';

type Out<K extends keyof (typeof engagementContract)['operations']> = OutputOf<typeof engagementContract, K>;
const client = (context: Context) => context.client(engagementContract);

const STATES = { requested: '申出中', granted: '認めた', refused: '認めなかった', withdrawn: '取下げ' } as const;
const DECISIONS = { granted: STATES.granted, refused: STATES.refused } as const;
const KEPT = '申し出た内容は変えられません。取り下げるときは、義務の画面から行ってください。';
const NEW = { ...FIRST, reason: KEPT };

export const waiverRequestList = editableList<Out<'listWaivers'>['requests'][number]>({
  id: 'waiver-requests',
  title: '免除の申出',
  answers: ['listWaivers'],
  scope: 'engagement',
  permission: 'engagement.follow',
  edit: { add: 'engagement.request-waiver', change: 'engagement.approve' },
  help: '受託者は、義務の一覧にある条項と義務をそのまま書いて行を加え、申し出ます。発注者は「状態」と「決定の内容」を書きます。条件又は期間の付く免除は、画面から決めてください。',
  locked: ({ state }) => (state === 'requested' ? null : '決定した申出又は取り下げた申出は変えられません。'),
  records: async (context, scope) =>
    (await client(context).listWaivers({ engagementId: engagementOf(scope) })).requests,
  key: ({ id }) => id,
  columns: [
    textColumn('clause', '条項', 14, (it) => it.clause, { ...NEW, maxLength: 60 }),
    textColumn('title', '義務', 40, (it) => it.title, { ...NEW, maxLength: 300 }),
    dayColumn<Out<'listWaivers'>['requests'][number]>('due', '義務の期限', () => null, {
      ...FIRST_OPTIONAL,
      reason: '同じ義務が幾つもあるときに、どれかを示すための欄です。',
    }),
    textColumn('reason', '申出の理由', 40, (it) => it.reason, { ...NEW, maxLength: 2000 }),
    choiceColumn('state', '状態', 14, STATES, (it) => it.state, EDITABLE),
    dayColumn('requestedOn', '申し出た日', (it) => it.requestedOn, { reason: KEPT }),
    dayColumn('decidedOn', '決めた日', (it) => it.decidedOn, { reason: '決めた日は、決定を登録したときに付きます。' }),
    textColumn('decision', '決定の内容', 40, (it) => it.decision, { ...EDITABLE, maxLength: 2000 }),
  ],
  add: async (context, scope, values) => {
    const early = ['state', 'decision'].find((key) => values.text(key) !== '');
    if (early !== undefined) throw fieldError(early, '新しい行では空にしてください。発注者が決定するときに書きます。');
    const { key } = await namedDuty(context, scope, values);
    return client(context).requestWaiver({ engagementId: engagementOf(scope), key, reason: values.text('reason') });
  },
  change: (context, _scope, { id: requestId, version }, values) => {
    const reason = values.text('decision');
    if (reason === '') throw fieldError('decision', '決定の理由を書いてください。');
    const decision = values.one('state', DECISIONS) === 'granted' ? 'grant' : 'refuse';
    return client(context).decideWaiver({ requestId, version, decision, reason });
  },
});

/** The one duty that a row names by clause, wording and, where needed, its day. */
async function namedDuty(context: Context, scope: ListScope, values: ValueReader): Promise<{ readonly key: string }> {
  const { obligations } = await client(context).listObligations({ engagementId: engagementOf(scope) });
  const clause = values.text('clause');
  const title = values.text('title');
  const due = values.textOrNull('due');
  const named = obligations.filter((it) => it.clause === clause && it.title === title);
  const [found, ...others] = named.filter((it) => due === null || it.due === due);
  if (found === undefined) {
    throw named.length === 0
      ? fieldError('title', '義務の一覧にある条項と義務を、そのまま書いてください。')
      : fieldError('due', 'この日を期限とする義務はありません。義務の一覧で期限を確かめてください。');
  }
  if (others.length > 0) {
    throw due === null
      ? fieldError('due', 'この義務は幾つもあります。免除を申し出るものの期限を書いてください。')
      : fieldError('title', '同じ期限の義務が幾つもあります。義務の画面から申し出てください。');
  }
  return found;
}
