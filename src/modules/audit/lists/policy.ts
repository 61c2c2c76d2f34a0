/** The versions of the policy: a draft is written in its row, what was laid before the city stands. */
import { formatEra } from '../../../core/calendar/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, type ValueReader } from '../../../kernel/list.ts';
import { GRADES, type PolicyFields } from '../contract/policy.ts';
import { POLICY_STATE_LABELS } from '../labels.ts';
import { client, COMMON, type Out } from './common.ts';

type Policy = Out<'listPolicies'>['policies'][number];
const LONG = { ...EDITABLE, maxLength: 10_000 };
const BY_STEP = { reason: '版、状態及び日は、方針の画面での手続きで付きます。' };

export const policyList = editableList<Policy>({
  ...COMMON,
  id: 'policies',
  title: '監査の方針の版',
  answers: ['listPolicies'],
  edit: 'audit.work',
  help: '作成中の方針の文言を直せます。行を加えると、新しい版を起こします（空の欄は前の版から引き継ぎます）。提案と確定は、方針の画面で行います。',
  records: async (context, scope) =>
    (await client(context).listPolicies({ engagementId: engagementOf(scope) })).policies,
  locked: ({ state }) =>
    state === 'draft' ? null : '市に示した方針は、一覧では変えられません。直すときは、方針の画面から行ってください。',
  columns: [
    numberColumn('position', '版', 6, (it) => it.position, BY_STEP),
    choiceColumn('state', '状態', 12, POLICY_STATE_LABELS, (it) => it.state, BY_STEP),
    textColumn('purpose', '監査目的', 50, (it) => it.purpose, LONG),
    textColumn('methods', '実施方法', 50, (it) => it.methods, LONG),
    dayColumn('from', '実施期間の始まり', (it) => it.period?.from ?? null, EDITABLE),
    dayColumn('to', '実施期間の終わり', (it) => it.period?.to ?? null, EDITABLE),
    textsColumn('schedule', 'スケジュール', 50, (it) => it.schedule.map(stepText), {
      reason: 'スケジュールは、方針の画面で定めます。',
    }),
    textsColumn('requests', '依頼事項', 40, (it) => it.requests, LONG),
    ...GRADES.map((grade) =>
      textColumn<Policy>(grade, `「${grade}」の基準`, 40, (it) => criterionOf(it, grade)?.criterion ?? '', LONG),
    ),
    textColumn('other', 'その他', 30, (it) => it.other, LONG),
    dayColumn('proposedOn', '提案の日', (it) => it.proposedOn, BY_STEP),
    dayColumn('agreedOn', '確定の日', (it) => it.agreedOn, BY_STEP),
  ],
  add: async (context, scope, values) => {
    const engagementId = engagementOf(scope);
    const { policies } = await client(context).listPolicies({ engagementId });
    const { purpose, methods, period, requests, criteria, other } = fieldsFrom(values, policies.at(-1) ?? null);
    return client(context).draftPolicy({
      engagementId,
      fields: {
        ...(purpose === '' ? {} : { purpose }),
        ...(methods === '' ? {} : { methods }),
        ...(period === null ? {} : { period }),
        ...(requests.length === 0 ? {} : { requests }),
        ...(criteria.every(({ criterion }) => criterion === '') ? {} : { criteria }),
        ...(other === '' ? {} : { other }),
      },
    });
  },
  change: (context, _scope, policy, values) =>
    client(context).savePolicy({ policyId: policy.id, version: policy.version, fields: fieldsFrom(values, policy) }),
});

const stepText = ({ step, who, from, to }: Policy['schedule'][number]): string =>
  `${step}（${who}、${formatEra(from)}から${formatEra(to)}まで）`;
const criterionOf = ({ criteria }: Pick<Policy, 'criteria'>, grade: (typeof GRADES)[number]) =>
  criteria.find((one) => one.grade === grade);

function fieldsFrom(values: ValueReader, before: Policy | null): PolicyFields {
  const from = values.textOrNull('from');
  const to = values.textOrNull('to');
  if ((from === null) !== (to === null)) {
    throw fieldError(from === null ? 'from' : 'to', '実施期間は、始まりと終わりの両方を書いてください。');
  }
  return {
    purpose: values.text('purpose'),
    methods: values.text('methods'),
    period: from === null || to === null ? null : { from, to },
    schedule: before?.schedule ?? [],
    requests: values.texts('requests'),
    criteria: GRADES.map((grade) => ({
      grade,
      criterion: values.text(grade),
      example: before === null ? '' : (criterionOf(before, grade)?.example ?? ''),
    })),
    other: values.text('other'),
  };
}
