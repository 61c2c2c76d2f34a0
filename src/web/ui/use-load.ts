import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react';
import { RequestError } from '../client.ts';
import { messages } from '../messages.ja.ts';

export type Loadable<T> =
  | { readonly state: 'loading'; readonly reload: () => void }
  | { readonly state: 'ready'; readonly data: T; readonly reload: () => void }
  | { readonly state: 'failed'; readonly problem: RequestError; readonly reload: () => void };

/**
 * Reads what a page shows, again whenever a dependency changes or `reload` is called. While reloading, the old data stays.
 * `const load = useLoad(() => audit.listFindings({ engagementId }), [engagementId])`
 */
export function useLoad<T>(read: () => Promise<T>, dependencies: DependencyList): Loadable<T> {
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const [result, setResult] = useState<Settled<T> | undefined>();
  const latest = useRef(read);
  latest.current = read;
  const key = JSON.stringify(dependencies);
  useEffect(() => {
    let wanted = true;
    latest.current().then(
      (data) => wanted && setResult({ key, data }),
      (error: unknown) => wanted && setResult({ key, problem: asRequestError(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [key, turn]);
  if (result === undefined || result.key !== key) return { state: 'loading', reload };
  return 'problem' in result
    ? { state: 'failed', problem: result.problem, reload }
    : { state: 'ready', data: result.data, reload };
}

type Settled<T> = { readonly key: string } & ({ readonly data: T } | { readonly problem: RequestError });

/** Anything thrown, as an error with a sentence for people. */
export function asRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  console.error(error);
  return new RequestError({ code: 'internal.failure', message: messages.ui.unexpected }, 0);
}
