/** Running campaigns: progress, reminders, reopening, closing, hand-over. Clause 9(1)イ【自己点検】-p1. */
import { formatEra } from '../../../core/calendar/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import type { DepartmentProgress } from '../contract/campaigns.ts';
import { facts } from '../facts.ts';
import { isReached, respondentName } from '../rules/respondent.ts';
import { isLate, progressOf } from '../rules/submission.ts';
import {
  type CampaignRow,
  closeStatuses,
  findCampaign,
  insertNotices,
  listCampaigns as storedCampaigns,
  listNotices,
  listStatuses,
  lockCampaign,
  updateCampaign,
  updateStatus,
  findStatus,
} from '../store/campaign-store.ts';
import { mixAll } from '../store/anonymous-store.ts';
import { personNames } from '../store/person-store.ts';
import { listDrafts } from '../store/response-store.ts';
import type { StatusRow } from '../store/tables.ts';
import { countRespondents } from '../store/standing-store.ts';
import { checkVersion, type H, respondentOf, summarise, summaryFrom, summaryOf } from './common.ts';
import { remind } from './reminding.ts';
import { forgetAll } from './respondents.ts';

export const listCampaigns: H<'listCampaigns'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const campaigns = await storedCampaigns(context.tx, engagementId);
  const turnout = await countRespondents(
    context.tx,
    campaigns.map(({ id }) => id),
  );
  return { campaigns: campaigns.map((campaign) => summaryFrom(campaign, turnout.get(campaign.id))) };
};

export const getCampaign: H<'getCampaign'> = async (context, { campaignId }) =>
  summarise(context.tx, await findCampaign(context.tx, campaignId));

export const getProgress: H<'getProgress'> = async (context, { campaignId }) => {
  const campaign = await findCampaign(context.tx, campaignId);
  const statuses = await listStatuses(context.tx, [campaignId]);
  const drafts = await listDrafts(context.tx, [campaignId]);
  const notices = await listNotices(context.tx, campaignId);
  const people = await personNames(context.tx, statuses);
  // Points are results: the contractor gets them with the hand-over.
  const showPoints = context.caller.party !== 'contractor' || campaign.delivered_at !== null;
  const draftOf = new Map(drafts.map((row) => [row.respondent_id, row]));
  const reminders = Map.groupBy(
    notices.filter(({ kind }) => kind === 'reminder'),
    (notice) => notice.respondent_id,
  );
  const rows = statuses.map((status) => {
    const row = progressRow(status, context.today, {
      people,
      draft: draftOf.get(status.respondent_id) ?? null,
      reminders: reminders.get(status.respondent_id)?.length ?? 0,
    });
    return showPoints ? row : { ...row, points: null };
  });
  const bureaus = [...Map.groupBy(rows, ({ bureauName }) => bureauName)].map(([bureauName, group]) => ({
    bureauName,
    departments: group.length,
    answered: group.filter(({ progress }) => progress === 'submitted').length,
    late: group.filter(({ late }) => late).length,
  }));
  // Who of the staff has answered is no matter of the contractor.
  const departments = campaign.unit === 'person' && context.caller.party === 'contractor' ? [] : rows;
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
  if (campaign.anonymous) {
    await mixAll(context.tx, campaignId);
    await forgetAll(context, campaign);
  }
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
  if (campaign.type === 'course-survey')
    facts.record(context, 'course.surveyed', {
      engagementId: campaign.engagement_id,
      subject: campaignId,
      data: { course: campaign.about, answers: summary.answered },
    });
  return summary;
};

export const deliverResults: H<'deliverResults'> = async (context, { campaignId, version }) => {
  const campaign = await lockCampaign(context.tx, campaignId);
  if (campaign.state !== 'closed')
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
  if (campaign.state === 'preparing')
    throw new AppError('state.refused', { message: 'この調査はまだ準備中です。先に調査を始めてください。' });
  if (campaign.state === 'closed')
    throw new AppError('state.refused', { message: 'この調査は既に締め切られています。' });
}
