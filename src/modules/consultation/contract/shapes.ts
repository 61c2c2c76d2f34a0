/** What consultations, their answers and their summaries look like to those who may see them. */
import { z } from 'zod';
import { day, id, instant, requiredText, text, version } from '../../../kernel/schema.ts';
import { ADVICE_AREA_NAMES, PRECEDENT_KINDS } from '../advice.ts';
import { CHANNELS } from '../conditions.ts';

export const channel = z.enum(CHANNELS);
export const category = z.string().min(1).max(60);
export const questions = z.int().min(1).max(50);
export const fileIds = z.array(id).max(20);
export const file = z.strictObject({ id, name: z.string() });

export const STATES = ['received', 'office', 'contractor', 'answered', 'closed'] as const;
export const CLOSINGS = ['resolved', 'withdrawn', 'duplicate'] as const;

/** A provision that the answer rests on: the code of a standard of the engagement and the number in it (第12条). */
export const citation = z.strictObject({
  code: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  place: z.string().trim().min(1).max(60),
});

/** A point that the clause asks for, and what the answer says about it. */
export const point = z.strictObject({ name: z.string().min(1).max(60), text: requiredText.max(2000) });

/** An area of the office's own work, and what of it the advice is about. */
export const adviceSubject = z.strictObject({ area: z.enum(ADVICE_AREA_NAMES), topic: z.string().min(1).max(60) });
export type AdviceSubject = z.output<typeof adviceSubject>;

/** What else the advice rests on: how others do it, what was asked before. */
export const precedent = z.strictObject({ kind: z.enum(PRECEDENT_KINDS), text: requiredText.max(1000) });

export const answer = z.strictObject({
  text: requiredText,
  /** The same in plain words for people who do not know the field; empty when the answer is plain enough. */
  plain: text.max(2000),
  citations: z.array(citation).max(20),
  considerations: z.array(point).max(10),
  basis: z.array(point).max(10),
  precedents: z.array(precedent).max(10).default([]),
  /** How many questions this answers. */
  questions,
});
export type Answer = z.output<typeof answer>;

const visit = z.strictObject({
  place: z.string(),
  cityPeople: z.string(),
  members: z.array(z.strictObject({ id, name: z.string() })),
});

export const entry = z.strictObject({
  id,
  kind: z.enum(['question', 'answer', 'note', 'visit', 'reopening']),
  audience: z.enum(['all', 'parties', 'contractor']),
  author: z.string(),
  side: z.enum(['city', 'contractor']),
  writtenAt: instant,
  occurredOn: day,
  channel: channel.nullable(),
  body: z.string(),
  files: z.array(file),
  answer: answer.omit({ text: true }).nullable(),
  visit: visit.nullable(),
});
export type Entry = z.output<typeof entry>;

export const consultation = z.strictObject({
  id,
  /** Running number in the engagement, from 1. */
  number: z.int(),
  title: z.string(),
  category: z.string(),
  channel,
  origin: z.enum(['department', 'office']),
  department: z.strictObject({ id, name: z.string() }).nullable(),
  asker: z.string(),
  urgent: z.boolean(),
  receivedOn: day,
  questions: z.int(),
  state: z.enum(STATES),
  handler: z.enum(['office', 'contractor']).nullable(),
  /** The member who answers; told to the two parties. */
  member: z.strictObject({ id, name: z.string() }).nullable(),
  due: day.nullable(),
  answeredOn: day.nullable(),
  /** Period of the cap for which it was taken on. */
  planned: z.string().nullable(),
  /** True while that period has not begun. */
  deferred: z.boolean(),
  exceededBecause: z.string(),
  closedBecause: z.enum(CLOSINGS).nullable(),
  score: z.int().nullable(),
  scoreComment: z.string(),
  /** Null for an ordinary question. */
  advice: adviceSubject.nullable(),
  /** The day on which the advice was put into writing. */
  adviceRecordedOn: day.nullable(),
  /** True when the caller belongs to those who asked. */
  own: z.boolean(),
  version,
});
export type Consultation = z.output<typeof consultation>;

export const draft = answer.extend({ text, channel, occurredOn: day.nullable() });
export type Draft = z.output<typeof draft>;

export const consultationDetail = consultation.extend({
  entries: z.array(entry),
  /** The working copy of the answer; null for everybody but the side that answers. */
  draft: draft.nullable(),
  /** Number of the consultation in which the same was asked; null when the caller may not see that one. */
  sameAs: z.strictObject({ id, number: z.int() }).nullable(),
});
export type ConsultationDetail = z.output<typeof consultationDetail>;

export const meter = z.strictObject({
  clause: z.string(),
  unit: z.enum(['consultation', 'question']),
  per: z.enum(['month', 'fiscal-year']),
  carryOver: z.enum(['none', 'next-period', 'within-year']),
  period: z.string(),
  from: day,
  to: day,
  max: z.int(),
  carried: z.int(),
  used: z.int(),
  waiting: z.int(),
  left: z.int(),
  over: z.int(),
  forecast: z.int(),
});
export type MeterView = z.output<typeof meter>;

export const summaryPeriod = z.enum(['month', 'fiscal-year']);
const themeCounts = {
  received: z.int(),
  questions: z.int(),
  urgent: z.int(),
  answered: z.int(),
  open: z.int(),
  /** Calendar days from the question to the first answer; null when nothing was answered. */
  averageDays: z.number().nullable(),
  /** Mean of 1 to 5; null when nobody said. */
  averageScore: z.number().nullable(),
};

export const summary = z.strictObject({
  period: summaryPeriod,
  from: day,
  to: day,
  total: z.strictObject(themeCounts),
  themes: z.array(z.strictObject({ theme: z.string(), ...themeCounts })),
  channels: z.array(z.strictObject({ channel: z.string(), count: z.int() })),
  visits: z.int(),
  /** Use of the cap in every period of the cap that the summary touches; empty without a cap. */
  cap: z.array(z.strictObject({ period: z.string(), max: z.int(), carried: z.int(), used: z.int(), over: z.int() })),
});
export type Summary = z.output<typeof summary>;

export const issuedSummary = z.strictObject({
  id,
  period: summaryPeriod,
  from: day,
  to: day,
  count: z.int(),
  issuedOn: day,
});
