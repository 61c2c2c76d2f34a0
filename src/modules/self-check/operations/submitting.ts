/** Handing in answers: many respondents of several municipalities in one commit. */
import { type AnswerSheet, scoreSelfCheck, validateSheet } from '../../../core/assessment/index.ts';
import { meaningOf } from '../../../core/content-schema/index.ts';
import { canonical, sha256Of } from '../../../kernel/canonical.ts';
import type { ParsedInputOf } from '../../../kernel/contract.ts';
import type { Tx } from '../../../kernel/database.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { FactDraft } from '../../../kernel/fact.ts';
import type { BatchHandler, BatchOutcome, Context } from '../../../kernel/module.ts';
import type { selfCheckContract } from '../contract.ts';
import type { Receipt } from '../contract/answering.ts';
import { facts } from '../facts.ts';
import { type Answerer, mayAnswer, type Respondent } from '../rules/respondent.ts';
import { asFields, dayInTime, fileIdsIn, refuseSubmission, stateAfter, unknownFiles } from '../rules/submission.ts';
import { countedIn } from '../rules/tally.ts';
import {
  type CampaignFrame,
  frameName,
  insertResponses,
  latestResponses,
  lockStatuses,
  type NewResponse,
  type PlaceKey,
  placeName,
  saveStatuses,
  type StatusAfter,
} from '../store/response-store.ts';
import { type Move, moveTallies, written } from '../store/tally-store.ts';
import { listAnswerFiles } from '../store/answer-files.ts';
import type { Channel, StatusRow } from '../store/tables.ts';
import { framesOf, type H, respondentOf } from './common.ts';

interface Submission extends PlaceKey {
  readonly accountId: string;
  readonly expectedRevision: number;
  readonly answers: AnswerSheet;
  /** Whose right to the sheet is to be looked at; null where it was proved otherwise. */
  readonly answerer: Answerer | null;
  readonly head: boolean;
  /** Handed in by the office for the department. */
  readonly proxy: boolean;
  readonly channel: Channel;
  /** Stated by the office: the day on which the paper or the file arrived. */
  readonly receivedOn: string | null;
  readonly now: Date;
  readonly today: string;
}

type Outcome = BatchOutcome<Receipt>;
type Input = ParsedInputOf<typeof selfCheckContract, 'submitResponse'>;

export const submitResponse: BatchHandler<Input, Receipt> = (tx, requests, newId) =>
  writeSubmissions(
    tx,
    requests.map(({ caller, input, now, today }) => ({
      ...input,
      tenantId: caller.tenantId,
      accountId: caller.accountId,
      respondentId: respondentOf(input),
      answerer: caller,
      head: caller.roles.includes('department-head'),
      proxy: false,
      channel: 'web' as const,
      receivedOn: null,
      now,
      today,
    })),
    newId,
  );

export const submitOnBehalf: H<'submitOnBehalf'> = async (context, { receivedOn, ...input }) => {
  if (receivedOn === undefined && input.channel === 'paper')
    throw fieldError('receivedOn', '紙が届いた日を入力してください。');
  if (receivedOn !== undefined && receivedOn > context.today)
    throw fieldError('receivedOn', 'まだ来ていない日は入力できません。回答が届いた日を入力してください。');
  return submitFor(context, {
    ...input,
    respondentId: respondentOf(input),
    answerer: null,
    head: false,
    proxy: true,
    receivedOn: receivedOn ?? null,
  });
};

export const submitFromFile: H<'submitFromFile'> = async (context, input) =>
  submitFor(context, {
    ...input,
    respondentId: respondentOf(input),
    answerer: context.caller,
    head: context.caller.roles.includes('department-head'),
    proxy: false,
    receivedOn: null,
  });

/** Hands in one sheet; the caller's right to it is looked at when `answerer` is given. */
export async function submitFor(
  context: Context,
  given: Omit<Submission, 'tenantId' | 'accountId' | 'now' | 'today'>,
): Promise<Receipt> {
  const { caller, now, today } = context;
  const submission = { ...given, tenantId: caller.tenantId, accountId: caller.accountId, now, today };
  const [outcome] = await writeSubmissions(context.tx, [submission], context.newId);
  if (outcome === undefined) throw new AppError('internal.failure', { internal: 'submission without outcome' });
  if ('error' in outcome) throw outcome.error;
  for (const fact of outcome.facts) context.append(fact);
  return outcome.output;
}

