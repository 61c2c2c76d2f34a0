import { useCallback, useRef, useState } from 'react';
import { newKey, type RequestError } from '../client.ts';
import type { CallOptions } from '../../kernel/contract.ts';
import { announce } from './announce.ts';
import { asRequestError } from './use-load.ts';

export interface CommandState<A extends readonly unknown[], T> {
  /** Resolves to the result, or to undefined when it was refused or is still running. */
  readonly run: (...args: A) => Promise<T | undefined>;
  readonly busy: boolean;
  readonly problem: RequestError | undefined;
}

/**
 * One action behind a button: busy state, an error that is announced and kept, a sentence when it is done. The idempotency
 * key stays the same after a network failure, so that pressing again cannot do it twice.
 * `const close = useCommand((options, id: string) => audit.close({ id }, options), { done: '閉じました。' })`
 */
export function useCommand<A extends readonly unknown[], T>(
  action: (options: CallOptions, ...args: A) => Promise<T>,
  { done, onDone }: { readonly done?: string; readonly onDone?: (result: T) => void } = {},
): CommandState<A, T> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RequestError>();
  const running = useRef(false);
  const kept = useRef<{ readonly input: string; readonly key: string }>(undefined);
  const latest = useRef({ action, done, onDone });
  latest.current = { action, done, onDone };

  const run = useCallback(async (...args: A): Promise<T | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    const input = JSON.stringify(args);
    const key = kept.current?.input === input ? kept.current.key : newKey();
    kept.current = undefined;
    try {
      const result = await latest.current.action({ idempotencyKey: key }, ...args);
      if (latest.current.done !== undefined) announce(latest.current.done);
      latest.current.onDone?.(result);
      return result;
    } catch (error) {
      const refused = asRequestError(error);
      if (refused.code === 'network.failure') kept.current = { input, key };
      setProblem(refused);
      announce(refused.message, 'error');
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { run, busy, problem };
}
