import { formatEra, type Calendar, type Day } from '../calendar/index.ts';
import { z } from 'zod';
import { createEvaluation, type Evaluation, type EvaluationContext } from './evaluate.ts';
import { factDay, type Fact } from './fact.ts';
import type { Obligation, Proof } from './obligation.ts';
import { PatternSchema, type Pattern } from './pattern.ts';
import { canRecord, isRecordable } from './rule-kinds.ts';
import type { ClauseRule, Party, Rule } from './rule.ts';

/** Records that show a clause at work without being a duty; `min` of them are needed. */
export const EvidenceSchema = PatternSchema.extend({ min: z.int().positive().default(1) });
export type Evidence = z.output<typeof EvidenceSchema>;

/** What the trace needs of a clause; a specification's clauses fit. */
export type TraceableClause = {
  id: string;
  party: Party;
  rules: readonly Rule[];
  /** Alternatives: one found is enough. */
  evidence: readonly Evidence[];
  statement: boolean;
};

export type ClauseState = 'met' | 'evidenced' | 'statement' | 'planned' | 'unknown' | 'breached';

/** State of one clause: with the facts that prove it, or with the reason why nothing does. */
export type ClauseTrace = { id: string; state: ClauseState; proof?: Proof[]; reason?: string };

const PROOF_LIMIT = 20;
const ACKNOWLEDGED: Pattern = PatternSchema.parse({ fact: 'statement.acknowledged' });

export function rulesOf(clauses: readonly TraceableClause[]): ClauseRule[] {
  return clauses.flatMap((clause) => clause.rules.map((rule) => ({ clause: clause.id, party: clause.party, rule })));
}

export type TraceOptions = EvaluationContext & {
  /** Kinds of facts that the product can record. A clause that waits for others is `planned`. Default: every kind. */
  recordable?: ReadonlySet<string>;
};

/** The state of every clause of a specification at the end of a day, in the order of the specification. Pure. */
export function traceClauses(
  specification: { clauses: readonly TraceableClause[] },
  facts: Iterable<Fact>,
  calendar: Calendar,
  today: Day,
  options: TraceOptions = {},
): ClauseTrace[] {
  const evaluation = createEvaluation(rulesOf(specification.clauses), calendar, options);
  for (const fact of facts) evaluation.append(fact);
  return traceEvaluated(specification, evaluation, today, options);
}

/** The same from an evaluation of the rules of this specification that is at hand. */
export function traceEvaluated(
  specification: { clauses: readonly TraceableClause[] },
  evaluation: Evaluation,
  today: Day,
  { recordable }: { readonly recordable?: ReadonlySet<string> | undefined } = {},
): ClauseTrace[] {
  const byClause = Map.groupBy(evaluation.at(today), (obligation) => obligation.clause);
  const { periodTo } = evaluation.anchors(today);
  const year: Year = {
    find: (pattern) => evaluation.find(pattern, today),
    ended: periodTo !== undefined && today >= periodTo,
    recordable: recordable ?? null,
  };
  return specification.clauses.map((clause) => traceClause(clause, byClause.get(clause.id) ?? [], year));
}

type Year = {
  find: (pattern: Pattern) => readonly Fact[];
  ended: boolean;
  recordable: ReadonlySet<string> | null;
};

const NOT_READY = 'この条項の機能はまだ用意されていません。';

function traceClause(clause: TraceableClause, obligations: readonly Obligation[], year: Year): ClauseTrace {
  const { id } = clause;
  if (clause.statement) return traceStatement(clause, year);
  const unready = unreadyRules(clause, year.recordable);
  const ready = obligations.filter((obligation) => !unready.has(obligation.rule));
  const state = ready.length > 0 ? traceObligations(clause, ready, year.ended) : null;
  if (state?.state === 'breached' || state?.state === 'unknown') return state;
  if ([...unready].some((rule) => !isSettled(rule, obligations))) return { id, state: 'planned', reason: NOT_READY };
  if (obligations.length > 0) return traceObligations(clause, obligations, year.ended);
  const evidence = findEvidence(clause, year);
  if (evidence.length > 0) return { id, state: 'evidenced', proof: evidence };
  const { recordable } = year;
  const waits = recordable !== null && clause.evidence.length > 0;
  if (waits && clause.evidence.every((pattern) => !canRecord(pattern, recordable))) {
    return { id, state: 'planned', reason: NOT_READY };
  }
  if (!year.ended) return { id, state: 'planned', reason: '該当する記録はまだありません。' };
  // A clause with evidence expects a record in any case, if only one that declares that nothing happened.
  if (clause.evidence.length === 0 && clause.rules.every(isOccasional)) {
    return { id, state: 'met', reason: '委託期間を通じて、この条項が働く事実はありませんでした。' };
  }
  return { id, state: 'unknown', reason: '委託期間が終わりましたが、この条項を示す記録がありません。' };
}

