/** What a draft consists of, as pages get it. */
import { z } from 'zod';
import { CLAUSE_KINDS } from '../../../core/specification/index.ts';
import { day, id, instant, line, version } from '../../../kernel/schema.ts';

/** Id of a specification; a later revision ends in `-r2`. */
export const specificationId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '英小文字・数字・ハイフンで書いてください。');
export const clauseId = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}]*$/u);
export const identifier = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '英小文字・数字・ハイフンで書いてください。');

export const DECISIONS = ['open', 'accepted', 'refused'] as const;

/** Something that was read from the text of a clause: `start` and `end` are offsets in that text. */
export const suggestion = z.strictObject({
  id: z.string(),
  type: z.enum(['kind', 'capability', 'deadline', 'day', 'cadence', 'amount', 'cap', 'document', 'team']),
  /** What was understood, as a Japanese phrase. */
  label: z.string(),
  start: z.int(),
  end: z.int(),
  confidence: z.number(),
  decision: z.enum(DECISIONS),
  /** What stands in the draft because of it (taken out when it is refused), as Japanese phrases. */
  effects: z.array(z.string()),
});
export type Suggestion = z.output<typeof suggestion>;

export const draftClause = z.strictObject({
  /** Stays the same however the clause is numbered. */
  key: id,
  id: z.string(),
  title: z.string(),
  kind: z.enum(CLAUSE_KINDS),
  capability: z.string(),
  summary: z.string(),
  /** The summary was made by rule and nobody has looked at it. */
  summaryProposed: z.boolean(),
  /** The words of the source that the clause was read from; empty for a clause that a person added. */
  text: z.string(),
  /** Lines of the source: from `start` of the text on, it is this line. */
  parts: z.array(z.strictObject({ start: z.int(), line: z.int(), page: z.int().optional() })),
  /** Headings above, from the outside in. */
  under: z.array(z.string()),
  /** The duties in the vocabulary of rules, as YAML; empty for a statement. */
  rules: z.string(),
  /** The same, one by one; null while the YAML cannot be read. */
  ruleList: z.array(z.json()).nullable(),
  /** The work item of the clause; null where it has none. */
  work: z.json(),
  suggestions: z.array(suggestion),
  kindConfidence: z.number(),
  capabilityConfidence: z.number(),
  parameters: z.json(),
  /** Fields of a specification file that this page does not edit. */
  more: z.record(z.string(), z.json()),
});
export type DraftClause = z.output<typeof draftClause>;

export const draftDeliverable = z.strictObject({
  type: identifier,
  name: line,
  clause: clauseId,
  /** A day, or days or months after the conclusion of the contract, or null. */
  due: z.union([
    day,
    z.strictObject({
      days: z.int().min(0).max(3660),
      unit: z.enum(['days', 'business-days', 'opening-days', 'months']),
    }),
    z.null(),
  ]),
  forms: z
    .array(z.enum(['electronic', 'paper', 'email', 'disc', 'bound']))
    .min(1)
    .max(5),
  formats: z
    .array(z.enum(['docx', 'xlsx', 'pptx', 'pdf']))
    .min(1)
    .max(4),
  copies: z.int().positive().max(1000).nullable(),
  approval: z.boolean(),
  more: z.record(z.string(), z.json()),
});
export type DraftDeliverable = z.output<typeof draftDeliverable>;

export const draftHead = z.strictObject({
  id: z.string(),
  title: z.string(),
  authority: z.string(),
  fiscalYear: z.int().nullable(),
  periodFrom: z.enum(['contractDate', 'dayAfterContract']),
  periodTo: z.string().nullable(),
  marking: z.string().nullable(),
  /** How many bureaus and sections the client has, where the text says so. */
  departments: z.strictObject({ bureaus: z.int().min(0).max(10_000), sections: z.int().min(0).max(10_000) }).nullable(),
});
export type DraftHead = z.output<typeof draftHead>;

/** Parts of a specification beside clauses and deliverables, each edited on a page of its own. */
export const PARTS = [
  'standards',
  'roles',
  'meetings',
  'meeting-conditions',
  'team',
  'duties',
  'consultation',
  'follow-up',
  'report',
  'delivery',
] as const;
export type PartName = (typeof PARTS)[number];

/** What stands in the way of publication: a Japanese sentence that names clause and line. */
export const problem = z.strictObject({
  clause: z.string().nullable(),
  line: z.int().nullable(),
  /** The page of the part that it is about; null where it is a clause or the whole. */
  part: z.enum(PARTS).nullable(),
  /** `error` keeps the draft from being published, `hint` does not. */
  weight: z.enum(['error', 'hint']),
  message: z.string(),
});
export type Problem = z.output<typeof problem>;

export const draft = z.strictObject({
  id,
  name: z.string(),
  format: z.enum(['docx', 'pdf', 'text', 'yaml']),
  pages: z.int().nullable(),
  createdAt: instant,
  publishedAs: z.string().nullable(),
  version,
  head: draftHead,
  clauses: z.array(draftClause),
  deliverables: z.array(draftDeliverable),
  /** Names by code, which the team's conditions and the rules refer to. */
  qualifications: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** A part that the specification says nothing about is null. */
  parts: z.record(z.enum(PARTS), z.json()),
  /** Parts that the import proposed and nobody has looked at. */
  proposedParts: z.array(z.enum(PARTS)),
  problems: z.array(problem),
});
export type Draft = z.output<typeof draft>;
