/**
 * What a specification asks of the team, of meetings, of the contractor's own security and of consultations, as data that
 * the modules read. A part that a specification is silent about is absent, and so is each condition inside a part.
 */
import { z } from 'zod';
import { DateExpressionSchema, SpanSchema } from '../obligation/index.ts';
import { clause, identifier } from './identifier.ts';

const text = z.string().min(1);
const names = z.array(text);

/** A registration, certificate or membership of the contractor's firm. */
export const FirmConditionSchema = z.strictObject({
  clause,
  /** Clause that asks to renew a credential which ends during the contract. */
  renewalClause: clause.optional(),
  type: identifier,
  name: text,
  /** The field of registration that counts; absent when any does. */
  field: text.optional(),
  /** Whose certificate it must be when not the whole firm's: 「従事者が所属する事業所」. */
  scope: text.optional(),
});

/** When an earlier engagement of a member counts as experience. Limits that are absent do not restrict. */
export const ExperienceConditionSchema = z.strictObject({
  id: identifier,
  clause,
  title: text,
  /** Kinds of work of which it must be one. */
  kinds: names.min(1),
  /** The work must have ended between these fiscal years, both counted. */
  fromFiscalYear: z.int().optional(),
  toFiscalYear: z.int().optional(),
  /** Length of all counted work of one member together, in years. */
  minYears: z.number().positive().optional(),
  clientClause: clause.optional(),
  categories: z.array(z.strictObject({ name: text, count: z.enum(['always', 'population', 'never']) })).default([]),
  population: z
    .strictObject({ min: z.int().positive(), asOf: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u) })
    .optional(),
  activityClause: clause.optional(),
  /** The work must have had at least one activity of every group. */
  activityGroups: z.array(z.strictObject({ name: text, anyOf: names.min(1) })).default([]),
});

/** Years of practice in a field, as the member's career record states them. */
export const CareerConditionSchema = z.strictObject({
  id: identifier,
  clause,
  field: text,
  minYears: z.number().positive(),
});

/**
 * People who satisfy everything named here at once. `min` of them are asked for, or with `every` each member among those
 * meant. Several conditions may be satisfied by the same person.
 */
export const PeopleConditionSchema = z.strictObject({
  id: identifier,
  clause,
  title: text,
  min: z.int().positive().default(1),
  every: z.boolean().default(false),
  /** Roles of which the person holds one; any member when absent. */
  among: names.optional(),
  anyQualification: z.array(identifier).optional(),
  qualificationClause: clause.optional(),
  /** Clause that asks to keep the qualification valid. */
  validityClause: clause.optional(),
  /** Ids of experience conditions of which one must be met. */
  anyExperience: z.array(identifier).optional(),
  career: identifier.optional(),
  /** Fields of expertise of which the person declares one (with what shows it), or with `allExpertise` all. */
  anyExpertise: names.optional(),
  allExpertise: names.optional(),
});

export const TeamConditionsSchema = z.strictObject({
  /** Roles that a member may hold under the specification. */
  roles: names.min(1),
  /** The one person through whom everything from the city goes. */
  lead: z.strictObject({ clause, role: text }).optional(),
  /** Roles that must be filled, beside the lead. */
  appointed: z
    .array(
      z.strictObject({ clause, role: text, min: z.int().positive().default(1), max: z.int().positive().optional() }),
    )
    .default([]),
  firm: z.array(FirmConditionSchema).default([]),
  experience: z.array(ExperienceConditionSchema).default([]),
  careers: z.array(CareerConditionSchema).default([]),
  people: z.array(PeopleConditionSchema).default([]),
  /** Nobody of the team takes part in managing what is audited or favours a vendor. */
  independence: z.strictObject({ clause, from: z.enum(['audited-departments', 'vendors']) }).optional(),
  /** Somebody stands in for the lead, or for every member, when the unexpected happens. */
  substitutes: z.strictObject({ clause, of: z.enum(['lead', 'everyone']) }).optional(),
  /** A change of members after the plan is approved: what the request shows; `freezeClause` limits changes altogether. */
  change: z
    .strictObject({ clause, freezeClause: clause.optional(), fields: names, roles: names.optional() })
    .optional(),
});

export const MEETING_MODES = ['対面', 'オンライン', '電話'] as const;

