/** Beginning campaigns: at once for departments, after a preparation for persons and affairs. Clause 9(1)イ【自己点検】-p1. */
import { type FormItem, meaningOf, questionnaireItems } from '../../../core/content-schema/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import { facts } from '../facts.ts';
import { askedSections, NO_BUREAU } from '../rules/bureaus.ts';
import { groupsOf } from '../rules/groups.ts';
import { reminderTime } from '../rules/submission.ts';
import {
  type Campaign,
  deleteCampaign,
  findCampaign,
  insertCampaign,
  listCampaigns,
  listStatuses,
  lockCampaign,
  setGroups,
  updateCampaign,
} from '../store/campaign-store.ts';
import type { StatusRow, Unit } from '../store/tables.ts';
import { checkVersion, type H, summarise } from './common.ts';
import { REMINDER_JOB } from './reminding.ts';

interface Opening {
  readonly engagementId: string;
  readonly questionnaireId: string;
  readonly opens: string;
  readonly due: string;
  readonly title?: string | undefined;
  readonly message: string;
  readonly requiresApproval: boolean;
  readonly graceMinutes: number;
  readonly smallestGroup: number;
  readonly about: string;
}

export const openCampaign: H<'openCampaign'> = async (context, input) => {
  const campaign = await newCampaign(context, input, { unit: 'department', anonymous: false, state: 'open' });
  const departments = await reachedDepartments(context, input.departments, input.opens);
  await insertCampaign(
    context.tx,
    campaign,
    departments.map((department) => ({
      respondent_id: department.id,
      kind: 'department' as const,
      department_id: department.id,
      department_name: department.name,
      bureau_id: department.bureauId,
      bureau_name: department.bureauName ?? NO_BUREAU,
      due: input.due,
    })),
  );
  return begin(context, campaign.id);
};

export const prepareCampaign: H<'prepareCampaign'> = async (context, input) => {
  const { unit, anonymous } = input;
  if (anonymous && unit !== 'person') throw fieldError('anonymous', '匿名にできるのは、人ごとに答える調査だけです。');
  if (anonymous && input.requiresApproval)
    throw fieldError('requiresApproval', '匿名の調査では、所属長の承認を求められません。');
  const campaign = await newCampaign(context, input, { unit, anonymous, state: 'preparing' });
  await insertCampaign(context.tx, campaign, []);
  return summarise(context.tx, await findCampaign(context.tx, campaign.id));
};

export const startCampaign: H<'startCampaign'> = async (context, { campaignId, version }) => {
  const { tx } = context;
  const row = await lockCampaign(tx, campaignId);
  checkPreparing(row);
  await checkVersion(context, row, version);
  const campaign = await findCampaign(tx, campaignId);
  const statuses = await listStatuses(tx, [campaignId]);
  if (statuses.length === 0)
    throw new AppError('state.refused', {
      message: '対象者がまだ一人もいません。対象者又は事務を加えてから始めてください。',
    });
  if (campaign.due < context.today)
    throw new AppError('state.refused', {
      message: '提出期限が過ぎています。準備を取りやめ、新しい期限で準備し直してください。',
    });
  await refuseSecond(context, campaign.engagement_id, campaign.type);
  checkFiles(campaign, statuses);
  if (campaign.anonymous) await formGroups(context, campaign, statuses);
  await updateCampaign(tx, campaignId, { state: 'open' });
  return begin(context, campaignId);
};

export const dropCampaign: H<'dropCampaign'> = async (context, { campaignId, version }) => {
  const campaign = await lockCampaign(context.tx, campaignId);
  checkPreparing(campaign);
  await checkVersion(context, campaign, version);
  await deleteCampaign(context.tx, campaignId);
  return OK;
};

export function checkPreparing({ state }: { readonly state: string }): void {
  if (state !== 'preparing')
    throw new AppError('state.refused', { message: 'この調査は既に始まっています。画面を開き直してください。' });
}

/** Links open without a sign-in, and answers without a name must not bring a file with its author. */
function checkFiles(campaign: Campaign, statuses: readonly StatusRow[]): void {
  const asked = questionnaireItems(campaign.form).filter(({ type }: FormItem) => type === 'file');
  const linked =
    campaign.anonymous || statuses.some(({ kind, account_id: account }) => kind === 'person' && account === null);
  if (asked.length > 0 && linked)
    throw new AppError('state.refused', {
      message: `ファイルを添付する設問（${asked.map(({ number }) => `問${number}`).join('、')}）は、リンクや匿名で答える調査では使えません。調査票から除いた版を公開し、準備し直してください。`,
    });
}

