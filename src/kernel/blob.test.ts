import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type BlobStore, localBlobStore, oneChunk } from './blob.ts';
import { smallDisk } from './test-disk.ts';

const folders: string[] = [];
let folder: string;
let blobs: BlobStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'machimori-blob-'));
  folders.push(folder);
  blobs = localBlobStore(folder);
});
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

const code = (expected: string) => expect.objectContaining({ code: expected });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function listed(): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256: name } of blobs.list()) names.push(name);
  return names;
}

describe('local blobs', () => {
  it('gives back what was put, under the hash of its bytes, however it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 4 }), async (parts) => {
        const whole = Buffer.concat(parts);
        const stored = await blobs.put(chunks(...parts), 20_000);
        expect(stored).toMatchObject({ sha256: sha256(whole), size: whole.length });
        expect(Buffer.from(stored.start)).toEqual(whole.subarray(0, 4100));
        expect(Buffer.from(await blobs.get(stored.sha256))).toEqual(whole);
        const read: Uint8Array[] = [];
        for await (const chunk of blobs.stream(stored.sha256)) read.push(chunk);
        expect(Buffer.concat(read)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves nothing of a stream over the limit or of one that breaks off', async () => {
    await expect(blobs.put(chunks(Buffer.alloc(6), Buffer.alloc(5)), 10)).rejects.toEqual(code('file.too-large'));
    const breaking = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(5);
      throw new Error('connection lost');
    };
    await expect(blobs.put(breaking(), 10)).rejects.toThrow('connection lost');
    expect(readdirSync(folder)).toEqual(['incoming']);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    await blobs.put(chunks(Buffer.alloc(10)), 10);
  });

  const disk = smallDisk(64);
  afterAll(() => disk?.remove());
  it.skipIf(disk === null)(
    'says that a disk is full, keeps what is there, and goes on when there is room',
    async () => {
      const small = localBlobStore(disk?.folder ?? '');
      const old = await small.put(oneChunk(Buffer.alloc(20_000, 1)), 100_000);
      await expect(small.put(oneChunk(Buffer.alloc(60_000, 2)), 100_000)).rejects.toEqual(code('storage.full'));
      expect((await small.get(old.sha256)).byteLength).toBe(20_000);
      expect(readdirSync(join(disk?.folder ?? '', 'incoming'))).toEqual([]);
      await small.delete(old.sha256);
      expect(await small.put(oneChunk(Buffer.alloc(60_000, 2)), 100_000)).toMatchObject({ size: 60_000 });
    },
  );

  it('keeps equal bytes once, also when they arrive together', async () => {
    const stored = await Promise.all(Array.from({ length: 8 }, () => blobs.put(oneChunk(Buffer.from('同じ')), 100)));
    expect(await listed()).toEqual([stored[0]?.sha256]);
    expect(statSync(join(folder, (await listed())[0]?.slice(0, 2) ?? '')).mode & 0o077).toBe(0);
  });

  it('deletes, says what is there, and refuses names that are no hash', async () => {
    const { sha256: name } = await blobs.put(oneChunk(Buffer.from('x')), 10);
    expect(await blobs.has(name)).toBe(true);
    await blobs.delete(name);
    expect(await blobs.has(name)).toBe(false);
    await expect(blobs.get(name)).rejects.toEqual(code('file.missing'));
    await expect(blobs.stream(name)[Symbol.asyncIterator]().next()).rejects.toEqual(code('file.missing'));
    await blobs.delete(name);
    for (const bad of ['../../etc/passwd', 'a', '', `${name}/..`]) {
      await expect(async () => blobs.has(bad)).rejects.toEqual(code('internal.failure'));
      await expect(async () => blobs.delete(bad)).rejects.toEqual(code('internal.failure'));
    }
    await blobs.ping();
    rmSync(folder, { recursive: true });
    await expect(blobs.ping()).rejects.toThrow('ENOENT');
  });
});
