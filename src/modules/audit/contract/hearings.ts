/** Hearings: mail threads as the normal form, meetings with minutes (clause 9(1)イ(イ)-p3, -p4, -p7). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import {
  auditInput,
  changed,
  day,
  fileView,
  id,
  instant,
  line,
  participants,
  recordColumns,
  requiredText,
  text,
  version,
} from './shared.ts';

export const HEARING_MODES = ['mail', 'face-to-face', 'web'] as const;
export const hearingMode = z.enum(HEARING_MODES);
export type HearingMode = z.output<typeof hearingMode>;

export const hearingMessage = z.strictObject({
  id,
  kind: z.enum(['question', 'answer']),
  text: requiredText,
  checkId: id.nullable(),
  by: id,
  writtenAt: instant,
  /** A question reaches the department when the city sends it; null until then. */
  sentOn: day.nullable(),
  /** The question that an answer belongs to. */
  replyTo: id.nullable(),
});
export type HearingMessage = z.output<typeof hearingMessage>;

export const minutes = z.strictObject({
  text: requiredText,
  decisions: text,
  file: fileView.nullable(),
  submittedOn: day,
});

export const hearingContent = z.strictObject({
  mode: hearingMode,
  topic: line,
  purpose: text,
  /** The site visit of the same day, when both are held together. */
  visitId: id.nullable(),
  plannedOn: day.nullable(),
  place: text,
  occurredOn: day.nullable(),
  /** Team members. */
  participants: z.array(id),
  cityAttendees: text,
  messages: z.array(hearingMessage),
  minutes: minutes.nullable(),
});
export type HearingContent = z.output<typeof hearingContent>;

export const HEARING_STATES = ['draft', 'sent', 'answered', 'planned', 'held', 'minutes-submitted', 'closed'] as const;
export const hearingView = hearingContent.extend({
  ...recordColumns,
  auditId: id,
  departmentId: id,
  state: z.enum(HEARING_STATES),
});
export type HearingView = z.output<typeof hearingView>;

const question = z.strictObject({ text: requiredText, checkId: id.nullable().optional() });

export const hearingOperations = {
  listHearings: query({
    summary: 'ヒアリングの一覧を、やり取りと議事録とともに返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ hearings: z.array(hearingView) }),
  }),
  prepareMailHearing: command({
    summary: '電子メールで行うヒアリングの質問を作り、市に送付を依頼する。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      topic: line,
      purpose: text.optional(),
      participants,
      questions: z.array(question).min(1).max(40),
    }),
    output: changed.extend({ messageIds: z.array(id) }),
  }),
  addQuestions: command({
    summary: '回答を受けて、追加の質問を作る。',
    permission: 'audit.work',
    input: z.strictObject({ hearingId: id, version, questions: z.array(question).min(1).max(40) }),
    output: changed.extend({ messageIds: z.array(id) }),
  }),
  sendHearing: command({
    summary: '質問を監査対象課に送る。',
    permission: 'audit.city',
    input: z.strictObject({ hearingId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
  answerHearing: command({
    summary: '質問に回答する。',
    permission: 'audit.own.answer',
    input: z.strictObject({ hearingId: id, questionId: id, text: requiredText }),
    output: changed,
  }),
  closeMailHearing: command({
    summary: '電子メールのヒアリングを終え、やり取りを証拠として残す。',
    permission: 'audit.work',
    input: z.strictObject({ hearingId: id, version }),
    output: changed,
  }),
  planHearing: command({
    summary: '対面又はWEB会議で行うヒアリングの予定を登録する。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      mode: z.enum(['face-to-face', 'web']),
      topic: line,
      purpose: text.optional(),
      plannedOn: day,
      place: text,
      visitId: id.nullable().optional(),
    }),
    output: changed,
  }),
  recordHearing: command({
    summary: '対面又はWEB会議のヒアリングを行ったことを登録する。',
    permission: 'audit.work',
    input: z.strictObject({
      hearingId: id,
      version,
      occurredOn: day,
      participants,
      cityAttendees: text,
      place: text.optional(),
    }),
    output: changed,
  }),
  submitHearingMinutes: command({
    summary: 'ヒアリングの議事録を市に出す。',
    permission: 'audit.work',
    input: z.strictObject({
      hearingId: id,
      version,
      text: requiredText,
      decisions: text,
      fileId: id.nullable().optional(),
    }),
    output: changed,
  }),
} as const;
