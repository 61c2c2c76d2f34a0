/** Result notice draft 監査結果通知案 with its four columns, sent by the city (clause 9(1)エ-p3, 9(1)エ※). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { auditInput, changed, day, id, recordColumns, requiredText, text, version } from './shared.ts';

export const noticeRow = z.strictObject({
  findingId: id,
  number: z.int(),
  title: z.string(),
  finding: requiredText,
  grade: z.string(),
  risk: requiredText,
  recommendation: requiredText,
  basis: z.array(z.string()),
});
export type NoticeRow = z.output<typeof noticeRow>;

export const resultNoticeContent = z.strictObject({
  /** 総評 in an advising tone. */
  summary: text,
  rows: z.array(noticeRow),
  issuedOn: day.nullable(),
  sentOn: day.nullable(),
  number: z.string(),
});
export type ResultNoticeContent = z.output<typeof resultNoticeContent>;

export const RESULT_NOTICE_STATES = ['drafted', 'issued', 'sent', 'superseded'] as const;
export const resultNoticeView = resultNoticeContent.extend({
  ...recordColumns,
  auditId: id,
  departmentId: id,
  state: z.enum(RESULT_NOTICE_STATES),
});
export type ResultNoticeView = z.output<typeof resultNoticeView>;

export const noticeOperations = {
  listResultNotices: query({
    summary: '監査結果通知案を版ごとに返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({
      notices: z.array(resultNoticeView),
      /** What keeps the draft from being made. */
      blocked: z.array(z.string()),
    }),
  }),
  draftResultNotice: command({
    summary: '確認が済んだ発見事項から、監査結果通知案の四つの欄を作る。',
    permission: 'audit.work',
    input: z.strictObject({ auditId: id, summary: text }),
    output: changed,
  }),
  saveResultNotice: command({
    summary: '監査結果通知案の総評を直す。',
    permission: 'audit.work',
    input: z.strictObject({ noticeId: id, version, summary: text }),
    output: changed,
  }),
  issueResultNotice: command({
    summary: '監査結果通知案を主任担当者が確かめて市に出す。',
    permission: 'audit.lead',
    input: z.strictObject({ noticeId: id, version }),
    output: changed,
  }),
  sendResultNotice: command({
    summary: '監査結果通知書を監査対象課に送ったことを、日付とともに登録する。',
    permission: 'audit.city',
    input: z.strictObject({ noticeId: id, version, number: z.string().max(60).optional(), occurredOn: day.optional() }),
    output: changed,
  }),
} as const;
