/** Sheets of a department: reading, drafts, approval by the head. */
import { type AnswerSheet, validateSheet } from '../../../core/assessment/index.ts';
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { OwnSheet, Receipt } from '../contract/answering.ts';
import { facts } from '../facts.ts';
import { asFields, fileIdsIn, isLate, progressOf, refusalNow, unknownFiles } from '../rules/submission.ts';
import {
  type Campaign,
  type CampaignRow,
  findCampaign,
  findStatus,
  insertNotices,
  listCampaigns,
  listNotices,
  listStatuses,
  listStatusesOf,
  updateStatus,
} from '../store/campaign-store.ts';
import { listAnswerFiles } from '../store/answer-files.ts';
import { layoutName } from '../store/known-forms.ts';
import { findDraft, listDrafts, revisionsOf, saveDraft as storeDraft } from '../store/response-store.ts';
import { countedIn } from '../rules/tally.ts';
import type { StatusRow } from '../store/tables.ts';
import { shownFiles } from './answer-files.ts';
import { checkMayWrite, checkOwn, framesOf, type H, isOwn, previousCampaign, summaryOf } from './common.ts';

function ownSheetOf(
  campaign: CampaignRow,
  status: StatusRow,
  {
    draftBase,
    notices,
    today,
  }: { readonly draftBase: number | null; readonly notices: number; readonly today: string },
): OwnSheet {
  return {
    campaignId: campaign.id,
    engagementId: campaign.engagement_id,
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
  const statuses = await listStatusesOf(tx, caller.departmentIds);
  const campaigns = new Map((await listCampaigns(tx)).map((campaign) => [campaign.id, campaign]));
  const drafts = await listDrafts(tx, [...new Set(statuses.map((status) => status.campaign_id))]);
  const sheets: OwnSheet[] = [];
  for (const status of statuses) {
    const campaign = campaigns.get(status.campaign_id);
    if (campaign === undefined) continue;
    const draft = drafts.find(
      (row) => row.campaign_id === status.campaign_id && row.department_id === status.department_id,
    );
    const notices = await listNotices(tx, campaign.id, status.department_id);
    sheets.push(
      ownSheetOf(campaign, status, { draftBase: draft?.base_revision ?? null, notices: notices.length, today }),
    );
  }
  return { today, sheets: sheets.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)) };
};

export const getSheet: H<'getSheet'> = async (context, { campaignId, departmentId }) => {
  const { tx, today } = context;
  checkMayWrite(context, departmentId);
  const campaign = await findCampaign(tx, campaignId);
  const status = await findStatus(tx, campaignId, departmentId);
  const draft = await findDraft(tx, campaignId, departmentId);
  const current = draft !== null && draft.base_revision === status.revision ? draft : null;
  const [latest] = status.revision > 0 ? await revisionsOf(tx, campaignId, departmentId) : [];
  const refusal = refusalNow(status, { opens: campaign.opens, today, own: true });
  const notices = await listNotices(tx, campaignId, departmentId);
  return {
    campaignId,
    engagementId: campaign.engagement_id,
    departmentId,
    departmentName: status.department_name,
    type: campaign.type,
    title: campaign.title,
    message: campaign.message,
    opens: campaign.opens,
    due: status.due,
    progress: progressOf(status, current?.base_revision ?? null),
    requiresApproval: campaign.requires_approval,
    refusal: refusal !== null && 'message' in refusal ? refusal.message : null,
    revision: status.revision,
    draftVersion: draft?.version ?? 0,
    answers: current?.answers ?? latest?.answers ?? {},
    source: current !== null ? 'draft' : latest !== undefined ? 'submission' : 'none',
    draftSavedAt: current?.saved_at.toISOString() ?? null,
    submittedAt: status.submitted_at?.toISOString() ?? null,
    form: campaign.form,
    files: shownFiles(await listAnswerFiles(tx, [{ tenantId: tx.tenantId, campaignId, departmentId }])),
    previous: await previousAnswers(tx, campaign, departmentId),
    notices: notices.map((row) => ({
      id: row.id,
      kind: row.kind,
      message: row.message,
      at: row.created_at.toISOString(),
    })),
  };
};

export const getReception: H<'getReception'> = async (context, { campaignId }) => {
  const { tx, caller, today } = context;
  const campaign = await findCampaign(tx, campaignId);
  const statuses = await listStatuses(tx, [campaignId]);
  const office = caller.roles.includes('security-office');
  const drafts = new Map((await listDrafts(tx, [campaignId])).map((draft) => [draft.department_id, draft]));
  // Names may be corrected; ids never change, so that the numbers on papers stay.
  const places = statuses.toSorted((a, b) => (a.department_id < b.department_id ? -1 : 1));
  const departments = places.map((status, index) => {
    const refusal = refusalNow(status, { opens: campaign.opens, today, own: true });
    return {
      departmentId: status.department_id,
      departmentName: status.department_name,
      bureauName: status.bureau_name,
      place: index + 1,
      progress: progressOf(status, drafts.get(status.department_id)?.base_revision ?? null),
      due: status.due,
      revision: status.revision,
      answersHash: status.answers_hash,
      submittedAt: status.submitted_at?.toISOString() ?? null,
      channel: status.revision === 0 ? null : status.channel,
      refusal: refusal !== null && 'message' in refusal ? refusal.message : null,
    };
  });
  const seen = departments.filter(({ departmentId }) => office || isOwn(caller, departmentId));
  if (seen.length === 0)
    throw new AppError('permission.refused', {
      message: 'この調査は自分の所属に届いていません。届いている調査票を開いてください。',
    });
  return { today, campaign: summaryOf(campaign, statuses), form: campaign.form, departments: seen };
};

