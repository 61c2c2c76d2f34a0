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
export { dateSentence, ruleSentence, type RuleNames } from './rule-sentence.ts';
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
export {
  BOARD_GROUPS,
  boardGroupOf,
  boardGrouping,
  stateSince,
  weekOf,
  type BoardDay,
  type BoardGroup,
} from './board.ts';
export {
  forecastMonths,
  forecastRisks,
  type MonthForecast,
  type Outlook,
  type PartyCount,
  type Risk,
  type RiskCause,
  type WeekForecast,
} from './forecast.ts';
