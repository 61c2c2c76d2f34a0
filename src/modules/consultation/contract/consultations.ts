/** Asking, deciding who answers, answering, and what follows. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, line, requiredText, text, version } from '../../../kernel/schema.ts';
import {
  adviceSubject,
  answer,
  category,
  channel,
  consultation,
  consultationDetail,
  draft,
  fileIds,
  meter,
  questions,
  STATES,
} from './shapes.ts';

const one = { engagementId: id, consultationId: id };
const inHand = z.strictObject({ ...one, version });
const versioned = z.strictObject({ version });

/** What is done when the cap of the period is used up: take it on nevertheless with a reason, or move it on. */
const overrun = z.union([
  z.strictObject({ choice: z.literal('exceed'), reason: requiredText.max(1000) }),
  z.strictObject({ choice: z.literal('next-period') }),
]);

const question = {
  title: line,
  category,
  urgent: z.boolean(),
  questions,
  question: requiredText,
  fileIds,
  advice: adviceSubject.nullable().optional(),
};

export const consultationOperations = {
  listConsultations: query({
    summary: '見られる相談を新しい順に、上限の使用状況とともに返す。',
    permission: 'consultation.read',
    input: engagementInput.extend({
      state: z.enum([...STATES, 'open']).optional(),
      category: category.optional(),
      /** Words in the title, the category, the department or the number. */
      words: z.string().max(100).optional(),
    }),
    output: z.strictObject({
      consultations: z.array(consultation),
      /** Use of the cap in the present period; null without a cap, and for the departments. */
      meter: meter.nullable(),
      categories: z.array(z.string()),
    }),
  }),
  getConsultation: query({
    summary: '相談一件を、やり取りとともに返す。',
    permission: 'consultation.read',
    input: z.strictObject(one),
    output: consultationDetail,
  }),
  listChoices: query({
    summary: '相談の入力と回答に使う選択肢を返す。',
    permission: 'consultation.choose',
    input: engagementInput,
    output: z.strictObject({
      /** The clause and the office of the specification; null where it says nothing about consultations. */
      clause: z.string().nullable(),
      intake: z.string(),
      categories: z.array(z.string()),
      considerations: z.array(z.string()),
      basis: z.array(z.string()),
      /** Codes of standards of which the contractor's answer cites one; empty when the clause names none. */
      citeOneOf: z.array(z.string()),
      channels: z.array(channel),
      urgentChannels: z.array(channel),
      departments: z.array(z.strictObject({ id, name: z.string() })),
      /** People of the contractor. */
      members: z.array(z.strictObject({ id, name: z.string() })),
      standards: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    }),
  }),
  askConsultation: command({
    summary: '画面から相談する。',
    permission: 'consultation.ask',
    input: engagementInput.extend({
      ...question,
      /** The caller's own department when left out. */
      departmentId: id.nullable().optional(),
    }),
    output: z.strictObject({ id, number: z.int() }),
  }),
  recordConsultation: command({
    summary: '電子メール、電話、訪問などで受けた相談を記録する。その場で答えたときは、回答も一緒に記録する。',
    permission: 'consultation.record',
    input: engagementInput.extend({
      ...question,
      channel,
      departmentId: id.nullable(),
      asker: line,
      occurredOn: day,
      answer: answer.nullable(),
    }),
    output: z.strictObject({ id, number: z.int(), state: z.enum(STATES) }),
  }),
  triageConsultation: command({
    summary: '担当課が答えるか、受託者に引き継ぐかを決める。上限に達しているときは、超えて受けるか翌期に回すかを選ぶ。',
    permission: 'consultation.triage',
    input: inHand.extend({
      decision: z.enum(['office', 'contractor']),
      category: category.optional(),
      due: day.nullable(),
      overrun: overrun.nullable().optional(),
    }),
    output: versioned,
  }),
  closeAsDuplicate: command({
    summary: '同じ内容の相談があるものとして終了する。',
    permission: 'consultation.triage',
    input: inHand.extend({ duplicateOf: id, note: text.max(2000) }),
    output: versioned,
  }),
  assignMember: command({
    summary: '受託者の中で答える人を決める。',
    permission: 'consultation.assign',
    input: inHand.extend({ memberId: id, due: day.nullable().optional() }),
    output: versioned,
  }),
  saveAnswer: command({
    summary: '回答の下書きを保存する。出すまでは、引き受けた側だけが見る。',
    permission: 'consultation.answer',
    input: inHand.extend({ draft }),
    output: versioned,
  }),
  issueAnswer: command({
    summary: '相談した人に回答を出す。',
    permission: 'consultation.answer',
    input: inHand.extend({ answer, channel, occurredOn: day, fileIds }),
    output: versioned,
  }),
  addMessage: command({
    summary: '追加の質問又は連絡を、相談のやり取りに加える。回答済みの相談に質問を加えると、相談を再開する。',
    permission: 'consultation.read',
    input: inHand.extend({
      kind: z.enum(['question', 'note']),
      /** Narrower than those who see the consultation: the two parties, or the contractor alone. */
      audience: z.enum(['all', 'parties', 'contractor']),
      body: requiredText,
      questions: questions.optional(),
      fileIds,
    }),
    output: versioned,
  }),
  recordVisit: command({
    summary: '相談のために訪問したことを記録する。',
    permission: 'consultation.visit',
    input: inHand.extend({
      occurredOn: day,
      place: line,
      memberIds: z.array(id).min(1).max(20),
      cityPeople: line,
      body: requiredText,
      fileIds,
    }),
    output: versioned,
  }),
  reopenConsultation: command({
    summary: '理由を示して、回答済み又は終了した相談を再開する。',
    permission: 'consultation.follow',
    input: inHand.extend({ reason: requiredText.max(2000) }),
    output: versioned,
  }),
  rateConsultation: command({
    summary: '回答にどのくらい満足したかを、1から5で記録する。',
    permission: 'consultation.follow',
    input: inHand.extend({ score: z.int().min(1).max(5), comment: text.max(2000) }),
    output: versioned,
  }),
  closeConsultation: command({
    summary: '解決した相談を終了し、又は答えを待たずに取り下げる。',
    permission: 'consultation.follow',
    input: inHand,
    output: versioned,
  }),
  recordAdvice: command({
    summary: '市の業務への助言を、書面の記録として残す。電話や電子メールによる助言も対象とする。',
    permission: 'consultation.answer',
    input: inHand,
    output: versioned,
  }),
  downloadAdvice: download({
    summary: '市の業務への助言の記録を返す。',
    permission: 'consultation.summarise',
    input: z.strictObject({ ...one, format: z.enum(['docx', 'pdf']) }),
  }),
  downloadAttachment: download({
    summary: '相談のやり取りに添付されたファイルを返す。',
    permission: 'consultation.read',
    input: z.strictObject({ ...one, entryId: id, fileId: id }),
  }),
};
