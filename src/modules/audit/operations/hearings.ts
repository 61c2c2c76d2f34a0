/** Hearings by mail, sent and answered through the city, and hearings in person or by web meeting with minutes. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import type { HearingContent, HearingMessage } from '../contract/hearings.ts';
import { HEARING_MODE_LABELS } from '../labels.ts';
import { hearingMachine } from '../rules/machines.ts';
import { threadText, unanswered } from '../rules/hearing-rules.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, audits, checks, type HearingRecord, hearings, visits } from '../store/stores.ts';
import { keepEvidence, keepText } from './evidence.ts';
import type { H } from './handler.ts';
import {
  advance,
  attach,
  checkFieldwork,
  checkNotified,
  checkOwnAudit,
  facts,
  readAudit,
  takeAudit,
} from './shared.ts';

function viewOf(hearing: HearingRecord, audit: AuditRecord) {
  const { id, version, position, createdAt, auditId, state, content } = hearing;
  return { ...content, id, version, position, createdAt, auditId, state, departmentId: audit.departmentId };
}

export const listHearings: H<'listHearings'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  return { hearings: (await hearings.list(context.tx, { auditId })).map((hearing) => viewOf(hearing, audit)) };
};

interface Question {
  readonly text: string;
  readonly checkId?: string | null | undefined;
}

async function questionsOf(
  context: Context,
  audit: AuditRecord,
  questions: readonly Question[],
): Promise<HearingMessage[]> {
  const known = new Set((await checks.list(context.tx, { auditId: audit.id })).map(({ id }) => id));
  return questions.map(({ text, checkId }, index) => {
    if (checkId !== null && checkId !== undefined && !known.has(checkId))
      throw fieldError(`questions.${index}.checkId`, 'この監査対象課の確認項目から選んでください。');
    return {
      id: context.newId(),
      kind: 'question',
      text,
      checkId: checkId ?? null,
      by: context.caller.accountId,
      writtenAt: context.now.toISOString(),
      sentOn: null,
      replyTo: null,
    };
  });
}

const EMPTY: Omit<HearingContent, 'mode' | 'topic'> = {
  purpose: '',
  visitId: null,
  plannedOn: null,
  place: '',
  occurredOn: null,
  participants: [],
  cityAttendees: '',
  messages: [],
  minutes: null,
};

export const prepareMailHearing: H<'prepareMailHearing'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldwork(audit);
  const messages = await questionsOf(context, audit, input.questions);
  const hearing = await insert(context, audit, 'draft', {
    ...EMPTY,
    mode: 'mail',
    topic: input.topic,
    purpose: input.purpose ?? '',
    participants: input.participants,
    messages,
  });
  return { ...changedOf(hearing), messageIds: messages.map(({ id }) => id) };
};

async function insert(context: Context, audit: AuditRecord, state: 'draft' | 'planned', content: HearingContent) {
  const hearing = await hearings.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    state,
    position: nextPosition(await hearings.list(context.tx, { auditId: audit.id })),
    content,
  });
  facts.record(context, 'hearing.prepared', {
    engagementId: audit.engagementId,
    subject: hearing.id,
    data: { department: audit.departmentId, mode: HEARING_MODE_LABELS[content.mode] },
  });
  return hearing;
}

async function take(context: Context, hearingId: string, version: number) {
  const hearing = await hearings.take(context.tx, hearingId);
  const audit = await readAudit(context, hearing.auditId);
  checkRecordVersion(hearing, version, viewOf(hearing, audit));
  return { hearing, audit };
}

export const addQuestions: H<'addQuestions'> = async (context, { hearingId, version, questions }) => {
  const { hearing, audit } = await take(context, hearingId, version);
  checkNotified(audit);
  const state = advance(hearingMachine, hearing.state, 'ask');
  const added = await questionsOf(context, audit, questions);
  const saved = await hearings.save(context.tx, hearing, {
    state,
    content: { messages: [...hearing.content.messages, ...added] },
  });
  return { ...changedOf(saved), messageIds: added.map(({ id }) => id) };
};

export const sendHearing: H<'sendHearing'> = async (context, { hearingId, version, occurredOn }) => {
  const { hearing, audit } = await take(context, hearingId, version);
  checkNotified(audit);
  const state = advance(hearingMachine, hearing.state, 'send');
  const on = await dayOfEvent(context, audit.engagementId, occurredOn);
  const waiting = hearing.content.messages.filter(({ kind, sentOn }) => kind === 'question' && sentOn === null);
  const saved = await hearings.save(context.tx, hearing, {
    state,
    content: {
      messages: hearing.content.messages.map((message) =>
        message.kind === 'question' && message.sentOn === null ? { ...message, sentOn: on } : message,
      ),
    },
  });
  facts.record(context, 'hearing.sent', {
    engagementId: audit.engagementId,
    subject: hearing.id,
    data: { department: audit.departmentId, questions: waiting.length, occurredOn: on },
  });
  return changedOf(saved);
};

export const answerHearing: H<'answerHearing'> = async (context, { hearingId, questionId, text }) => {
  const hearing = await hearings.take(context.tx, hearingId);
  const audit = await audits.get(context.tx, hearing.auditId);
  checkOwnAudit(context.caller, audit);
  checkNotified(audit);
  const question = hearing.content.messages.find(({ id, kind }) => id === questionId && kind === 'question');
  // A question that was not sent does not exist for the department.
  if (question === undefined || question.sentOn === null)
    throw new AppError('record.missing', { internal: 'question' });
  advance(hearingMachine, hearing.state, 'answer');
  const answer: HearingMessage = {
    id: context.newId(),
    kind: 'answer',
    text,
    checkId: question.checkId,
    by: context.caller.accountId,
    writtenAt: context.now.toISOString(),
    sentOn: context.today,
    replyTo: question.id,
  };
  const messages = [...hearing.content.messages, answer];
  const pending = unanswered(messages);
  const saved = await hearings.save(context.tx, hearing, {
    state: hearing.state === 'sent' && pending.length === 0 ? 'answered' : hearing.state,
    content: { messages },
  });
  facts.record(context, 'hearing.answered', {
    engagementId: audit.engagementId,
    subject: hearing.id,
    data: { department: audit.departmentId },
  });
  return changedOf(saved);
};

export const closeMailHearing: H<'closeMailHearing'> = async (context, { hearingId, version }) => {
  const { hearing } = await take(context, hearingId, version);
  const audit = await takeAudit(context, hearing.auditId);
  checkNotified(audit);
  const state = advance(hearingMachine, hearing.state, 'close');
  const saved = await hearings.save(context.tx, hearing, { state, content: { occurredOn: context.today } });
  // The thread itself is the proof that the specification wants kept.
  const file = await keepText(
    context,
    audit,
    `ヒアリング記録_${hearing.content.topic.slice(0, 80)}`,
    threadText(hearing.content),
  );
  const evidence = await keepEvidence(context, audit, {
    title: `ヒアリング記録（${hearing.content.topic.slice(0, 150)}）`,
    source: '電子メールによる質問と回答',
    technique: 'interview',
    place: '',
    description: hearing.content.purpose,
    collectedAt: context.now.toISOString(),
    file,
  });
  const asked = new Set(hearing.content.messages.flatMap(({ checkId }) => (checkId === null ? [] : [checkId])));
  for (const checkId of asked) {
    const check = await checks.take(context.tx, checkId);
    await checks.save(context.tx, check, { content: { evidenceIds: [...check.content.evidenceIds, evidence.id] } });
  }
  recordHeld(context, audit, saved, context.today);
  return changedOf(saved);
};

function recordHeld(context: Context, audit: AuditRecord, hearing: HearingRecord, occurredOn: string): void {
  facts.record(context, 'hearing.held', {
    engagementId: audit.engagementId,
    subject: hearing.id,
    data: {
      department: audit.departmentId,
      mode: HEARING_MODE_LABELS[hearing.content.mode],
      participants: hearing.content.participants,
      occurredOn,
    },
  });
}

export const planHearing: H<'planHearing'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldwork(audit);
  const visitId = input.visitId ?? null;
  if (visitId !== null) {
    const visit = await visits.get(context.tx, visitId);
    if (visit.auditId !== audit.id) throw new AppError('record.missing', { internal: 'visit of another audit' });
  }
  const { mode, topic, plannedOn, place } = input;
  const content = { ...EMPTY, mode, topic, plannedOn, place, visitId, purpose: input.purpose ?? '' };
  return changedOf(await insert(context, audit, 'planned', content));
};

export const recordHearing: H<'recordHearing'> = async (context, input) => {
  const { hearing, audit } = await take(context, input.hearingId, input.version);
  checkNotified(audit);
  const state = advance(hearingMachine, hearing.state, 'hold');
  const on = await dayOfEvent(context, audit.engagementId, input.occurredOn);
  const saved = await hearings.save(context.tx, hearing, {
    state,
    content: {
      occurredOn: on,
      participants: input.participants,
      cityAttendees: input.cityAttendees,
      place: input.place ?? hearing.content.place,
    },
  });
  recordHeld(context, audit, saved, on);
  return changedOf(saved);
};

export const submitHearingMinutes: H<'submitHearingMinutes'> = async (context, input) => {
  const { hearing, audit } = await take(context, input.hearingId, input.version);
  const state = advance(hearingMachine, hearing.state, 'minutes');
  const fileId = input.fileId ?? null;
  const file = fileId === null ? null : await attach(context, fileId, `hearing:${hearing.id}`);
  const saved = await hearings.save(context.tx, hearing, {
    state,
    content: { minutes: { text: input.text, decisions: input.decisions, file, submittedOn: context.today } },
  });
  facts.record(context, 'hearing.minutes-submitted', {
    engagementId: audit.engagementId,
    subject: hearing.id,
    data: { department: audit.departmentId },
  });
  return changedOf(saved);
};
