/** What an audited department sees: only what the city has sent or shown to it. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { auditState } from './programme.ts';
import { findingText, recordedView, view } from './findings.ts';
import { hearingMode } from './hearings.ts';
import { noticeRow } from './notices.ts';
import { receivedFile, REQUEST_ITEM_STATES } from './requests.ts';
import { changed, day, id, requiredText, text } from './shared.ts';

/** The papers that the city addresses to a department. */
export const OWN_NOTICES = ['audit-notice', 'result-notice'] as const;

export const ownRequest = z.strictObject({
  id,
  title: z.string(),
  note: text,
  due: day,
  sentOn: day,
  items: z.array(
    z.strictObject({
      id,
      title: z.string(),
      detail: text,
      state: z.enum(REQUEST_ITEM_STATES),
      /** Why more is asked for, as the city passed it on. */
      remark: text,
      files: z.array(receivedFile.omit({ by: true })),
    }),
  ),
});

export const ownHearing = z.strictObject({
  id,
  mode: hearingMode,
  topic: z.string(),
  plannedOn: day.nullable(),
  place: text,
  closed: z.boolean(),
  messages: z.array(
    z.strictObject({ id, kind: z.enum(['question', 'answer']), text, on: day, replyTo: id.nullable() }),
  ),
});

export const ownVisit = z.strictObject({
  id,
  plannedOn: day,
  place: z.string(),
  timetable: z.array(
    z.strictObject({ from: z.string(), to: z.string(), what: z.string(), where: z.string(), who: z.string() }),
  ),
  occurredOn: day.nullable(),
});

export const ownFinding = z.strictObject({
  id,
  number: z.int(),
  shownOn: day,
  text: findingText.omit({ gradeReason: true }),
  open: z.boolean(),
  withdrawn: z.boolean(),
  answer: z.strictObject({ view, text, on: day }).nullable(),
  views: z.array(recordedView.omit({ findingFact: true })),
});

/** The facts of the working papers, laid before the department: not how they are judged. */
export const ownPapers = z.strictObject({
  version: z.int(),
  shownOn: day,
  open: z.boolean(),
  items: z.array(z.strictObject({ checkId: id, number: z.int(), title: z.string(), fact: text })),
  remarks: z.array(z.strictObject({ id, checkId: id.nullable(), text, on: day, resolution: z.string().nullable() })),
  answer: z.strictObject({ agreed: z.boolean(), on: day }).nullable(),
});

export const ownAudit = z.strictObject({
  id,
  departmentId: id,
  departmentName: z.string(),
  /** The kind of audit: a department may be audited under several programmes. */
  programme: z.string(),
  state: auditState,
  notice: z.strictObject({ text: z.string(), number: z.string(), sentOn: day }).nullable(),
  requests: z.array(ownRequest),
  hearings: z.array(ownHearing),
  visits: z.array(ownVisit),
  papers: ownPapers.nullable(),
  findings: z.array(ownFinding),
  resultNotice: z.strictObject({ summary: text, rows: z.array(noticeRow), number: z.string(), sentOn: day }).nullable(),
});
export type OwnAudit = z.output<typeof ownAudit>;

export const ownOperations = {
  listOwnAudits: query({
    summary: '自所属の監査について、届いた通知、依頼、質問、発見事項を返す。',
    permission: 'audit.own.read',
    input: engagementInput,
    output: z.strictObject({ audits: z.array(ownAudit) }),
  }),
  answerOwnPapers: command({
    summary: '示された監査調書の事実を確かめ、違いがあればその内容を、なければないことを市に答える。',
    permission: 'audit.own.answer',
    input: z.strictObject({
      auditId: id,
      /** Empty when nothing is wrong. */
      remarks: z.array(z.strictObject({ checkId: id.nullable(), text: requiredText })).max(100),
    }),
    output: changed,
  }),
  downloadOwnFile: download({
    summary: '自所属が出した書類を取り出す。',
    permission: 'audit.own.read',
    input: z.strictObject({ requestId: id, fileId: id }),
  }),
  downloadOwnNotice: download({
    summary: '市が自所属に送付した監査通知書又は監査結果通知書を取り出す。',
    permission: 'audit.own.read',
    input: z.strictObject({ auditId: id, notice: z.enum(OWN_NOTICES), format: z.enum(['docx', 'pdf']) }),
  }),
} as const;
