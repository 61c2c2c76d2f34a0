/** Courses: proposed by the contractor, agreed with the city, closed with the people counted, analysed. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { audience, changed, day, form, id, line, requiredText, text, trainee, version } from './shared.ts';

export const courseFields = z.strictObject({
  /** The word by which the specification and the journal know the course. */
  course: line.max(80),
  title: line,
  audience,
  /** The people as the specification names them. */
  audienceNames: z.array(line).min(1).max(10),
  aim: requiredText.max(1000),
  contents: z.array(line).min(1).max(30),
  /** Forms that one has to attend to complete the course. */
  forms: z.array(form).min(1).max(2),
  sessions: z.int().min(1).max(50),
  participants: z.int().min(1).max(100_000),
  /** The season in which it is held. */
  from: day,
  to: day,
});
export type CourseFields = z.output<typeof courseFields>;

/** What the season and contents that the city agreed to are called. */
export const AGREED_SUBJECTS = ['実施時期', '内容', '回数', '方法'] as const;

export const courseContent = courseFields.extend({
  agreedOn: day.nullable(),
  closed: z.strictObject({ on: day, sessions: z.int(), participants: z.int() }).nullable(),
  analysis: z
    .strictObject({ on: day, answers: z.int(), understood: text, weak: text, next: text, byDepartment: z.boolean() })
    .nullable(),
});
export type CourseContent = z.output<typeof courseContent>;

export const COURSE_STATES = ['proposed', 'agreed', 'closed'] as const;
export const courseView = courseContent.extend({ id, state: z.enum(COURSE_STATES), version: z.int() });
export type CourseView = z.output<typeof courseView>;

/** A course that a specification asks for and the product has the material of. */
export const offer = z.strictObject({
  bundled: z.string(),
  /** Its specification is the one of the engagement. */
  suits: z.boolean(),
  clause: z.string(),
  fields: courseFields.omit({ from: true, to: true, participants: true }),
  sessionsAtMost: z.int(),
  minutes: z.strictObject({ atLeast: z.int(), atMost: z.int() }),
});
export type Offer = z.output<typeof offer>;

/** One who is expected at the course, and what of it the records show. */
export const personLine = z.strictObject({
  trainee,
  name: z.string(),
  departmentId: id,
  department: z.string(),
  /** Forms attended at one session or another. */
  forms: z.array(form),
  /** The day on which the last form was attended; null while something is missing. */
  completedOn: day.nullable(),
});
export type PersonLine = z.output<typeof personLine>;

export const courseOperations = {
  listCourses: query({
    summary: '研修の一覧と、仕様書が求める研修を返す。',
    permission: 'training.read',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({
      courses: z.array(courseView.extend({ completed: z.int(), expected: z.int() })),
      offers: z.array(offer),
      /** People whom the courses for internal auditors are for. */
      auditors: z.int(),
    }),
  }),
  getCourse: query({
    summary: '研修一件を、受講者ごとの受講の状況とともに返す。',
    permission: 'training.read',
    input: z.strictObject({ courseId: id }),
    output: z.strictObject({
      engagementId: id,
      course: courseView,
      offer: offer.nullable(),
      /** The material of the product for it, also where another specification asks for the course. */
      bundled: z.string().nullable(),
      people: z.array(personLine),
      /** What stands against the course as it is: one sentence each. */
      warnings: z.array(z.string()),
    }),
  }),
  proposeCourse: command({
    summary: '研修の実施案を登録する。',
    permission: 'training.work',
    input: courseFields.extend({ engagementId: id }),
    output: changed,
  }),
  changeCourse: command({
    summary: '研修の実施案を直す。市の同意を得た後に直すと、もう一度同意を得る。',
    permission: 'training.work',
    input: courseFields.omit({ course: true, audience: true }).extend({ courseId: id, version }),
    output: changed,
  }),
  agreeCourse: command({
    summary: '協議した実施の時期と内容に同意する。',
    permission: 'training.decide',
    input: z.strictObject({ courseId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
  closeCourse: command({
    summary: '研修を終え、受講した人を数える。',
    permission: 'training.work',
    input: z.strictObject({ courseId: id, version, occurredOn: day.optional() }),
    output: changed.extend({ participants: z.int() }),
  }),
  analyseCourse: command({
    summary: '演習の結果から、理解の程度と次に直すことをまとめる。',
    permission: 'training.work',
    input: z.strictObject({
      courseId: id,
      version,
      understood: requiredText.max(2000),
      weak: requiredText.max(2000),
      next: requiredText.max(2000),
    }),
    output: changed,
  }),
} as const;
