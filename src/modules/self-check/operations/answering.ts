/** Sheets of a department: reading, drafts, approval by the head. */
import { type AnswerSheet, segmentsOf, validateSheet } from '../../../core/assessment/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { OwnSheet, Receipt, Sheet } from '../contract/answering.ts';
import { facts } from '../facts.ts';
import { mayAnswer, respondentName } from '../rules/respondent.ts';
import { asFields, dayInTime, fileIdsIn, isLate, progressOf, refusalNow, unknownFiles } from '../rules/submission.ts';
import {
  type Campaign,
  type CampaignRow,
  findCampaign,
  findStatus,
  insertNotices,
  listCampaigns,
  listNotices,
  listStatusesOf,
  updateStatus,
} from '../store/campaign-store.ts';
import { listAllAffairs } from '../store/affair-store.ts';
import { listAnswerFiles } from '../store/answer-files.ts';
import { layoutName } from '../store/known-forms.ts';
import { countedIn } from '../rules/tally.ts';
import { listDelegations, listPeople, personNames } from '../store/person-store.ts';
import { findDraft, listDrafts, revisionsOf, saveDraft as storeDraft } from '../store/response-store.ts';
import type { StatusRow } from '../store/tables.ts';
import { shownFiles } from './answer-files.ts';
import { previousAnswers } from './receiving.ts';
import { checkMayWrite, checkOwnDepartment, framesOf, type H, respondentOf } from './common.ts';

function ownSheetOf(
  campaign: CampaignRow,
  status: StatusRow,
  {
    draftBase,
    notices,
    today,
    people,
  }: {
    readonly draftBase: number | null;
    readonly notices: number;
    readonly today: string;
    readonly people: ReadonlyMap<string, string>;
  },
): OwnSheet {
  return {
    campaignId: campaign.id,
    engagementId: campaign.engagement_id,
    respondentId: status.respondent_id,
    respondentName: respondentName(status, people),
    unit: status.kind,
    anonymous: campaign.anonymous,
    departmentId: status.department_id,
    departmentName: status.department_name,
    type: campaign.type,
    title: campaign.title,
    opens: campaign.opens,
    due: status.due,
    progress: progressOf(status, draftBase),
    late: !status.closed && isLate(status, today),
    closed: status.closed,
    notices,
  };
}

export const listOwnSheets: H<'listOwnSheets'> = async (context) => {
  const { tx, caller, today } = context;
  const statuses = await listStatusesOf(tx, caller);
  const campaigns = new Map((await listCampaigns(tx)).map((campaign) => [campaign.id, campaign]));
  const drafts = await listDrafts(tx, [...new Set(statuses.map((status) => status.campaign_id))]);
  const people = await personNames(tx, statuses);
  const sheets: OwnSheet[] = [];
  for (const status of statuses) {
    const campaign = campaigns.get(status.campaign_id);
    if (campaign === undefined || campaign.state === 'preparing') continue;
    const draft = drafts.find(
      (row) => row.campaign_id === status.campaign_id && row.respondent_id === status.respondent_id,
    );
    const notices = await listNotices(tx, campaign.id, status.respondent_id);
    sheets.push(
      ownSheetOf(campaign, status, { draftBase: draft?.base_revision ?? null, notices: notices.length, today, people }),
    );
  }
  return { today, sheets: sheets.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)) };
};

export const getSheet: H<'getSheet'> = async (context, { campaignId, ...key }) => {
  const respondentId = respondentOf(key);
  const status = await findStatus(context.tx, campaignId, respondentId);
  checkMayWrite(context, status);
  const campaign = await findCampaign(context.tx, campaignId);
  if (campaign.state === 'preparing')
    throw new AppError('state.refused', { message: 'この調査はまだ準備中です。始まるまで待ってください。' });
  return sheetOf(context, campaign, status, mayAnswer(status, context.caller));
};

