/** Lock-out with growing waits: an attacker gets a handful of guesses an hour, a person waits a minute. */

/** Failures in a row that are let pass. */
export const FREE_FAILURES = 5;
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 60 * 60_000;

export interface Attempts {
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

export const NO_FAILURES: Attempts = { failures: 0, lockedUntil: null };

export function isLocked(attempts: Attempts, now: Date): boolean {
  return attempts.lockedUntil !== null && attempts.lockedUntil > now;
}

/** The state after one more failure: from the fifth on a wait of one minute that doubles up to one hour. */
export function afterFailure(attempts: Attempts, now: Date): Attempts {
  const failures = attempts.failures + 1;
  if (failures < FREE_FAILURES) return { failures, lockedUntil: attempts.lockedUntil };
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - FREE_FAILURES, 10));
  return { failures, lockedUntil: new Date(now.getTime() + wait) };
}
