import { z } from 'zod';
import { DateExpressionSchema, SpanSchema } from './date-expression.ts';
import { PatternSchema, WhereSchema } from './pattern.ts';

export const PARTIES = ['contractor', 'city', 'both'] as const;
export type Party = (typeof PARTIES)[number];

/** An excuse: for the same subject, or for the whole engagement. */
const ExcuseSchema = PatternSchema.extend({ scope: z.enum(['subject', 'engagement']).default('subject') });

const common = {
  /** Unique inside its clause; part of the obligation key, so it never changes once used. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** What must be done, as a Japanese noun phrase: 「作業計画書の承認」. */
  title: z.string().min(1),
  /** Who owes it, where that differs from the clause. */
  party: z.enum(PARTIES).optional(),
  /** The rule applies only once one of these facts exists. */
  when: z.array(PatternSchema).optional(),
  /** Each of these facts excuses the duty: the obligation is then shown as waived. */
  unless: z.array(ExcuseSchema).optional(),
  /**
   * Whether the event that the rule is about need not happen at all (「書面で提出する場合」). By default true for what is
   * triggered (`respond`, `before`, `without`, `when`), false for records that are expected.
   */
  occasional: z.boolean().optional(),
};

/** A fact exists by a date: once, or once for every subject of `per`. Facts before `notBefore` do not count. */
export const ByRuleSchema = z.strictObject({
  ...common,
  type: z.literal('by'),
  fact: PatternSchema,
  due: DateExpressionSchema,
  notBefore: DateExpressionSchema.optional(),
  per: PatternSchema.optional(),
  /** With `per`: `some` means that at least one subject is expected, so that an empty list is a missing duty. */
  expect: z.enum(['some', 'any']).default('some'),
});

/** Every trigger is followed by a response for the same subject, within a span or by a day named in the trigger. */
export const RespondRuleSchema = z.strictObject({
  ...common,
  type: z.literal('respond'),
  trigger: PatternSchema,
  response: PatternSchema,
  /** Path of the day in the trigger's data from which the span runs; default: the day of the trigger. */
  startAt: z.string().min(1).optional(),
  within: SpanSchema.optional(),
  /** Path of a day in the trigger's data. */
  dueAt: z.string().min(1).optional(),
  /** Instead of `within` and `dueAt`: a date. Without any of the three the answer is owed, but never late. */
  due: DateExpressionSchema.optional(),
});

const scope = z.enum(['subject', 'engagement']).default('subject');

/** Every trigger is preceded by the required fact by at least `lead`. */
export const BeforeRuleSchema = z.strictObject({
  ...common,
  type: z.literal('before'),
  trigger: PatternSchema,
  required: PatternSchema,
  lead: SpanSchema,
  scope,
});

/** The trigger never happens unless all required facts came first (the same day counts); without them it is forbidden. */
export const WithoutRuleSchema = z.strictObject({
  ...common,
  type: z.literal('without'),
  trigger: PatternSchema,
  required: z.array(PatternSchema).default([]),
  scope,
});

export const CadenceSchema = z.strictObject({
  unit: z.enum(['days', 'months', 'fiscal-years']),
  n: z.int().positive().default(1),
});

/** At least `min` facts in every period from `from` to `to`. A shorter rest at the end counts only when asked for. */
export const RecurRuleSchema = z.strictObject({
  ...common,
  type: z.literal('recur'),
  fact: PatternSchema,
  min: z.int().positive().default(1),
  every: CadenceSchema,
  from: DateExpressionSchema.default({ from: 'periodFrom' }),
  to: DateExpressionSchema.default({ from: 'periodTo' }),
  partial: z.enum(['skip', 'count']).default('skip'),
});

/**
 * Between `min` and `max` facts in the engagement, in each period of `every`, or for each subject of `per`. With
 * `distinct`, different values at that path are counted instead of facts. The minimum is owed by `due` (default: end).
 */
export const CountRuleSchema = z.strictObject({
  ...common,
  type: z.literal('count'),
  fact: PatternSchema,
  min: z.int().positive().optional(),
  max: z.int().nonnegative().optional(),
  distinct: z.string().min(1).optional(),
  per: PatternSchema.optional(),
  every: CadenceSchema.optional(),
  from: DateExpressionSchema.default({ from: 'periodFrom' }),
  due: DateExpressionSchema.default({ from: 'periodTo' }),
});

/** A slowly changing condition: the fact holds from `validFrom` to `validTo` (paths) or until an `endedBy` fact. */
export const ConditionSchema = PatternSchema.extend({
  validFrom: z.string().min(1).optional(),
  validTo: z.string().min(1).optional(),
  endedBy: PatternSchema.optional(),
});

/** Every fact of the kind names at least `min` people at the path `people` who satisfy `who` and hold all conditions. */
export const ParticipantsRuleSchema = z.strictObject({
  ...common,
  type: z.literal('participants'),
  fact: PatternSchema,
  people: z.string().min(1).default('participants'),
  min: z.int().positive(),
  /** Conditions on a participant written as an object. */
  who: WhereSchema.optional(),
  /** Conditions that the participant (by id) holds on the day of the fact. */
  holding: z.array(ConditionSchema).default([]),
});

/** Throughout a period at least `min` subjects (or every subject of `every`) hold all conditions at the same time. */
export const HoldsRuleSchema = z.strictObject({
  ...common,
  type: z.literal('holds'),
  all: z.array(ConditionSchema).min(1),
  min: z.int().positive().default(1),
  every: ConditionSchema.optional(),
  from: DateExpressionSchema.default({ from: 'periodFrom' }),
  to: DateExpressionSchema.default({ from: 'periodTo' }),
});

/** The latest fact of the kind for every subject satisfies `must`, and one of `anyOf` where given. */
export const ContentRuleSchema = z.strictObject({
  ...common,
  type: z.literal('content'),
  fact: PatternSchema,
  must: WhereSchema.optional(),
  anyOf: z.array(WhereSchema).min(1).optional(),
});

/** The closed vocabulary of duties. */
export const RuleSchema = z.discriminatedUnion('type', [
  ByRuleSchema,
  RespondRuleSchema,
  BeforeRuleSchema,
  WithoutRuleSchema,
  RecurRuleSchema,
  CountRuleSchema,
  ParticipantsRuleSchema,
  HoldsRuleSchema,
  ContentRuleSchema,
]);

export type Rule = z.output<typeof RuleSchema>;
export type RuleType = Rule['type'];
export type RuleOf<Type extends RuleType> = Extract<Rule, { type: Type }>;
export type Condition = z.output<typeof ConditionSchema>;
export type Cadence = z.output<typeof CadenceSchema>;

/** A rule with the clause that it comes from. */
export type ClauseRule = { clause: string; party: Party; rule: Rule };
