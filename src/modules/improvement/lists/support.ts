/** Records of support, both ways. */
import { editableList, engagementOf, type ValueReader, wordsAsLabels } from '../../../kernel/list.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import type { Context } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import { improvementContract, type SupportView } from '../contract.ts';
import { SUPPORT_STATE_NAMES } from '../labels.ts';

const clientOf = (context: Context) => context.client(improvementContract);
const edit = { edit: 'always' } as const;
const once = { edit: 'new', required: true } as const;

export const supportList = editableList<SupportView>({
  id: 'improvement-support',
  title: '監査後の支援の記録',
  answers: ['listSupport'],
  scope: 'engagement',
  permission: 'improvement.read',
  edit: 'improvement.support',
  help: '新しい行に、支援した日、所属、手段、尋ねられたこと及び答えたことを書いて戻せます。市への提出は画面で行います。',
  records: async (context, scope) =>
    (await clientOf(context).listSupport({ engagementId: engagementOf(scope) })).records,
  key: ({ id }) => id,
  locked: ({ state }) => (state === 'submitted' ? '市に出した記録は変えられません。' : null),
  columns: async (context, scope) => {
    const { channels } = await clientOf(context).getFollowUpTerms({ engagementId: engagementOf(scope) });
    const { departments } = await context.client(peopleContract).listDepartments({});
    const choices = departments.map(({ id, name, bureauName }) => ({
      value: id,
      label: bureauName === null ? name : `${bureauName} ${name}`,
    }));
    return [
      dayColumn('occurredOn', '支援した日', ({ occurredOn }) => occurredOn, once),
      choiceColumn('departmentId', '所属', 28, choices, ({ departmentId }) => departmentId, once),
      textColumn('plan', '指摘事項', 28, ({ planTitle }) => planTitle, { reason: '指摘事項は画面で選びます。' }),
      choiceColumn('channel', '手段', 12, wordsAsLabels(channels), ({ channel }) => channel, {
        ...edit,
        required: true,
      }),
      numberColumn('minutes', '時間（分）', 10, ({ minutes }) => minutes, {
        ...edit,
        required: true,
        min: 0,
        max: 1440,
      }),
      textColumn('asked', '尋ねられたこと', 44, ({ asked }) => asked, { ...edit, required: true, maxLength: 4000 }),
      textColumn('answered', '答えたこと', 44, ({ answered }) => answered, { ...edit, maxLength: 4000 }),
      dayColumn('due', '記録の期限', ({ due }) => due, { reason: '仕様書の定めから計算します。' }),
      choiceColumn('state', '状態', 14, SUPPORT_STATE_NAMES, ({ state }) => state, {
        reason: '市への提出は画面で行います。',
      }),
    ];
  },
  add: (context, scope, values) =>
    clientOf(context).noteSupport({
      engagementId: engagementOf(scope),
      departmentId: values.text('departmentId'),
      planId: null,
      occurredOn: values.text('occurredOn'),
      ...written(values),
    }),
  change: (context, _scope, { id, version }, values) =>
    clientOf(context).changeSupport({ supportId: id, version, ...written(values) }),
});

const written = (values: ValueReader) => ({
  channel: values.text('channel'),
  minutes: values.number('minutes'),
  asked: values.text('asked'),
  answered: values.text('answered'),
});
