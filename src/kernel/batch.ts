/**
 * Group commit: requests that arrive while a batch is being written are written together by the next one. Every
 * caller is answered only after the batch is committed. A request that finds nobody at work waits only for those that
 * arrived in the same turn of the event loop; without this the first of many would always go alone.
 */
export interface Batcher<I, O> {
  submit(item: I): Promise<O>;
}

type Settled<O> = { readonly output: O } | { readonly error: unknown };

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (output: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * @param write carries out all items in one commit and answers in their order; when it throws, nothing was written and
 *   the items are tried again one by one, so that one bad item cannot fail its neighbours.
 */
export function createBatcher<I, O>(
  write: (items: readonly I[]) => Promise<readonly Settled<O>[]>,
  options: { readonly size: number; readonly lanes: number },
): Batcher<I, O> {
  const queue: Waiting<I, O>[] = [];
  let busy = 0;

  const settle = (waiting: Waiting<I, O>, result: Settled<O> | undefined): void => {
    if (result === undefined) waiting.reject(new Error('batch answered too few items'));
    else if ('error' in result) waiting.reject(result.error);
    else waiting.resolve(result.output);
  };

  const flush = async (batch: readonly Waiting<I, O>[]): Promise<void> => {
    try {
      const results = await write(batch.map((waiting) => waiting.item));
      batch.forEach((waiting, index) => settle(waiting, results[index]));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await flush([waiting]);
    }
  };

  let awake = false;
  const wake = (): void => {
    if (awake) return;
    awake = true;
    setImmediate(pump);
  };

  const pump = (): void => {
    awake = false;
    while (busy < options.lanes && queue.length > 0) {
      busy += 1;
      void flush(queue.splice(0, options.size)).finally(() => {
        busy -= 1;
        wake();
      });
    }
  };

  return {
    submit: (item) =>
      new Promise<O>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        wake();
      }),
  };
}
