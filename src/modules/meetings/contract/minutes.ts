/** Contract, minutes part: who came, what was said, what the city says of the minutes. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, id, instant, line, requiredText, text } from '../../../kernel/schema.ts';
import {
  about,
  inEngagement,
  minutes,
  mode,
  oneMeeting,
  participant,
  setting,
  side,
  time,
  type,
  versioned,
} from './schemas.ts';

const participants = z.array(participant).min(1).max(100);

export const minutesOperations = {
  holdMeeting: command({
    summary: '日を確認した会議が行われたことを、出席者とともに記録する。',
    permission: 'meetings.record',
    input: z.strictObject({ ...oneMeeting, ...setting, ...about, mode: mode.optional(), participants }),
    output: versioned,
  }),
  recordHeldMeeting: command({
    summary: '予定になかった会議が行われたことを記録する。定例の打合せには使えない。',
    permission: 'meetings.record',
    input: z.strictObject({
      ...inEngagement,
      type,
      title: line,
      occurredOn: day,
      startTime: time,
      ...setting,
      ...about,
      /** Both sides agreed to hold it online; needed only where the specification asks for it. */
      onlineAgreed: z.boolean().optional(),
      participants,
    }),
    output: z.strictObject({ id }),
  }),
  recordTalk: command({
    summary: '電話又はオンラインでの短い協議を、相手、内容及び決定事項とともに記録する。',
    permission: 'meetings.record',
    input: z.strictObject({
      ...inEngagement,
      title: line,
      occurredOn: day,
      startTime: time,
      mode: z.enum(['電話', 'オンライン']),
      tool: setting.tool,
      browserCapable: setting.browserCapable,
      onlineAgreed: z.boolean().optional(),
      /** Names of those who spoke. */
      contractor: line,
      city: line,
      said: requiredText,
      decisions: z.array(line).max(20),
      /** Hands the record to the city at once as minutes. */
      submit: z.boolean(),
    }),
    output: z.strictObject({ id }),
  }),
  saveMinutes: command({
    summary: '議事録の下書きを保存する。提出するまでは受託者だけが見る。',
    permission: 'meetings.record',
    input: z.strictObject({
      ...oneMeeting,
      agenda: minutes.shape.agenda,
      report: text,
      decisions: minutes.shape.decisions,
      actions: z.array(z.strictObject({ id: id.optional(), text: line, owner: side, due: day.nullable() })).max(100),
      minutes: text,
    }),
    output: versioned,
  }),
  submitMinutes: command({
    summary: '議事録を発注者に提出する。直した版も同じ操作で提出する。',
    permission: 'meetings.record',
    input: z.strictObject(oneMeeting),
    output: versioned,
  }),
  approveMinutes: command({
    summary: '発注者が、提出された議事録を承認する。承認した版は変更できない。',
    permission: 'meetings.approve',
    input: z.strictObject(oneMeeting),
    output: versioned,
  }),
  returnMinutes: command({
    summary: '発注者が、提出された議事録を理由を示して差し戻す。',
    permission: 'meetings.approve',
    input: z.strictObject({ ...oneMeeting, reason: requiredText.max(2000) }),
    output: versioned,
  }),
  listEditions: query({
    summary: '提出された議事録の版と、発注者の判断の一覧を返す。',
    permission: 'meetings.read',
    input: z.strictObject({ ...inEngagement, meetingId: id }),
    output: z.strictObject({
      editions: z.array(
        z.strictObject({
          edition: z.int(),
          submittedAt: instant,
          state: z.enum(['submitted', 'approved', 'returned']),
          reason: z.string(),
          decidedOn: day.nullable(),
        }),
      ),
    }),
  }),
  downloadChanges: download({
    summary: '議事録の版について、一つ前の版からの変更を見え消しで示した文書を返す。',
    permission: 'meetings.read',
    input: z.strictObject({
      ...inEngagement,
      meetingId: id,
      edition: z.int().min(2).max(10_000),
      format: z.enum(['docx', 'pdf']),
    }),
  }),
  completeAction: command({
    summary: '打合せで決めた対応事項が済んだことを記録する。',
    permission: 'meetings.arrange',
    input: z.strictObject({ ...oneMeeting, actionId: id }),
    output: versioned,
  }),
  draftReport: query({
    summary: '前回の定例の打合せの後に記録された事項から、業務の状況の報告文を作る。',
    permission: 'meetings.record',
    input: z.strictObject({ ...inEngagement, until: day.optional() }),
    output: z.strictObject({ since: day, until: day, text: z.string() }),
  }),
  downloadDocument: download({
    summary: '議事録、開催通知などの文書を返す。提出前のものは受託者だけが取得できる。',
    permission: 'meetings.read',
    input: z.strictObject({
      ...inEngagement,
      kind: z.string().max(60),
      subject: id.nullable(),
      format: z.enum(['docx', 'pdf', 'xlsx']),
    }),
  }),
};
