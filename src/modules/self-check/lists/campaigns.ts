/** Campaigns: a row begins one for all departments, or the preparation of one that persons or affairs answer. */
import { SURVEY_TYPE_LABELS } from '../../../core/content-schema/index.ts';
import {
  choiceColumn,
  dayColumn,
  FIRST,
  FIRST_OPTIONAL,
  numberColumn,
  textColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf } from '../../../kernel/list.ts';
import type { Context } from '../../../kernel/module.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import { type CampaignSummary, selfCheckContract } from '../contract.ts';
import { UNIT_WORDS } from '../labels.ts';

const client = (context: Context) => context.client(selfCheckContract);
const STATES = { preparing: '準備中', open: '実施中', closed: '終了' } as const;
const KEPT = '始めた調査の記載は変えられません。督促、期限の延長及び締切りは、調査の画面から行ってください。';
const NEW = { ...FIRST, reason: KEPT };
const COUNTED = { reason: '回答の状況から数えられます。' };

export const campaignList = editableList<CampaignSummary>({
  id: 'campaigns',
  title: '調査の実施',
  answers: ['listCampaigns'],
  scope: 'engagement',
  permission: 'campaign.read',
  edit: 'campaign.run',
  help: '行を加えると、「所属ごと」の調査は全ての課に届き、「人ごと」「事務ごと」の調査は準備中になります。準備中の調査は、行を除くと取りやめられます。',
  records: async (context, scope) =>
    (await client(context).listCampaigns({ engagementId: engagementOf(scope) })).campaigns,
  key: ({ id }) => id,
  locked: () => KEPT,
  columns: async (context, _scope, campaigns) => [
    choiceColumn(
      'questionnaireId',
      '調査票',
      36,
      await formChoices(context, campaigns),
      (it) => it.questionnaireId,
      NEW,
    ),
    textColumn('title', '調査', 44, (it) => it.title, { ...FIRST_OPTIONAL, reason: KEPT, maxLength: 200 }),
    choiceColumn('type', '種類', 14, SURVEY_TYPE_LABELS, (it) => it.type, { reason: '種類は調査票で決まります。' }),
    numberColumn('fiscalYear', '年度', 8, (it) => it.fiscalYear, { reason: '年度は調査票で決まります。' }),
    choiceColumn('unit', '回答の単位', 12, UNIT_WORDS, (it) => it.unit, NEW),
    dayColumn('opens', '始まり', (it) => it.opens, NEW),
    dayColumn('due', '期限', (it) => it.due, NEW),
    textColumn('message', '依頼の文', 40, (it) => it.message, { ...FIRST_OPTIONAL, reason: KEPT, maxLength: 2000 }),
    choiceColumn('state', '状態', 12, STATES, (it) => it.state, { reason: KEPT }),
    numberColumn('departments', '対象の数', 10, (it) => it.departments, COUNTED),
    numberColumn('answered', '回答の数', 10, (it) => it.answered, COUNTED),
  ],
  add: (context, scope, values) => {
    const unit = values.one('unit', UNIT_WORDS);
    const title = values.text('title');
    const common = {
      engagementId: engagementOf(scope),
      questionnaireId: values.text('questionnaireId'),
      opens: values.text('opens'),
      due: values.text('due'),
      message: values.text('message'),
      ...(title === '' ? {} : { title }),
    };
    return unit === 'department'
      ? client(context).openCampaign({ ...common, departments: 'all' })
      : client(context).prepareCampaign({ ...common, unit });
  },
  remove: (context, _scope, { id: campaignId, version }) => client(context).dropCampaign({ campaignId, version }),
});

/** Published forms, and those that the campaigns of the list use. */
async function formChoices(context: Context, campaigns: readonly CampaignSummary[]) {
  const used = new Set(campaigns.map(({ questionnaireId }) => questionnaireId));
  const { questionnaires } = await context.client(questionnaireContract).listQuestionnaires({});
  return questionnaires
    .filter(({ id, state }) => state === 'published' || used.has(id))
    .map(({ id, title, edition, number }) => ({ value: id, label: `${title}　${edition}　第${number}版` }));
}