/** A place as it stands inside the batch: what earlier requests of the batch wrote counts for the later ones. */
type Standing = Respondent &
  Pick<
    StatusRow,
    | 'respondent_id'
    | 'state'
    | 'revision'
    | 'due'
    | 'closed'
    | 'answers_hash'
    | 'submitted_by'
    | 'points'
    | 'submitted_at'
    | 'counted'
  >;

/** Locks all places, decides each request by the rules, and writes what was accepted with three statements. */
async function writeSubmissions(
  tx: Tx,
  submissions: readonly Submission[],
  newId: () => string,
): Promise<readonly Outcome[]> {
  const locked = await lockStatuses(tx, submissions);
  const frames = await framesOf(tx, submissions);
  const files = await attachedFiles(tx, submissions, frames);
  const standings = new Map<string, Standing>(locked);
  const answers = new Map<string, AnswerSheet>();
  const responses: NewResponse[] = [];
  const statuses = new Map<string, StatusAfter>();
  const moves: Move[] = [];
  const outcomes = submissions.map((submission): Outcome | 'stale' => {
    const place = standings.get(placeName(submission));
    const frame = frames.get(frameName(submission));
    if (place === undefined || frame === undefined)
      return { error: new AppError('record.missing', { internal: 'respondent of campaign' }) };
    // One writing of the answers serves their hash and their row.
    const text = canonical(submission.answers);
    const decision = decide(submission, sha256Of(text), place, frame, files.get(placeName(submission)) ?? NO_FILES);
    if (decision === 'stale' || !('accepted' in decision)) return decision;
    const { accepted, facts: recorded } = decision;
    // Answers that wait for the head do not count yet, nor do those that they take the place of.
    const counted = accepted.state === 'submitted' ? written(countedIn(frame.form, submission.answers)) : null;
    const { tenantId, campaignId } = submission;
    moves.push({ tenantId, campaignId, layout: frame.layout, before: place.counted, after: counted });
    responses.push(responseRow(submission, accepted, { id: newId(), answers: text }));
    statuses.set(placeName(submission), { ...statusRow(submission, accepted), counted });
    standings.set(placeName(submission), {
      ...place,
      state: accepted.state,
      revision: accepted.revision,
      answers_hash: accepted.answersHash,
      points: accepted.points,
      submitted_at: submission.now,
      submitted_by: submission.accountId,
      counted,
    });
    answers.set(placeName(submission), submission.answers);
    return { output: accepted, facts: recorded };
  });
  if (responses.length > 0) {
    await Promise.all([
      insertResponses(tx, responses),
      saveStatuses(tx, [...statuses.values()]),
      moveTallies(tx, moves),
    ]);
  }
  const stale = submissions.filter((_, index) => outcomes[index] === 'stale');
  const saved = await latestResponses(
    tx,
    stale.filter((submission) => !answers.has(placeName(submission))),
  );
  return outcomes.map((outcome, index) => {
    const submission = submissions[index];
    if (outcome !== 'stale' || submission === undefined) return outcome === 'stale' ? staleError({}) : outcome;
    const name = placeName(submission);
    const place = standings.get(name);
    const revision = place?.revision ?? 0;
    // `version` under its usual name, so that the page's form sends again on top of it.
    return staleError({
      version: revision,
      revision,
      answers: answers.get(name) ?? saved.get(name)?.answers ?? {},
      submittedAt: place?.submitted_at?.toISOString() ?? null,
    });
  });
}

const NO_FILES: ReadonlySet<string> = new Set();

/** Files of the places whose sheets name some; for most batches nothing is read. */
async function attachedFiles(
  tx: Tx,
  submissions: readonly Submission[],
  frames: ReadonlyMap<string, CampaignFrame>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const naming = submissions.filter((submission) => {
    const form = frames.get(frameName(submission))?.form;
    return form !== undefined && fileIdsIn(form, submission.answers).length > 0;
  });
  const rows = (await listAnswerFiles(tx, naming)).map((row) => ({
    place: placeName({ tenantId: row.tenant_id, campaignId: row.campaign_id, respondentId: row.respondent_id }),
    fileId: row.file_id,
  }));
  return new Map(
    [...Map.groupBy(rows, ({ place }) => place)].map(([place, own]) => [
      place,
      new Set(own.map(({ fileId }) => fileId)),
    ]),
  );
}

const staleError = (current: unknown): Outcome => ({ error: new AppError('record.stale', { current }) });

