/** Who answers, and what becomes of a consultation beyond the cap. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { consultationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { periodName, periodOf } from '../rules/cap.ts';
import { type ConsultationRow, findConsultation, insertEntry, updateConsultation } from '../store.ts';
import { isDeferred, takeOn } from './cap.ts';
import { checkCategory, inHand } from './common.ts';
import { type Setting, settingOf } from './setting.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const triageConsultation: H<'triageConsultation'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  checkOpen(row);
  // What was put off may be taken on earlier after all.
  if (row.state === input.decision && !isDeferred(context, setting, row)) {
    throw new AppError('state.refused', {
      message:
        input.decision === 'office' ? '既に担当課が答えることになっています。' : '既に受託者に引き継いだ相談です。',
    });
  }
  if (input.category !== undefined) checkCategory(setting, input.category);
  checkDue(row, input.due);
  const overrun = input.overrun ?? null;
  const taking = input.decision === 'office' ? null : await takeOn(context, setting, row, overrun);
  if (input.decision === 'contractor' && taking === null) throw beyondCap(context, setting);
  const due = input.due ?? row.due;
  const kept = row.handler === input.decision;
  const version = await updateConsultation(context.tx, row.id, row.version, {
    state: input.decision,
    handler: input.decision,
    taken: taking === null ? [] : [{ on: taking.on, questions: row.questions }],
    exceeded_because: taking?.beyond === true && overrun?.choice === 'exceed' ? overrun.reason : '',
    member_id: kept ? row.member_id : null,
    category: input.category ?? row.category,
    due,
    // A draft belongs to the side that wrote it: it does not go with the consultation.
    draft: kept ? row.draft : null,
  });
  const subject = { engagementId: input.engagementId, subject: row.id };
  const month = taking?.period ?? null;
  facts.record(context, 'consultation.triaged', { ...subject, data: { decision: input.decision, due, month } });
  if (month !== null && taking?.beyond === true) {
    facts.record(context, 'consultation.cap-exceeded-approved', { ...subject, data: { month } });
  }
  if (month !== null && taking?.later === true) {
    facts.record(context, 'consultation.deferred', { ...subject, data: { month } });
  }
  return { version };
};

function beyondCap(context: Context, { conditions }: Setting): AppError {
  const cap = conditions?.cap;
  const period = cap === undefined || cap === null ? '' : periodName(periodOf(context.today, cap.per));
  return new AppError('state.refused', {
    message: `${period}の上限に達しています。理由を示して上限を超えて受けるか、空きのある次の期に回すかを選んでください。`,
  });
}

export const closeAsDuplicate: H<'closeAsDuplicate'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  checkOpen(row);
  if (input.duplicateOf === row.id) {
    throw fieldError('duplicateOf', 'この相談そのものは選べません。先にあった相談を選んでください。');
  }
  const other = await findConsultation(context.tx, input.engagementId, input.duplicateOf);
  if (other.closed_because === 'duplicate') {
    throw fieldError('duplicateOf', '選んだ相談も同じ内容として終了しています。元の相談を選んでください。');
  }
  if (input.note.trim() !== '') {
    await insertEntry(context.tx, {
      consultation_id: row.id,
      id: context.newId(),
      kind: 'note',
      audience: 'all',
      author_id: context.caller.accountId,
      author_party: 'city',
      written_at: context.now,
      occurred_on: context.today,
      channel: '画面',
      body: input.note,
      files: [],
      particulars: null,
    });
  }
  const version = await updateConsultation(context.tx, row.id, row.version, {
    state: 'closed',
    closed_because: 'duplicate',
    duplicate_of: other.id,
    draft: null,
  });
  const subject = { engagementId: input.engagementId, subject: row.id };
  facts.record(context, 'consultation.triaged', {
    ...subject,
    data: { decision: 'duplicate', due: null, month: null },
  });
  facts.record(context, 'consultation.closed', { ...subject, data: { reason: 'duplicate' } });
  return { version };
};

export const assignMember: H<'assignMember'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  if (row.state !== 'contractor') {
    throw new AppError('state.refused', {
      message: '受託者が答える相談ではありません。担当課の引継ぎをお待ちください。',
    });
  }
  const { accounts } = await context.client(peopleContract).listAccounts({});
  if (!accounts.some(({ id, party }) => id === input.memberId && party === 'contractor')) {
    throw fieldError('memberId', '受託者の利用者ではありません。一覧から選び直してください。');
  }
  const due = input.due ?? row.due;
  checkDue(row, due);
  const version = await updateConsultation(context.tx, row.id, row.version, { member_id: input.memberId, due });
  facts.record(context, 'consultation.assigned', {
    engagementId: input.engagementId,
    subject: row.id,
    data: { member: input.memberId },
  });
  return { version };
};

function checkOpen(row: ConsultationRow): void {
  if (row.state === 'answered' || row.state === 'closed') {
    throw new AppError('state.refused', {
      message: '回答済み又は終了した相談です。続けるときは、理由を示して再開してください。',
    });
  }
}

function checkDue(row: ConsultationRow, due: string | null): void {
  if (due !== null && due < row.received_on) {
    throw fieldError('due', '回答の期限は、相談を受けた日以後にしてください。');
  }
}
