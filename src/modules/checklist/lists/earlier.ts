/** The items of the year before, brought in from the city's own list. */
import { editableList, engagementOf, subjectOf, type ValueReader } from '../../../kernel/list.ts';
import { EDITABLE, REQUIRED, textColumn } from '../../../kernel/list-columns.ts';
import type { Context } from '../../../kernel/module.ts';
import { checklistContract, type EarlierView } from '../contract.ts';

const clientOf = (context: Context) => context.client(checklistContract);

const fields = (values: ValueReader) => ({
  number: values.text('number'),
  section: values.text('section'),
  title: values.text('title'),
  point: values.text('point'),
});

export const earlierList = editableList<EarlierView>({
  id: 'earlier-items',
  title: '前年度の監査項目',
  answers: ['listEarlierItems'],
  scope: 'engagement',
  permission: 'checklist.read',
  edit: 'checklist.work',
  help: '前年度に使った監査項目を一行に一つ書きます。今年度の項目との違いを示すために使います。',
  per: {
    title: 'チェックリスト',
    subjects: async (context, engagementId) => {
      const scope = { engagementId: engagementOf({ engagementId, subject: null }) };
      const { checklists } = await clientOf(context).listChecklists(scope);
      return checklists.filter(({ lineId }) => lineId === null).map(({ id, title }) => ({ id, title }));
    },
  },
  records: async (context, scope) =>
    (await clientOf(context).listEarlierItems({ checklistId: subjectOf(scope) })).items,
  key: ({ id }) => id,
  columns: [
    textColumn('number', '番号', 10, ({ number }) => number, { ...EDITABLE, maxLength: 30 }),
    textColumn('section', '区分', 24, ({ section }) => section, { ...EDITABLE, maxLength: 200 }),
    textColumn('title', '題名', 30, ({ title }) => title, { ...REQUIRED, maxLength: 200 }),
    textColumn('point', '監査項目', 60, ({ point }) => point, { ...REQUIRED, maxLength: 1000 }),
  ],
  add: (context, scope, values) =>
    clientOf(context).addEarlierItem({ checklistId: subjectOf(scope), ...fields(values) }),
  change: (context, _scope, { id, version }, values) =>
    clientOf(context).changeEarlierItem({ earlierId: id, version, ...fields(values) }),
  remove: (context, _scope, { id, version }) => clientOf(context).removeEarlierItem({ earlierId: id, version }),
});
