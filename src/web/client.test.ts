import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { command, defineContract, download, query } from '../kernel/contract.ts';
import { clientFor, onSessionExpired, RequestError, uploadFile } from './client.ts';

const contract = defineContract({
  id: 'sample',
  title: 'Sample',
  permissions: {},
  operations: {
    list: query({
      summary: '',
      permission: 'anyone',
      input: z.object({ q: z.string() }),
      output: z.object({ n: z.number() }),
    }),
    save: command({
      summary: '',
      permission: 'anyone',
      input: z.object({ t: z.string() }),
      output: z.object({ id: z.string() }),
    }),
    report: download({ summary: '', permission: 'anyone', input: z.object({ id: z.string() }) }),
  },
});

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const seen: Seen[] = [];
let answers: { status: number; body: unknown }[] = [];
let server: Server;
const browserFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      const { status, body } = answers.shift() ?? { status: 200, body: {} };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => server.close());

beforeEach(() => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  // A browser completes an address by its own place; here that place is the server of this test.
  globalThis.fetch = (path, init) =>
    browserFetch(new URL(path instanceof Request ? path.url : path, `http://127.0.0.1:${port}`), init);
  seen.length = 0;
  answers = [];
});

afterEach(() => {
  globalThis.fetch = browserFetch;
});

const expired = { status: 401, body: { error: { code: 'session.expired', message: '切れました' } } };

describe('client', () => {
  test('sends an operation with its headers and returns the output', async () => {
    answers = [{ status: 200, body: { n: 3 } }];
    expect(await clientFor<typeof contract>('sample').list({ q: '再委託' })).toEqual({ n: 3 });
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/sample/list',
      body: '{"q":"再委託"}',
      headers: { 'x-machimori': '1', 'content-type': 'application/json' },
    });
    expect(seen[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('gives every request its own key unless one is handed in', async () => {
    const sample = clientFor<typeof contract>('sample');
    await sample.save({ t: 'a' });
    await sample.save({ t: 'a' });
    await sample.save({ t: 'a' }, { idempotencyKey: 'mine' });
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('mine');
  });

  test('makes a plain address for a download', () => {
    const address = clientFor<typeof contract>('sample').href('report', { id: '髙&1' });
    expect(new URL(address, 'http://x').searchParams.get('input')).toBe('{"id":"髙&1"}');
  });

  test('carries the refusal of the server with fields and the saved record', async () => {
    const error = {
      code: 'record.stale',
      message: '先に保存されました。',
      fields: [{ path: 'title', message: '入力してください。' }],
      current: { version: 4 },
      reference: 'r1',
    };
    answers = [{ status: 409, body: { error } }];
    const refused = await clientFor<typeof contract>('sample')
      .save({ t: '' })
      .catch((reason: unknown) => reason);
    expect(refused).toBeInstanceOf(RequestError);
    expect(refused).toMatchObject({ ...error, status: 409 });
  });

  test('says in Japanese that the server cannot be reached or talks nonsense', async () => {
    answers = [{ status: 502, body: '<html>proxy</html>' }];
    await expect(clientFor<typeof contract>('sample').list({ q: '' })).rejects.toMatchObject({
      code: 'reply.unreadable',
      message: expect.stringContaining('通信できません') as string,
    });
    globalThis.fetch = () => Promise.reject(new TypeError('failed'));
    await expect(clientFor<typeof contract>('sample').list({ q: '' })).rejects.toMatchObject({
      code: 'network.failure',
      status: 0,
    });
  });

  test('repeats the same request with the same key after signing in again', async () => {
    answers = [expired, expired, { status: 200, body: { id: '7' } }];
    let asked = 0;
    const stop = onSessionExpired(() => {
      asked += 1;
      return Promise.resolve(true);
    });
    expect(await clientFor<typeof contract>('sample').save({ t: 'a' })).toEqual({ id: '7' });
    stop();
    expect(asked).toBe(2);
    expect(new Set(seen.map(({ headers, body }) => `${String(headers['idempotency-key'])}${body}`)).size).toBe(1);
  });

  test('gives the refusal back when the person does not sign in again, and never asks after a wrong password', async () => {
    answers = [expired, { status: 401, body: { error: { code: 'session.refused', message: '正しくありません' } } }];
    let asked = 0;
    const stop = onSessionExpired(() => {
      asked += 1;
      return Promise.resolve(false);
    });
    const sample = clientFor<typeof contract>('sample');
    await expect(sample.save({ t: 'a' })).rejects.toMatchObject({ code: 'session.expired' });
    await expect(sample.save({ t: 'a' })).rejects.toMatchObject({ code: 'session.refused' });
    stop();
    expect(asked).toBe(1);
  });

  test('uploads the bytes with the name in a header', async () => {
    answers = [{ status: 200, body: { fileId: 'f1' } }];
    expect(await uploadFile(new File(['abc'], '台帳①.txt', { type: 'text/plain' }))).toEqual({ fileId: 'f1' });
    expect(seen[0]).toMatchObject({ url: '/api/files', body: 'abc', headers: { 'content-type': 'text/plain' } });
    expect(decodeURIComponent(String(seen[0]?.headers['x-file-name']))).toBe('台帳①.txt');
  });
});
