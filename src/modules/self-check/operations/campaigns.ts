/** Running campaigns: opening, progress, reminders, reopening, closing, hand-over. Clause 9(1)イ【自己点検】-p1. */
import { formatEra } from '../../../core/calendar/index.ts';
import { meaningOf, questionnaireItems } from '../../../core/content-schema/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import type { DepartmentProgress } from '../contract/campaigns.ts';
import { facts } from '../facts.ts';
import { isReached, respondentName } from '../rules/respondent.ts';
import { isLate, progressOf, reminderTime } from '../rules/submission.ts';
import {
  type CampaignRow,
  closeStatuses,
  findCampaign,
  insertCampaign,
  insertNotices,
  listCampaigns as storedCampaigns,
  listNotices,
  listStatuses,
  lockCampaign,
  updateCampaign,
  updateStatus,
  findStatus,
} from '../store/campaign-store.ts';
import { personNames } from '../store/person-store.ts';
import { listDrafts } from '../store/response-store.ts';
import type { StatusRow } from '../store/tables.ts';
import { type H, respondentOf, summarise, summaryOf } from './common.ts';
import { remind, REMINDER_JOB } from './reminding.ts';

export const listCampaigns: H<'listCampaigns'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const campaigns = await storedCampaigns(context.tx, engagementId);
  const statuses = await listStatuses(
    context.tx,
    campaigns.map(({ id }) => id),
  );
  return { campaigns: campaigns.map((campaign) => summaryOf(campaign, statuses)) };
};

