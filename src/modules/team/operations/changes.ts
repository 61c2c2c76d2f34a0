/** Changes of members after the approval of the plan. Clauses 8(1)-p4 and 8(1)-p5. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { inputFor } from '../change-fields.ts';
import type { teamContract } from '../contract.ts';
import { facts } from '../facts.ts';
import {
  type ChangeRow,
  decideChange as writeDecision,
  findMember,
  insertChange,
  listChanges as listRows,
  updateMember,
} from '../store.ts';
import { frozenSince, isBound, type Setting, settingOf } from './common.ts';
import { addMember, makeLead, recordAssigned, recordLeft } from './members.ts';
import { conditionsOf, readEverything } from './records.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const requestChange: H<'requestChange'> = async (context, input) => {
  const { engagementId, outgoing, incoming, becomesLead, reason, qualification, career, particulars = [] } = input;
  const setting = await settingOf(context, engagementId);
  const leaving = await findMember(context.tx, engagementId, outgoing);
  await checkNeeded(context, setting, leaving.roles);
  const fields = setting.conditions?.change?.fields ?? [];
  checkShown(fields, input);
  if (leaving.state !== 'active') {
    throw fieldError('outgoing', '今の体制に入っている担当者を選んでください。');
  }
  const open = (await listRows(context.tx, engagementId)).some(
    (change) => change.outgoing_id === outgoing && change.state === 'requested',
  );
  if (open) {
    throw new AppError('record.duplicate', {
      message: 'この担当者の変更は、既に申請されています。発注者の判断をお待ちください。',
    });
  }
  const incomingId = await addMember(context, setting, incoming, {
    from: context.today,
    state: 'proposed',
    path: 'incoming.',
  });
  const id = context.newId();
  await insertChange(context.tx, {
    engagement_id: engagementId,
    id,
    outgoing_id: outgoing,
    incoming_id: incomingId,
    becomes_lead: becomesLead,
    reason,
    qualification,
    career,
    particulars,
    requested_on: context.today,
    state: 'requested',
    comment: '',
    interviewed_on: null,
    interview_note: '',
    decided_on: null,
    version: 1,
  });
  facts.record(context, 'member-change.requested', {
    engagementId,
    subject: id,
    data: { outgoing, incoming: incomingId, fields },
  });
  return { id, incoming: incomingId };
};

/** A request is needed only where the specification binds the team, and once it is bound. */
async function checkNeeded(context: Context, setting: Setting, roles: readonly string[]): Promise<void> {
  const change = setting.conditions?.change;
  if (change !== undefined && isBound(setting, roles) && (await frozenSince(context, setting)) !== null) return;
  throw new AppError('state.refused', {
    message:
      change === undefined
        ? 'この業務委託の仕様書は、担当者の変更に承認を求めていません。体制のページで担当者を直接変更してください。'
        : change.roles === undefined
          ? '作業計画書の承認前は、変更申請は要りません。体制のページで担当者を直接変更してください。'
          : `${change.roles.join('、')}でない担当者の変更に、申請は要りません。体制のページで担当者を直接変更してください。`,
  });
}

interface Shown {
  readonly qualification: string;
  readonly career: string;
  readonly particulars?: readonly { readonly name: string; readonly text: string }[] | undefined;
}

/** @throws AppError `input.invalid` for a field that the specification names and the request leaves empty. */
function checkShown(fields: readonly string[], { qualification, career, particulars = [] }: Shown): void {
  for (const field of fields) {
    const path = inputFor(field);
    if (path === 'reason') continue;
    const shown =
      path === 'particulars'
        ? particulars.some(({ name }) => name === field)
        : (path === 'qualification' ? qualification : career).trim() !== '';
    if (!shown) throw fieldError(path, `「${field}」を入力してください。`);
  }
}

export const decideChange: H<'decideChange'> = async (context, input) => {
  const { engagementId, changeId, approved, comment, interviewedOn, interviewNote, version } = input;
  const setting = await settingOf(context, engagementId);
  const change = (await listRows(context.tx, engagementId)).find(({ id }) => id === changeId);
  if (change === undefined) throw new AppError('record.missing', { internal: 'team_change' });
  if (change.version !== version) throw new AppError('record.stale', { current: summaryOf(change) });
  if (change.state !== 'requested') {
    throw new AppError('state.refused', { message: 'この変更申請は、既に判断されています。' });
  }
  if (!approved && comment.trim() === '') throw fieldError('comment', '却下する理由を入力してください。');
  if (interviewedOn !== null && interviewedOn > context.today) {
    throw fieldError('interviewedOn', '面接した日は、今日までの日付にしてください。');
  }
  await writeDecision(context.tx, changeId, version, {
    state: approved ? 'approved' : 'refused',
    comment,
    interviewed_on: interviewedOn,
    interview_note: interviewNote,
    decided_on: context.today,
  });
  const incoming = await findMember(context.tx, engagementId, change.incoming_id);
  facts.record(context, 'member-change.decided', {
    engagementId,
    subject: changeId,
    data: { approved, interview: interviewedOn !== null },
  });
  if (!approved) {
    await updateMember(context.tx, incoming.id, incoming.version, { state: 'declined' });
    return OK;
  }
  const outgoing = await findMember(context.tx, engagementId, change.outgoing_id);
  await updateMember(context.tx, outgoing.id, outgoing.version, {
    state: 'left',
    is_lead: false,
    to_day: context.today,
  });
  await updateMember(context.tx, incoming.id, incoming.version, { state: 'active', from_day: context.today });
  recordLeft(context, outgoing, incoming.id, context.today);
  recordAssigned(context, setting, incoming, context.today);
  if (change.becomes_lead) await makeLead(context, setting, incoming.id, context.today);
  return OK;
};

export const listChanges: H<'listChanges'> = async (context, { engagementId }) => {
  const setting = await settingOf(context, engagementId);
  const everything = await readEverything(context, engagementId);
  const rows = await listRows(context.tx, engagementId);
  return {
    changes: rows.map((row) => ({
      ...summaryOf(row),
      conditions:
        row.state === 'requested'
          ? conditionsOf(context, setting, everything, {
              outgoing: row.outgoing_id,
              incoming: row.incoming_id,
              becomesLead: row.becomes_lead,
            }).map((result) => ({ ...result, members: [...result.members] }))
          : [],
    })),
  };
};

const summaryOf = (row: ChangeRow) => ({
  id: row.id,
  outgoing: row.outgoing_id,
  incoming: row.incoming_id,
  becomesLead: row.becomes_lead,
  reason: row.reason,
  qualification: row.qualification,
  career: row.career,
  particulars: row.particulars,
  requestedOn: row.requested_on,
  state: row.state,
  comment: row.comment,
  interviewedOn: row.interviewed_on,
  interviewNote: row.interview_note,
  decidedOn: row.decided_on,
  version: row.version,
});
