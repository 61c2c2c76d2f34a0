import { isDay, type Calendar, type Day } from '../calendar/index.ts';
import { ANCHOR_NAMES, type Anchors } from './date-expression.ts';
import { evaluateBy, evaluateRespond } from './deadline-rules.ts';
import { factDay, type Fact } from './fact.ts';
import { createFactIndex, type FactIndex } from './fact-index.ts';
import { evaluateHolds } from './holds-rule.ts';
import type { Finding, Obligation } from './obligation.ts';
import { evaluateBefore, evaluateWithout } from './order-rules.ts';
import { PatternSchema, type Pattern } from './pattern.ts';
import { evaluateCount, evaluateRecur } from './quantity-rules.ts';
import { evaluateContent, evaluateParticipants } from './record-rules.ts';
import { kindsOfRule } from './rule-kinds.ts';
import type { ClauseRule, Rule } from './rule.ts';
import { createView, type View } from './view.ts';

/** Dates given here win over those of the `engagement.created` fact. */
export type EvaluationContext = Anchors & {
  /** How many days before the due date an obligation turns from `not-due` to `due`. Default 7. */
  warningDays?: number;
};

export type Evaluation = {
  /** Takes one more fact, in any order. */
  append(fact: Fact): void;
  /** The obligations as they stand at the end of that day, from the facts recorded up to it. */
  at(today: Day): Obligation[];
};

const CREATED: Pattern = PatternSchema.parse({ fact: 'engagement.created' });
const WAIVED: Pattern = PatternSchema.parse({ fact: 'obligation.waived' });
/** Kinds that every rule depends on: the dates of the engagement and the waivers. */
const ALWAYS = new Set(['engagement.created', 'obligation.waived']);

/** All obligations that the rules and facts give on a day, in the order of the rules. Pure. */
export function evaluate(
  rules: readonly ClauseRule[],
  facts: Iterable<Fact>,
  calendar: Calendar,
  today: Day,
  context: EvaluationContext = {},
): Obligation[] {
  const evaluation = createEvaluation(rules, calendar, context);
  for (const fact of facts) evaluation.append(fact);
  return evaluation.at(today);
}

/** Keeps the facts and re-evaluates only the rules that new facts can have changed. Same answers as `evaluate`. */
export function createEvaluation(
  rules: readonly ClauseRule[],
  calendar: Calendar,
  context: EvaluationContext = {},
): Evaluation {
  const index = createFactIndex();
  const slots = rules.map((rule) => ({ rule, kinds: kindsOfRule(rule.rule), known: null as Obligation[] | null }));
  let knownDay: Day | null = null;
  return {
    append(fact) {
      index.append(fact);
      for (const slot of slots) if (ALWAYS.has(fact.kind) || slot.kinds.has(fact.kind)) slot.known = null;
    },
    at(today) {
      const view = viewOn(index, calendar, today, context);
      const waived = view.group(WAIVED);
      if (knownDay !== today) for (const slot of slots) slot.known = null;
      knownDay = today;
      return slots.flatMap((slot) => (slot.known ??= obligationsOf(slot.rule, view, waived)));
    },
  };
}

function viewOn(index: FactIndex, calendar: Calendar, today: Day, context: EvaluationContext): View {
  const find = (pattern: Pattern): Fact[] => index.find(pattern, today);
  const created = find(CREATED).at(-1)?.data ?? {};
  const anchors: Anchors = {};
  for (const name of ANCHOR_NAMES) {
    const day = context[name] ?? created[name];
    if (typeof day === 'string' && isDay(day)) anchors[name] = day;
  }
  return createView({ today, warningDays: context.warningDays ?? 7, calendar, anchors }, find);
}

function obligationsOf(bound: ClauseRule, view: View, waived: ReadonlyMap<string, readonly Fact[]>): Obligation[] {
  const { rule, clause } = bound;
  if (rule.when && !rule.when.some((pattern) => view.find(pattern).length > 0)) return [];
  const excuse = excuses(rule, view);
  return findingsOf(rule, view).map((finding) => {
    const key = `${clause}/${rule.id}/${finding.subject ?? '-'}${finding.mark === undefined ? '' : `/${finding.mark}`}`;
    const reason = excuse(finding.subject) ?? waived.get(key)?.[0];
    const open = finding.state !== 'met' && finding.state !== 'late';
    const proof = reason && open ? [reason] : finding.proof;
    return {
      key,
      clause,
      rule: rule.id,
      type: rule.type,
      title: rule.title,
      party: rule.party ?? bound.party,
      subject: finding.subject,
      due: finding.due,
      derivation: finding.derivation,
      state: reason && open ? 'waived' : finding.state,
      proof: proofOf(proof),
      missing: reason && open ? '' : finding.missing,
    };
  });
}

function findingsOf(rule: Rule, view: View): Finding[] {
  switch (rule.type) {
    case 'by':
      return evaluateBy(rule, view);
    case 'respond':
      return evaluateRespond(rule, view);
    case 'before':
      return evaluateBefore(rule, view);
    case 'without':
      return evaluateWithout(rule, view);
    case 'recur':
      return evaluateRecur(rule, view);
    case 'count':
      return evaluateCount(rule, view);
    case 'participants':
      return evaluateParticipants(rule, view);
    case 'holds':
      return evaluateHolds(rule, view);
    case 'content':
      return evaluateContent(rule, view);
  }
}

function excuses(rule: Rule, view: View): (subject: string | null) => Fact | undefined {
  const groups = (rule.unless ?? []).map((excuse) => ({
    anywhere: excuse.scope === 'engagement' ? view.find(excuse)[0] : undefined,
    bySubject: excuse.scope === 'subject' ? view.group(excuse) : new Map<string, Fact[]>(),
  }));
  return (subject) => {
    for (const { anywhere, bySubject } of groups) {
      const fact = anywhere ?? (subject === null ? undefined : bySubject.get(subject)?.[0]);
      if (fact) return fact;
    }
    return undefined;
  };
}

function proofOf(facts: readonly Fact[]): Obligation['proof'] {
  return [...new Set(facts)]
    .sort((a, b) => a.seq - b.seq)
    .map((fact) => ({ seq: fact.seq, kind: fact.kind, day: factDay(fact) }));
}