/** Ids of the rules that wait for facts which nothing in the product records yet. */
function unreadyRules(clause: TraceableClause, recordable: ReadonlySet<string> | null): Set<string> {
  if (recordable === null) return new Set();
  return new Set(clause.rules.filter((rule) => !isRecordable(rule, recordable)).map((rule) => rule.id));
}

/** A rule whose facts cannot be recorded yet may still be settled, by a waiver. */
function isSettled(rule: string, obligations: readonly Obligation[]): boolean {
  const own = obligations.filter((obligation) => obligation.rule === rule);
  return own.length > 0 && own.every(({ state }) => state === 'met' || state === 'late' || state === 'waived');
}

function traceStatement(clause: TraceableClause, { find, ended }: Year): ClauseTrace {
  const acknowledged = find(ACKNOWLEDGED).filter(
    (fact) => fact.subject === clause.id || fact.data['clause'] === clause.id,
  );
  if (acknowledged.length > 0) return { id: clause.id, state: 'statement', proof: acknowledged.map(proofOf) };
  return ended
    ? { id: clause.id, state: 'breached', reason: '委託期間の末日までに、担当者による確認の記録がありません。' }
    : { id: clause.id, state: 'planned', reason: '担当者による確認を待っています。' };
}

function traceObligations(clause: TraceableClause, obligations: readonly Obligation[], ended: boolean): ClauseTrace {
  const id = clause.id;
  const breached = obligations.filter((obligation) => obligation.state === 'breached');
  if (breached.length > 0) return { id, state: 'breached', proof: proofs(breached), reason: reasons(breached) };
  const unknown = obligations.filter((obligation) => obligation.state === 'unknown');
  if (unknown.length > 0) return { id, state: 'unknown', reason: reasons(unknown) };
  const open = obligations.filter((obligation) => obligation.state === 'not-due' || obligation.state === 'due');
  // Once the period is over, nothing can give a date any more to a duty that still has none and waits for nothing.
  const dateless = open.filter((obligation) => obligation.state === 'not-due' && obligation.due === null);
  if (ended && dateless.length > 0) return { id, state: 'unknown', reason: reasons(dateless) };
  if (open.length > 0) return { id, state: 'planned', reason: plannedReason(open) };
  const exceptions = obligations.filter((obligation) => obligation.state === 'late' || obligation.state === 'waived');
  const remark = exceptions.map((it) => (it.state === 'late' ? it.missing : `「${it.title}」は免除又は対象外です。`));
  const state: ClauseTrace = { id, state: 'met', proof: proofs(obligations) };
  return remark.length === 0 ? state : { ...state, reason: [...new Set(remark)].slice(0, 5).join(' ') };
}

function plannedReason(open: readonly Obligation[]): string {
  const next = open.toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))[0];
  if (!next) return '';
  return next.missing !== '' || next.due === null ? next.missing : `${formatEra(next.due)}に判定します。`;
}

function reasons(obligations: readonly Obligation[]): string {
  return [...new Set(obligations.map((obligation) => obligation.missing))].slice(0, 5).join(' ');
}

function proofs(obligations: readonly Obligation[]): Proof[] {
  const bySeq = new Map(obligations.flatMap((obligation) => obligation.proof).map((proof) => [proof.seq, proof]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq).slice(0, PROOF_LIMIT);
}

function findEvidence(clause: TraceableClause, { find }: Year): Proof[] {
  const found = clause.evidence.flatMap((pattern) => {
    const matching = find(pattern);
    return matching.length >= pattern.min ? matching : [];
  });
  return [...new Set(found)]
    .sort((a, b) => a.seq - b.seq)
    .slice(0, PROOF_LIMIT)
    .map(proofOf);
}

/** Rules of events that need not happen: as the rule says, or by its kind. A record that is expected is not among them. */
function isOccasional(rule: Rule): boolean {
  if (rule.occasional !== undefined) return rule.occasional;
  if (rule.when) return true;
  return (
    rule.type === 'respond' ||
    rule.type === 'before' ||
    rule.type === 'without' ||
    (rule.type === 'by' && rule.per !== undefined && rule.expect === 'any')
  );
}

function proofOf(fact: Fact): Proof {
  return { seq: fact.seq, kind: fact.kind, day: factDay(fact) };
}
