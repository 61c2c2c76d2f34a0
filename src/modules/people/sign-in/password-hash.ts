/**
 * Argon2id behind a bounded queue: two at a time use two cores and 38 MiB; when more people wait than can be served in
 * about a second, the next is told to come again instead of taking the server down.
 */
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../../kernel/error.ts';
import { newToken } from '../../../kernel/identifier.ts';
import { normalisePassword } from '../rules/password.ts';

/** OWASP's minimum: 19 MiB, two passes, one lane. Argon2id is the library's default. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CONCURRENCY = 2;
const WAITING_LIMIT = 128;

export interface WorkQueue {
  /** @throws AppError `rate.limited` when too many wait. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createWorkQueue(concurrency: number, limit: number): WorkQueue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running >= concurrency) {
        if (waiting.length >= limit) throw new AppError('rate.limited');
        // The one who finishes hands its place over, so nobody who comes later can slip in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}

const queue = createWorkQueue(CONCURRENCY, WAITING_LIMIT);

export function hashPassword(password: string): Promise<string> {
  return queue.run(() => hash(normalisePassword(password), PARAMETERS));
}

let nobody: Promise<string> | null = null;

/** The same work whether or not there is a hash to compare with: an unknown name costs what a wrong password costs. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const compared = stored ?? (await nobody);
  const fits = await queue.run(() => verify(compared, normalisePassword(password)));
  return fits && stored !== null;
}
