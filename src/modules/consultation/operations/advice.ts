/** Advice on the office's own work: asked for, given, put into writing. */
import { renderFile } from '../../../documents/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { ADVICE_AREAS, topicsOf } from '../advice.ts';
import type { AdviceSubject, Answer, consultationContract } from '../contract.ts';
import { adviceTree } from '../documents/advice.ts';
import { facts } from '../facts.ts';
import { type ConsultationRow, listEntries, updateConsultation } from '../store.ts';
import { inHand, isOffice, sideOf } from './common.ts';
import { settingOf } from './setting.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** The office asks about its own work; the contractor may put a call of the office on record. */
export function checkAdvice(context: Context, advice: AdviceSubject | null): void {
  if (advice === null) return;
  if (sideOf(context) === 'city' && !isOffice(context))
    throw fieldError('advice', '市の業務への助言は、担当課から求めます。相談として送ってください。');
  if (!topicsOf(advice.area).includes(advice.topic))
    throw fieldError(
      'advice.topic',
      `「${ADVICE_AREAS[advice.area].name}」についての助言は、${topicsOf(advice.area).join('、')}から選んでください。`,
    );
}

export function recordAdviceRequested(
  context: Context,
  engagementId: string,
  subject: string,
  advice: AdviceSubject | null,
): void {
  if (advice === null) return;
  facts.record(context, 'advice.requested', { engagementId, subject, data: advice });
}

export function recordAdviceGiven(
  context: Context,
  row: ConsultationRow,
  given: {
    readonly answer: Answer;
    readonly channel: string;
    readonly occurredOn: string;
    readonly files: readonly { readonly id: string }[];
  },
): void {
  if (row.advice === null) return;
  const { answer, channel, occurredOn, files } = given;
  facts.record(context, 'advice.given', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: {
      ...{ area: row.advice.area, topic: row.advice.topic, channel, occurredOn },
      citations: answer.citations.map(({ code, place }) => `${code} ${place}`),
      precedents: answer.precedents.map(({ kind }) => kind),
      materials: files.map(({ id }) => id),
    },
  });
}

export const recordAdvice: H<'recordAdvice'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  if (row.advice === null) throw refuse('市の業務への助言ではありません。相談の記録は、相談事対応資料に残ります。');
  if (sideOf(context) !== 'contractor')
    throw refuse('助言の記録は、助言した受託者が残します。受託者に依頼してください。');
  if (row.answered_on === null) throw refuse('まだ助言していません。回答を出してから、記録を残してください。');
  if (row.advice_record !== null) throw refuse('この助言の記録は、既に残しています。');
  const version = await updateConsultation(context.tx, row.id, row.version, {
    advice_record: { on: context.today, by: context.caller.accountId },
  });
  const entries = await listEntries(context.tx, [row.id]);
  facts.record(context, 'advice.recorded', {
    engagementId: row.engagement_id,
    subject: row.id,
    data: {
      area: row.advice.area,
      materials: entries.filter(({ kind }) => kind === 'answer').flatMap(({ files }) => files.map(({ id }) => id)),
    },
  });
  return { version };
};

export const downloadAdvice: H<'downloadAdvice'> = async (context, { engagementId, consultationId, format }) =>
  renderFile(await adviceTree(context, engagementId, [consultationId]), format, '助言の記録');

function refuse(message: string): AppError {
  return new AppError('state.refused', { message });
}
