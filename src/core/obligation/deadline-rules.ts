import { isDay, formatEra, type Day } from '../calendar/index.ts';
import { orReason, plusSpan, type ResolvedDate } from './date-expression.ts';
import { factDay, valueAt, type Fact } from './fact.ts';
import { deadlineState, missingText, type Finding } from './obligation.ts';
import type { RuleOf } from './rule.ts';
import type { View } from './view.ts';

/** `by`: one finding, or one per subject. */
export function evaluateBy(rule: RuleOf<'by'>, view: View): Finding[] {
  const due = orReason(() => view.date(rule.due));
  const notBefore = orReason(() => (rule.notBefore === undefined ? null : view.date(rule.notBefore).day));
  if ('reason' in due) return [unknown(null, due.reason)];
  if ('reason' in notBefore) return [unknown(null, notBefore.reason)];
  const counts = (fact: Fact): boolean => notBefore.value === null || factDay(fact) >= notBefore.value;

  const judge = (subject: string | null, facts: readonly Fact[]): Finding => {
    const fact = facts.find(counts);
    const state = deadlineState(due.value.day, fact ? factDay(fact) : null, view);
    const early = fact === undefined && facts[0] !== undefined && notBefore.value !== null;
    return {
      subject,
      due: due.value.day,
      derivation: due.value.derivation,
      state,
      proof: fact ? [fact] : [],
      missing:
        missingText(rule.title, state, due.value.day) +
        (early && notBefore.value !== null ? `${formatEra(notBefore.value)}より前の記録は数えません。` : ''),
    };
  };

  if (!rule.per) return [judge(null, view.find(rule.fact))];
  const subjects = [...view.group(rule.per).keys()];
  if (subjects.length === 0) return rule.expect === 'some' ? [judge(null, [])] : [];
  const byKey = view.group(rule.fact);
  return subjects.map((subject) => judge(subject, byKey.get(subject) ?? []));
}

/** `respond`: one finding per trigger; the n-th trigger of a subject is marked `#n` from the second on. */
export function evaluateRespond(rule: RuleOf<'respond'>, view: View): Finding[] {
  const responses = view.group(rule.response);
  return [...view.group(rule.trigger)].flatMap(([subject, triggers]) =>
    triggers.map((trigger, position): Finding => {
      const mark = position === 0 ? {} : { mark: `#${position + 1}` };
      const due = orReason(() => respondDue(rule, trigger, view));
      if ('reason' in due) return { ...unknown(subject, due.reason), ...mark, proof: [trigger] };
      const triggerDay = factDay(trigger);
      const response = (responses.get(subject) ?? []).find((fact) => factDay(fact) >= triggerDay && fact !== trigger);
      const state = deadlineState(due.value.day, response ? factDay(response) : null, { ...view, pending: true });
      return {
        subject,
        ...mark,
        ...{ due: due.value.day, derivation: due.value.derivation, state },
        proof: response ? [trigger, response] : [trigger],
        missing: missingText(rule.title, state, due.value.day),
      };
    }),
  );
}

function respondDue(rule: RuleOf<'respond'>, trigger: Fact, view: View): ResolvedDate {
  if (rule.dueAt !== undefined) {
    const day = valueAt(trigger, rule.dueAt);
    if (typeof day === 'string' && isDay(day)) return { day, derivation: `定められた期限：${formatEra(day)}` };
    return { day: null, derivation: '期限が定められていません。' };
  }
  if (rule.within) return plusSpan('発生日', startOf(rule, trigger), rule.within, view.calendar);
  return rule.due === undefined ? { day: null, derivation: '期限の定めはありません。' } : view.date(rule.due);
}

function startOf(rule: RuleOf<'respond'>, trigger: Fact): Day {
  const day = rule.startAt === undefined ? undefined : valueAt(trigger, rule.startAt);
  return typeof day === 'string' && isDay(day) ? day : factDay(trigger);
}

export function unknown(subject: string | null, reason: string, due: Day | null = null): Finding {
  return { subject, due, derivation: '期限を計算できません。', state: 'unknown', proof: [], missing: reason };
}
