import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { checkList, writeCsv } from '../../core/exchange/index.ts';
import { readListFile } from '../../importers/list-file.ts';
import { LARGE, largeList } from './testing/large-list.ts';

/** Megabytes: what a thread may take for writing; reading has the limit of its own process. */
const MEMORY = 400;

const written = (): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./testing/write-large-list.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

describe('a list of 10,000 rows', () => {
  const list = largeList();
  const nothing = { added: [], changed: [], removed: [], refused: [], unchanged: LARGE };

  it('goes out as Excel and comes back within a limited memory', async () => {
    const sheets = await readListFile(await written(), { seconds: 120, megabytes: 512 });
    expect(checkList(list, sheets)).toMatchObject(nothing);
  }, 180_000);

  it('comes back as CSV', async () => {
    const sheets = await readListFile(new TextEncoder().encode(writeCsv(list)), { seconds: 120, megabytes: 512 });
    expect(checkList(list, sheets)).toMatchObject(nothing);
  }, 120_000);
});