/** A sheet with what was typed or handed in so far. @param own false for whoever looks after it for somebody else */
export async function sheetOf(
  work: Pick<Context, 'tx' | 'today' | 'now' | 'namesOf'>,
  campaign: Campaign,
  status: StatusRow,
  own: boolean,
): Promise<Sheet> {
  const { tx, today, now } = work;
  const { id: campaignId } = campaign;
  const { respondent_id: respondentId } = status;
  const draft = await findDraft(tx, campaignId, respondentId);
  const current = draft !== null && draft.base_revision === status.revision ? draft : null;
  const [latest] = status.revision > 0 ? await revisionsOf(tx, campaignId, respondentId) : [];
  const inTime = dayInTime(now, campaign.grace_minutes);
  const refusal = refusalNow(status, { opens: campaign.opens, today, dayInTime: inTime, own: true });
  const notices = await listNotices(tx, campaignId, respondentId);
  return {
    campaignId,
    engagementId: campaign.engagement_id,
    respondentId,
    respondentName: respondentName(status, await personNames(tx, [status])),
    unit: status.kind,
    departmentId: status.department_id,
    departmentName: status.department_name,
    type: campaign.type,
    anonymous: campaign.anonymous,
    title: campaign.title,
    message: campaign.message,
    opens: campaign.opens,
    due: status.due,
    progress: progressOf(status, current?.base_revision ?? null),
    requiresApproval: campaign.requires_approval,
    own,
    refusal: refusal !== null && 'message' in refusal ? refusal.message : null,
    revision: status.revision,
    draftVersion: draft?.version ?? 0,
    answers: current?.answers ?? latest?.answers ?? (await begun(tx, campaign, status)),
    source: current !== null ? 'draft' : latest !== undefined ? 'submission' : 'none',
    draftSavedAt: current?.saved_at.toISOString() ?? null,
    submittedAt: status.submitted_at?.toISOString() ?? null,
    form: campaign.form,
    files: shownFiles(await listAnswerFiles(tx, [{ tenantId: tx.tenantId, campaignId, respondentId }])),
    previous: await previousAnswers(tx, campaign, respondentId),
    delegations: await passings(work, status),
    notices: notices.map((row) => ({
      id: row.id,
      kind: row.kind,
      message: row.message,
      at: row.created_at.toISOString(),
    })),
  };
}

/** An empty sheet; a person whose segment the list names, and an affair of a known kind, need not say it again. */
async function begun(tx: Tx, { form }: Campaign, status: StatusRow): Promise<AnswerSheet> {
  const { segmentItem } = form;
  if (segmentItem === undefined) return {};
  const segment = await knownSegment(tx, status);
  return segmentsOf(form).some(({ id }) => id === segment) ? { [segmentItem]: { value: segment } } : {};
}

async function knownSegment(tx: Tx, { kind, campaign_id: campaignId, respondent_id: id }: StatusRow): Promise<string> {
  if (kind === 'department') return '';
  if (kind === 'person')
    return (await listPeople(tx, campaignId)).find((row) => row.respondent_id === id)?.segment ?? '';
  return (await listAllAffairs(tx)).find((affair) => affair.id === id)?.kind ?? '';
}

async function passings({ tx, namesOf }: Pick<Context, 'tx' | 'namesOf'>, status: StatusRow) {
  const rows = await listDelegations(tx, status.campaign_id, status.respondent_id);
  if (rows.length === 0) return [];
  const names = await namesOf(
    rows.flatMap((row) => [row.from_account, ...(row.to_account === null ? [] : [row.to_account])]),
  );
  return rows.map((row) => ({
    from: names.get(row.from_account) ?? '',
    to: row.to_account === null ? null : (names.get(row.to_account) ?? ''),
    reason: row.reason,
    at: row.at.toISOString(),
  }));
}

export const saveDraft: H<'saveDraft'> = async (context, { campaignId, draftVersion, answers, ...key }) => {
  const status = await findStatus(context.tx, campaignId, respondentOf(key));
  checkMayWrite(context, status);
  return keepDraft(context, status, { draftVersion, answers, savedBy: context.caller.accountId });
};