function decide(
  submission: Submission,
  answersHash: string,
  place: Standing,
  frame: CampaignFrame,
  files: ReadonlySet<string>,
): Outcome | 'stale' | { readonly accepted: Receipt; readonly facts: readonly FactDraft[] } {
  if (frame.anonymous)
    return {
      error: new AppError('state.refused', {
        message: '匿名の調査には、本人あてのリンクからだけ回答できます。一覧から「匿名で回答する」を選んでください。',
      }),
    };
  const refusal = refuseSubmission(place, {
    opens: frame.opens,
    today: submission.receivedOn ?? submission.today,
    dayInTime: submission.receivedOn ?? dayInTime(submission.now, frame.graceMinutes),
    expectedRevision: submission.expectedRevision,
    own: submission.answerer === null || mayAnswer(place, submission.answerer),
  });
  if (refusal?.code === 'record.stale') {
    const repeated = sameAgain(submission, place, answersHash);
    return repeated === null ? 'stale' : { output: repeated, facts: [] };
  }
  if (refusal !== null) return { error: new AppError(refusal.code, { message: refusal.message }) };
  const problems = [
    ...validateSheet(frame.form, submission.answers, { complete: true }),
    ...unknownFiles(frame.form, submission.answers, files),
  ];
  if (problems.length > 0) return { error: new AppError('input.invalid', { fields: asFields(problems) }) };
  const accepted: Receipt = {
    campaignId: submission.campaignId,
    respondentId: submission.respondentId,
    departmentId: place.department_id,
    revision: place.revision + 1,
    state: stateAfter(frame.requiresApproval, {
      head: submission.head,
      onPaper: submission.proxy && submission.channel === 'paper',
    }),
    points: meaningOf(frame.type).results === 'points' ? scoreSelfCheck(frame.form, submission.answers).points : null,
    submittedAt: submission.now.toISOString(),
    answersHash,
  };
  return { accepted, facts: accepted.state === 'submitted' ? factsOf(submission, frame, accepted) : [] };
}

/** The same person pressed twice: the second press gets the receipt of the first and changes nothing. */
function sameAgain(submission: Submission, place: Standing, answersHash: string): Receipt | null {
  const { state, revision, submitted_at: submittedAt } = place;
  const same =
    (state === 'submitted' || state === 'awaiting-approval') &&
    revision === submission.expectedRevision + 1 &&
    place.answers_hash === answersHash &&
    place.submitted_by === submission.accountId;
  if (!same || submittedAt === null) return null;
  const { campaignId, respondentId } = submission;
  return {
    campaignId,
    respondentId,
    departmentId: place.department_id,
    revision,
    state,
    points: place.points,
    submittedAt: submittedAt.toISOString(),
    answersHash,
  };
}

function factsOf(submission: Submission, frame: CampaignFrame, receipt: Receipt): readonly FactDraft[] {
  const drafts: FactDraft[] = [];
  facts.record({ append: (fact) => drafts.push(fact) }, 'response.submitted', {
    engagementId: frame.engagementId,
    subject: `${receipt.campaignId}:${receipt.respondentId}`,
    data: {
      campaign: receipt.campaignId,
      type: frame.type,
      department: receipt.departmentId,
      ...(receipt.respondentId === receipt.departmentId ? {} : { respondent: receipt.respondentId }),
      revision: receipt.revision,
      answersHash: receipt.answersHash,
      ...(submission.proxy ? { proxy: true } : {}),
      ...(submission.channel === 'web' ? {} : { channel: submission.channel }),
      ...(submission.receivedOn === null ? {} : { occurredOn: submission.receivedOn }),
    },
  });
  return drafts;
}

function responseRow(
  submission: Submission,
  receipt: Receipt,
  { id, answers }: { readonly id: string; readonly answers: string },
): NewResponse {
  return {
    tenant_id: submission.tenantId,
    campaign_id: receipt.campaignId,
    respondent_id: receipt.respondentId,
    revision: receipt.revision,
    id,
    answers,
    answers_hash: receipt.answersHash,
    points: receipt.points,
    proxy: submission.proxy,
    channel: submission.channel,
    submitted_by: submission.accountId,
    submitted_at: receipt.submittedAt,
  };
}

function statusRow(submission: Submission, receipt: Receipt): Omit<StatusAfter, 'counted'> {
  return {
    tenant_id: submission.tenantId,
    campaign_id: receipt.campaignId,
    respondent_id: receipt.respondentId,
    state: receipt.state,
    revision: receipt.revision,
    answers_hash: receipt.answersHash,
    points: receipt.points,
    submitted_at: receipt.submittedAt,
    submitted_by: submission.accountId,
    proxy: submission.proxy,
    channel: submission.channel,
  };
}
