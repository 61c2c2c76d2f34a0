/** Contract, schedule part: which meetings there are, naming, confirming, moving and cancelling dates. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, line, requiredText } from '../../../kernel/schema.ts';
import {
  about,
  agendaItem,
  inEngagement,
  meeting,
  meetingKind,
  minuteCount,
  oneMeeting,
  setting,
  time,
  type,
  versioned,
} from './schemas.ts';

export const scheduleOperations = {
  listTypes: query({
    summary: '仕様書と製品が定める会議の種類と、会議についての条件を返す。',
    permission: 'meetings.read',
    input: engagementInput,
    output: z.strictObject({
      types: z.array(meetingKind),
      /** Days of the week on which regular meetings may lie; Monday is 1. */
      weekdays: z.array(z.int()),
      minutes: z
        .strictObject({ clause: z.string(), withinText: z.string().nullable(), approval: z.boolean() })
        .nullable(),
      online: z.strictObject({ clause: z.string(), browserOnly: z.boolean(), agreement: z.boolean() }).nullable(),
      venueBy: z.enum(['city', 'contractor', 'agreed']).nullable(),
    }),
  }),
  suggestSchedule: query({
    summary: '仕様書から、まだ日程のない会議の日の案を作る。',
    permission: 'meetings.arrange',
    input: z.strictObject({ ...inEngagement, from: day.optional() }),
    output: z.strictObject({
      suggestions: z.array(
        z.strictObject({
          type,
          title: z.string(),
          clause: z.string(),
          date: day,
          basis: z.string(),
          regular: z.boolean(),
        }),
      ),
    }),
  }),
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
      /** The main regular meeting of the specification when left out. */
      type: type.optional(),
      from: day,
      to: day,
      weekday: z.union([
        z.literal(1),
        z.literal(2),
        z.literal(3),
        z.literal(4),
        z.literal(5),
        z.literal(6),
        z.literal(7),
      ]),
      startTime: time,
      length: minuteCount.optional(),
      ...setting,
      /** The mode that the specification names first when left out; オンライン when a tool is given. */
      mode: setting.mode.optional(),
    }),
    output: z.strictObject({ meetings: z.array(z.strictObject({ id, date: day })) }),
  }),
  scheduleMeeting: command({
    summary: '会議の日を相手方に示す。',
    permission: 'meetings.arrange',
    input: z.strictObject({
      ...inEngagement,
      type,
      title: line,
      date: day,
      startTime: time,
      length: minuteCount.optional(),
      ...setting,
      ...about,
    }),
    output: z.strictObject({ id }),
  }),
  confirmDate: command({
    summary: '相手方が示した会議の日、場所及び方法を確認する。',
    permission: 'meetings.arrange',
    input: z.strictObject(oneMeeting),
    output: versioned,
  }),
  moveMeeting: command({
    summary: '会議の日、場所又は方法を改めて相手方に示す。',
    permission: 'meetings.arrange',
    input: z.strictObject({ ...oneMeeting, date: day, startTime: time, ...setting, mode: setting.mode.optional() }),
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
  nameVenue: command({
    summary: '発注者が用意する会場を定める。',
    permission: 'meetings.agree',
    input: z.strictObject({ ...oneMeeting, venue: line }),
    output: versioned,
  }),
  saveAgenda: command({
    summary: '会議の次第を定める。',
    permission: 'meetings.arrange',
    input: z.strictObject({ ...oneMeeting, agenda: z.array(agendaItem).max(50), length: minuteCount.nullable() }),
    output: versioned,
  }),
  downloadInvitation: download({
    summary: '会議一件の予定をiCalendar形式で返す。',
    permission: 'meetings.read',
    input: z.strictObject({ ...inEngagement, meetingId: id }),
  }),
  downloadCalendar: download({
    summary: '会議の予定をiCalendar形式で返す。',
    permission: 'meetings.read',
    input: engagementInput,
  }),
};
