/** Additional documents: prepared by the contractor, sent by the city, answered by the department (clause 9(1)イ). */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { changed, day, fileView, id, instant, line, recordColumns, text, version } from './shared.ts';

export const REQUEST_ITEM_STATES = ['waiting', 'received', 'insufficient', 'accepted'] as const;

export const receivedFile = fileView.extend({ by: id, at: instant, comment: text });

export const requestItem = z.strictObject({
  id,
  title: line,
  detail: text,
  checkId: id.nullable(),
  /** The answer of the self-check or survey whose grounds are asked for. */
  selfCheckItem: z.string().nullable(),
  state: z.enum(REQUEST_ITEM_STATES),
  /** Why what came is insufficient; reaches the department when the city sends the request again. */
  judgement: text,
  toldDepartment: text,
  files: z.array(receivedFile),
});
export type RequestItem = z.output<typeof requestItem>;

export const requestContent = z.strictObject({
  title: line,
  note: text,
  due: day,
  items: z.array(requestItem),
  sentOn: day.nullable(),
  resentOn: z.array(day),
});
export type RequestContent = z.output<typeof requestContent>;

export const REQUEST_STATES = ['prepared', 'sent', 'answered', 'accepted'] as const;
export const requestView = requestContent.extend({
  ...recordColumns,
  auditId: id,
  departmentId: id,
  state: z.enum(REQUEST_STATES),
});
export type RequestView = z.output<typeof requestView>;

const newItem = z.strictObject({
  title: line,
  detail: text.optional(),
  checkId: id.nullable().optional(),
  selfCheckItem: line.nullable().optional(),
});

export const requestOperations = {
  listRequests: query({
    summary: '監査対象課への追加書類の依頼と受領の状況を返す。',
    permission: 'audit.read',
    input: z.strictObject({ auditId: id }),
    output: z.strictObject({ requests: z.array(requestView) }),
  }),
  prepareRequest: command({
    summary: '追加で求める書類の一覧と期限を作り、市に送付を依頼する。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      title: line,
      note: text.optional(),
      due: day,
      items: z.array(newItem).min(1).max(60),
    }),
    output: changed.extend({ itemIds: z.array(id) }),
  }),
  editRequest: command({
    summary: '送付前の依頼を直す。',
    permission: 'audit.work',
    input: z.strictObject({
      requestId: id,
      version,
      title: line,
      note: text,
      due: day,
      items: z.array(newItem).min(1).max(60),
    }),
    output: changed.extend({ itemIds: z.array(id) }),
  }),
  sendRequest: command({
    summary: '追加書類の依頼を監査対象課に送る。不足があった書類は、理由を添えて送り直す。',
    permission: 'audit.city',
    input: z.strictObject({
      requestId: id,
      version,
      due: day.optional(),
      occurredOn: day.optional(),
    }),
    output: changed,
  }),
  answerRequest: command({
    summary: '依頼された書類を出す。',
    permission: 'audit.own.answer',
    input: z.strictObject({
      requestId: id,
      itemId: id,
      fileIds: z.array(id).max(20),
      comment: text,
    }),
    output: changed,
  }),
  judgeRequestItem: command({
    summary: '届いた書類が足りているかを判断する。',
    permission: 'audit.work',
    input: z.strictObject({
      requestId: id,
      version,
      itemId: id,
      judgement: z.enum(['accepted', 'insufficient']),
      reason: text,
    }),
    output: changed,
  }),
  downloadRequestFile: download({
    summary: '監査対象課が出した書類を取り出す。',
    permission: 'audit.read',
    input: z.strictObject({ requestId: id, fileId: id }),
  }),
} as const;
