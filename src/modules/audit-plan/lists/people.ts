/** Internal auditors and audits of earlier years, both ways. */
import { PROGRAMME_KINDS } from '../../../core/programme/words.ts';
import { editableList, engagementOf, type ValueReader } from '../../../kernel/list.ts';
import { choiceColumn, choicesColumn, dayColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { type AuditorView, auditPlanContract, type HistoryView } from '../contract.ts';
import { departmentChoices } from './targets.ts';

const edit = { edit: 'always' } as const;

const auditorFields = (values: ValueReader) => ({
  name: values.text('name'),
  departmentId: values.text('departmentId'),
  managedDepartmentIds: values.texts('managedDepartmentIds'),
  trainedOn: values.textOrNull('trainedOn'),
  qualification: values.text('qualification'),
});

export const auditorList = editableList<AuditorView>({
  id: 'internal-auditors',
  title: '市の内部監査人',
  answers: ['listAuditors'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  edit: 'audit-plan.decide',
  records: async (context, scope) =>
    (await context.client(auditPlanContract).listAuditors({ engagementId: engagementOf(scope) })).auditors,
  key: ({ id }) => id,
  locked: ({ state }) => (state === 'left' ? '外れた人の記載は変えられません。' : null),
  columns: async (context) => {
    const departments = await departmentChoices(context);
    return [
      textColumn('name', '氏名', 20, ({ name }) => name, { ...edit, required: true, maxLength: 80 }),
      choiceColumn('departmentId', '所属', 30, departments, ({ departmentId }) => departmentId, {
        ...edit,
        required: true,
      }),
      choicesColumn(
        'managedDepartmentIds',
        '情報資産の管理に関わる所属',
        36,
        departments,
        (one) => one.managedDepartmentIds,
        edit,
      ),
      dayColumn('trainedOn', '養成研修を終えた日', ({ trainedOn }) => trainedOn, edit),
      textColumn('qualification', '資格', 30, ({ qualification }) => qualification, { ...edit, maxLength: 200 }),
    ];
  },
  add: (context, scope, values) =>
    context
      .client(auditPlanContract)
      .addAuditor({ engagementId: engagementOf(scope), accountId: null, ...auditorFields(values) }),
  change: (context, _scope, { id, version, accountId }, values) =>
    context.client(auditPlanContract).changeAuditor({ auditorId: id, version, accountId, ...auditorFields(values) }),
  remove: (context, _scope, { id, version }) =>
    context.client(auditPlanContract).removeAuditor({ auditorId: id, version }),
});

const historyFields = (values: ValueReader) => ({
  departmentId: values.text('departmentId'),
  fiscalYear: values.number('fiscalYear'),
  kind: values.one('kind', PROGRAMME_KINDS),
  programme: values.text('programme'),
  auditedOn: values.textOrNull('auditedOn'),
});

export const historyList = editableList<HistoryView>({
  id: 'audit-history',
  title: '過去の年度の監査',
  answers: ['listHistory'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  edit: 'audit-plan.work',
  help: '一行に、一つの所属が一つの年度に受けた監査を書きます。輪番の計算に使います。',
  records: async (context, scope) =>
    (await context.client(auditPlanContract).listHistory({ engagementId: engagementOf(scope) })).history,
  key: ({ id }) => id,
  columns: async (context) => [
    choiceColumn('departmentId', '所属', 30, await departmentChoices(context), ({ departmentId }) => departmentId, {
      ...edit,
      required: true,
    }),
    numberColumn('fiscalYear', '年度', 10, ({ fiscalYear }) => fiscalYear, {
      ...edit,
      required: true,
      min: 2000,
      max: 2100,
    }),
    choiceColumn('kind', '監査の種類', 30, PROGRAMME_KINDS, ({ kind }) => kind, { ...edit, required: true }),
    textColumn('programme', '監査の名称', 36, ({ programme }) => programme, {
      ...edit,
      required: true,
      maxLength: 200,
    }),
    dayColumn('auditedOn', '監査した日', ({ auditedOn }) => auditedOn, edit),
  ],
  add: (context, scope, values) =>
    context.client(auditPlanContract).addHistory({ engagementId: engagementOf(scope), ...historyFields(values) }),
  change: (context, _scope, { id, version }, values) =>
    context.client(auditPlanContract).changeHistory({ historyId: id, version, ...historyFields(values) }),
  remove: (context, _scope, { id, version }) =>
    context.client(auditPlanContract).removeHistory({ historyId: id, version }),
});
