import { type Day, addDays } from './day.ts';

/** Days on which a department cannot take part: busy seasons, assembly sessions. Both ends count. */
export type Blackout = { from: Day; to: Day; reason: string };

export function blackoutsOn(blackouts: readonly Blackout[], day: Day): Blackout[] {
  return blackouts.filter((blackout) => blackout.from <= day && day <= blackout.to);
}

/** True when no blackout touches the days `from` to `to`. */
export function isClear(blackouts: readonly Blackout[], from: Day, to: Day): boolean {
  return blackouts.every((blackout) => blackout.to < from || to < blackout.from);
}

/**
 * The first open day on or after `from`, no later than `until`, that no blackout covers; undefined when there is none.
 */
export function firstClearOpenDay(
  isOpen: (day: Day) => boolean,
  blackouts: readonly Blackout[],
  from: Day,
  until: Day,
): Day | undefined {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (isOpen(day) && blackoutsOn(blackouts, day).length === 0) return day;
  }
  return undefined;
}
