/** Meetings of the two sides, their minutes, and the messages between them. Clause 8(2). */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { day, engagementInput, id, instant, line, requiredText, text, version } from '../../kernel/schema.ts';
import { MEETING_MODES, MEETING_TYPES, type MeetingType, MESSAGE_CHANNELS } from './conditions.ts';

const type = z.enum(Object.keys(MEETING_TYPES) as [MeetingType, ...MeetingType[]]);
const mode = z.enum(MEETING_MODES);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const side = z.enum(['city', 'contractor']);

export const participant = z.strictObject({
  /** Account or team member; null for a person who has neither. */
  personId: id.nullable(),
  name: line,
  side: z.enum(['city', 'contractor', 'vendor']),
});
export type Participant = z.output<typeof participant>;

export const action = z.strictObject({ id, text: line, owner: side, due: day.nullable(), doneOn: day.nullable() });
export type Action = z.output<typeof action>;

/** What minutes are made of. */
export const minutes = z.strictObject({
  agenda: z.array(line).max(50),
  report: text,
  decisions: z.array(line).max(100),
  actions: z.array(action).max(100),
  minutes: text,
});
export type Minutes = z.output<typeof minutes>;
export const submittedMinutes = minutes.extend({ edition: z.int(), submittedAt: instant });

/** Place or tool of a meeting. */
const setting = {
  mode,
  /** 対面 only; the first place of the contract when left out. */
  venue: line.nullable().optional(),
  /** オンライン only. */
  tool: line.nullable().optional(),
  browserCapable: z.boolean().nullable().optional(),
};
const about = {
  department: id.nullable().optional(),
  /** Deliverable or plan that is explained. */
  document: id.nullable().optional(),
  audience: line.nullable().optional(),
};

export const meeting = z.strictObject({
  id,
  type,
  title: z.string(),
  date: day,
  startTime: z.string(),
  state: z.enum(['proposed', 'agreed', 'held', 'cancelled']),
  proposedBy: side,
  mode,
  venue: z.string().nullable(),
  tool: z.string().nullable(),
  browserCapable: z.boolean().nullable(),
  toolAgreed: z.boolean(),
  licenceBy: z.string().nullable(),
  terminalsBy: z.string().nullable(),
  department: id.nullable(),
  document: id.nullable(),
  audience: z.string().nullable(),
  cancelledBecause: z.string(),
  participants: z.array(participant),
  /** The contractor's working copy; null for everybody else. */
  draft: minutes.nullable(),
  submitted: submittedMinutes.nullable(),
  version,
});
export type Meeting = z.output<typeof meeting>;

export const message = z.strictObject({
  id,
  threadId: id,
  channel: z.string(),
  direction: z.enum(['to-city', 'from-city']),
  subject: z.string(),
  body: z.string(),
  counterpart: z.string(),
  sentOn: day,
  files: z.array(z.strictObject({ id, name: z.string() })),
  recordedAt: instant,
});
export type Message = z.output<typeof message>;

const inEngagement = { engagementId: id };
const oneMeeting = { ...inEngagement, meetingId: id, version };
const versioned = z.strictObject({ version });