/** Fixes under which part of the municipality each anonymous answer will be counted. */
async function formGroups(context: Context, campaign: Campaign, statuses: readonly StatusRow[]): Promise<void> {
  const people = new Map<string, number>();
  for (const { bureau_name: name } of statuses) people.set(name, (people.get(name) ?? 0) + 1);
  await setGroups(context.tx, campaign.id, groupsOf(people, campaign.smallest_group));
}

/** What holds for every campaign before anybody is asked. */
async function newCampaign(
  context: Context,
  input: Opening,
  kind: { readonly unit: Unit; readonly anonymous: boolean; readonly state: 'open' | 'preparing' },
) {
  const { engagementId, opens, due } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  const questionnaire = await context
    .client(questionnaireContract)
    .getQuestionnaire({ questionnaireId: input.questionnaireId });
  if (questionnaire.state !== 'published')
    throw new AppError('state.refused', {
      message: '作成中の調査票では始められません。先に調査票を公開してください。',
    });
  if (opens < context.today) throw fieldError('opens', '受付の開始日は今日以後の日付にしてください。');
  if (due < opens) throw fieldError('due', '提出期限は受付の開始日以後の日付にしてください。');
  const meaning = meaningOf(questionnaire.type);
  if (!meaning.units.includes(kind.unit))
    throw fieldError('unit', `${meaning.label}は、この単位では行えません。回答の単位を選び直してください。`);
  if (meaning.about !== null && input.about.trim() === '')
    throw fieldError('about', `${meaning.label}では、${meaning.about}を入力してください。`);
  await refuseSecond(context, engagementId, questionnaire.type);
  return {
    id: context.newId(),
    engagement_id: engagementId,
    type: questionnaire.type,
    questionnaire_id: questionnaire.id,
    form: questionnaire.form,
    title: input.title ?? questionnaire.title,
    message: input.message,
    fiscal_year: questionnaire.fiscalYear,
    opens,
    due,
    requires_approval: input.requiresApproval,
    unit: kind.unit,
    anonymous: kind.anonymous,
    grace_minutes: input.graceMinutes,
    smallest_group: input.smallestGroup,
    about: input.about.trim(),
    state: kind.state,
    created_at: context.now.toISOString(),
  };
}

async function refuseSecond(context: Context, engagementId: string, type: Campaign['type']): Promise<void> {
  const running = await listCampaigns(context.tx, engagementId);
  if (meaningOf(type).single && running.some((campaign) => campaign.type === type && campaign.state === 'open'))
    throw new AppError('state.refused', {
      message: '同じ種類の調査が受付中です。受付中の調査を締め切ってから始めてください。',
    });
}

/** Sections that exist on the opening day: all that belong to a bureau, or the named ones. */
export async function reachedDepartments(context: Context, wanted: 'all' | readonly string[], opens: string) {
  const { departments } = await context.client(peopleContract).listDepartments({ asOf: opens });
  if (wanted === 'all') {
    const sections = [...askedSections(departments)];
    if (sections.length === 0)
      throw new AppError('state.refused', {
        message: '課が登録されていません。先にシステム管理者が組織を登録してください。',
      });
    return sections;
  }
  const chosen = departments.filter(({ id }) => wanted.includes(id));
  if (chosen.length !== new Set(wanted).size)
    throw fieldError('departments', '受付の開始日に存在しない所属が含まれています。所属を選び直してください。');
  return chosen;
}

/** The record of the opening, and the reminder before the due day. */
async function begin(context: Context, campaignId: string) {
  const campaign = await findCampaign(context.tx, campaignId);
  const statuses = await listStatuses(context.tx, [campaignId]);
  facts.record(context, 'campaign.opened', {
    engagementId: campaign.engagement_id,
    subject: campaignId,
    data: {
      type: campaign.type,
      departments: [...new Set(statuses.map((status) => status.department_id))],
      bureaus: new Set(statuses.flatMap((status) => status.bureau_id ?? [])).size,
      items: questionnaireItems(campaign.form).length,
      ...(campaign.unit === 'department' ? {} : { unit: campaign.unit, respondents: statuses.length }),
      ...(campaign.anonymous ? { anonymous: true } : {}),
      questionnaire: campaign.questionnaire_id,
      fiscalYear: campaign.fiscal_year,
      due: campaign.due,
    },
  });
  await scheduleReminder(context, campaignId, campaign.due);
  return summarise(context.tx, campaign);
}

/** Jobs run by the real clock, also for a municipality that lives in another time. */
async function scheduleReminder(context: Context, campaignId: string, due: string): Promise<void> {
  const runAt = reminderTime(due);
  if (runAt <= context.now) return;
  runAt.setTime(runAt.getTime() - context.caller.clockOffset);
  await context.jobs.add({ kind: REMINDER_JOB, payload: { campaignId }, runAt, dedupeKey: campaignId });
}
