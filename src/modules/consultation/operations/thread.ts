/** What goes on after the question: further questions, notes, visits, reopening, rating, closing. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { consultationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { type ConsultationRow, type EntryRow, insertEntry, updateConsultation } from '../store.ts';
import { attachAll, checkHappened, inHand, isOffice, isOwn, sideOf, viewerOf } from './common.ts';
import { settingOf } from './setting.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

type Written = Pick<EntryRow, 'kind' | 'audience' | 'body'> & Partial<Pick<EntryRow, 'particulars' | 'occurred_on'>>;

async function write(
  context: Context,
  row: ConsultationRow,
  written: Written,
  fileIds: readonly string[] = [],
): Promise<void> {
  await insertEntry(context.tx, {
    consultation_id: row.id,
    id: context.newId(),
    author_id: context.caller.accountId,
    author_party: sideOf(context),
    written_at: context.now,
    occurred_on: context.today,
    channel: written.kind === 'visit' ? '訪問' : '画面',
    particulars: null,
    files: await attachAll(context, fileIds, row.id),
    ...written,
  });
}

export const addMessage: H<'addMessage'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  if (row.state === 'closed') throw refuseClosed();
  const viewer = viewerOf(context);
  if (
    input.audience !== 'all' &&
    (viewer === 'department' || (input.audience === 'contractor' && viewer === 'office'))
  ) {
    throw fieldError('audience', '自らが読めない範囲には書けません。見せる範囲を選び直してください。');
  }
  const asking = input.kind === 'question';
  if (asking && (viewer === 'contractor' || input.audience !== 'all')) {
    throw fieldError('kind', '質問を加えられるのは相談した側だけです。連絡として書いてください。');
  }
  await write(context, row, { kind: input.kind, audience: input.audience, body: input.body }, input.fileIds);
  const added = asking ? (input.questions ?? 1) : 0;
  const again = asking && row.state === 'answered';
  const version = await updateConsultation(context.tx, row.id, row.version, {
    questions: Math.min(1000, row.questions + added),
    ...(added > 0 && row.handler === 'contractor' && row.taken.length > 0
      ? { taken: [...row.taken, { on: context.today, questions: added }] }
      : {}),
    ...(again ? backToWork(row) : {}),
  });
  if (again) recordReopened(context, row, added);
  return { version };
};

/** Back to the side that answered; without one, to the office. */
const backToWork = (row: ConsultationRow) => ({
  state: row.handler ?? ('received' as const),
  closed_because: null,
  duplicate_of: null,
});

function recordReopened(context: Context, row: ConsultationRow, questions: number): void {
  facts.record(context, 'consultation.reopened', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: { questions },
  });
}

export const reopenConsultation: H<'reopenConsultation'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  if (row.state !== 'answered' && row.state !== 'closed') {
    throw new AppError('state.refused', { message: 'まだ回答していない相談です。追加の質問として書いてください。' });
  }
  await write(context, row, { kind: 'reopening', audience: 'all', body: input.reason });
  const version = await updateConsultation(context.tx, row.id, row.version, backToWork(row));
  recordReopened(context, row, 0);
  return { version };
};

export const recordVisit: H<'recordVisit'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  if (row.state === 'closed') throw refuseClosed();
  checkHappened(context, setting, input.occurredOn);
  const { accounts } = await context.client(peopleContract).listAccounts({});
  const members = [...new Set(input.memberIds)];
  const known = new Set(accounts.filter(({ party }) => party === 'contractor').map(({ id }) => id));
  if (!members.every((id) => known.has(id))) {
    throw fieldError('memberIds', '受託者の利用者でない人が含まれています。一覧から選び直してください。');
  }
  await write(
    context,
    row,
    {
      kind: 'visit',
      audience: 'all',
      body: input.body,
      occurred_on: input.occurredOn,
      particulars: { place: input.place, cityPeople: input.cityPeople, members },
    },
    input.fileIds,
  );
  const version = await updateConsultation(context.tx, row.id, row.version, {});
  facts.record(context, 'consultation.visited', {
    engagementId: input.engagementId,
    subject: row.id,
    data: { occurredOn: input.occurredOn, members },
  });
  return { version };
};

export const rateConsultation: H<'rateConsultation'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  if (!isOwn(context, row)) {
    throw new AppError('permission.refused', {
      internal: 'rating by others',
      message: '満足度を記録できるのは、相談した所属の人だけです。',
    });
  }
  if (row.answered_on === null) {
    throw new AppError('state.refused', { message: 'まだ回答していない相談です。回答を読んでから記録してください。' });
  }
  const version = await updateConsultation(context.tx, row.id, row.version, {
    score: input.score,
    score_comment: input.comment,
  });
  facts.record(context, 'consultation.rated', {
    engagementId: input.engagementId,
    subject: row.id,
    data: { score: input.score },
  });
  return { version };
};

export const closeConsultation: H<'closeConsultation'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  if (row.state === 'closed') throw new AppError('state.refused', { message: '既に終了した相談です。' });
  const reason = row.state === 'answered' ? 'resolved' : 'withdrawn';
  if (reason === 'withdrawn' && !isOwn(context, row) && !isOffice(context)) {
    throw new AppError('permission.refused', { internal: 'withdrawing for others' });
  }
  const version = await updateConsultation(context.tx, row.id, row.version, {
    state: 'closed',
    closed_because: reason,
    draft: null,
  });
  facts.record(context, 'consultation.closed', {
    engagementId: input.engagementId,
    subject: row.id,
    data: { reason },
  });
  return { version };
};

const refuseClosed = (): AppError =>
  new AppError('state.refused', { message: '終了した相談です。続けるときは、理由を示して再開してください。' });