/** One kind of meeting that the specification asks for or allows. */
export const MeetingSchema = z.strictObject({
  type: identifier,
  name: text,
  clause,
  cadence: SpanSchema.optional(),
  due: DateExpressionSchema.optional(),
  notBefore: DateExpressionSchema.optional(),
  modes: z.array(z.enum(MEETING_MODES)).min(1),
  venue: z.string().optional(),
  per: z.enum(['department']).optional(),
  /** For whom it is held, where the kind says so: 「CISO」. */
  audience: text.optional(),
  /** Planned length in minutes. */
  minutes: z.int().positive().optional(),
  /** What is reported, and the papers that are brought along. */
  topics: names.default([]),
  papers: names.default([]),
  /** Agenda and papers are sent at least this long before. */
  papersBefore: z.strictObject({ clause, span: SpanSchema }).optional(),
});

export const MeetingConditionsSchema = z.strictObject({
  /** Types of meetings that are held at a regular rhythm, the main one first. */
  regular: z.array(identifier).default([]),
  /** Days of the week on which regular meetings may lie; Monday is 1. */
  weekdays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  minutes: z
    .strictObject({
      clause,
      within: SpanSchema.optional(),
      /** The city approves the minutes. */
      approval: z.boolean().default(false),
      modes: z
        .array(z.enum(MEETING_MODES))
        .min(1)
        .default([...MEETING_MODES]),
    })
    .optional(),
  online: z
    .strictObject({
      clause,
      licenceBy: text.optional(),
      terminalsBy: text.optional(),
      equipmentBy: text.optional(),
      toolClause: clause.optional(),
      /** The tool must work in a browser unless the city agrees otherwise. */
      browserOnly: z.boolean().default(false),
      /** Both sides agree before a meeting is held online. */
      agreement: z.boolean().default(false),
    })
    .optional(),
  messages: z.strictObject({ clause, basicChannel: text }).optional(),
  venue: z.strictObject({ clause, by: z.enum(['city', 'contractor', 'agreed']) }).optional(),
});

const part = z.strictObject({ clause });

/** The contractor's own security duties. */
export const DutyConditionsSchema = z.strictObject({
  /** Name of the assets that the strict duties are about: 「機密性3の情報資産」, 「個人情報」. */
  protectedAssets: text.optional(),
  /** Classification level of those assets where the city has levels. */
  level: z.enum(['1', '2', '3']).optional(),
  rules: part.extend({ names }).optional(),
  measures: part.extend({ prevents: names }).optional(),
  documents: part.extend({ names: names.default([]) }).optional(),
  cloud: part.extend({ evidences: z.array(z.enum(['ismap', 'iso27017', 'soc2', 'accepted'])).min(1) }).optional(),
  manager: part.extend({ role: text }).optional(),
  handlerNotice: part.extend({ fields: names }).optional(),
  workplace: part.optional(),
  training: part.extend({ topics: names, planClause: clause.optional(), reportClause: clause.optional() }).optional(),
  confidentiality: part
    .extend({
      contents: names,
      /** Who signs: each member, the firm, subcontractors. */
      signers: z.array(z.enum(['member', 'firm', 'subcontractor'])).min(1),
      /** A written proof or the signed oath goes to the city. */
      evidenceClause: clause.optional(),
    })
    .optional(),
  subcontract: part
    .extend({
      particulars: names,
      written: z.boolean().default(true),
      /** What can never be passed on: 「一括再委託」. */
      forbidden: names.default([]),
      declarationClause: clause.optional(),
    })
    .optional(),
  inspection: part
    .extend({
      objects: names,
      /** Reasons of which one is needed to inspect on paper; empty when paper needs no reason. */
      paperReasons: names.default([]),
    })
    .optional(),
  incident: part.optional(),
  /** Materials lent by the city: receipt, keeping, return. */
  materials: part.optional(),
  /** Taking logs and materials out of the premises needs the city's consent first. */
  carryOut: part.extend({ clauses: z.array(clause).default([]), materials: names }).optional(),
  /** Showing, copying, lending or giving to third parties needs permission. */
  thirdParties: part.extend({ acts: names }).optional(),
  disposal: part.extend({ certificate: text.optional() }).optional(),
  /** The person of the city whose instructions the contractor follows, as the specification calls them: 「監督者」. */
  supervisor: part.extend({ title: text }).optional(),
  /** The city may ask for a report at any time; `within` is the time limit where the specification sets one. */
  reports: part
    .extend({
      objects: names.min(1),
      within: SpanSchema.optional(),
      /** Clause by which subcontractors have to answer as well; absent when they need not. */
      subcontractorClause: clause.optional(),
    })
    .optional(),
  /** Works of third parties in the deliverables: their licence, who bears the cost, and the papers that go along. */
  works: part.extend({ costBy: z.enum(['受託者', '発注者']).optional(), papersClause: clause.optional() }).optional(),
  /** Goods that are kind to the environment, and for what. */
  eco: part.extend({ scope: names.min(1) }).optional(),
  /** Documents that the specification only names: the contractor observes what they ask for once it has them. */
  annexes: z.array(part.extend({ annex: text, title: text })).optional(),
  /** Laws whose observance the contractor declares, by clause. */
  compliance: z.array(part.extend({ laws: names.min(1) })).optional(),
  /** The contractor proposes by itself what serves the aims; the city decides. */
  proposals: part.extend({ objectives: z.array(z.strictObject({ clause, name: text })).min(1) }).optional(),
});

