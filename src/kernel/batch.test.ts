import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher } from './batch.ts';

/** Lets everything that is ready go on. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('group commit', () => {
  it('sends those that arrive in one turn together, later ones with the next batch, all in their order', async () => {
    const batches: number[][] = [];
    const open: (() => void)[] = [];
    const batcher = createBatcher<number, number>(
      async (items) => {
        batches.push([...items]);
        await new Promise<void>((resolve) => open.push(resolve));
        return items.map((item) => ({ output: item * 10 }));
      },
      { size: 3, lanes: 1 },
    );
    const answers = [1, 2].map((item) => batcher.submit(item));
    await breathe();
    answers.push(...[3, 4, 5, 6].map((item) => batcher.submit(item)));
    await breathe();
    expect(batches).toEqual([[1, 2]]);
    while (open.length > 0) {
      open.shift()?.();
      await breathe();
      await breathe();
    }
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50, 60]);
    expect(batches).toEqual([[1, 2], [3, 4, 5], [6]]);
  });

  it('answers every item for itself, keeps to its lanes and sizes, and one bad item harms no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('good', 'refused', 'poison'), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        async (kinds, size, lanes) => {
          const written: number[] = [];
          let busy = 0;
          const batcher = createBatcher<number, number>(
            async (items) => {
              busy += 1;
              expect(busy).toBeLessThanOrEqual(lanes);
              expect(items.length).toBeLessThanOrEqual(size);
              await breathe();
              busy -= 1;
              // A poisonous item makes the whole transaction fail, so nothing of it is written.
              if (items.some((item) => kinds[item] === 'poison')) throw new Error('poison');
              written.push(...items.filter((item) => kinds[item] === 'good'));
              return items.map((item) => (kinds[item] === 'good' ? { output: item } : { error: new Error('refused') }));
            },
            { size, lanes },
          );
          const answers = await Promise.allSettled(kinds.map((_, index) => batcher.submit(index)));
          expect(
            answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : (answer.reason as Error).message)),
          ).toEqual(kinds.map((kind, index) => (kind === 'good' ? index : kind)));
          // Written exactly once, whatever had to be tried again.
          expect(written.toSorted((a, b) => a - b)).toEqual(
            kinds.flatMap((kind, index) => (kind === 'good' ? [index] : [])),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses the items that a batch forgot to answer', async () => {
    const batcher = createBatcher<number, number>(async () => [], { size: 4, lanes: 1 });
    await expect(batcher.submit(1)).rejects.toThrow('too few');
  });
});
