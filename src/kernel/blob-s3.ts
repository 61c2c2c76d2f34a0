/**
 * Blobs in an S3-compatible object store, for several servers that share one store. The bytes are spooled to disk
 * first, because their name is their hash and the store must receive them under it.
 */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { S3mini } from 's3mini';
import { type BlobStore, localBlobStore } from './blob.ts';
import { AppError } from './error.ts';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Local folder for uploads on their way. */
  readonly spool: string;
}

export function s3BlobStore(settings: S3Settings): BlobStore {
  const client = new S3mini({
    endpoint: `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}`,
    region: settings.region,
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
  });
  mkdirSync(settings.spool, { recursive: true, mode: 0o700 });
  const keyOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('internal.failure', { internal: 'blob name' });
    return `${sha256.slice(0, 2)}/${sha256}`;
  };
  const exists = async (sha256: string): Promise<boolean> =>
    (await reach(() => client.objectExists(keyOf(sha256)))) === true;
  const get = async (sha256: string): Promise<Uint8Array> => {
    const bytes = await reach(() => client.getObjectArrayBuffer(keyOf(sha256)));
    if (bytes === null) throw new AppError('file.missing', { internal: 'object missing' });
    return new Uint8Array(bytes);
  };

  return {
    async put(bytes, limit) {
      // A folder for each upload: the same bytes may be on their way twice.
      const folder = await mkdtemp(join(settings.spool, 'upload-'));
      try {
        const spool = localBlobStore(folder);
        const blob = await spool.put(bytes, limit);
        if (!(await exists(blob.sha256))) {
          const content = Buffer.from(await spool.get(blob.sha256));
          await reach(() => client.putObject(keyOf(blob.sha256), content, 'application/octet-stream'));
        }
        return blob;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    get,
    async *stream(sha256: string) {
      yield await get(sha256);
    },
    has: exists,
    async delete(sha256) {
      await reach(() => client.deleteObject(keyOf(sha256)));
    },
    async *list() {
      for (const object of (await reach(() => client.listObjects('/', ''))) ?? []) {
        const sha256 = object.Key.slice(3);
        if (/^[0-9a-f]{64}$/.test(sha256)) yield { sha256, size: object.Size, storedAt: new Date(object.LastModified) };
      }
    },
    async ping() {
      if (!(await reach(() => client.bucketExists())))
        throw new AppError('service.unavailable', { internal: 'bucket' });
    },
  };
}

/** Whatever the store or the way to it refuses: the work can be done again later. */
async function reach<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('service.unavailable', { internal: `object store ${error instanceof Error ? error.name : ''}` });
  }
}
