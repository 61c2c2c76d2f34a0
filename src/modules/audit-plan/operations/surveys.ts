/** The pre-survey: forms go to the targets, answers come in, are read, and what is unread stays visible. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { demands, type SurveyRecord, surveys, type TargetRecord, targets } from '../store/stores.ts';
import { lateWarnings } from './notices.ts';
import { checkParty, facts, type H, programmeInForce, programmeOfTarget } from './shared.ts';
import { checkAlive } from './targets.ts';

export const viewOfSurvey = ({ id, programmeId, state, version, content }: SurveyRecord) => ({
  ...content,
  id,
  programmeId,
  state,
  version,
});

export const listSurveys: H<'listSurveys'> = async (context, { engagementId }) => ({
  surveys: (await surveys.list(context.tx, { engagementId })).map(viewOfSurvey),
});

export const sendSurvey: H<'sendSurvey'> = async (context, { programmeId, targetIds, due, occurredOn }) => {
  const { record, programme } = await programmeInForce(context, programmeId);
  if (programme.questionnaires.length === 0)
    throw refuse('この手順には事前調査票がありません。手順に事前調査票を加えて公開してから配ってください。');
  checkParty(context.caller, programme.parties.preSurveyBy, '事前調査票の配付');
  const day = await dayOfEvent(context, record.engagementId, occurredOn);
  if (due < day) throw fieldError('due', '期限が、配る日より前です。日付を確かめてください。');
  const chosen: TargetRecord[] = [];
  for (const targetId of new Set(targetIds)) {
    const target = await targets.get(context.tx, targetId);
    checkAlive(target);
    if (target.programmeId !== programmeId)
      throw new AppError('record.missing', { internal: 'target of another programme' });
    if (target.state === 'proposed')
      throw refuse(`「${target.content.name}」はまだ決定されていません。対象を決定してから配ってください。`);
    chosen.push(target);
  }
  const saved = await surveys.insert(context, {
    engagementId: record.engagementId,
    programmeId,
    state: 'sent',
    position: nextPosition(await surveys.list(context.tx, { programmeId })),
    content: {
      due,
      sentOn: day,
      replies: chosen.flatMap((target) =>
        programme.questionnaires.map(({ id, variant }) => ({
          targetId: target.id,
          form: id,
          variant: variant ?? '',
          receivedOn: null,
          answer: '',
          files: [],
          readOn: null,
          notes: '',
        })),
      ),
    },
  });
  const asked = (await demands.list(context.tx, { engagementId: record.engagementId })).filter(
    ({ targetId, state }) => state !== 'withdrawn' && chosen.some(({ id }) => id === targetId),
  );
  facts.record(context, 'pre-survey.sent', {
    engagementId: record.engagementId,
    subject: saved.id,
    data: {
      type: programme.recordType,
      targets: chosen.map(({ id }) => id),
      variants: programme.questionnaires.flatMap(({ variant }) => variant ?? []),
      subjects: [...new Set(programme.questionnaires.flatMap(({ subjects }) => subjects))],
      requestedDocuments: asked.length,
      due,
      occurredOn: day,
    },
  });
  const { preSurveyDays } = programme.deadlines;
  return {
    ...changedOf(saved),
    warnings: chosen.flatMap((target) => lateWarnings(target, day, preSurveyDays, '事前調査票の配付')),
  };
};

export const readReply: H<'readReply'> = async (context, { surveyId, version, targetId, form, notes }) => {
  const survey = await surveys.take(context.tx, surveyId);
  checkRecordVersion(survey, version);
  const reply = survey.content.replies.find((one) => one.targetId === targetId && one.form === form);
  if (reply === undefined) throw new AppError('record.missing', { internal: 'reply' });
  if (reply.receivedOn === null) throw refuse('この調査票の回答はまだ届いていません。届いてから読んでください。');
  const replies = survey.content.replies.map((one) => (one === reply ? { ...one, readOn: context.today, notes } : one));
  const state = replies.every(({ readOn }) => readOn !== null) ? 'read' : survey.state;
  const saved = await surveys.save(context.tx, survey, { state, content: { replies } });
  await recordReading(context, await targets.get(context.tx, targetId));
  return changedOf(saved);
};

/** Tells the rules how much of the whole programme has come in and is still unread. */
export async function recordReading(context: Context, target: TargetRecord): Promise<void> {
  const programme = await programmeOfTarget(context, target);
  const own = (await targets.list(context.tx, { programmeId: target.programmeId })).filter(
    ({ state }) => state !== 'withdrawn',
  );
  const replies = (await surveys.list(context.tx, { programmeId: target.programmeId })).flatMap(
    ({ content }) => content.replies,
  );
  const papers = (await demands.list(context.tx, { engagementId: target.engagementId })).map((demand) => ({
    ...demand.content,
    targetId: demand.targetId,
  }));
  const received = [...replies, ...papers].filter(
    ({ targetId, receivedOn }) => receivedOn !== null && own.some(({ id }) => id === targetId),
  );
  facts.record(context, 'pre-survey.read', {
    engagementId: target.engagementId,
    subject: target.programmeId,
    data: {
      type: programme.recordType,
      target: target.id,
      documents: received.length,
      unread: received.filter(({ readOn }) => readOn === null).length,
    },
  });
}
