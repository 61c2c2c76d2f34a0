import { formatEra, type Day } from '../calendar/index.ts';
import { orReason } from './date-expression.ts';
import { unknown } from './deadline-rules.ts';
import { factDay, keysAt, type Fact } from './fact.ts';
import { deadlineState, type Finding, type ObligationState } from './obligation.ts';
import { cutPeriods, type Period } from './periods.ts';
import type { Cadence, RuleOf } from './rule.ts';
import type { View } from './view.ts';

/** `recur`: one finding per period that has begun or comes next. */
export function evaluateRecur(rule: RuleOf<'recur'>, view: View): Finding[] {
  const bounds = orReason(() => ({ from: view.date(rule.from), to: view.date(rule.to) }));
  if ('reason' in bounds) return [unknown(null, bounds.reason)];
  const { from, to } = bounds.value;
  if (from.day === null || to.day === null) return [waiting(from.day === null ? from.derivation : to.derivation)];
  const facts = view.find(rule.fact);
  return cutPeriods(from.day, to.day, rule.every, rule.partial)
    .filter((period) => hasOpenDay(period, view))
    .map((period): Finding => {
      const inside = facts.filter((fact) => within(fact, period));
      const enough = inside[rule.min - 1];
      const state = deadlineState(period.to, enough ? factDay(enough) : null, view);
      return {
        subject: null,
        mark: period.from,
        due: period.to,
        derivation: `${periodText(period)}の間に${rule.min}回以上`,
        state,
        proof: inside.slice(0, rule.min),
        quantity: { have: inside.length, min: rule.min, max: null, from: period.from, to: period.to },
        missing:
          state === 'met'
            ? ''
            : `${periodText(period)}の間に「${rule.title}」が${rule.min}回必要です（記録は${inside.length}回）。`,
      };
    });
}

/** A period without a single open day (New Year) asks for nothing; where the table ends, the period is kept. */
function hasOpenDay(period: Period, view: View): boolean {
  const first = orReason(() => view.calendar.nextOpen(period.from));
  return 'reason' in first || first.value <= period.to;
}

/** `count`: one finding for the engagement, per period, or per subject. */
export function evaluateCount(rule: RuleOf<'count'>, view: View): Finding[] {
  const bounds = orReason(() => ({ from: view.date(rule.from), due: view.date(rule.due) }));
  if ('reason' in bounds) return [unknown(null, bounds.reason)];
  const { from, due } = bounds.value;
  if (rule.per) {
    const groups = view.group(rule.fact);
    return [...view.group(rule.per).keys()].map((subject) =>
      judgeCount(
        rule,
        groups.get(subject) ?? [],
        { subject, from: from.day, due: due.day, derivation: due.derivation },
        view,
      ),
    );
  }
  const facts = view.find(rule.fact);
  if (!rule.every) {
    const whole = { subject: null, from: from.day, due: due.day, derivation: due.derivation };
    return [judgeCount(rule, facts, whole, view)];
  }
  return countPeriods(rule.every, from.day, due.day).map((period) =>
    judgeCount(
      rule,
      facts.filter((fact) => within(fact, period)),
      {
        subject: null,
        mark: period.from,
        ...{ from: period.from, due: period.to },
        derivation: `${periodText(period)}の間の数`,
      },
      view,
    ),
  );
}

function countPeriods(every: Cadence, from: Day | null, to: Day | null): Period[] {
  return from === null || to === null ? [] : cutPeriods(from, to, every, 'count');
}

type CountTarget = { subject: string | null; mark?: string; from: Day | null; due: Day | null; derivation: string };

function judgeCount(rule: RuleOf<'count'>, facts: readonly Fact[], target: CountTarget, view: View): Finding {
  const counted = rule.distinct === undefined ? [...facts] : firstOfEach(facts, rule.distinct);
  const excess = rule.max === undefined ? undefined : counted[rule.max];
  const reached = rule.min === undefined ? undefined : counted[rule.min - 1];
  const range = rangeText(rule.min, rule.max);
  const { from, ...place } = target;
  const result = (state: ObligationState, proof: readonly Fact[], missing: string): Finding => ({
    ...place,
    derivation: `${target.derivation}（${range}）`,
    state,
    proof,
    missing,
    quantity: { have: counted.length, min: rule.min ?? null, max: rule.max ?? null, from, to: target.due },
  });
  if (excess) {
    return result('breached', counted, `「${rule.title}」は${range}ですが、${counted.length}件の記録があります。`);
  }
  if (rule.min !== undefined) {
    const state = deadlineState(target.due, reached ? factDay(reached) : null, view);
    const lacking = state === 'met' ? '' : `「${rule.title}」は${range}です（記録は${counted.length}件）。`;
    return result(state, counted, lacking);
  }
  return result(target.due !== null && view.today >= target.due ? 'met' : 'not-due', counted, '');
}

function firstOfEach(facts: readonly Fact[], path: string): Fact[] {
  const seen = new Set<string>();
  return facts.flatMap((fact) =>
    keysAt(fact, path).flatMap((key) => {
      if (seen.has(key)) return [];
      seen.add(key);
      return [fact];
    }),
  );
}

function rangeText(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `上限${max ?? 0}件`;
  return max === undefined ? `${min}件以上` : min === max ? `${min}件` : `${min}件から${max}件まで`;
}

const within = (fact: Fact, period: Period): boolean => period.from <= factDay(fact) && factDay(fact) <= period.to;
const periodText = (period: Period): string => `${formatEra(period.from)}から${formatEra(period.to)}まで`;

function waiting(derivation: string): Finding {
  return { subject: null, due: null, derivation, state: 'not-due', proof: [], missing: derivation };
}
