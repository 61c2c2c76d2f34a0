/** Targets as a spreadsheet: proposed, changed and taken back in by the operations that the page calls. */
import { TARGET_KINDS } from '../../../core/programme/words.ts';
import type { ListChoice } from '../../../core/exchange/index.ts';
import { editableList, engagementOf, subjectOf, type ValueReader } from '../../../kernel/list.ts';
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  flagColumn,
  numberColumn,
  textColumn,
  textsColumn,
} from '../../../kernel/list-columns.ts';
import type { Context, ListScope } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import { auditPlanContract, type TargetView } from '../contract.ts';
import { TARGET_STATE_NAMES } from '../labels.ts';

/** Departments that exist today, as choices. */
export async function departmentChoices(context: Context): Promise<readonly ListChoice[]> {
  const { departments } = await context.client(peopleContract).listDepartments({});
  return departments.map(({ id, name, bureauName }) => ({
    value: id,
    label: bureauName === null ? name : `${bureauName} ${name}`,
  }));
}

export const perProgramme = {
  title: '監査の手順',
  subjects: async (context: Context, engagementId: string | null) => {
    const scope = { engagementId, subject: null };
    const { programmes } = await context
      .client(auditPlanContract)
      .listProgrammes({ engagementId: engagementOf(scope) });
    return programmes.filter(({ retired }) => !retired).map(({ id, title }) => ({ id, title }));
  },
};

const edit = { edit: 'always' } as const;

function fieldsOf(values: ValueReader) {
  return {
    kind: values.one('kind', TARGET_KINDS),
    name: values.text('name'),
    departmentIds: values.texts('departmentIds'),
    affair: values.text('affair'),
    system: values.text('system'),
    url: values.text('url'),
    vendor: values.text('vendor'),
    route: values.text('route'),
    systems: values.texts('systems'),
    segment: values.text('segment'),
    place: values.text('place'),
    contractorHandles: values.flag('contractorHandles'),
    externalService: values.flag('externalService'),
    myNumber: values.flag('myNumber'),
    procedure: values.flag('procedure'),
    reason: values.text('reason'),
    minutes: values.number('minutes'),
  };
}

export const targetList = editableList<TargetView>({
  id: 'audit-targets',
  title: '監査の対象',
  answers: ['listTargets'],
  scope: 'engagement',
  permission: 'audit-plan.read',
  edit: 'audit-plan.work',
  help: '行を加えると、対象の提案になります。決定と取下げは画面で行います。',
  per: perProgramme,
  records: async (context, scope) =>
    (
      await context
        .client(auditPlanContract)
        .listTargets({ engagementId: engagementOf(scope), programmeId: subjectOf(scope) })
    ).targets,
  key: ({ id }) => id,
  locked: ({ state }) =>
    state === 'withdrawn'
      ? '取り下げた対象は変えられません。'
      : state === 'handed-over'
        ? '監査が始まっているため、変えられません。'
        : null,
  columns: async (context: Context, _scope: ListScope) => {
    const departments = await departmentChoices(context);
    return [
      choiceColumn('state', '状態', 12, TARGET_STATE_NAMES, ({ state }) => state, {
        reason: '状態は画面の操作で変わります。',
      }),
      choiceColumn('kind', '種類', 14, TARGET_KINDS, ({ kind }) => kind, { ...edit, required: true }),
      textColumn('name', '対象', 30, ({ name }) => name, { ...edit, required: true, maxLength: 200 }),
      choicesColumn('departmentIds', '所属', 36, departments, ({ departmentIds }) => departmentIds, {
        ...edit,
        required: true,
      }),
      numberColumn('minutes', '時間（分）', 10, ({ minutes }) => minutes, {
        ...edit,
        required: true,
        min: 5,
        max: 1440,
      }),
      textColumn('affair', '事務', 24, ({ affair }) => affair, { ...edit, maxLength: 200 }),
      textColumn('system', '情報システム', 24, ({ system }) => system, { ...edit, maxLength: 200 }),
      textColumn('segment', 'ネットワークの区分', 20, ({ segment }) => segment, { ...edit, maxLength: 200 }),
      textColumn('url', 'アドレス', 30, ({ url }) => url, { ...edit, maxLength: 500 }),
      textColumn('vendor', '事業者', 20, ({ vendor }) => vendor, { ...edit, maxLength: 200 }),
      textColumn('route', '接続の経路', 24, ({ route }) => route, { ...edit, maxLength: 200 }),
      textsColumn('systems', '接続できるシステム', 24, ({ systems }) => systems, edit),
      textColumn('place', '場所', 20, ({ place }) => place, { ...edit, maxLength: 200 }),
      flagColumn('contractorHandles', '委託先の取扱い', 12, (one) => one.contractorHandles, edit),
      flagColumn('externalService', '外部サービス', 12, (one) => one.externalService, edit),
      flagColumn('myNumber', '特定個人情報', 12, (one) => one.myNumber, edit),
      flagColumn('procedure', '個別実施手順', 12, (one) => one.procedure, edit),
      textColumn('reason', '選んだ理由', 36, ({ reason }) => reason, { ...edit, maxLength: 2000 }),
      dayColumn('plannedOn', '予定の日', ({ plannedOn }) => plannedOn, { reason: '予定の日は日程表から決まります。' }),
    ];
  },
  add: (context, scope, values) =>
    context.client(auditPlanContract).addTarget({ programmeId: subjectOf(scope), ...fieldsOf(values) }),
  change: (context, _scope, { id, version }, values) =>
    context.client(auditPlanContract).changeTarget({ targetId: id, version, ...fieldsOf(values) }),
});
