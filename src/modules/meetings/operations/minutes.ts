/** What was said: minutes with their editions, the city's answer to them, and what is still to do. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import type { Action, meetingsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { listIssues } from '../store/issues.ts';
import {
  type Decision,
  decideEdition,
  insertEdition,
  listEditions as listEditionRows,
  type MeetingRow,
  updateMeeting,
} from '../store/meetings.ts';
import { approvalOf, meetingInHand, meetingInSight, sideOf } from './common.ts';
import type { Setting } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** @throws AppError `state.refused` once the city has approved them. */
function checkNotApproved(row: MeetingRow, setting: Setting): void {
  if (approvalOf(row, setting) === 'approved') {
    throw new AppError('state.refused', {
      message: '発注者が承認した議事録は変更できません。訂正があるときは、次の会議で確認してください。',
    });
  }
}

export const saveMinutes: H<'saveMinutes'> = async (context, input) => {
  const { row, setting } = await meetingInHand(context, input);
  if (row.state === 'cancelled') {
    throw new AppError('state.refused', { message: '取りやめた会議の議事録は作れません。' });
  }
  checkNotApproved(row, setting);
  const actions = input.actions.map((action): Action => {
    const before = row.draft.actions.find(({ id }) => id === action.id);
    return {
      id: before?.id ?? context.newId(),
      text: action.text,
      owner: action.owner,
      due: action.due,
      doneOn: before?.doneOn ?? null,
    };
  });
  const draft = {
    agenda: input.agenda,
    report: input.report,
    decisions: input.decisions,
    actions,
    minutes: input.minutes,
    issues: [],
  };
  return { version: await updateMeeting(context.tx, row.id, row.version, { draft }) };
};

export const submitMinutes: H<'submitMinutes'> = async (context, input) => {
  const { row, setting } = await meetingInHand(context, input);
  if (row.state !== 'held') {
    throw new AppError('state.refused', {
      message: '会議が行われたことをまだ記録していません。受託者が出席者を記録してから、議事録を提出してください。',
    });
  }
  checkNotApproved(row, setting);
  return { version: await submitEdition(context, row) };
};

/** Hands in the working copy with the issues that came up at the meeting. */
export async function submitEdition(context: Context, row: MeetingRow): Promise<number> {
  if (row.draft.minutes.trim() === '' && row.draft.decisions.length === 0) {
    throw fieldError('minutes', '議事の内容又は決定事項を入力して保存してから、提出してください。');
  }
  const issues = (await listIssues(context.tx, row.engagement_id))
    .filter(({ meeting_id }) => meeting_id === row.id)
    .map(({ number, content }) => ({ number, content }));
  const edition = (row.submitted?.edition ?? 0) + 1;
  const submitted = { ...row.draft, issues, edition, submittedAt: context.now.toISOString() };
  await insertEdition(context.tx, row.engagement_id, row.id, submitted);
  const version = await updateMeeting(context.tx, row.id, row.version, { submitted });
  facts.record(context, 'minutes.submitted', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { meeting: row.id, edition },
  });
  return version;
}

export const approveMinutes: H<'approveMinutes'> = async (context, input) => {
  const { row, decision, version } = await decide(context, input, { approved: true, reason: '' });
  facts.record(context, 'minutes.approved', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { meeting: row.id, edition: decision.edition },
  });
  return { version };
};

export const returnMinutes: H<'returnMinutes'> = async (context, input) => {
  const { row, decision, version } = await decide(context, input, { approved: false, reason: input.reason });
  facts.record(context, 'minutes.returned', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { meeting: row.id, edition: decision.edition },
  });
  return { version };
};

async function decide(
  context: Context,
  input: { readonly engagementId: string; readonly meetingId: string; readonly version: number },
  answer: Pick<Decision, 'approved' | 'reason'>,
): Promise<{ row: MeetingRow; decision: Decision; version: number }> {
  const { row, setting } = await meetingInHand(context, input);
  if (setting.conditions.minutes?.approval !== true) {
    throw new AppError('state.refused', {
      message:
        'この仕様書は、議事録の承認を求めていません。訂正してほしいことは、連絡の記録から受託者に伝えてください。',
    });
  }
  const state = approvalOf(row, setting);
  if (row.submitted === null || state !== 'waiting') {
    throw new AppError('state.refused', {
      message:
        row.submitted === null
          ? '議事録はまだ提出されていません。受託者の提出をお待ちください。'
          : 'この版の議事録には、既に承認又は差戻しの判断をしています。会議を開き直してください。',
    });
  }
  const decision = { ...answer, edition: row.submitted.edition, on: context.today };
  await decideEdition(context.tx, row.id, decision);
  const version = await updateMeeting(context.tx, row.id, row.version, { decision });
  return { row, decision, version };
}

export const listEditions: H<'listEditions'> = async (context, input) => {
  const { row } = await meetingInSight(context, input);
  const editions = await listEditionRows(context.tx, row.id);
  return {
    editions: editions.map((edition) => ({
      edition: edition.edition,
      submittedAt: edition.submitted_at.toISOString(),
      state: edition.approved === null ? 'submitted' : edition.approved ? 'approved' : 'returned',
      reason: edition.reason,
      decidedOn: edition.decided_on,
    })),
  };
};

export const completeAction: H<'completeAction'> = async (context, input) => {
  const { row } = await meetingInHand(context, input);
  const finish = (actions: readonly Action[]): Action[] =>
    actions.map((action) => (action.id === input.actionId ? { ...action, doneOn: context.today } : action));
  const known = (sideOf(context) === 'contractor' ? row.draft : row.submitted)?.actions ?? [];
  if (!known.some(({ id }) => id === input.actionId)) throw new AppError('record.missing', { internal: 'action' });
  const version = await updateMeeting(context.tx, row.id, row.version, {
    draft: { ...row.draft, actions: finish(row.draft.actions) },
    submitted: row.submitted === null ? null : { ...row.submitted, actions: finish(row.submitted.actions) },
  });
  return { version };
};