export const meetingsContract = defineContract({
  id: 'meetings',
  title: '会議',
  permissions: {
    'meetings.read': {
      roles: ['ciso', 'security-office', 'department-head', 'department-staff', 'system-owner', ...CONTRACTOR_ROLES],
      because: '打合せの予定と議事録は、参加する両者が見る。所属の人は自らの所属に関する会議だけを見る。',
    },
    'meetings.arrange': {
      roles: ['security-office', 'audit-lead', 'project-manager', 'auditor'],
      because: '打合せの日は発注者と受託者が決める（8(2)）。',
    },
    'meetings.choose': {
      roles: ['security-office', 'audit-lead', 'project-manager', 'auditor', 'assistant'],
      because: '打合せの日を決める人と議事録を書く人は、出席者と説明する文書を選ぶ。',
    },
    'meetings.agree': {
      roles: ['security-office'],
      because: 'ブラウザで使えないツールを認めるかどうかは発注者が決める（8(2)）。',
    },
    'meetings.record': {
      roles: ['audit-lead', 'project-manager', 'auditor', 'assistant'],
      because: '議事録は受託者が作成し、提出するまでは受託者だけのものである。',
    },
    'messages.read': {
      roles: ['security-office', ...CONTRACTOR_ROLES],
      because: '発注者の担当課と受託者の間の連絡の記録である。',
    },
    'messages.record': {
      roles: ['security-office', 'audit-lead', 'project-manager', 'auditor', 'assistant'],
      because: '連絡は、送った側又は受けた側が記録する。',
    },
  },
  operations: {
    listMeetings: query({
      summary: '会議の一覧を日付の順に返す。',
      permission: 'meetings.read',
      input: engagementInput,
      output: z.strictObject({ meetings: z.array(meeting) }),
    }),
    getMeeting: query({
      summary: '会議一件を返す。',
      permission: 'meetings.read',
      input: z.strictObject({ ...inEngagement, meetingId: id }),
      output: meeting,
    }),
    listChoices: query({
      summary: '入力の選択肢となる出席者、説明する文書及び所属を返す。',
      permission: 'meetings.choose',
      input: engagementInput,
      output: z.strictObject({
        people: z.array(z.strictObject({ id, name: z.string(), side: z.enum(['city', 'contractor', 'vendor']) })),
        /** Plans and deliverables that can be explained at a meeting; the city sees only what was submitted. */
        documents: z.array(z.strictObject({ id, name: z.string() })),
        departments: z.array(z.strictObject({ id, name: z.string() })),
      }),
    }),
    proposeRegularMeetings: command({
      summary: '期間内の定例の打合せの日を、閉庁日を避けて作成する。',
      permission: 'meetings.arrange',
      input: z.strictObject({
        ...inEngagement,
        from: day,
        to: day,
        weekday: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
        startTime: time,
        tool: line,
        browserCapable: z.boolean(),
      }),
      output: z.strictObject({ meetings: z.array(z.strictObject({ id, date: day })) }),
    }),
    scheduleMeeting: command({
      summary: '会議の日を相手方に示す。',
      permission: 'meetings.arrange',
      input: z.strictObject({ ...inEngagement, type, title: line, date: day, startTime: time, ...setting, ...about }),
      output: z.strictObject({ id }),
    }),
    confirmDate: command({
      summary: '相手方が示した会議の日を確認する。',
      permission: 'meetings.arrange',
      input: z.strictObject(oneMeeting),
      output: versioned,
    }),
    moveMeeting: command({
      summary: '会議の日を改めて相手方に示す。',
      permission: 'meetings.arrange',
      input: z.strictObject({ ...oneMeeting, date: day, startTime: time }),
      output: versioned,
    }),
    cancelMeeting: command({
      summary: '理由を示して会議を取りやめる。',
      permission: 'meetings.arrange',
      input: z.strictObject({ ...oneMeeting, reason: requiredText }),
      output: versioned,
    }),
    agreeTool: command({
      summary: '発注者が、ブラウザだけでは使えない会議ツールの使用を認める。',
      permission: 'meetings.agree',
      input: z.strictObject(oneMeeting),
      output: versioned,
    }),
    holdMeeting: command({
      summary: '日を確認した会議が行われたことを、出席者とともに記録する。',
      permission: 'meetings.record',
      input: z.strictObject({
        ...oneMeeting,
        ...setting,
        ...about,
        mode: mode.optional(),
        participants: z.array(participant).min(1).max(100),
      }),
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
        participants: z.array(participant).min(1).max(100),
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
      summary: '議事録又は進捗報告書を返す。提出前のものは受託者だけが取得できる。',
      permission: 'meetings.read',
      input: z.strictObject({
        ...inEngagement,
        kind: z.string().max(60),
        subject: id.nullable(),
        format: z.enum(['docx', 'pdf']),
      }),
    }),
    downloadCalendar: download({
      summary: '会議の予定をiCalendar形式で返す。',
      permission: 'meetings.read',
      input: engagementInput,
    }),
    recordMessage: command({
      summary: '発注者と受託者の間の連絡を記録する。',
      permission: 'messages.record',
      input: z.strictObject({
        ...inEngagement,
        channel: z.enum(MESSAGE_CHANNELS),
        direction: z.enum(['to-city', 'from-city']),
        subject: line,
        body: requiredText,
        counterpart: line,
        /** Id of the first message of the thread; a new thread when left out. */
        threadId: id.optional(),
        fileIds: z.array(id).max(20),
        occurredOn: day.optional(),
      }),
      output: z.strictObject({ id }),
    }),
    listMessages: query({
      summary: '連絡の記録を新しい順に返す。',
      permission: 'messages.read',
      input: engagementInput,
      output: z.strictObject({ basicChannel: z.string(), messages: z.array(message) }),
    }),
    downloadAttachment: download({
      summary: '連絡に添付されたファイルを返す。',
      permission: 'messages.read',
      input: z.strictObject({ ...inEngagement, messageId: id, fileId: id }),
    }),
  },
});