/** Last year's answers to the items that are still asked with the same meaning. */
async function previousAnswers(
  tx: Tx,
  campaign: Campaign,
  departmentId: string,
): Promise<{ readonly fiscalYear: number; readonly answers: AnswerSheet } | null> {
  const earlier = await previousCampaign(tx, campaign);
  if (earlier === null) return null;
  const [latest] = await revisionsOf(tx, earlier.id, departmentId);
  if (latest === undefined) return null;
  const before = new Map(questionnaireItems((await findCampaign(tx, earlier.id)).form).map((item) => [item.id, item]));
  const comparable = questionnaireItems(campaign.form).filter(
    (item) => before.get(item.id)?.revision === item.revision && before.get(item.id)?.type === item.type,
  );
  const answers = Object.fromEntries(
    comparable.flatMap(({ id }) => {
      const answer = Object.hasOwn(latest.answers, id) ? latest.answers[id] : undefined;
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
  return { fiscalYear: earlier.fiscal_year, answers };
}

export const saveDraft: H<'saveDraft'> = async (context, { campaignId, departmentId, draftVersion, answers }) => {
  const { tx, caller, today, now } = context;
  checkMayWrite(context, departmentId);
  const status = await findStatus(tx, campaignId, departmentId);
  const [frame] = [...(await framesOf(tx, [{ tenantId: tx.tenantId, campaignId }])).values()];
  if (frame === undefined) throw new AppError('record.missing', { internal: 'campaign' });
  const refusal = refusalNow(status, { opens: frame.opens, today, own: true });
  // A draft may be kept until the campaign closes, also after the due day: what was typed is needed for reopening.
  if (refusal !== null && 'message' in refusal && refusal.code !== 'deadline.passed')
    throw new AppError(refusal.code, { message: refusal.message });
  const place = { tenantId: tx.tenantId, campaignId, departmentId };
  const files = fileIdsIn(frame.form, answers).length === 0 ? [] : await listAnswerFiles(tx, [place]);
  const problems = [
    ...validateSheet(frame.form, answers, { complete: false }),
    ...unknownFiles(frame.form, answers, new Set(files.map((row) => row.file_id))),
  ];
  if (problems.length > 0) throw new AppError('input.invalid', { fields: asFields(problems) });
  const saved = await storeDraft(tx, {
    campaignId,
    departmentId,
    expected: draftVersion,
    baseRevision: status.revision,
    answers,
    savedBy: caller.accountId,
    at: now,
  });
  if (saved !== null) return { draftVersion: saved, savedAt: now.toISOString() };
  const current = await findDraft(tx, campaignId, departmentId);
  throw new AppError('record.stale', {
    current: { draftVersion: current?.version ?? 0, answers: current?.answers ?? {} },
  });
};

/** The submission that waits for the head. @throws `state.refused`, or `record.stale` when a newer one came in. */
async function awaiting(
  context: Context,
  { campaignId, departmentId, revision }: { campaignId: string; departmentId: string; revision: number },
): Promise<{ readonly campaign: Campaign; readonly status: StatusRow }> {
  checkOwn(context.caller, departmentId);
  const campaign = await findCampaign(context.tx, campaignId);
  const status = await findStatus(context.tx, campaignId, departmentId, true);
  if (status.closed)
    throw new AppError('state.refused', {
      message: 'この調査は締め切られました。情報セキュリティ担当課に連絡してください。',
    });
  if (status.state !== 'awaiting-approval')
    throw new AppError('state.refused', {
      message: '承認を待っている回答がありません。所属の職員が提出した後に行ってください。',
    });
  if (status.revision !== revision) {
    const [latest] = await revisionsOf(context.tx, campaignId, departmentId);
    throw new AppError('record.stale', { current: { revision: status.revision, answers: latest?.answers ?? {} } });
  }
  return { campaign, status };
}

export const approveResponse: H<'approveResponse'> = async (context, input) => {
  const { campaign, status } = await awaiting(context, input);
  const [latest] = await revisionsOf(context.tx, input.campaignId, input.departmentId);
  const { form } = campaign;
  await updateStatus(context.tx, input.campaignId, input.departmentId, {
    state: 'submitted',
    counts: { layout: layoutName(form), places: countedIn(form, latest?.answers ?? {}) },
    approved_at: context.now.toISOString(),
    approved_by: context.caller.accountId,
  });
  const answersHash = status.answers_hash ?? '';
  facts.record(context, 'response.submitted', {
    engagementId: campaign.engagement_id,
    subject: `${input.campaignId}:${input.departmentId}`,
    data: {
      campaign: input.campaignId,
      type: campaign.type,
      department: input.departmentId,
      revision: status.revision,
      answersHash,
      ...(status.channel === 'web' ? {} : { channel: status.channel }),
    },
  });
  return {
    campaignId: input.campaignId,
    departmentId: input.departmentId,
    revision: status.revision,
    state: 'submitted',
    points: status.points,
    submittedAt: (status.submitted_at ?? context.now).toISOString(),
    answersHash,
  } satisfies Receipt;
};

export const returnResponse: H<'returnResponse'> = async (context, { reason, ...input }) => {
  const { campaign } = await awaiting(context, input);
  const status = await updateStatus(context.tx, input.campaignId, input.departmentId, { state: 'returned' });
  await insertNotices(context.tx, [
    {
      id: context.newId(),
      campaign_id: input.campaignId,
      department_id: input.departmentId,
      kind: 'returned',
      message: reason,
      created_at: context.now.toISOString(),
    },
  ]);
  const notices = await listNotices(context.tx, input.campaignId, input.departmentId);
  return ownSheetOf(campaign, status, { draftBase: null, notices: notices.length, today: context.today });
};
