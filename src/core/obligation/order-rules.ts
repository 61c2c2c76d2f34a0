import { formatEra } from '../calendar/index.ts';
import { orReason, spanText } from './date-expression.ts';
import { unknown } from './deadline-rules.ts';
import { factDay, type Fact } from './fact.ts';
import type { Finding } from './obligation.ts';
import type { Pattern } from './pattern.ts';
import type { RuleOf } from './rule.ts';
import type { View } from './view.ts';

type Scope = 'subject' | 'engagement';

/** Facts by subject, or all under one nameless subject when the rule looks at the engagement as a whole. */
function scoped(view: View, pattern: Pattern, scope: Scope): ReadonlyMap<string | null, readonly Fact[]> {
  if (scope === 'subject') return view.group(pattern);
  const facts = view.find(pattern);
  return facts.length === 0 ? new Map<null, Fact[]>() : new Map([[null, facts]]);
}

/** `before`: one finding per trigger, which tells whether the required fact came early enough. */
export function evaluateBefore(rule: RuleOf<'before'>, view: View): Finding[] {
  const required = scoped(view, rule.required, rule.scope);
  return [...scoped(view, rule.trigger, rule.scope)].flatMap(([subject, triggers]) =>
    triggers.map((trigger, position): Finding => {
      const mark = position === 0 ? {} : { mark: `#${position + 1}` };
      const triggerDay = factDay(trigger);
      const latest = orReason(() => view.calendar.subtractSpan(triggerDay, rule.lead));
      if ('reason' in latest) return { ...unknown(subject, latest.reason), ...mark };
      const first = required.get(subject)?.[0];
      const state = !first ? 'breached' : factDay(first) <= latest.value ? 'met' : 'late';
      return {
        subject,
        ...mark,
        due: latest.value,
        derivation: `${formatEra(triggerDay)}が${formatEra(latest.value)}${spanText(rule.lead)}となるように数えた期限です。`,
        state,
        proof: first ? [first, trigger] : [trigger],
        missing:
          state === 'met'
            ? ''
            : `「${rule.title}」が${formatEra(latest.value)}までに${first ? '間に合いませんでした' : '行われていません'}。`,
      };
    }),
  );
}

/** `without`: one finding per subject whose trigger happened; nothing happened, nothing to say. */
export function evaluateWithout(rule: RuleOf<'without'>, view: View): Finding[] {
  const requirements = rule.required.map((pattern) => scoped(view, pattern, rule.scope));
  return [...scoped(view, rule.trigger, rule.scope)].flatMap(([subject, triggers]): Finding[] => {
    const trigger = triggers[0];
    if (!trigger) return [];
    const day = factDay(trigger);
    const firsts = requirements.map((groups) => groups.get(subject)?.[0]);
    const inTime = firsts.filter((fact): fact is Fact => fact !== undefined && factDay(fact) <= day);
    const met = rule.required.length > 0 && inTime.length === requirements.length;
    return [
      {
        subject,
        due: day,
        derivation: `${formatEra(day)}の記録より前（同じ日を含む）に必要です。`,
        state: met ? 'met' : 'breached',
        proof: [...inTime, trigger],
        missing: met ? '' : forbidden(rule, formatEra(day)),
      },
    ];
  });
}

function forbidden(rule: RuleOf<'without'>, day: string): string {
  return rule.required.length === 0
    ? `${day}に、認められていない行為の記録があります（${rule.title}）。`
    : `${day}の時点で「${rule.title}」の記録がありませんでした。`;
}