export const CONSULTATION_CHANNELS = ['訪問', '電子メール', '電話', 'Web会議', '書面', '画面'] as const;

export const ConsultationConditionsSchema = z.strictObject({
  clause,
  /** Office through which questions come in. */
  intake: text,
  categories: names.min(1),
  /** What an answer has to consider. */
  considerations: names.default([]),
  /** Rules on which answers rest. */
  basis: names.default([]),
  channels: z.array(z.enum(CONSULTATION_CHANNELS)).min(1),
  /** Highest number in a period, how one is counted and what happens to what was left over. */
  cap: z
    .strictObject({
      clause,
      max: z.int().positive(),
      per: z.enum(['month', 'fiscal-year']),
      carryOver: z.enum(['none', 'next-period', 'within-year']),
      unit: z.enum(['consultation', 'question']),
    })
    .optional(),
  answerWithin: SpanSchema.optional(),
});

/** What happens after an audit: how improvements are confirmed, what a plan is checked for, and how support is put on record. */
export const FollowUpConditionsSchema = z.strictObject({
  /** By the word under which the rules know the audits (`type` of a fact). */
  audits: z
    .array(
      z.strictObject({
        clause,
        type: text,
        techniques: names.min(1),
        /** Besides the improvement itself it is confirmed that its effect was looked into. */
        evaluated: z.boolean().default(false),
      }),
    )
    .refine((audits) => new Set(audits.map(({ type }) => type)).size === audits.length, {
      error: '同じ種類の監査が二度あります。一つにまとめてください。',
    })
    .default([]),
  plan: z.strictObject({ clause, checks: names.min(1) }).optional(),
  support: z.strictObject({ clause, channels: names.min(1), recordWithin: SpanSchema.optional() }).optional(),
});

export const ConditionsSchema = z.strictObject({
  team: TeamConditionsSchema.optional(),
  meetings: MeetingConditionsSchema.optional(),
  duties: DutyConditionsSchema.optional(),
  consultation: ConsultationConditionsSchema.optional(),
  followUp: FollowUpConditionsSchema.optional(),
});

export type Conditions = z.output<typeof ConditionsSchema>;
export type TeamConditions = z.output<typeof TeamConditionsSchema>;
export type FirmCondition = z.output<typeof FirmConditionSchema>;
export type ExperienceCondition = z.output<typeof ExperienceConditionSchema>;
export type CareerCondition = z.output<typeof CareerConditionSchema>;
export type PeopleCondition = z.output<typeof PeopleConditionSchema>;
export type MeetingDefinition = z.output<typeof MeetingSchema>;
export type MeetingMode = (typeof MEETING_MODES)[number];
export type MeetingConditions = z.output<typeof MeetingConditionsSchema>;
export type DutyConditions = z.output<typeof DutyConditionsSchema>;
export type ConsultationConditions = z.output<typeof ConsultationConditionsSchema>;
export type FollowUpConditions = z.output<typeof FollowUpConditionsSchema>;
