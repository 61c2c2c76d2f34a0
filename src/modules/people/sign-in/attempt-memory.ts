/**
 * Failures that no account row can count: guesses at names that do not exist, so that lock-out does not tell which names
 * do, and wrong passwords of somebody already signed in. Kept in memory, the oldest forgotten first.
 */
import { sha256Of } from '../../../kernel/canonical.ts';
import { AppError } from '../../../kernel/error.ts';
import { afterFailure, type Attempts, isLocked, NO_FAILURES } from '../rules/lock-out.ts';

export interface AttemptMemory {
  /** @throws AppError `session.locked` */
  check(subject: string, now: Date): void;
  fail(subject: string, now: Date): Attempts;
  forget(subject: string): void;
}

export function createAttemptMemory(capacity = 10_000): AttemptMemory {
  const known = new Map<string, Attempts>();
  return {
    check(subject, now) {
      if (isLocked(known.get(sha256Of(subject)) ?? NO_FAILURES, now)) throw new AppError('session.locked');
    },
    fail(subject, now) {
      const key = sha256Of(subject);
      const attempts = afterFailure(known.get(key) ?? NO_FAILURES, now);
      known.delete(key);
      known.set(key, attempts);
      const oldest = known.keys().next();
      if (known.size > capacity && oldest.done !== true) known.delete(oldest.value);
      return attempts;
    },
    forget(subject) {
      known.delete(sha256Of(subject));
    },
  };
}
