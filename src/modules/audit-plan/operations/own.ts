/** What an audited department reads and answers: its own targets, and of these only what was sent. */
import { reachesDepartment } from '../../../kernel/caller.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import type { FileView } from '../contract/shared.ts';
import { surveyFile } from '../documents/survey-form.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import { demands, notices, plans, slots, surveys, type TargetRecord, targets } from '../store/stores.ts';
import { byTime } from './plan-draft.ts';
import { facts, type H, programmeOfTarget } from './shared.ts';
import { checkAlive } from './targets.ts';

export const listOwnTargets: H<'listOwnTargets'> = async (context, { engagementId }) => {
  const all = (await targets.list(context.tx, { engagementId })).filter((target) => reaches(context, target));
  const views = [];
  for (const target of all) {
    const view = await ownView(context, target);
    if (view !== null) views.push(view);
  }
  return { targets: views };
};

export const confirmOwnPlan: H<'confirmOwnPlan'> = async (context, { planId, version, occurredOn }) => {
  const plan = await plans.take(context.tx, planId);
  const target = plan.targetId === null ? null : await ownTarget(context, plan.targetId);
  if (target === null || plan.content.distributedOn === null)
    throw new AppError('record.missing', { internal: 'own plan' });
  checkRecordVersion(plan, version);
  checkAlive(target);
  if (plan.content.confirmedOn !== null) throw refuse('この計画書は既に確認されています。');
  const day = await dayOfEvent(context, plan.engagementId, occurredOn);
  if (day < plan.content.distributedOn)
    throw fieldError('occurredOn', '計画書が配られた日より前の日付は登録できません。');
  const saved = await plans.save(context.tx, plan, {
    content: { confirmedOn: day, confirmedBy: context.caller.accountId },
  });
  const programme = await programmeOfTarget(context, target);
  facts.record(context, 'audit-plan.confirmed', {
    engagementId: plan.engagementId,
    subject: plan.content.lineId ?? plan.id,
    data: { type: programme.recordType, target: target.id, version: plan.position, occurredOn: day },
  });
  return changedOf(saved);
};

export const answerDocument: H<'answerDocument'> = async (context, input) => {
  const demand = await demands.take(context.tx, input.documentId);
  const target = await ownTarget(context, demand.targetId);
  if (demand.content.requestedOn === null || demand.state === 'withdrawn')
    throw new AppError('record.missing', { internal: 'not requested' });
  checkRecordVersion(demand, input.version);
  checkAlive(target);
  if (demand.state === 'accepted')
    throw refuse('この資料は既に受け取られています。追加するときは担当課に連絡してください。');
  if (input.fileIds.length === 0 && input.comment.trim() === '')
    throw fieldError('comment', '資料を添付するか、出せない理由を書いてください。');
  const day = await dayOfEvent(context, demand.engagementId, input.occurredOn);
  const added = await attachAll(context, input.fileIds, demand.id);
  const saved = await demands.save(context.tx, demand, {
    state: 'received',
    content: {
      receivedOn: day,
      comment: input.comment,
      files: [...demand.content.files, ...added],
      readOn: null,
    },
  });
  const programme = await programmeOfTarget(context, target);
  facts.record(context, 'target-document.received', {
    engagementId: demand.engagementId,
    subject: target.id,
    data: { type: programme.recordType, target: target.id, document: demand.id, files: added.length, occurredOn: day },
  });
  return changedOf(saved);
};

export const replySurvey: H<'replySurvey'> = async (context, input) => {
  const survey = await surveys.take(context.tx, input.surveyId);
  const target = await ownTarget(context, input.targetId);
  const reply = survey.content.replies.find((one) => one.targetId === target.id && one.form === input.form);
  if (reply === undefined) throw new AppError('record.missing', { internal: 'reply' });
  checkAlive(target);
  if (input.fileIds.length === 0 && input.answer.trim() === '')
    throw fieldError('answer', '記入した調査票を添付するか、回答を書いてください。');
  const day = await dayOfEvent(context, survey.engagementId, input.occurredOn);
  const added = await attachAll(context, input.fileIds, survey.id);
  const replies = survey.content.replies.map((one) =>
    one === reply
      ? { ...one, receivedOn: day, answer: input.answer, files: [...one.files, ...added], readOn: null }
      : one,
  );
  const saved = await surveys.save(context.tx, survey, { state: 'sent', content: { replies } });
  const programme = await programmeOfTarget(context, target);
  facts.record(context, 'pre-survey.answered', {
    engagementId: survey.engagementId,
    subject: survey.id,
    data: { type: programme.recordType, target: target.id, occurredOn: day },
  });
  return changedOf(saved);
};