/** Keeps what is being typed; the caller has been found to be allowed to. */
export async function keepDraft(
  { tx, today, now }: Pick<Context, 'tx' | 'today' | 'now'>,
  status: StatusRow,
  {
    draftVersion,
    answers,
    savedBy,
  }: { readonly draftVersion: number; readonly answers: AnswerSheet; readonly savedBy: string },
): Promise<{ draftVersion: number; savedAt: string }> {
  const { campaign_id: campaignId, respondent_id: respondentId } = status;
  const [frame] = [...(await framesOf(tx, [{ tenantId: tx.tenantId, campaignId }])).values()];
  if (frame === undefined) throw new AppError('record.missing', { internal: 'campaign' });
  if (frame.anonymous)
    throw new AppError('state.refused', {
      message: '匿名の調査では、途中の回答をサーバに保存しません。最後まで入力して提出してください。',
    });
  const inTime = dayInTime(now, frame.graceMinutes);
  const refusal = refusalNow(status, { opens: frame.opens, today, dayInTime: inTime, own: true });
  // A draft may be kept until the campaign closes, also after the due day: what was typed is needed for reopening.
  if (refusal !== null && 'message' in refusal && refusal.code !== 'deadline.passed')
    throw new AppError(refusal.code, { message: refusal.message });
  const place = { tenantId: tx.tenantId, campaignId, respondentId };
  const files = fileIdsIn(frame.form, answers).length === 0 ? [] : await listAnswerFiles(tx, [place]);
  const problems = [
    ...validateSheet(frame.form, answers, { complete: false }),
    ...unknownFiles(frame.form, answers, new Set(files.map((row) => row.file_id))),
  ];
  if (problems.length > 0) throw new AppError('input.invalid', { fields: asFields(problems) });
  const saved = await storeDraft(tx, {
    campaignId,
    respondentId,
    expected: draftVersion,
    baseRevision: status.revision,
    answers,
    savedBy,
    at: now,
  });
  if (saved !== null) return { draftVersion: saved, savedAt: now.toISOString() };
  const current = await findDraft(tx, campaignId, respondentId);
  throw new AppError('record.stale', {
    current: { draftVersion: current?.version ?? 0, answers: current?.answers ?? {} },
  });
}

interface Key {
  readonly campaignId: string;
  readonly departmentId?: string | undefined;
  readonly respondentId?: string | undefined;
}

/** The submission that waits for the head. @throws `state.refused`, or `record.stale` when a newer one came in. */
async function awaiting(
  context: Context,
  { campaignId, revision, ...key }: Key & { readonly revision: number },
): Promise<{ readonly campaign: Campaign; readonly status: StatusRow }> {
  const respondentId = respondentOf(key);
  const campaign = await findCampaign(context.tx, campaignId);
  const status = await findStatus(context.tx, campaignId, respondentId, true);
  checkOwnDepartment(context.caller, status.department_id);
  if (status.closed)
    throw new AppError('state.refused', {
      message: 'この調査は締め切られました。情報セキュリティ担当課に連絡してください。',
    });
  if (status.state !== 'awaiting-approval')
    throw new AppError('state.refused', {
      message: '承認を待っている回答がありません。所属の職員が提出した後に行ってください。',
    });
  if (status.revision !== revision) {
    const [latest] = await revisionsOf(context.tx, campaignId, respondentId);
    throw new AppError('record.stale', { current: { revision: status.revision, answers: latest?.answers ?? {} } });
  }
  return { campaign, status };
}

export const approveResponse: H<'approveResponse'> = async (context, input) => {
  const { campaign, status } = await awaiting(context, input);
  const [latest] = await revisionsOf(context.tx, input.campaignId, status.respondent_id);
  const { form } = campaign;
  await updateStatus(context.tx, input.campaignId, status.respondent_id, {
    state: 'submitted',
    counts: { layout: layoutName(form), places: countedIn(form, latest?.answers ?? {}) },
    approved_at: context.now.toISOString(),
    approved_by: context.caller.accountId,
  });
  const answersHash = status.answers_hash ?? '';
  facts.record(context, 'response.submitted', {
    engagementId: campaign.engagement_id,
    subject: `${input.campaignId}:${status.respondent_id}`,
    data: {
      campaign: input.campaignId,
      type: campaign.type,
      department: status.department_id,
      ...(status.kind === 'department' ? {} : { respondent: status.respondent_id }),
      revision: status.revision,
      answersHash,
      ...(status.channel === 'web' ? {} : { channel: status.channel }),
    },
  });
  return {
    campaignId: input.campaignId,
    respondentId: status.respondent_id,
    departmentId: status.department_id,
    revision: status.revision,
    state: 'submitted',
    points: status.points,
    submittedAt: (status.submitted_at ?? context.now).toISOString(),
    answersHash,
  } satisfies Receipt;
};

export const returnResponse: H<'returnResponse'> = async (context, { reason, ...input }) => {
  const { campaign, status: before } = await awaiting(context, input);
  const { respondent_id: respondentId } = before;
  const status = await updateStatus(context.tx, input.campaignId, respondentId, { state: 'returned' });
  await insertNotices(context.tx, [
    {
      id: context.newId(),
      campaign_id: input.campaignId,
      respondent_id: respondentId,
      kind: 'returned',
      message: reason,
      created_at: context.now.toISOString(),
    },
  ]);
  const notices = await listNotices(context.tx, input.campaignId, respondentId);
  const people = await personNames(context.tx, [status]);
  return ownSheetOf(campaign, status, { draftBase: null, notices: notices.length, today: context.today, people });
};
