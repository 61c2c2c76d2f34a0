/** Whom a campaign asks, as lists that come back: the staff list of a campaign, the affairs of the year. */
import { choiceColumn, EDITABLE, REQUIRED, textColumn } from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, subjectOf, type ValueReader } from '../../../kernel/list.ts';
import type { Context, ListScope } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import { type Affair, type ListedRespondent, selfCheckContract } from '../contract.ts';
import { AFFAIR_WORDS } from '../labels.ts';
import { segmentsOf } from '../operations/respondents.ts';

const client = (context: Context) => context.client(selfCheckContract);

/** Departments as choices: bureau and section, so that sections of one name are told apart. */
async function departmentChoices(context: Context) {
  const { departments } = await context.client(peopleContract).listDepartments({});
  return departments.map(({ id, name, bureauName }) => ({
    value: id,
    label: [bureauName ?? '', name].join(' ').trim(),
  }));
}

const personOf = (scope: ListScope, values: ValueReader) => ({
  campaignId: subjectOf(scope),
  staffNumber: values.textOrNull('staffNumber'),
  name: values.text('name'),
  departmentId: values.text('departmentId'),
  segment: values.textOrNull('segment') ?? '',
});

export const personList = editableList<ListedRespondent>({
  id: 'respondents',
  title: '調査の対象者名簿',
  answers: ['listRespondents'],
  scope: 'engagement',
  permission: 'campaign.run',
  edit: 'campaign.run',
  help: '一行に一人を書きます。調査に要るのは職員番号、氏名、所属及び区分だけです。ほかの個人情報は書かないでください。',
  per: {
    title: '人ごとに答える調査',
    subjects: async (context, engagementId) =>
      engagementId === null
        ? []
        : (await client(context).listCampaigns({ engagementId })).campaigns
            .filter(({ unit, state }) => unit === 'person' && state !== 'closed')
            .map(({ id, title }) => ({ id, title })),
  },
  records: async (context, scope) =>
    (await client(context).listRespondents({ campaignId: subjectOf(scope) })).respondents,
  key: ({ respondentId }) => respondentId,
  columns: async (context, scope) => {
    const { campaigns } = await client(context).listCampaigns({ engagementId: engagementOf(scope) });
    const campaign = campaigns.find(({ id }) => id === scope.subject);
    const form =
      campaign === undefined
        ? null
        : (await context.client(questionnaireContract).getQuestionnaire({ questionnaireId: campaign.questionnaireId }))
            .form;
    const segments = form === null ? [] : segmentsOf(form);
    return [
      textColumn('staffNumber', '職員番号', 14, (it) => it.staffNumber, { ...EDITABLE, maxLength: 20 }),
      textColumn('name', '氏名', 20, (it) => it.name, { ...REQUIRED, maxLength: 100 }),
      choiceColumn('departmentId', '所属', 30, await departmentChoices(context), (it) => it.departmentId, REQUIRED),
      choiceColumn(
        'segment',
        '区分',
        18,
        segments.map(({ value, label }) => ({ value, label })),
        (it) => (it.segment === '' ? null : it.segment),
        EDITABLE,
      ),
    ];
  },
  locked: ({ progress }) => (progress === 'submitted' ? '回答を終えた人は直せません。' : null),
  add: (context, scope, values) => client(context).saveRespondent(personOf(scope, values)),
  change: (context, scope, { respondentId, version }, values) =>
    client(context).saveRespondent({ ...personOf(scope, values), respondentId, version }),
  remove: (context, scope, { respondentId }) =>
    client(context).removeRespondent({ campaignId: subjectOf(scope), respondentId }),
});

const affairOf = (scope: ListScope, values: ValueReader) => ({
  engagementId: engagementOf(scope),
  name: values.text('name'),
  kind: values.one('kind', AFFAIR_WORDS),
  departmentId: values.text('departmentId'),
});

export const affairList = editableList<Affair>({
  id: 'affairs',
  title: '事務の一覧',
  answers: ['listAffairs'],
  scope: 'engagement',
  permission: 'campaign.read',
  edit: 'campaign.run',
  help: '一行に一つの事務を書きます。同じ事務を二つの所属で行うときは、所属ごとに一行とします。',
  records: async (context, scope) => (await client(context).listAffairs({ engagementId: engagementOf(scope) })).affairs,
  key: ({ affairId }) => affairId,
  columns: async (context) => [
    textColumn('name', '事務の名称', 36, (it) => it.name, { ...REQUIRED, maxLength: 100 }),
    choiceColumn('kind', '種類', 16, AFFAIR_WORDS, (it) => it.kind, REQUIRED),
    choiceColumn('departmentId', '所属', 30, await departmentChoices(context), (it) => it.departmentId, REQUIRED),
  ],
  add: (context, scope, values) => client(context).saveAffair(affairOf(scope, values)),
  change: (context, scope, { affairId, version }, values) =>
    client(context).saveAffair({ ...affairOf(scope, values), affairId, version }),
  remove: (context, _scope, { affairId }) => client(context).removeAffair({ affairId }),
});
