/**
 * Content-addressed blobs: named by the SHA-256 of their bytes, written to disk and synced before any row names them.
 * An orphan is harmless and swept later; a row without its blob must never exist.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from './error.ts';

export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
  /** The first bytes, for finding out what kind of file it really is. */
  readonly start: Uint8Array;
}

export interface BlobStore {
  /** Stores a stream; refuses with `file.too-large` past `limit` bytes, with `storage.full` without room; leaves nothing behind. */
  put(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredBlob>;
  get(sha256: string): Promise<Uint8Array>;
  stream(sha256: string): AsyncIterable<Uint8Array>;
  has(sha256: string): Promise<boolean>;
  delete(sha256: string): Promise<void>;
  list(): AsyncIterable<{ readonly sha256: string; readonly size: number; readonly storedAt: Date }>;
  ping(): Promise<void>;
}

const START_BYTES = 4100;

export function localBlobStore(folder: string): BlobStore {
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('internal.failure', { internal: 'blob name' });
    return join(folder, sha256.slice(0, 2), sha256);
  };

  return {
    async put(bytes, limit) {
      const temporary = join(incoming, randomBytes(12).toString('hex'));
      try {
        const { sha256, size, start } = await writeSynced(temporary, bytes, limit);
        const target = pathOf(sha256);
        const parent = join(folder, sha256.slice(0, 2));
        mkdirSync(parent, { recursive: true, mode: 0o700 });
        await rename(temporary, target);
        await syncFolder(parent);
        return { sha256, size, start };
      } catch (error) {
        await rm(temporary, { force: true });
        throw isFull(error) ? new AppError('storage.full', { internal: 'blob' }) : error;
      }
    },
    async get(sha256) {
      try {
        return await readFile(pathOf(sha256));
      } catch {
        throw new AppError('file.missing', { internal: 'blob missing' });
      }
    },
    async *stream(sha256) {
      if (!existsSync(pathOf(sha256))) throw new AppError('file.missing', { internal: 'blob missing' });
      yield* createReadStream(pathOf(sha256)) as AsyncIterable<Uint8Array>;
    },
    has: async (sha256) => existsSync(pathOf(sha256)),
    delete: (sha256) => rm(pathOf(sha256), { force: true }),
    async *list() {
      for (const shelf of (await readdir(folder)).sort()) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
        for (const sha256 of (await readdir(join(folder, shelf))).sort()) {
          const { size, mtime } = await stat(join(folder, shelf, sha256));
          yield { sha256, size, storedAt: mtime };
        }
      }
    },
    async ping() {
      await stat(incoming);
    },
  };
}

async function writeSynced(path: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredBlob> {
  const hash = createHash('sha256');
  const handle: FileHandle = await open(path, 'wx', 0o600);
  let size = 0;
  let start = Buffer.alloc(0);
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > limit) throw new AppError('file.too-large', { internal: `over ${limit} bytes` });
      hash.update(chunk);
      if (start.byteLength < START_BYTES) start = Buffer.concat([start, chunk]).subarray(0, START_BYTES);
      await writeWhole(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size, start };
}

/** A disk that fills up takes a part of what it is given, and refuses only the next. */
async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.byteLength;) {
    const { bytesWritten } = await handle.write(chunk, from);
    from += bytesWritten;
  }
}

/** No room on the disk, none left of what this user may take, or more than the disk lets one file be. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Whether a file could not be written for want of room. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && FULL.has(String(error.code));

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes in memory as the stream that `put` wants. */
export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
