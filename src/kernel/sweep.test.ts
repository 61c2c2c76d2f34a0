import { mkdtempSync, rmSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localBlobStore, oneChunk } from './blob.ts';
import { attachFile } from './file.ts';
import { sweepFiles } from './sweep.ts';
import { startTestApplication } from './test-application.ts';

it('removes abandoned uploads and nameless blobs after a day, and nothing else', async () => {
  const test = await startTestApplication({ modules: [] });
  const folder = mkdtempSync(join(tmpdir(), 'machimori-files-'));
  try {
    const { application, clock } = test;
    const { database, blobs } = application.parts;
    const caller = test.caller(['security-office']);
    const text = (words: string) => oneChunk(new TextEncoder().encode(words));
    const kept = await application.upload(caller, '使う.txt', text('使う'));
    const left = await application.upload(caller, '使わない.txt', text('使わない'));
    await database.transaction(test.tenantId, (tx) => attachFile(tx, kept.id, caller.accountId, 'test:1'));
    expect(await sweepFiles({ database, blobs, clock })).toEqual({ uploads: 0, blobs: 0 });

    clock.advance(25 * 60 * 60 * 1000);
    expect((await sweepFiles({ database, blobs, clock })).uploads).toBe(1);
    expect(await blobs.has(kept.sha256)).toBe(true);

    // The store's own times decide for blobs: an old nameless one goes, a young one may be an upload on its way.
    const own = localBlobStore(folder);
    const old = await own.put(text('古い'), 100);
    const young = await own.put(text('新しい'), 100);
    const before = new Date(clock.now().getTime() - 48 * 60 * 60 * 1000);
    await utimes(join(folder, old.sha256.slice(0, 2), old.sha256), before, before);
    await utimes(join(folder, young.sha256.slice(0, 2), young.sha256), clock.now(), clock.now());
    expect((await sweepFiles({ database, blobs: own, clock })).blobs).toBe(1);
    expect([await own.has(old.sha256), await own.has(young.sha256)]).toEqual([false, true]);
    expect(left.size).toBeGreaterThan(0);
  } finally {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
