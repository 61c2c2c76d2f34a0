/** How a question comes in: typed on a screen, or put on record from a mail, a call or a visit. */
import { createCalendar } from '../../../core/calendar/index.ts';
import { reachesDepartment } from '../../../kernel/caller.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { peopleContract } from '../../people/contract.ts';
import type { AdviceSubject, consultationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import {
  type ConsultationValues,
  findConsultation,
  insertConsultation,
  insertEntry,
  takeNumber,
  updateConsultation,
} from '../store.ts';
import { checkAdvice, recordAdviceRequested } from './advice.ts';
import { issue } from './answering.ts';
import { takeOn } from './cap.ts';
import { attachAll, checkCategory, checkHappened, isOffice, newConsultation, sideOf } from './common.ts';
import { type Setting, settingOf } from './setting.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

const calendar = createCalendar();

export const askConsultation: H<'askConsultation'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const departmentId = input.departmentId ?? (isOffice(context) ? null : (context.caller.departmentIds[0] ?? null));
  if (departmentId !== null) {
    await checkDepartment(context, departmentId);
    if (!reachesDepartment(context.caller, departmentId)) {
      throw fieldError('departmentId', '自らの所属ではありません。所属を選び直してください。');
    }
  }
  const { id, number } = await receive(context, setting, input, {
    channel: '画面',
    origin: departmentId === null && isOffice(context) ? 'office' : 'department',
    department_id: departmentId,
    asker_id: context.caller.accountId,
    asker_name: '',
    received_on: context.today,
  });
  return { id, number };
};

export const recordConsultation: H<'recordConsultation'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  checkHappened(context, setting, input.occurredOn);
  if (input.departmentId !== null) await checkDepartment(context, input.departmentId);
  const { id, number } = await receive(context, setting, input, {
    channel: input.channel,
    origin: input.departmentId === null ? 'office' : 'department',
    department_id: input.departmentId,
    asker_id: null,
    asker_name: input.asker,
    received_on: input.occurredOn,
  });
  const contractor = sideOf(context) === 'contractor';
  const handler = contractor ? ('contractor' as const) : ('office' as const);
  const { answer } = input;
  if (!contractor && answer === null) return { id, number, state: 'received' };
  const taking = contractor ? await takeOn(context, setting, { id, questions: input.questions }, null) : null;
  if (contractor && taking === null) {
    // The talk has taken place; what was said waits as a draft until the office has decided about the cap.
    const draft = answer === null ? null : { ...answer, channel: input.channel, occurredOn: input.occurredOn };
    await updateConsultation(context.tx, id, 1, { handler, draft, member_id: context.caller.accountId });
    return { id, number, state: 'received' };
  }
  await updateConsultation(context.tx, id, 1, {
    handler,
    state: handler,
    taken: taking === null ? [] : [{ on: taking.on, questions: input.questions }],
    member_id: contractor ? context.caller.accountId : null,
  });
  const subject = { engagementId: input.engagementId, subject: id };
  const due = (await findConsultation(context.tx, input.engagementId, id)).due;
  facts.record(context, 'consultation.triaged', {
    ...subject,
    data: { decision: handler, due, month: taking?.period ?? null },
  });
  if (contractor) {
    facts.record(context, 'consultation.assigned', { ...subject, data: { member: context.caller.accountId } });
  }
  if (answer === null) return { id, number, state: handler };
  const row = await findConsultation(context.tx, input.engagementId, id);
  await issue(context, setting, row, { answer, channel: input.channel, occurredOn: input.occurredOn, fileIds: [] });
  return { id, number, state: 'answered' };
};

type Came = Pick<
  ConsultationValues,
  'channel' | 'origin' | 'department_id' | 'asker_id' | 'asker_name' | 'received_on'
>;

interface Question {
  readonly title: string;
  readonly category: string;
  readonly urgent: boolean;
  readonly questions: number;
  readonly question: string;
  readonly fileIds: readonly string[];
  readonly advice?: AdviceSubject | null | undefined;
}

async function receive(context: Context, setting: Setting, asked: Question, came: Came) {
  checkCategory(setting, asked.category);
  const advice = asked.advice ?? null;
  checkAdvice(context, advice);
  const { profile, conditions } = setting;
  const number = await takeNumber(context.tx, profile.id);
  const id = context.newId();
  const span = conditions?.answerWithin ?? null;
  await insertConsultation(
    context.tx,
    { engagementId: profile.id, id, number },
    newConsultation({
      ...came,
      title: asked.title,
      category: asked.category,
      recorded_by: sideOf(context),
      urgent: asked.urgent,
      questions: asked.questions,
      due: span === null ? null : calendar.addSpan(came.received_on, span),
      advice,
    }),
  );
  await insertEntry(context.tx, {
    consultation_id: id,
    id: context.newId(),
    kind: 'question',
    audience: 'all',
    author_id: context.caller.accountId,
    author_party: sideOf(context),
    written_at: context.now,
    occurred_on: came.received_on,
    channel: came.channel,
    body: asked.question,
    files: await attachAll(context, asked.fileIds, id),
    particulars: null,
  });
  facts.record(context, 'consultation.received', {
    engagementId: profile.id,
    subject: id,
    data: {
      category: asked.category,
      channel: came.channel,
      origin: came.origin,
      urgent: asked.urgent,
      questions: asked.questions,
      occurredOn: came.received_on,
    },
  });
  recordAdviceRequested(context, profile.id, id, advice);
  return { id, number };
}

/** @throws AppError `input.invalid` for a department that does not exist today. */
async function checkDepartment(context: Context, departmentId: string): Promise<void> {
  const { departments } = await context.client(peopleContract).listDepartments({});
  if (!departments.some(({ id }) => id === departmentId)) {
    throw fieldError('departmentId', '一覧にない所属です。所属を選び直してください。');
  }
}
