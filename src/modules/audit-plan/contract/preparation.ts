/** What must be there before an audit: notices, the pre-survey, documents with their receipt, the briefing material. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { changed, day, fileView, id, line, requiredText, text, version } from './shared.ts';
import { warning } from './targets.ts';

export const NOTICE_STATES = ['draft', 'sent', 'confirmed'] as const;
export const noticeContent = z.strictObject({
  /** 文書番号. */
  number: z.string().max(80),
  text,
  sentOn: day.nullable(),
});
export const noticeView = noticeContent.extend({
  id,
  targetId: id,
  targetName: z.string(),
  state: z.enum(NOTICE_STATES),
  version: z.int(),
});
export type NoticeView = z.output<typeof noticeView>;

export const DOCUMENT_STATES = ['listed', 'requested', 'received', 'insufficient', 'accepted', 'withdrawn'] as const;
export const documentContent = z.strictObject({
  title: line,
  purpose: text,
  due: day.nullable(),
  /** The briefing did not name it: it became necessary later. */
  additional: z.boolean(),
  requestedOn: day.nullable(),
  notifiedOn: day.nullable(),
  receivedOn: day.nullable(),
  comment: text,
  judgement: text,
  files: z.array(fileView).max(50),
  /** Reading notes for the checklist; null while nobody has read it. */
  readOn: day.nullable(),
  notes: text,
});
export const documentView = documentContent.extend({
  id,
  targetId: id,
  targetName: z.string(),
  state: z.enum(DOCUMENT_STATES),
  version: z.int(),
});
export type DocumentView = z.output<typeof documentView>;

/** One answer that is awaited: of a target, on a variant of the form. */
export const surveyReply = z.strictObject({
  targetId: id,
  /** Id of the form in the programme. */
  form: z.string(),
  variant: z.string(),
  receivedOn: day.nullable(),
  answer: text,
  files: z.array(fileView).max(20),
  readOn: day.nullable(),
  notes: text,
});
export const surveyContent = z.strictObject({
  due: day,
  sentOn: day.nullable(),
  replies: z.array(surveyReply).max(2000),
});
export const SURVEY_STATES = ['draft', 'sent', 'read'] as const;
export const surveyView = surveyContent.extend({ id, programmeId: id, state: z.enum(SURVEY_STATES), version: z.int() });
export type SurveyView = z.output<typeof surveyView>;

export const BRIEFING_STATES = ['draft', 'prepared'] as const;
export const briefingContent = z.strictObject({
  title: line,
  sections: z.array(z.strictObject({ title: line, text })).max(20),
  preparedOn: day.nullable(),
});
export const briefingView = briefingContent.extend({
  id,
  programmeId: id,
  state: z.enum(BRIEFING_STATES),
  version: z.int(),
});
export type BriefingView = z.output<typeof briefingView>;

const inEngagement = { engagementId: id };
const occurredOn = day.optional();

export const preparationOperations = {
  listNotices: query({
    summary: '監査の通知を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({ notices: z.array(noticeView) }),
  }),
  draftNotice: command({
    summary: '手順と日程から、監査の通知の案を作る。',
    permission: 'audit-plan.work',
    input: z.strictObject({ targetId: id }),
    output: changed,
  }),
  saveNotice: command({
    summary: '通知の案を直す。',
    permission: 'audit-plan.work',
    input: z.strictObject({ noticeId: id, version, number: z.string().trim().max(80), text: requiredText }),
    output: changed,
  }),
  sendNotice: command({
    summary: '手順が定める側から、監査を受ける所属に通知を送る。',
    permission: 'audit-plan.send',
    input: z.strictObject({ noticeId: id, version, occurredOn }),
    output: changed.extend({ warnings: z.array(warning) }),
  }),
  listDocuments: query({
    summary: '前もって求める資料と、受領の状況を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ ...inEngagement, targetId: id.optional() }),
    output: z.strictObject({ documents: z.array(documentView) }),
  }),
  addDocument: command({
    summary: '求める資料を一覧に加える。説明の後に加えたものは、追加の資料となる。',
    permission: 'audit-plan.work',
    input: z.strictObject({ targetId: id, title: line, purpose: text, due: day.nullable() }),
    output: changed,
  }),
  changeDocument: command({
    summary: '求める前の資料の記載を直す。',
    permission: 'audit-plan.work',
    input: z.strictObject({ documentId: id, version, title: line, purpose: text, due: day.nullable() }),
    output: changed,
  }),
  withdrawDocument: command({
    summary: '資料の求めを取りやめる。',
    permission: 'audit-plan.work',
    input: z.strictObject({ documentId: id, version }),
    output: changed,
  }),
  requestDocuments: command({
    summary: '手順が定める側から、対象の所属に資料を求める。足りない資料は改めて求める。',
    permission: 'audit-plan.send',
    input: z.strictObject({ targetId: id, due: day, occurredOn }),
    output: z.strictObject({ requested: z.int(), additional: z.int(), warnings: z.array(warning) }),
  }),
  judgeDocument: command({
    summary: '届いた資料が足りているかを判断する。',
    permission: 'audit-plan.work',
    input: z.strictObject({
      documentId: id,
      version,
      judgement: z.enum(['accepted', 'insufficient']),
      reason: text,
    }),
    output: changed,
  }),
  readDocument: command({
    summary: '資料を読んだことと、監査で確かめる点を残す。',
    permission: 'audit-plan.work',
    input: z.strictObject({ documentId: id, version, notes: text }),
    output: changed,
  }),
  downloadFile: download({
    summary: '受け取った資料又は回答のファイルを取り出す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ recordId: id, fileId: id }),
  }),
  listSurveys: query({
    summary: '事前調査の配付と回答の状況を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({ surveys: z.array(surveyView) }),
  }),
  sendSurvey: command({
    summary: '手順が定める側から、決定した対象に事前調査票を配る。',
    permission: 'audit-plan.send',
    input: z.strictObject({ programmeId: id, targetIds: z.array(id).min(1).max(500), due: day, occurredOn }),
    output: changed.extend({ warnings: z.array(warning) }),
  }),
  readReply: command({
    summary: '事前調査の回答を読んだことと、監査で確かめる点を残す。',
    permission: 'audit-plan.work',
    input: z.strictObject({ surveyId: id, version, targetId: id, form: z.string().max(60), notes: text }),
    output: changed,
  }),
  getBriefing: query({
    summary: '監査説明会の資料を返す。まだないときは手順と日程から作った案を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ programmeId: id }),
    output: z.strictObject({
      /** Null while nothing is saved. */
      briefing: briefingView.nullable(),
      draft: z.array(z.strictObject({ title: z.string(), text: z.string() })),
      title: z.string(),
    }),
  }),
  saveBriefing: command({
    summary: '監査説明会の資料を保存する。',
    permission: 'audit-plan.work',
    input: z.strictObject({
      programmeId: id,
      version: version.nullable(),
      title: line,
      sections: z
        .array(z.strictObject({ title: line, text }))
        .min(1)
        .max(20),
    }),
    output: changed,
  }),
  prepareBriefing: command({
    summary: '監査説明会の資料を完成したものとする。手順が求める内容が欠けているときは完成できない。',
    permission: 'audit-plan.submit',
    input: z.strictObject({ briefingId: id, version, occurredOn }),
    output: changed,
  }),
  downloadDocument: download({
    summary: '計画書、通知、提出資料一覧、説明資料、事前調査票及び日程表を取り出す。',
    permission: 'audit-plan.read',
    input: z.strictObject({
      engagementId: id,
      kind: z.string().max(60),
      subject: id.nullable(),
      format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']),
    }),
  }),
} as const;
