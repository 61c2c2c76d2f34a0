import { addDays, isDay, type Day } from '../calendar/index.ts';
import { factDay, keysAt, valueAt, type Fact } from './fact.ts';
import type { Condition } from './rule.ts';
import type { View } from './view.ts';

/** A subject satisfies a condition on the days `from` to `to`, both included; `to` null means without end. */
export type Interval = { key: string; from: Day; to: Day | null; fact: Fact };

/**
 * The days on which each subject satisfies the condition. Validity comes from the data paths; an `endedBy` fact ends it
 * on the day before, so that a successor may start on the day of the change.
 */
export function intervalsOf(condition: Condition, view: View): Interval[] {
  const endings = condition.endedBy ? view.group(condition.endedBy) : new Map<string, readonly Fact[]>();
  return view.find(condition).flatMap((fact) =>
    keysAt(fact, condition.key).map((key): Interval => {
      const started = factDay(fact);
      const from = dayAt(fact, condition.validFrom) ?? started;
      const validTo = dayAt(fact, condition.validTo);
      const ending = (endings.get(key) ?? []).find(
        (end) => factDay(end) > started || (factDay(end) === started && end.seq > fact.seq),
      );
      const endedOn = ending ? addDays(factDay(ending), -1) : null;
      return { key, from, to: earlier(validTo, endedOn), fact };
    }),
  );
}

export function keysOn(intervals: readonly Interval[], day: Day): Set<string> {
  return new Set(intervals.filter((it) => it.from <= day && (it.to === null || day <= it.to)).map((it) => it.key));
}

function dayAt(fact: Fact, path: string | undefined): Day | null {
  const value = path === undefined ? undefined : valueAt(fact, path);
  return typeof value === 'string' && isDay(value) ? value : null;
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
