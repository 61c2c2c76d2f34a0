/** Improvement plans: the city and the contractor take them out, a department fills its own in and sends them back. */
import { editableList, engagementOf, exportedList } from '../../../kernel/list.ts';
import { choiceColumn, dayColumn, flagColumn, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { improvementContract, type PlanView } from '../contract.ts';
import { FIELD_NAMES, PLAN_STATE_NAMES, WAITING_NAMES } from '../labels.ts';

export const planList = exportedList<PlanView>({
  id: 'improvement-plans',
  title: '改善計画',
  answers: ['listPlans'],
  scope: 'engagement',
  permission: 'improvement.read',
  because: '改善計画は所属が書き、担当課が画面で承認します。所属は、自所属の改善計画の一覧で書いて戻せます。',
  records: async (context, scope) =>
    (await context.client(improvementContract).listPlans({ engagementId: engagementOf(scope) })).plans,
  key: ({ id }) => id,
  columns: [
    textColumn('bureau', '局', 20, ({ bureauName }) => bureauName),
    textColumn('department', '所属', 26, ({ departmentName }) => departmentName),
    textColumn('target', '監査の対象', 26, ({ audit }) => audit.targetName),
    textColumn('finding', '指摘事項', 36, ({ finding }) => finding.title),
    textColumn('grade', '評価', 14, ({ finding }) => finding.grade),
    numberColumn('times', '何回目', 8, ({ finding }) => finding.times),
    choiceColumn('state', '状態', 14, PLAN_STATE_NAMES, ({ state }) => state),
    choiceColumn('waiting', '次に対応する側', 12, WAITING_NAMES, ({ waiting }) => waiting),
    flagColumn('late', '期限超過', 8, ({ late }) => late),
    numberColumn('percent', '進み具合（％）', 10, ({ percent }) => percent),
    textColumn('measure', FIELD_NAMES.measure, 44, ({ fields }) => fields.measure),
    dayColumn('due', FIELD_NAMES.due, ({ fields }) => fields.due),
    dayColumn('submittedOn', '提出した日', ({ submittedOn }) => submittedOn),
    dayColumn('approvedOn', '承認した日', ({ approvedOn }) => approvedOn),
    dayColumn('reportedOn', '改善を報告した日', ({ reportedOn }) => reportedOn),
    dayColumn('confirmedOn', '改善を確認した日', ({ confirmedOn }) => confirmedOn),
    dayColumn('closedOn', '終了した日', ({ closedOn }) => closedOn),
  ],
});

const KNOWN = { reason: '監査の結果であり、変えられません。' } as const;
const edit = { edit: 'always' } as const;

export const ownPlanList = editableList<PlanView>({
  id: 'own-improvement-plans',
  title: '自所属の改善計画',
  answers: ['listOwnPlans'],
  scope: 'engagement',
  permission: 'improvement.own.read',
  edit: 'improvement.own.write',
  help: '原因から予算の措置までの欄に書いて戻してください。提出は、画面で内容を確かめてから行います。',
  records: async (context, scope) =>
    (await context.client(improvementContract).listOwnPlans({ engagementId: engagementOf(scope) })).plans,
  key: ({ id }) => id,
  locked: ({ state }) =>
    state === 'issued' || state === 'returned' ? null : '提出した改善計画は、差し戻されるまで変えられません。',
  columns: [
    textColumn('target', '監査の対象', 26, ({ audit }) => audit.targetName, KNOWN),
    textColumn('finding', '指摘事項', 32, ({ finding }) => finding.title, KNOWN),
    textColumn('recommendation', '改善提言', 40, ({ finding }) => finding.recommendation, KNOWN),
    textColumn('cause', FIELD_NAMES.cause, 36, ({ fields }) => fields.cause, { ...edit, maxLength: 4000 }),
    textColumn('measure', FIELD_NAMES.measure, 36, ({ fields }) => fields.measure, { ...edit, maxLength: 4000 }),
    textColumn('shortTerm', FIELD_NAMES.shortTerm, 36, ({ fields }) => fields.shortTerm, { ...edit, maxLength: 4000 }),
    textColumn('longTerm', FIELD_NAMES.longTerm, 36, ({ fields }) => fields.longTerm, { ...edit, maxLength: 4000 }),
    textColumn('responsible', FIELD_NAMES.responsible, 20, ({ fields }) => fields.responsible, {
      ...edit,
      maxLength: 200,
    }),
    dayColumn('due', FIELD_NAMES.due, ({ fields }) => fields.due, edit),
    textColumn('budget', FIELD_NAMES.budget, 26, ({ fields }) => fields.budget, { ...edit, maxLength: 1000 }),
    choiceColumn('state', '状態', 14, PLAN_STATE_NAMES, ({ state }) => state, {
      reason: '状態は画面の操作で変わります。',
    }),
  ],
  change: (context, _scope, { id, version }, values) =>
    context.client(improvementContract).savePlan({
      planId: id,
      version,
      cause: values.text('cause'),
      measure: values.text('measure'),
      shortTerm: values.text('shortTerm'),
      longTerm: values.text('longTerm'),
      responsible: values.text('responsible'),
      due: values.textOrNull('due'),
      budget: values.text('budget'),
    }),
});
