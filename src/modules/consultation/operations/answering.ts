/** Answering: the working copy of one side, and the answer that everybody who asked can read. */
import { clauseLabel } from '../../../core/specification/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { answerChannels, basisCodes, basisNames, type Channel, type ConsultationConditions } from '../conditions.ts';
import type { Answer, consultationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { type ConsultationRow, insertEntry, updateConsultation } from '../store.ts';
import { periodName } from '../rules/cap.ts';
import { recordAdviceGiven } from './advice.ts';
import { isDeferred, plannedPeriod } from './cap.ts';
import { attachAll, checkHappened, inHand, isOffice, sideOf } from './common.ts';
import { type Setting, settingOf } from './setting.ts';
import { citableStandards } from './reading.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const saveAnswer: H<'saveAnswer'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  checkTurn(context, row);
  return { version: await updateConsultation(context.tx, row.id, row.version, { draft: input.draft }) };
};

export const issueAnswer: H<'issueAnswer'> = async (context, input) => {
  const setting = await settingOf(context, input.engagementId);
  const row = await inHand(context, setting, input);
  checkTurn(context, row);
  return { version: await issue(context, setting, row, input) };
};

/** The side that took the consultation on answers it. */
function checkTurn(context: Context, row: ConsultationRow): void {
  const turn =
    row.state === 'contractor' ? sideOf(context) === 'contractor' : row.state === 'office' && isOffice(context);
  if (turn) return;
  const reasons = {
    received: '誰が答えるかがまだ決まっていません。担当課が決めてから回答してください。',
    office: '担当課が答える相談です。',
    contractor: '受託者が答える相談です。',
    answered: '既に回答した相談です。続けるときは、再開してから回答してください。',
    closed: '終了した相談です。続けるときは、再開してから回答してください。',
  } as const;
  throw new AppError('state.refused', { message: reasons[row.state] });
}

interface Issued {
  readonly answer: Answer;
  readonly channel: Channel;
  readonly occurredOn: string;
  readonly fileIds: readonly string[];
}

/** Puts the answer into the thread; answers with the new version. The caller has made sure whose turn it is. */
export async function issue(
  context: Context,
  setting: Setting,
  row: ConsultationRow,
  { answer, channel, occurredOn, fileIds }: Issued,
): Promise<number> {
  const { conditions, profile } = setting;
  checkHappened(context, setting, occurredOn);
  if (occurredOn < row.received_on) {
    throw fieldError('occurredOn', '回答した日は、相談を受けた日以後にしてください。');
  }
  if (!answerChannels(conditions, row.urgent).includes(channel)) {
    throw fieldError(
      'channel',
      '仕様書が定める方法ではありません。急ぐ相談でなければ、示された方法から選んでください。',
    );
  }
  checkPoints(context, conditions, answer);
  await checkCitations(context, profile.id, answer);
  const contractor = sideOf(context) === 'contractor';
  if (contractor && isDeferred(context, setting, row)) {
    throw new AppError('state.refused', {
      message: `${periodName(plannedPeriod(setting, row) ?? '')}分に回した相談です。その期に入ってから回答してください。急ぐときは、担当課が回答者を決め直し、上限を超えて受けることを確認してください。`,
    });
  }
  const { text, ...particulars } = answer;
  const files = await attachAll(context, fileIds, row.id);
  await insertEntry(context.tx, {
    consultation_id: row.id,
    id: context.newId(),
    kind: 'answer',
    audience: 'all',
    author_id: context.caller.accountId,
    author_party: sideOf(context),
    written_at: context.now,
    occurred_on: occurredOn,
    channel,
    body: text,
    files,
    particulars,
  });
  const version = await updateConsultation(context.tx, row.id, row.version, {
    state: 'answered',
    answered_on: row.answered_on ?? occurredOn,
    draft: null,
  });
  facts.record(context, 'consultation.answered', {
    engagementId: profile.id,
    subject: row.id,
    data: {
      channel,
      citations: answer.citations.map(({ code, place }) => `${code} ${place}`),
      considerations: [...answer.considerations, ...answer.basis].map(({ name }) => name),
      summaryForLaypeople: answer.plain.trim() !== '',
      // Only the first answer is one of the cap, whatever its reading: the further ones belong to the same consultation.
      counted: contractor && row.answered_on === null,
      questions: answer.questions,
      occurredOn,
    },
  });
  if (contractor) recordAdviceGiven(context, row, { answer, channel, occurredOn, files });
  return version;
}

/**
 * The clause asks the contractor to speak of every consideration and of one of the grounds, and to cite one of the rules
 * that it names. The office may leave them out.
 */
function checkPoints(context: Context, conditions: ConsultationConditions | null, answer: Answer): void {
  const asked = { considerations: conditions?.considerations ?? [], basis: basisNames(conditions) };
  for (const part of ['considerations', 'basis'] as const) {
    const given = answer[part].map(({ name }) => name);
    if (given.some((name) => !asked[part].includes(name)) || new Set(given).size < given.length) {
      throw fieldError(`answer.${part}`, '仕様書にない観点か、二度書かれた観点があります。画面を開き直してください。');
    }
  }
  if (sideOf(context) === 'city' || conditions === null) return;
  const missing = asked.considerations.filter((name) => !answer.considerations.some((point) => point.name === name));
  if (missing.length > 0) {
    throw fieldError(
      'answer.considerations',
      `仕様書${clauseLabel(conditions.clause)}が求める「${missing.join('」「')}」について書いてください。当てはまらないときは、その理由を書いてください。`,
    );
  }
  if (asked.basis.length > 0 && answer.basis.length === 0) {
    throw fieldError(
      'answer.basis',
      `仕様書${clauseLabel(conditions.clause)}が求める「${asked.basis.join('」「')}」のどれかについて、よりどころとした内容を書いてください。`,
    );
  }
  const codes = basisCodes(conditions);
  if (codes.length > 0 && !answer.citations.some(({ code }) => codes.includes(code))) {
    throw fieldError(
      'answer.citations',
      `仕様書${clauseLabel(conditions.clause)}が求める規程から、根拠とした条項を一つ以上選んでください。`,
    );
  }
}

async function checkCitations(context: Context, engagementId: string, { citations }: Answer): Promise<void> {
  if (citations.length === 0) return;
  const known = new Set((await citableStandards(context, engagementId)).map(({ code }) => code));
  citations.forEach(({ code }, at) => {
    if (!known.has(code)) {
      throw fieldError(`answer.citations.${at}`, '業務に適用する基準にありません。基準を一覧から選び直してください。');
    }
  });
}
