import { isDay, type Calendar, type Day } from '../calendar/index.ts';
import { ANCHOR_NAMES, type Anchors } from './date-expression.ts';
import { evaluateBy, evaluateRespond } from './deadline-rules.ts';
import { factDay, type Fact } from './fact.ts';
import { createFactIndex, type FactIndex } from './fact-index.ts';
import { evaluateHolds } from './holds-rule.ts';
import type { Finding, Obligation } from './obligation.ts';
import { evaluateBefore, evaluateWithout } from './order-rules.ts';
import { kindsOf, PatternSchema, type Pattern } from './pattern.ts';
import { evaluateCount, evaluateRecur } from './quantity-rules.ts';
import { evaluateContent, evaluateParticipants } from './record-rules.ts';
import { kindsOfRule } from './rule-kinds.ts';
import type { ClauseRule, Rule, RuleType } from './rule.ts';
import { createView, type View } from './view.ts';

/** Dates given here win over those of the `engagement.created` fact. */
export type EvaluationContext = Anchors & {
  /** How many days before the due date an obligation turns from `not-due` to `due`. Default 7. */
  warningDays?: number;
};

export type Evaluation = {
  /** Takes one more fact, in any order. */
  append(fact: Fact): void;
  /**
   * The obligations as they stand at the end of that day, from the facts recorded up to it. As long as nothing changes it
   * is the same list, so that what is derived from it can be kept.
   */
  at(today: Day): readonly Obligation[];
  /** The facts that fit the pattern and were recorded up to that day, in order. */
  find(pattern: Pattern, today: Day): readonly Fact[];
  /** The dates of the engagement as known on that day. */
  anchors(today: Day): Anchors;
};

const CREATED: Pattern = PatternSchema.parse({ fact: 'engagement.created' });
const WAIVERS: Pattern = PatternSchema.parse({ fact: ['obligation.waived', 'obligation.waiver-revoked'] });
const WAIVER_KINDS = new Set(kindsOf(WAIVERS));
/** Rules whose answer is the same on every day on which the same facts are known. */
const TIMELESS: ReadonlySet<RuleType> = new Set(['before', 'without', 'content', 'participants']);

/** All obligations that the rules and facts give on a day, in the order of the rules. Pure. */
export function evaluate(
  rules: readonly ClauseRule[],
  facts: Iterable<Fact>,
  calendar: Calendar,
  today: Day,
  context: EvaluationContext = {},
): readonly Obligation[] {
  const evaluation = createEvaluation(rules, calendar, context);
  for (const fact of facts) evaluation.append(fact);
  return evaluation.at(today);
}

type Slot = {
  readonly rule: ClauseRule;
  known: Obligation[] | null;
  /** A waiver of the rule was given until a day, so that even a settled answer may change with time. */
  waiverEnds: boolean;
};

/** Keeps the facts and re-evaluates only the rules that new facts can have changed. Same answers as `evaluate`. */
export function createEvaluation(
  rules: readonly ClauseRule[],
  calendar: Calendar,
  context: EvaluationContext = {},
): Evaluation {
  const index = createFactIndex();
  const slots = rules.map((rule): Slot => ({ rule, known: null, waiverEnds: false }));
  const byKind = new Map<string, Slot[]>();
  for (const slot of slots) {
    for (const kind of kindsOfRule(slot.rule.rule)) byKind.set(kind, [...(byKind.get(kind) ?? []), slot]);
  }
  let knownDay: Day | null = null;
  let answer: readonly Obligation[] | null = null;

  const forget = (fact: Fact): void => {
    // The dates of the engagement concern every rule, a waiver only the rule that its key names.
    const concerned = fact.kind === 'engagement.created' ? slots : (byKind.get(fact.kind) ?? []);
    for (const slot of concerned) slot.known = null;
    if (!WAIVER_KINDS.has(fact.kind)) return;
    for (const slot of slots) {
      if (!fact.subject.startsWith(`${slot.rule.clause}/${slot.rule.rule.id}/`)) continue;
      slot.known = null;
      if (fact.data['validUntil'] !== undefined) slot.waiverEnds = true;
    }
  };
  const forgetDay = (day: Day): void => {
    const sameFacts = knownDay !== null && index.lastDay() <= (day < knownDay ? day : knownDay);
    for (const slot of slots) {
      if (!(sameFacts && TIMELESS.has(slot.rule.rule.type)) || slot.waiverEnds) slot.known = null;
    }
  };
  return {
    append(fact) {
      answer = null;
      index.append(fact);
      forget(fact);
    },
    find: (pattern, today) => index.find(pattern, today),
    anchors: (today) => viewOn(index, calendar, today, context).anchors,
    at(today) {
      if (answer && knownDay === today) return answer;
      const view = viewOn(index, calendar, today, context);
      const waivers = view.group(WAIVERS);
      if (knownDay !== today) forgetDay(today);
      knownDay = today;
      answer = slots.flatMap((slot) => (slot.known ??= obligationsOf(slot.rule, view, waivers)));
      return answer;
    },
  };
}

function viewOn(index: FactIndex, calendar: Calendar, today: Day, context: EvaluationContext): View {
  const created = index.find(CREATED, today).at(-1)?.data ?? {};
  const anchors: Anchors = {};
  for (const name of ANCHOR_NAMES) {
    const day = context[name] ?? created[name];
    if (typeof day === 'string' && isDay(day)) anchors[name] = day;
  }
  return createView({ today, warningDays: context.warningDays ?? 7, calendar, anchors }, index);
}

/** The waiver that holds today: the last word counts, and a waiver given until a day ends with that day. */
function standingWaiver(waivers: readonly Fact[] | undefined, today: Day): Fact | undefined {
  const last = waivers?.at(-1);
  if (last?.kind !== 'obligation.waived') return undefined;
  const until = last.data['validUntil'];
  return typeof until === 'string' && isDay(until) && until < today ? undefined : last;
}

function obligationsOf(bound: ClauseRule, view: View, waivers: ReadonlyMap<string, readonly Fact[]>): Obligation[] {
  const { rule, clause } = bound;
  if (rule.when && !rule.when.some((pattern) => view.find(pattern).length > 0)) return [];
  const excuse = excuses(rule, view);
  return findingsOf(rule, view).map((finding) => {
    const key = `${clause}/${rule.id}/${finding.subject ?? '-'}${finding.mark === undefined ? '' : `/${finding.mark}`}`;
    const reason = excuse(finding.subject) ?? standingWaiver(waivers.get(key), view.today);
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
      ...(finding.quantity === undefined ? {} : { quantity: finding.quantity }),
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
    bySubject: excuse.scope === 'subject' ? view.group(excuse) : new Map<string, readonly Fact[]>(),
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
  const distinct = facts.length < 2 ? facts : [...new Set(facts)].sort((a, b) => a.seq - b.seq);
  return distinct.map((fact) => ({ seq: fact.seq, kind: fact.kind, day: factDay(fact) }));
}
