/** Time comes from here and nowhere else, so a whole contract year can be replayed in seconds. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; for years and tests. */
export interface ManualClock extends Clock {
  moveTo(instant: string): void;
  advance(milliseconds: number): void;
}

export function manualClock(start: string): ManualClock {
  let current = Date.parse(start);
  return {
    now: () => new Date(current),
    moveTo(instant) {
      current = Date.parse(instant);
    },
    advance(milliseconds) {
      current += milliseconds;
    },
  };
}
