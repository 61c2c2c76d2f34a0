import { addDays, daysBetween, formatEra, type Day } from '../calendar/index.ts';
import { intervalsOf, keysOn, type Interval } from './condition-intervals.ts';
import { orReason } from './date-expression.ts';
import { unknown } from './deadline-rules.ts';
import type { Finding } from './obligation.ts';
import type { RuleOf } from './rule.ts';
import type { View } from './view.ts';

/**
 * `holds`: one finding for the whole period. It changes only where an interval begins or ends, so only those days are
 * looked at, up to today for a breach and beyond today for a validity that is about to run out.
 */
export function evaluateHolds(rule: RuleOf<'holds'>, view: View): Finding[] {
  const bounds = orReason(() => ({ from: view.date(rule.from), to: view.date(rule.to) }));
  if ('reason' in bounds) return [unknown(null, bounds.reason)];
  const { from, to } = bounds.value;
  const base = { subject: null, due: to.day, derivation: '', proof: [] };
  if (from.day === null || to.day === null || view.today < from.day) {
    const derivation = from.day === null ? from.derivation : to.day === null ? to.derivation : `${from.derivation}から`;
    const due = from.day === null ? null : to.day;
    return [
      {
        ...base,
        due,
        derivation,
        state: 'not-due',
        missing: `期間の初日から「${rule.title}」を満たす必要があります。`,
      },
    ];
  }

  const conditions = rule.all.map((condition) => intervalsOf(condition, view));
  const everyone = rule.every ? intervalsOf(rule.every, view) : null;
  const derivation = `${formatEra(from.day)}から${formatEra(to.day)}まで継続して満たす必要があります。`;
  const failing = changeDays([...conditions, everyone ?? []].flat(), from.day, to.day).filter(
    (day) => !holdsOn(rule, conditions, everyone, day),
  );
  const failed = failing.find((day) => day <= view.today);
  const lapse = failing.find((day) => day > view.today);
  const proof = [...conditions, everyone ?? []].flat().map((interval) => interval.fact);

  if (failed !== undefined) {
    const missing = `${formatEra(failed)}の時点で「${rule.title}」を満たしていません。`;
    return [{ ...base, derivation, state: 'breached', proof, missing }];
  }
  if (lapse !== undefined) {
    const lastDay = addDays(lapse, -1);
    const near = daysBetween(view.today, lastDay) <= view.warningDays;
    const missing = `${formatEra(lastDay)}を過ぎると「${rule.title}」を満たさなくなります。更新又は補充が必要です。`;
    return [{ ...base, due: lastDay, derivation, state: near ? 'due' : 'not-due', proof, missing }];
  }
  return [{ ...base, derivation, state: 'met', proof, missing: '' }];
}

function holdsOn(
  rule: RuleOf<'holds'>,
  conditions: readonly (readonly Interval[])[],
  everyone: readonly Interval[] | null,
  day: Day,
): boolean {
  const sets = conditions.map((intervals) => keysOn(intervals, day));
  if (everyone) return [...keysOn(everyone, day)].every((key) => sets.every((set) => set.has(key)));
  const [first, ...rest] = sets;
  return [...(first ?? [])].filter((key) => rest.every((set) => set.has(key))).length >= rule.min;
}

function changeDays(intervals: readonly Interval[], from: Day, to: Day): Day[] {
  const days = new Set<Day>([from]);
  for (const interval of intervals) {
    days.add(interval.from);
    if (interval.to !== null) days.add(addDays(interval.to, 1));
  }
  return [...days].filter((day) => from <= day && day <= to).sort();
}
