import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlobStore, oneChunk } from './blob.ts';
import { s3BlobStore } from './blob-s3.ts';

const KEY = { id: 'AKIATEST', secret: 'secret-key', region: 'auto' };
const objects = new Map<string, Buffer>();
const seen: string[] = [];
let failing = false;
let server: Server;
let folder: string;
let endpoint: string;
let blobs: BlobStore;

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Signature version 4, computed anew from the request; its own code, so that it proves the client's. */
function isSigned(request: IncomingMessage): boolean {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      request.headers.authorization ?? '',
    );
  if (match === null) return false;
  const [, id = '', day = '', region = '', names = '', signature] = match;
  const url = new URL(request.url ?? '', 'http://x');
  const query = [...url.searchParams].map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`).toSorted();
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [
    request.method,
    url.pathname,
    query.join('&'),
    headers.join(''),
    names,
    String(request.headers['x-amz-content-sha256']),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${KEY.secret}`, day));
  return (
    id === KEY.id && region === KEY.region && names.includes('host') && hmac(key, text).toString('hex') === signature
  );
}

/** As much of the protocol as the store needs; two objects per page of a list. */
function startStore(): Promise<Server> {
  const listing = (url: URL): string => {
    const keys = [...objects.keys()].toSorted();
    const from = Number(url.searchParams.get('continuation-token') ?? '0');
    const page = keys.slice(from, from + 2);
    const more = from + 2 < keys.length;
    const contents = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>2026-06-01T00:00:00.000Z</LastModified><ETag>"x"</ETag><Size>${objects.get(key)?.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
    );
    const next = more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
    return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>b</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`;
  };
  const made = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const url = new URL(request.url ?? '', 'http://x');
      seen.push(`${request.method} ${url.pathname}`);
      const answer = (status: number, content: string | Buffer = ''): void =>
        void response.writeHead(status).end(content);
      if (failing) return answer(500, '<Error><Code>InternalError</Code></Error>');
      if (!isSigned(request)) return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
      const key = decodeURIComponent(url.pathname.replace(/^\/bucket\/?/, ''));
      if (!url.pathname.startsWith('/bucket')) return answer(404, '<Error><Code>NoSuchBucket</Code></Error>');
      if (key === '') return answer(200, request.method === 'GET' ? listing(url) : '');
      const found = objects.get(key);
      if (request.method === 'PUT') {
        objects.set(key, body);
        return answer(200);
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        return answer(204);
      }
      return found === undefined
        ? answer(404, '<Error><Code>NoSuchKey</Code></Error>')
        : answer(200, request.method === 'GET' ? found : '');
    })();
  });
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)));
}

const store = (secret = KEY.secret, address = endpoint): BlobStore =>
  s3BlobStore({
    endpoint: address,
    bucket: 'bucket',
    region: KEY.region,
    accessKeyId: KEY.id,
    secretAccessKey: secret,
    spool: join(folder, 'spool'),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'machimori-s3-'));
  server = await startStore();
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  blobs = store();
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const code = (expected: string) => expect.objectContaining({ code: expected });
const spooled = (): string[] =>
  readdirSync(join(folder, 'spool'), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );

describe('blobs in an object store', () => {
  it('puts under the hash, gets, says what is there and deletes, each request signed', async () => {
    const bytes = Buffer.from('証跡\0\u{20BB7}');
    const stored = await blobs.put(oneChunk(bytes), 1000);
    expect(stored.sha256).toBe(sha256(bytes));
    expect([...objects.keys()]).toEqual([`${stored.sha256.slice(0, 2)}/${stored.sha256}`]);
    expect(Buffer.from(await blobs.get(stored.sha256))).toEqual(bytes);
    expect(await blobs.has(stored.sha256)).toBe(true);
    expect(spooled()).toEqual([]);
    await blobs.delete(stored.sha256);
    expect(await blobs.has(stored.sha256)).toBe(false);
    await expect(blobs.get(stored.sha256)).rejects.toEqual(code('file.missing'));
    await blobs.ping();
  });

  it('stores equal bytes once and lists page after page', async () => {
    const names: string[] = [];
    for (const text of ['a', 'b', 'c', 'd', 'e']) names.push((await blobs.put(oneChunk(Buffer.from(text)), 10)).sha256);
    seen.length = 0;
    await blobs.put(oneChunk(Buffer.from('a')), 10);
    expect(seen.filter((line) => line.startsWith('PUT'))).toEqual([]);
    const listed: { sha256: string; size: number }[] = [];
    for await (const blob of blobs.list()) {
      expect(blob.storedAt.toISOString()).toBe('2026-06-01T00:00:00.000Z');
      listed.push(blob);
    }
    expect(listed.map((blob) => blob.sha256)).toEqual(names.toSorted());
    expect(listed.every((blob) => blob.size === 1)).toBe(true);
  });

  it('takes the same bytes several times at once', async () => {
    const same = await Promise.all(Array.from({ length: 8 }, () => blobs.put(oneChunk(Buffer.from('同時')), 10)));
    expect(new Set(same.map((blob) => blob.sha256)).size).toBe(1);
    expect(Buffer.from(await blobs.get(same[0]?.sha256 ?? '')).toString()).toBe('同時');
    expect(spooled()).toEqual([]);
  });

  it('sends nothing over the limit and keeps nothing of it', async () => {
    const before = objects.size;
    await expect(blobs.put(oneChunk(Buffer.alloc(11)), 10)).rejects.toEqual(code('file.too-large'));
    expect(objects.size).toBe(before);
    expect(spooled()).toEqual([]);
  });

  it('says that it cannot be used now when the store refuses, fails or is gone', async () => {
    const { sha256: name } = await blobs.put(oneChunk(Buffer.from('kept')), 10);
    const expectUnavailable = async (broken: BlobStore): Promise<void> => {
      await expect(broken.put(oneChunk(Buffer.from('new')), 10)).rejects.toEqual(code('service.unavailable'));
      await expect(broken.get(name)).rejects.toEqual(code('service.unavailable'));
      await expect(broken.has(name)).rejects.toEqual(code('service.unavailable'));
      await expect(broken.ping()).rejects.toEqual(code('service.unavailable'));
      expect(spooled()).toEqual([]);
    };
    await expectUnavailable(store('wrong-secret'));
    await expectUnavailable(store(KEY.secret, 'http://127.0.0.1:1'));
    failing = true;
    await expectUnavailable(blobs).finally(() => (failing = false));
    expect(objects.has(`${sha256('new').slice(0, 2)}/${sha256('new')}`)).toBe(false);
    expect(Buffer.from(await blobs.get(name)).toString()).toBe('kept');
  });
});
