/** Answering by a link, without an account: the link proves whose sheet it is. */
import { type AnswerSheet, validateSheet } from '../../../core/assessment/index.ts';
import { dayOf } from '../../../core/calendar/index.ts';
import type { Caller } from '../../../kernel/caller.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, OpenContext, OpenHandler } from '../../../kernel/module.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { readToken } from '../../../kernel/token.ts';
import type { selfCheckContract } from '../contract.ts';
import { asFields, dayInTime, progressOf, refusalNow } from '../rules/submission.ts';
import { insertAmong } from '../store/anonymous-store.ts';
import { type Campaign, findCampaign, findStatus, lockCampaign, updateStatus } from '../store/campaign-store.ts';
import { findPassedLink, passedLinkOf } from '../store/passed-link-store.ts';
import { findLink } from '../store/person-store.ts';
import { findTenant } from '../store/tenant-store.ts';
import type { StatusRow } from '../store/tables.ts';
import { keepDraft, sheetOf } from './answering.ts';
import { createLinkGuard } from './link-guard.ts';
import { submitFor } from './submitting.ts';

type C = typeof selfCheckContract;
type Open<K extends keyof C['operations']> = OpenHandler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** A person who types uses a link a few times a minute; a program that tries links is stopped. */
const USES_A_MINUTE = 120;
const STRANGERS_A_MINUTE = 600;
const guard = createLinkGuard();

const ended = (): AppError =>
  new AppError('invitation.ended', {
    message: 'このリンクは使えません。作り直されたか、調査が終わっています。情報セキュリティ担当課に確かめてください。',
  });

/** Does something as the person whose link it is, or the colleague to whom it was passed. @throws AppError `invitation.ended` */
export async function withLink<T>(
  open: OpenContext,
  token: string,
  work: (
    context: Context,
    found: {
      readonly campaign: Campaign;
      readonly status: StatusRow;
      readonly municipality: string;
      /** Opened by the colleague to whom the sheet was passed. */
      readonly passed: boolean;
    },
  ) => Promise<T>,
): Promise<T> {
  const key = readToken('s', token);
  if (key === null) throw ended();
  guard.count(key.tokenHash, USES_A_MINUTE, open.now);
  const tenant = await findTenant(open.database, key.tenantId);
  if (tenant === null) throw ended();
  const link = await open.database.transaction(tenant.id, (tx) => linkOf(tx, key.tokenHash));
  if (link === null) {
    guard.count(`strangers ${tenant.id}`, STRANGERS_A_MINUTE, open.now);
    throw ended();
  }
  const caller: Caller = {
    tenantId: tenant.id,
    accountId: link.holder,
    party: 'city',
    roles: [],
    departmentIds: [],
    clockOffset: tenant.clockOffset,
  };
  return open.as(caller, async (context) => {
    // Once more, inside: the link may have been replaced meanwhile.
    if ((await linkOf(context.tx, key.tokenHash)) === null) throw ended();
    const campaign = await findCampaign(context.tx, link.campaignId);
    const status = await findStatus(context.tx, link.campaignId, link.respondentId);
    return work(context, { campaign, status, municipality: tenant.name, passed: link.passed });
  });
}

interface HeldLink {
  readonly campaignId: string;
  readonly respondentId: string;
  /** Who answers by it: the respondent, or the colleague to whom the sheet was passed. */
  readonly holder: string;
  readonly passed: boolean;
}

async function linkOf(tx: Tx, tokenHash: string): Promise<HeldLink | null> {
  const own = await findLink(tx, tokenHash);
  const found = own ?? (await findPassedLink(tx, tokenHash));
  if (found === null) return null;
  const { campaign_id: campaignId, respondent_id: respondentId } = found;
  return { campaignId, respondentId, holder: 'id' in found ? found.id : respondentId, passed: own === null };
}

export const openLink: Open<'openLink'> = (open, { token }) =>
  withLink(open, token, async (context, { campaign, status, municipality, passed }) => {
    const colleague = await passedLinkOf(context.tx, campaign.id, status.respondent_id);
    const sheet = await sheetOf(context, campaign, status, true);
    const answered = campaign.anonymous && status.state === 'submitted';
    return {
      municipality,
      type: campaign.type,
      title: campaign.title,
      message: campaign.message,
      respondentName: sheet.respondentName,
      departmentName: sheet.departmentName,
      opens: campaign.opens,
      due: sheet.due,
      anonymous: campaign.anonymous,
      smallestGroup: campaign.smallest_group,
      progress: progressOf(status, sheet.source === 'draft' ? status.revision : null),
      refusal: answered ? ANSWERED : sheet.refusal,
      revision: sheet.revision,
      draftVersion: sheet.draftVersion,
      answers: sheet.answers,
      submittedAt: sheet.submittedAt,
      form: campaign.form,
      passed,
      passedTo: passed ? null : (colleague?.name ?? null),
    };
  });

export const saveLinkDraft: Open<'saveLinkDraft'> = (open, { token, draftVersion, answers }) =>
  withLink(open, token, (context, { status }) =>
    keepDraft(context, status, { draftVersion, answers, savedBy: status.respondent_id }),
  );

export const submitByLink: Open<'submitByLink'> = (open, { token, expectedRevision, answers }) =>
  withLink(open, token, async (context, { campaign, status }) => {
    if (campaign.anonymous) return submitWithoutName(context, campaign, status, answers);
    const receipt = await submitFor(context, {
      campaignId: campaign.id,
      respondentId: status.respondent_id,
      expectedRevision,
      answers,
      answerer: null,
      head: false,
      proxy: false,
      channel: 'web',
      receivedOn: null,
    });
    return { state: receipt.state, revision: receipt.revision };
  });

const ANSWERED =
  'この調査には回答済みです。匿名の調査では、どれがあなたの回答か誰にも分からないため、見直しや訂正はできません。';

/**
 * Keeps that the person has answered, and apart from it the answer. Nothing is recorded in the journal: its order and its times
 * would tell who gave which answer.
 */
async function submitWithoutName(
  context: Context,
  campaign: Campaign,
  { respondent_id: respondentId }: StatusRow,
  answers: AnswerSheet,
): Promise<{ state: 'submitted'; revision: number }> {
  const { tx, now } = context;
  // One after the other, so that every answer finds others to be mixed with.
  await lockCampaign(tx, campaign.id);
  const status = await findStatus(tx, campaign.id, respondentId, true);
  if (status.state === 'submitted') throw new AppError('state.refused', { message: ANSWERED });
  const refusal = refusalNow(status, {
    opens: campaign.opens,
    today: dayOf(now.toISOString()),
    dayInTime: dayInTime(now, campaign.grace_minutes),
    own: true,
  });
  if (refusal !== null && 'message' in refusal)
    throw new AppError(refusal.code, { message: withoutDraft(refusal.message) });
  const problems = validateSheet(campaign.form, answers, { complete: true });
  if (problems.length > 0) throw new AppError('input.invalid', { fields: asFields(problems) });
  await updateStatus(tx, campaign.id, respondentId, { state: 'submitted' });
  await insertAmong(tx, campaign.id, { groupName: status.group_name, answers }, campaign.smallest_group);
  return { state: 'submitted', revision: 0 };
}

const withoutDraft = (message: string): string => message.replace('入力した内容は下書きに残っています。', '');