export const downloadOwnSurvey: H<'downloadOwnSurvey'> = async (context, { surveyId, targetId, form, format }) => {
  const survey = await surveys.get(context.tx, surveyId);
  const target = await ownTarget(context, targetId);
  if (!survey.content.replies.some((one) => one.targetId === targetId && one.form === form))
    throw new AppError('record.missing', { internal: 'reply' });
  const engagement = await engagementOf(context, survey.engagementId);
  const programme = await programmeOfTarget(context, target);
  return surveyFile(
    { engagement, programme, form, today: context.today, due: survey.content.due, target: target.content.name },
    format,
  );
};

function reaches(context: Context, target: TargetRecord): boolean {
  return target.content.departmentIds.some((id) => reachesDepartment(context.caller, id));
}

/** An unreachable target looks as if it did not exist. */
async function ownTarget(context: Context, targetId: string): Promise<TargetRecord> {
  const target = await targets.get(context.tx, targetId);
  if (!reaches(context, target)) throw new AppError('record.missing', { internal: 'target out of reach' });
  return target;
}

async function attachAll(context: Context, fileIds: readonly string[], record: string): Promise<FileView[]> {
  const files: FileView[] = [];
  for (const fileId of fileIds) {
    const { id, name, mediaType, size, sha256 } = await context.files.attach(fileId, `audit-plan:${record}`);
    files.push({
      fileId: id,
      name,
      mediaType,
      size,
      sha256,
      by: context.caller.accountId,
      at: context.now.toISOString(),
    });
  }
  return files;
}

/** Null while nothing was sent to the department. */
async function ownView(context: Context, target: TargetRecord) {
  const { id, engagementId, content } = target;
  const [sent] = (await notices.list(context.tx, { targetId: id }))
    .filter(({ state }) => state !== 'draft')
    .toReversed();
  const [plan] = (await plans.list(context.tx, { targetId: id }))
    .filter(({ state, content: own }) => own.distributedOn !== null && state !== 'superseded')
    .toReversed();
  const asked = (await demands.list(context.tx, { targetId: id })).filter(
    ({ state, content: own }) => own.requestedOn !== null && state !== 'withdrawn',
  );
  const forms = (await surveys.list(context.tx, { programmeId: target.programmeId })).flatMap((survey) =>
    survey.content.replies.filter(({ targetId }) => targetId === id).map((reply) => ({ survey, reply })),
  );
  if (sent === undefined && plan === undefined && asked.length === 0 && forms.length === 0) return null;
  const programme = await programmeOfTarget(context, target);
  const times = sent === undefined && plan === undefined ? [] : await slots.list(context.tx, { targetId: id });
  return {
    targetId: id,
    engagementId,
    programme: programme.title,
    name: content.name,
    minutes: content.minutes,
    withdrawn: target.state === 'withdrawn',
    notice:
      sent === undefined
        ? null
        : { number: sent.content.number, text: sent.content.text, sentOn: sent.content.sentOn ?? context.today },
    plan:
      plan === undefined
        ? null
        : {
            planId: plan.id,
            version: plan.version,
            title: plan.content.title,
            fields: plan.content.fields.map(({ name, text, none }) => ({ name, text: none ? 'なし' : text })),
            distributedOn: plan.content.distributedOn ?? context.today,
            confirmedOn: plan.content.confirmedOn,
          },
    slots: times.toSorted(byTime).map((slot) => ({
      id: slot.id,
      day: slot.content.day,
      from: slot.content.from,
      to: slot.content.to,
      place: slot.content.place,
      departmentId: slot.content.departmentId,
    })),
    documents: asked.map((demand) => ({
      documentId: demand.id,
      version: demand.version,
      title: demand.content.title,
      purpose: demand.content.purpose,
      due: demand.content.due,
      additional: demand.content.additional,
      state: shownState(demand.state),
      judgement: demand.content.judgement,
      files: demand.content.files.map(({ name }) => name),
    })),
    surveys: forms.map(({ survey, reply }) => ({
      surveyId: survey.id,
      version: survey.version,
      form: reply.form,
      title: programme.questionnaires.find(({ id: form }) => form === reply.form)?.title ?? '事前調査票',
      variant: reply.variant,
      due: survey.content.due,
      receivedOn: reply.receivedOn,
    })),
  };
}

function shownState(state: string): 'requested' | 'received' | 'insufficient' | 'accepted' {
  return state === 'received' || state === 'insufficient' || state === 'accepted' ? state : 'requested';
}