export const getProgress: H<'getProgress'> = async (context, { campaignId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  const statuses = await listStatuses(context.tx, [campaignId]);
  const drafts = await listDrafts(context.tx, [campaignId]);
  const notices = await listNotices(context.tx, campaignId);
  const people = await personNames(context.tx, statuses);
  // Points are results: the contractor gets them with the hand-over.
  const showPoints = context.caller.party !== 'contractor' || campaign.delivered_at !== null;
  const departments = statuses.map((status) => {
    const draft = drafts.find((row) => row.respondent_id === status.respondent_id);
    const own = notices.filter((notice) => notice.respondent_id === status.respondent_id);
    const row = progressRow(status, context.today, {
      people,
      draft: draft ?? null,
      reminders: own.filter(({ kind }) => kind === 'reminder').length,
    });
    return showPoints ? row : { ...row, points: null };
  });
  const bureaus = [...Map.groupBy(departments, ({ bureauName }) => bureauName)].map(([bureauName, group]) => ({
    bureauName,
    departments: group.length,
    answered: group.filter(({ progress }) => progress === 'submitted').length,
    late: group.filter(({ late }) => late).length,
  }));
  return { today: context.today, campaign: summaryOf(campaign, statuses), bureaus, departments };
};

function progressRow(
  status: StatusRow,
  today: string,
  extra: {
    readonly people: ReadonlyMap<string, string>;
    readonly draft: { readonly base_revision: number; readonly saved_at: Date } | null;
    readonly reminders: number;
  },
): DepartmentProgress {
  return {
    respondentId: status.respondent_id,
    respondentName: respondentName(status, extra.people),
    departmentId: status.department_id,
    departmentName: status.department_name,
    bureauId: status.bureau_id,
    bureauName: status.bureau_name,
    progress: progressOf(status, extra.draft?.base_revision ?? null),
    due: status.due,
    late: isLate(status, today),
    revision: status.revision,
    points: status.state === 'submitted' ? status.points : null,
    submittedAt: status.submitted_at?.toISOString() ?? null,
    draftSavedAt: extra.draft?.saved_at.toISOString() ?? null,
    proxy: status.proxy,
    channel: status.revision === 0 ? null : status.channel,
    reminders: extra.reminders,
    delegateId: status.delegate_id,
  };
}

export const openCampaign: H<'openCampaign'> = async (context, input) => {
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
  const running = await storedCampaigns(context.tx, engagementId);
  if (
    meaningOf(questionnaire.type).single &&
    running.some((campaign) => campaign.type === questionnaire.type && campaign.state === 'open')
  )
    throw new AppError('state.refused', {
      message: '同じ種類の調査が受付中です。受付中の調査を締め切ってから始めてください。',
    });
  const departments = await reachedDepartments(context, input.departments, opens);
  const campaign = {
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
    grace_minutes: input.graceMinutes,
    smallest_group: input.smallestGroup,
    about: input.about,
    state: 'open' as const,
    created_at: context.now.toISOString(),
  };
  await insertCampaign(
    context.tx,
    campaign,
    departments.map((department) => ({
      respondent_id: department.id,
      kind: 'department' as const,
      department_id: department.id,
      department_name: department.name,
      bureau_id: department.bureauId,
      bureau_name: department.bureauName ?? '局なし',
      due,
    })),
  );
  facts.record(context, 'campaign.opened', {
    engagementId,
    subject: campaign.id,
    data: {
      type: questionnaire.type,
      departments: departments.map(({ id }) => id),
      bureaus: new Set(departments.flatMap(({ bureauId }) => bureauId ?? [])).size,
      items: questionnaireItems(questionnaire.form).length,
      questionnaire: questionnaire.id,
      fiscalYear: questionnaire.fiscalYear,
      due,
    },
  });
  await scheduleReminder(context, campaign.id, due);
  return summarise(context.tx, await findCampaign(context.tx, campaign.id));
};

/** Sections that exist on the opening day: all that belong to a bureau, or the named ones. */
async function reachedDepartments(context: Context, wanted: 'all' | readonly string[], opens: string) {
  const { departments } = await context.client(peopleContract).listDepartments({ asOf: opens });
  if (wanted === 'all') {
    const sections = departments.filter(({ bureauId }) => bureauId !== null);
    if (sections.length === 0)
      throw new AppError('state.refused', {
        message: '局に属する課が登録されていません。先にシステム管理者が組織を登録してください。',
      });
    return sections;
  }
  const chosen = departments.filter(({ id }) => wanted.includes(id));
  if (chosen.length !== new Set(wanted).size)
    throw fieldError('departments', '受付の開始日に存在しない所属が含まれています。所属を選び直してください。');
  return chosen;
}

/** Jobs run by the real clock, also for a municipality that lives in another time. */
async function scheduleReminder(context: Context, campaignId: string, due: string): Promise<void> {
  const runAt = reminderTime(due);
  if (runAt <= context.now) return;
  runAt.setTime(runAt.getTime() - context.caller.clockOffset);
  await context.jobs.add({ kind: REMINDER_JOB, payload: { campaignId }, runAt, dedupeKey: campaignId });
}

export const remindLate: H<'remindLate'> = async (context, { campaignId, departments, message }) => {
  const campaign = await lockCampaign(context.tx, campaignId);
  const reminded = await remind(context, campaign, { departments: departments ?? null, message });
  const people = await personNames(context.tx, reminded);
  const { accounts } = await context.client(peopleContract).listAccounts({});
  return {
    reminded: reminded.map((status) => ({
      respondentId: status.respondent_id,
      respondentName: respondentName(status, people),
      departmentId: status.department_id,
      departmentName: status.department_name,
      people: accounts
        .filter((account) => isReached(status, account))
        .map(({ id, displayName }) => ({ accountId: id, displayName })),
    })),
  };
};

export const reopenResponse: H<'reopenResponse'> = async (context, { campaignId, due, reason, ...key }) => {
  const respondentId = respondentOf(key);
  const campaign = await lockCampaign(context.tx, campaignId);
  checkOpen(campaign);
  const status = await findStatus(context.tx, campaignId, respondentId, true);
  if (campaign.anonymous)
    throw new AppError('state.refused', {
      message: '匿名の調査では、誰の回答か分からないため、提出済みの回答を再開できません。',
    });
  if (due < context.today) throw fieldError('due', '新しい期限は今日以後の日付にしてください。');
  if (status.state !== 'submitted' && due <= status.due)
    throw fieldError('due', `今の期限（${formatEra(status.due)}）より後の日付にしてください。`);
  const reopened = await updateStatus(context.tx, campaignId, respondentId, {
    due,
    state: status.revision === 0 ? 'waiting' : 'reopened',
  });
  await insertNotices(context.tx, [
    {
      id: context.newId(),
      campaign_id: campaignId,
      respondent_id: respondentId,
      kind: 'reopened',
      message: reason,
      created_at: context.now.toISOString(),
    },
  ]);
  facts.record(context, 'response.reopened', {
    engagementId: campaign.engagement_id,
    subject: `${campaignId}:${respondentId}`,
    data: {
      campaign: campaignId,
      department: status.department_id,
      ...(status.kind === 'department' ? {} : { respondent: respondentId }),
      due,
      revision: status.revision,
    },
  });
  const notices = await listNotices(context.tx, campaignId, respondentId);
  return progressRow(reopened, context.today, {
    people: await personNames(context.tx, [reopened]),
    draft: null,
    reminders: notices.filter(({ kind }) => kind === 'reminder').length,
  });
};

export const closeCampaign: H<'closeCampaign'> = async (context, { campaignId, version }) => {
  const campaign = await lockCampaign(context.tx, campaignId);
  checkOpen(campaign);
  await checkVersion(context, campaign, version);
  const statuses = await closeStatuses(context.tx, campaignId);
  const closed = await updateCampaign(context.tx, campaignId, {
    state: 'closed',
    closed_at: context.now.toISOString(),
  });
  const summary = summaryOf(closed, statuses);
  facts.record(context, 'campaign.closed', {
    engagementId: campaign.engagement_id,
    subject: campaignId,
    data: { type: campaign.type, answered: summary.answered, departments: summary.departments },
  });
  return summary;
};

export const deliverResults: H<'deliverResults'> = async (context, { campaignId, version }) => {
  const campaign = await lockCampaign(context.tx, campaignId);
  if (campaign.state === 'open')
    throw new AppError('state.refused', {
      message: '受付中の調査の結果は引き渡せません。先に情報セキュリティ担当課が受付を締め切ってください。',
    });
  if (campaign.delivered_at !== null)
    throw new AppError('state.refused', { message: 'この調査の結果は、既に受託者に引き渡しています。' });
  await checkVersion(context, campaign, version);
  const delivered = await updateCampaign(context.tx, campaignId, { delivered_at: context.now.toISOString() });
  const summary = await summarise(context.tx, delivered);
  facts.record(context, 'survey.delivered', {
    engagementId: campaign.engagement_id,
    subject: campaignId,
    data: { type: campaign.type, answered: summary.answered },
  });
  return summary;
};

function checkOpen(campaign: CampaignRow): void {
  if (campaign.state === 'closed')
    throw new AppError('state.refused', { message: 'この調査は既に締め切られています。' });
}

async function checkVersion(context: Context, campaign: CampaignRow, version: number): Promise<void> {
  if (campaign.version !== version)
    throw new AppError('record.stale', { current: await summarise(context.tx, campaign) });
}
