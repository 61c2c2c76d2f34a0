/** Sessions of a course and who was there. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, day, form, id, key, line, mode, requiredText, text, trainee, version } from './shared.ts';

export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '時刻は「09:30」のように入力してください。');

export const attendance = z.strictObject({ trainee, forms: z.array(form).min(1).max(2) });
export type Attendance = z.output<typeof attendance>;

/** How many people came, where the audience is counted and nobody is named. */
const heads = z.int().min(0).max(100_000);

const plannedFields = z.strictObject({
  day,
  from: clock,
  to: clock,
  place: line,
  mode,
  /** Why it is not held with everybody in one room; empty where it is. */
  reason: text.max(1000),
  /** Whom and what the planning took into account: 受講人数, 受講者の特性. */
  considered: z.array(line).max(10),
});
export type PlannedFields = z.output<typeof plannedFields>;

export const sessionContent = plannedFields.extend({
  held: z
    .strictObject({
      on: day,
      minutes: z.int(),
      forms: z.array(form),
      /** Keys of the exercises that were worked on. */
      exercises: z.array(key),
      lecturer: line,
      /** The version of the material that was used. */
      material: z.int(),
      attendance: z.array(attendance),
      heads: heads.default(0),
      note: text.max(4000),
    })
    .nullable(),
  corrections: z.array(z.strictObject({ on: day, reason: requiredText.max(1000) })),
});
export type SessionContent = z.output<typeof sessionContent>;

export const SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export const sessionView = sessionContent.extend({
  id,
  courseId: id,
  number: z.int(),
  state: z.enum(SESSION_STATES),
  version: z.int(),
});
export type SessionView = z.output<typeof sessionView>;

export const sessionOperations = {
  listSessions: query({
    summary: '研修の開催の予定と記録を返す。',
    permission: 'training.read',
    input: z.strictObject({ courseId: id }),
    output: z.strictObject({ sessions: z.array(sessionView) }),
  }),
  planSession: command({
    summary: '研修の開催を予定する。',
    permission: 'training.work',
    input: plannedFields.extend({ courseId: id }),
    output: changed,
  }),
  changeSession: command({
    summary: '開催の予定を直す。',
    permission: 'training.work',
    input: plannedFields.extend({ sessionId: id, version }),
    output: changed,
  }),
  cancelSession: command({
    summary: '開催の予定を取りやめる。',
    permission: 'training.work',
    input: z.strictObject({ sessionId: id, version }),
    output: changed,
  }),
  holdSession: command({
    summary: '研修を行ったことを、出席した人とともに記録する。',
    permission: 'training.attendance',
    input: z.strictObject({
      sessionId: id,
      version,
      occurredOn: day.optional(),
      lectureMinutes: z.int().min(0).max(1440),
      exerciseMinutes: z.int().min(0).max(1440),
      exercises: z.array(key).max(20),
      lecturer: line,
      attendance: z.array(attendance).max(2000),
      heads: heads.optional(),
      note: text.max(4000),
    }),
    output: changed.extend({ warnings: z.array(z.string()) }),
  }),
  correctAttendance: command({
    summary: '出席の記録を、理由を残して直す。',
    permission: 'training.attendance',
    input: z.strictObject({
      sessionId: id,
      version,
      attendance: z.array(attendance).max(2000),
      heads: heads.optional(),
      reason: requiredText.max(1000),
    }),
    output: changed,
  }),
} as const;
