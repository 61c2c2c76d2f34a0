/** Site visits: timetable confirmed beforehand, outline of findings afterwards (clause 9(1)イ(イ)-p5 to -p7). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import {
  auditInput,
  changed,
  day,
  id,
  line,
  participants,
  recordColumns,
  remark,
  requiredText,
  text,
  version,
} from './shared.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const timetableRow = z.strictObject({
  /** `09:30`, in Asia/Tokyo. */
  from: clockTime,
  to: clockTime,
  /** What is confirmed. */
  what: requiredText,
  where: line,
  who: text,
});
export type TimetableRow = z.output<typeof timetableRow>;

export const outlineItem = z.strictObject({
  title: line,
  fact: requiredText,
  place: text,
  findingId: id.nullable(),
});

export const visitContent = z.strictObject({
  place: line,
  plannedOn: day,
  /** Why this department needs a visit. */
  reason: requiredText,
  /** Set where it goes beyond the expected one to three departments: the contractor's request. */
  additionalReason: text,
  timetable: z.array(timetableRow),
  remarks: z.array(remark),
  submittedOn: day.nullable(),
  confirmedOn: day.nullable(),
  occurredOn: day.nullable(),
  participants: z.array(id),
  cityAttendees: text,
  outline: z.strictObject({ items: z.array(outlineItem), summary: text, submittedOn: day }).nullable(),
});
export type VisitContent = z.output<typeof visitContent>;

export const VISIT_STATES = ['draft', 'submitted', 'confirmed', 'held', 'outline-submitted'] as const;
export const visitView = visitContent.extend({
  ...recordColumns,
  auditId: id,
  departmentId: id,
  state: z.enum(VISIT_STATES),
});
export type VisitView = z.output<typeof visitView>;

export const visitOperations = {
  listVisits: query({
    summary: '現場確認の一覧を、当日の時間割と発見事項の概要とともに返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ visits: z.array(visitView) }),
  }),
  planVisit: command({
    summary: '現場確認の予定と当日の時間割を作る。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      place: line,
      plannedOn: day,
      reason: requiredText,
      additionalReason: text.optional(),
      timetable: z.array(timetableRow).max(40),
    }),
    output: changed,
  }),
  saveTimetable: command({
    summary: '当日の時間割を直す。確認済みの時間割を直すと、市の確認をもう一度受ける。',
    permission: 'audit.work',
    input: z.strictObject({
      visitId: id,
      version,
      place: line,
      plannedOn: day,
      timetable: z.array(timetableRow).max(40),
    }),
    output: changed,
  }),
  submitTimetable: command({
    summary: '当日の時間割を市に出し、確認を求める。',
    permission: 'audit.work',
    input: z.strictObject({ visitId: id, version }),
    output: changed,
  }),
  confirmTimetable: command({
    summary: '当日の時間割を確認する。',
    permission: 'audit.city',
    input: z.strictObject({ visitId: id, version }),
    output: changed,
  }),
  returnTimetable: command({
    summary: '当日の時間割に意見を付けて戻す。',
    permission: 'audit.city',
    input: z.strictObject({ visitId: id, version, remark: requiredText }),
    output: changed,
  }),
  recordVisit: command({
    summary: '現場確認を行ったことを登録する。市の確認を受けていない現場確認は登録できない。',
    permission: 'audit.work',
    input: z.strictObject({
      visitId: id,
      version,
      occurredOn: day,
      participants,
      cityAttendees: text,
    }),
    output: changed,
  }),
  submitOutline: command({
    summary: '現場で見つけた事項の概要を市に出す。各事項は発見事項の案になる。',
    permission: 'audit.work',
    input: z.strictObject({
      visitId: id,
      version,
      summary: text,
      items: z.array(outlineItem.omit({ findingId: true })).max(60),
    }),
    output: changed.extend({ findingIds: z.array(id) }),
  }),
} as const;
