/** What an audited department reads and answers: only what was sent to it. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { changed, day, id, text, version } from './shared.ts';

export const ownTarget = z.strictObject({
  targetId: id,
  engagementId: id,
  programme: z.string(),
  name: z.string(),
  minutes: z.int(),
  withdrawn: z.boolean(),
  notice: z.strictObject({ number: z.string(), text: z.string(), sentOn: day }).nullable(),
  plan: z
    .strictObject({
      planId: id,
      version: z.int(),
      title: z.string(),
      fields: z.array(z.strictObject({ name: z.string(), text: z.string() })),
      distributedOn: day,
      confirmedOn: day.nullable(),
    })
    .nullable(),
  slots: z.array(
    z.strictObject({ id, day, from: z.string(), to: z.string(), place: z.string(), departmentId: id.nullable() }),
  ),
  documents: z.array(
    z.strictObject({
      documentId: id,
      version: z.int(),
      title: z.string(),
      purpose: z.string(),
      due: day.nullable(),
      additional: z.boolean(),
      state: z.enum(['requested', 'received', 'insufficient', 'accepted']),
      /** Why what came is insufficient. */
      judgement: z.string(),
      files: z.array(z.string()),
    }),
  ),
  surveys: z.array(
    z.strictObject({
      surveyId: id,
      version: z.int(),
      form: z.string(),
      title: z.string(),
      variant: z.string(),
      due: day,
      receivedOn: day.nullable(),
    }),
  ),
});
export type OwnTarget = z.output<typeof ownTarget>;

export const ownOperations = {
  listOwnTargets: query({
    summary: '自所属が受ける監査の通知、計画、日程、資料の求め及び事前調査を返す。',
    permission: 'audit-plan.own.read',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({ targets: z.array(ownTarget) }),
  }),
  confirmOwnPlan: command({
    summary: '自所属に配られた実施計画書を確認する。',
    permission: 'audit-plan.own.answer',
    input: z.strictObject({ planId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
  answerDocument: command({
    summary: '求められた資料を出す。出せないときは、その理由を書く。',
    permission: 'audit-plan.own.answer',
    input: z.strictObject({
      documentId: id,
      version,
      fileIds: z.array(id).max(20),
      comment: text.max(2000),
      occurredOn: day.optional(),
    }),
    output: changed,
  }),
  replySurvey: command({
    summary: '事前調査に回答する。',
    permission: 'audit-plan.own.answer',
    input: z.strictObject({
      surveyId: id,
      targetId: id,
      form: z.string().max(60),
      answer: text,
      fileIds: z.array(id).max(10),
      occurredOn: day.optional(),
    }),
    output: changed,
  }),
  downloadOwnSurvey: download({
    summary: '自所属に配られた事前調査票を取り出す。',
    permission: 'audit-plan.own.read',
    input: z.strictObject({
      surveyId: id,
      targetId: id,
      form: z.string().max(60),
      format: z.enum(['docx', 'xlsx', 'pdf']),
    }),
  }),
} as const;
