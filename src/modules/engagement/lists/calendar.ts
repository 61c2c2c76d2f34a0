/** Closed days, windows to keep free and the work log as spreadsheets. */
import type { Context } from '../../../kernel/module.ts';
import { choiceColumn, choicesColumn, dayColumn, FIRST, REQUIRED, textColumn } from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, type ValueReader } from '../../../kernel/list.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { WORK_MODES } from '../contract/work-log.ts';
import { type BlackoutWindow, engagementContract } from '../contract.ts';

type ClosedDay = OutputOf<typeof engagementContract, 'listClosedDays'>['days'][number];
type WorkRecord = OutputOf<typeof engagementContract, 'listWork'>['records'][number];

export const closedDayList = editableList<ClosedDay>({
  id: 'closed-days',
  title: '市の閉庁日',
  answers: ['listClosedDays'],
  scope: 'engagement',
  permission: 'engagement.follow',
  edit: 'engagement.calendar',
  help: '祝日と年末年始のほかに、市が独自に閉庁とする日です。',
  records: async (context, scope) => (await closedDays(context, engagementOf(scope))).days,
  key: ({ day }) => day,
  columns: [
    dayColumn('day', '日', (it) => it.day, REQUIRED),
    textColumn('name', '名称', 40, (it) => it.name, { ...REQUIRED, maxLength: 200 }),
  ],
  add: (context, scope, values) => replaceDay(context, engagementOf(scope), null, dayOf(values)),
  change: (context, scope, { day }, values) => replaceDay(context, engagementOf(scope), day, dayOf(values)),
  remove: (context, scope, { day }) => replaceDay(context, engagementOf(scope), day, null),
});

const dayOf = (values: ValueReader): ClosedDay => ({ day: values.text('day'), name: values.text('name') });
const closedDays = (context: Context, engagementId: string) =>
  context.client(engagementContract).listClosedDays({ engagementId });

/** The days are kept as one record: each change saves it anew. */
async function replaceDay(context: Context, engagementId: string, old: string | null, day: ClosedDay | null) {
  const { days, version } = await closedDays(context, engagementId);
  const others = days.filter((one) => one.day !== old);
  await context
    .client(engagementContract)
    .setClosedDays({ engagementId, version, days: day === null ? others : [...others, day] });
}

type Window = OutputOf<typeof engagementContract, 'listBlackouts'>['blackouts'][number];
const KINDS = { busy: '繁忙期', assembly: '議会の会期', other: 'その他' } as const satisfies Record<
  BlackoutWindow['kind'],
  string
>;
/** Choices have no empty value: the whole city is one of them. */
const WHOLE_CITY = 'city';

export const blackoutList = editableList<Window>({
  id: 'blackouts',
  title: '作業を避ける期間',
  answers: ['listBlackouts'],
  scope: 'municipality',
  permission: 'engagement.read',
  edit: 'blackout.maintain',
  records: async (context) => (await context.client(engagementContract).listBlackouts({})).blackouts,
  key: ({ id }) => id,
  locked: ({ mine }) =>
    mine ? null : 'この所属の期間を変えられるのは、その所属の所属長と情報セキュリティ担当課です。',
  columns: async (context, _scope, records) => {
    const { departments } = await context.client(engagementContract).listBlackouts({});
    const own = departments.map(({ id, name }) => ({ value: id ?? WHOLE_CITY, label: name }));
    const missing = records.filter(
      ({ departmentId }) => !own.some(({ value }) => value === (departmentId ?? WHOLE_CITY)),
    );
    const others = [...new Set(missing.map(({ departmentId }) => departmentId ?? WHOLE_CITY))];
    return [
      choiceColumn(
        'departmentId',
        '所属',
        26,
        [
          ...own,
          ...others.map((value) => ({ value, label: value === WHOLE_CITY ? '市の全体' : `ほかの所属 ${value}` })),
        ],
        (it) => it.departmentId ?? WHOLE_CITY,
        REQUIRED,
      ),
      choiceColumn('kind', '種類', 14, KINDS, (it) => it.kind, REQUIRED),
      dayColumn('from', '初日', (it) => it.from, REQUIRED),
      dayColumn('to', '末日', (it) => it.to, REQUIRED),
      textColumn('reason', '理由', 40, (it) => it.reason, { ...REQUIRED, maxLength: 200 }),
    ];
  },
  add: (context, _scope, values) => context.client(engagementContract).registerBlackout(windowOf(values)),
  change: (context, _scope, { id: blackoutId, version }, values) =>
    context.client(engagementContract).changeBlackout({ blackoutId, version, ...windowOf(values) }),
  remove: (context, _scope, { id: blackoutId, version }) =>
    context.client(engagementContract).removeBlackout({ blackoutId, version }),
});

const windowOf = (values: ValueReader) => ({
  departmentId: values.text('departmentId') === WHOLE_CITY ? null : values.text('departmentId'),
  kind: values.one('kind', KINDS),
  from: values.text('from'),
  to: values.text('to'),
  reason: values.text('reason'),
});

const MODES = Object.fromEntries(WORK_MODES.map((mode) => [mode, mode])) as Record<(typeof WORK_MODES)[number], string>;
const RECORDED = '作業の記録は、付けた後は変えられません。誤りがあるときは、正しい記録を加えてください。';

export const workList = editableList<WorkRecord>({
  id: 'work',
  title: '作業の記録',
  answers: ['listWork'],
  scope: 'engagement',
  permission: 'engagement.follow',
  edit: 'work.record',
  help: '行を加えると、作業の記録が加わります。付けた記録は変えられません。',
  records: async (context, scope) => allWork(context, engagementOf(scope)),
  key: ({ id }) => id,
  locked: () => RECORDED,
  columns: async (context, scope) => {
    const { people } = await context.client(engagementContract).listWork({ engagementId: engagementOf(scope) });
    const names = people.map(({ id, name }) => ({ value: id, label: name }));
    const rest = { ...FIRST, reason: RECORDED };
    return [
      dayColumn('occurredOn', '作業した日', (it) => it.occurredOn, rest),
      textColumn('clause', '条項', 14, (it) => it.clause, { ...rest, required: false, maxLength: 60 }),
      choiceColumn('mode', '方法', 14, MODES, (it) => it.mode, rest),
      choicesColumn('members', '従事した人', 26, names, (it) => it.members, rest),
      choiceColumn('responsible', '責任者', 18, names, (it) => it.responsible, rest),
      textColumn('content', '内容', 60, (it) => it.content, { ...rest, maxLength: 2000 }),
    ];
  },
  add: (context, scope, values) =>
    context.client(engagementContract).recordWork({
      engagementId: engagementOf(scope),
      clause: values.text('clause'),
      mode: values.one('mode', MODES),
      occurredOn: values.text('occurredOn'),
      members: values.texts('members'),
      responsible: values.text('responsible'),
      content: values.text('content'),
    }),
});

/** The records are shown by month: all months of the contract, one after another. */
async function allWork(context: Context, engagementId: string): Promise<WorkRecord[]> {
  const client = context.client(engagementContract);
  const { months } = await client.listWork({ engagementId });
  const records: WorkRecord[] = [];
  for (const { month, records: count } of months) {
    if (count > 0) records.push(...(await client.listWork({ engagementId, month })).records);
  }
  return records;
}
