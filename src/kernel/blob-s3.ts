/**
 * Blobs in an S3-compatible object store, for several servers that share one store. The bytes are spooled to disk
 * first, because their name is their hash and the store must receive them under it.
 */
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
  const spool = localBlobStore(settings.spool);
  const keyOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('internal.failure', { internal: 'blob name' });
    return `${sha256.slice(0, 2)}/${sha256}`;
  };
  const get = async (sha256: string): Promise<Uint8Array> => {
    const bytes = await client.getObjectArrayBuffer(keyOf(sha256));
    if (bytes === null) throw new AppError('file.missing', { internal: 'object missing' });
    return new Uint8Array(bytes);
  };

  return {
    async put(bytes, limit) {
      const blob = await spool.put(bytes, limit);
      try {
        if ((await client.objectExists(keyOf(blob.sha256))) !== true) {
          const content = Buffer.from(await spool.get(blob.sha256));
          await client.putObject(keyOf(blob.sha256), content, 'application/octet-stream');
        }
      } catch (error) {
        throw new AppError('service.unavailable', {
          internal: `object store ${error instanceof Error ? error.name : ''}`,
        });
      } finally {
        await spool.delete(blob.sha256);
      }
      return blob;
    },
    get,
    async *stream(sha256: string) {
      yield await get(sha256);
    },
    has: async (sha256) => (await client.objectExists(keyOf(sha256))) === true,
    async delete(sha256) {
      await client.deleteObject(keyOf(sha256));
    },
    async *list() {
      for (const object of (await client.listObjects('/', '')) ?? []) {
        const sha256 = object.Key.slice(3);
        if (/^[0-9a-f]{64}$/.test(sha256)) yield { sha256, size: object.Size, storedAt: new Date(object.LastModified) };
      }
    },
    async ping() {
      if (!(await client.bucketExists())) throw new AppError('service.unavailable', { internal: 'bucket' });
    },
  };
}
