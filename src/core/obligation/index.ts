export { factDay, compareFacts, type ActorParty, type Fact } from './fact.ts';
export { DaySchema, kindsOf, matches, PatternSchema, WhereSchema, type Pattern, type Where } from './pattern.ts';
export {
  DateExpressionSchema,
  resolveDate,
  SpanSchema,
  type AnchorName,
  type Anchors,
  type DateExpression,
  type ResolvedDate,
} from './date-expression.ts';
export { PARTIES, RuleSchema, type ClauseRule, type Party, type Rule, type RuleType } from './rule.ts';
export { isRecordable, kindsOfRule, patternsOfRule } from './rule-kinds.ts';
export { OBLIGATION_STATES, type Obligation, type ObligationState, type Proof, type Quantity } from './obligation.ts';
export { createEvaluation, evaluate, type Evaluation, type EvaluationContext } from './evaluate.ts';
export {
  EvidenceSchema,
  rulesOf,
  traceClauses,
  traceEvaluated,
  type ClauseState,
  type ClauseTrace,
  type Evidence,
  type TraceableClause,
  type TraceOptions,
} from './trace.ts';
