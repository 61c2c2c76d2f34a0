/** What an operation answers is held against its schema before anybody gets it. */
import type { Operation } from './contract.ts';
import { AppError } from './error.ts';

/** @throws AppError `internal.failure` when the answer is not what the contract promises */
export function checkOutput(operation: Operation, output: unknown): unknown {
  if (operation.kind === 'download') return output;
  const known = verdictsOn(output);
  const earlier = known?.get(operation);
  if (earlier !== undefined) return earlier;
  const result = operation.output.safeParse(output);
  if (!result.success)
    throw new AppError('internal.failure', { internal: `output: ${result.error.message.slice(0, 2000)}` });
  known?.set(operation, frozen(result.data));
  return result.data;
}

const verdicts = new WeakMap<object, Map<Operation, unknown>>();

const verdictsOn = (output: unknown): Map<Operation, unknown> | undefined =>
  typeof output === 'object' && output !== null ? verdicts.get(output) : undefined;

/**
 * A large answer that a handler gives again and again, such as a published specification: it can no longer be changed, so
 * it is checked once for each operation that answers with it.
 */
export function unchanging<T extends object>(value: T): T {
  frozen(value);
  if (!verdicts.has(value)) verdicts.set(value, new Map());
  return value;
}

/** Several askers get the same value, so none may change it. Answers are JSON: plain objects and lists. */
export function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
