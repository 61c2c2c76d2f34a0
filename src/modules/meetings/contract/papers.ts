/** Contract, papers part: what is handed out at a meeting, prepared from the records or brought as a file. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, id, line, text, version } from '../../../kernel/schema.ts';
import { INFORMATION_KINDS, type InformationKind } from '../meeting-types.ts';
import { inEngagement, oneMeeting, side, versioned } from './schemas.ts';

const remark = text.max(4000);

/** 進捗状況報告書: what happened, the state of the work, what is due, what comes next. */
export const progressContent = z.strictObject({
  kind: z.literal('progress'),
  since: day,
  until: day,
  done: text,
  tasks: z
    .array(z.strictObject({ name: line, plannedEnd: day, percent: z.int().min(0).max(100), remark: text.max(200) }))
    .max(200),
  duties: text,
  next: text,
  remark,
});
/** 課題管理表 as it stood when it was drawn up. */
export const issuesContent = z.strictObject({
  kind: z.literal('issues'),
  asOf: day,
  rows: z
    .array(
      z.strictObject({
        number: z.int(),
        raisedOn: day,
        content: text.max(1000),
        owner: side,
        due: day.nullable(),
        response: text.max(2000),
        closedOn: day.nullable(),
      }),
    )
    .max(500),
  remark,
});
/** 概要スケジュール: one row and one bar for each work item. */
export const scheduleContent = z.strictObject({
  kind: z.literal('schedule'),
  asOf: day,
  from: day,
  to: day,
  rows: z
    .array(
      z.strictObject({ name: line, start: day, end: day, percent: z.int().min(0).max(100), remark: text.max(200) }),
    )
    .max(60),
  remark,
});
export const informationKind = z.enum(Object.keys(INFORMATION_KINDS) as [InformationKind, ...InformationKind[]]);
/** 情報コーナー: what became known since the last meeting. */
export const informationContent = z.strictObject({
  kind: z.literal('information'),
  since: day,
  until: day,
  rows: z
    .array(
      z.strictObject({
        /** Id of the entry in the corner. */
        entry: id,
        informationKind,
        title: line,
        summary: text.max(2000),
        source: line,
        publishedOn: day,
      }),
    )
    .max(100),
  remark,
});
export const paperContent = z.discriminatedUnion('kind', [
  progressContent,
  issuesContent,
  scheduleContent,
  informationContent,
]);
export type PaperContent = z.output<typeof paperContent>;
export type ProgressContent = z.output<typeof progressContent>;
export type IssuesContent = z.output<typeof issuesContent>;
export type ScheduleContent = z.output<typeof scheduleContent>;
export type InformationContent = z.output<typeof informationContent>;

export const paper = z.strictObject({
  id,
  side,
  kind: z.enum(['file', 'progress', 'issues', 'schedule', 'information']),
  name: z.string(),
  /** Of a prepared paper: the side that prepares it sees its working copy, the other one what was sent. */
  content: paperContent.nullable(),
  sentOn: day.nullable(),
  /** True when it was changed after it was sent. */
  changedSinceSent: z.boolean(),
  version,
});
export type Paper = z.output<typeof paper>;

const onePaper = { ...inEngagement, meetingId: id, paperId: id, version };

export const papersOperations = {
  listPapers: query({
    summary: '会議の資料の一覧を返す。送付前のものは、用意する側だけに見える。',
    permission: 'meetings.read',
    input: z.strictObject({ ...inEngagement, meetingId: id }),
    output: z.strictObject({ papers: z.array(paper) }),
  }),
  preparePaper: command({
    summary: '進捗状況報告書などの資料を、前回の会議の後の記録から作る。',
    permission: 'meetings.record',
    input: z.strictObject({
      ...inEngagement,
      meetingId: id,
      kind: z.enum(['progress', 'issues', 'schedule', 'information']),
    }),
    output: z.strictObject({ id }),
  }),
  refreshPaper: command({
    summary: '作った資料の内容を、今の記録から作り直す。',
    permission: 'meetings.record',
    input: z.strictObject(onePaper),
    output: versioned,
  }),
  savePaper: command({
    summary: '作った資料の内容を直して保存する。',
    permission: 'meetings.record',
    input: z.strictObject({ ...onePaper, content: paperContent }),
    output: versioned,
  }),
  attachFile: command({
    summary: 'ファイルを会議の資料に加える。',
    permission: 'meetings.arrange',
    input: z.strictObject({ ...inEngagement, meetingId: id, fileIds: z.array(id).min(1).max(20) }),
    output: z.strictObject({ added: z.int() }),
  }),
  listAttachable: query({
    summary: '会議の資料に加えることのできる、この製品の文書を返す。',
    permission: 'meetings.arrange',
    input: z.strictObject(inEngagement),
    output: z.strictObject({
      documents: z.array(
        z.strictObject({
          kind: z.string(),
          title: z.string(),
          formats: z.array(z.enum(['docx', 'pdf', 'xlsx', 'pptx'])),
        }),
      ),
    }),
  }),
  attachDocument: command({
    summary: 'この製品で作る文書を、今の内容で会議の資料に加える。',
    permission: 'meetings.arrange',
    input: z.strictObject({
      ...inEngagement,
      meetingId: id,
      kind: z.string().max(60),
      format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']),
    }),
    output: z.strictObject({ id }),
  }),
  removePaper: command({
    summary: 'まだ送付していない資料を会議から外す。',
    permission: 'meetings.arrange',
    input: z.strictObject(onePaper),
    output: z.strictObject({ ok: z.literal(true) }),
  }),
  sendPapers: command({
    summary: '次第と資料を相手方に送付したことを記録し、その内容を固定する。',
    permission: 'meetings.arrange',
    input: z.strictObject({ ...oneMeeting, occurredOn: day.optional() }),
    output: versioned,
  }),
  downloadPaper: download({
    summary: '会議の資料を返す。',
    permission: 'meetings.read',
    input: z.strictObject({
      ...inEngagement,
      meetingId: id,
      paperId: id,
      /** Of prepared papers; a file comes as it was brought. */
      format: z.enum(['docx', 'pdf', 'xlsx']).optional(),
    }),
  }),
};
