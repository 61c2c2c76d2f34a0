import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UPLOAD_LIMIT } from '../kernel/file.ts';
import type { LogDetail } from '../kernel/log.ts';
import { startTestApplication, type TestApplication } from '../kernel/test-application.ts';
import { createHttpServer } from './http.ts';
import { desk, gate, people } from './testing/desk.ts';

interface Logged {
  readonly event: string;
  readonly detail: LogDetail | undefined;
}

let test: TestApplication;
let server: FastifyInstance;
let address: string;
let web: string;
let ready = true;
const logged: Logged[] = [];

const start = async (secure = false, webFolder: string | null = null): Promise<FastifyInstance> => {
  const note = (event: string, detail?: LogDetail): void => void logged.push({ event, detail });
  const made = await createHttpServer({
    application: test.application,
    log: { info: note, warn: note, error: note },
    webFolder,
    secure,
    trustProxy: false,
    ready: async () => {
      if (!ready) throw new Error('not ready');
    },
  });
  await made.listen({ port: 0, host: '127.0.0.1' });
  return made;
};
const addressOf = (of: FastifyInstance): string => `http://127.0.0.1:${(of.server.address() as AddressInfo).port}`;

beforeAll(async () => {
  test = await startTestApplication({ modules: [desk] });
  people.set('office', test.caller(['security-office']));
  people.set('auditor', test.caller(['auditor']));
  web = mkdtempSync(join(tmpdir(), 'machimori-web-'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>街守</title>');
  writeFileSync(join(web, 'assets', 'main-abc.js'), 'export {};');
  server = await start(false, web);
  address = addressOf(server);
});
afterAll(async () => {
  await server.close();
  await test.close();
  rmSync(web, { recursive: true, force: true });
});

interface Sent {
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly method?: string;
}

const send = (path: string, { cookie, headers, body, method = 'POST' }: Sent = {}): Promise<Response> =>
  fetch(`${address}${path}`, {
    method,
    headers: {
      ...(method === 'POST' ? { 'x-machimori': '1', 'content-type': 'application/json' } : {}),
      ...(cookie === undefined ? {} : { cookie: `machimori=${cookie}` }),
      ...headers,
    },
    ...(body === undefined ? (method === 'POST' ? { body: '{}' } : {}) : { body }),
  });

async function expectRefusal(response: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const { error } = (await response.json()) as { error: Record<string, unknown> };
  expect([response.status, error['code']]).toEqual([status, code]);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  // A sentence for people, in Japanese, that ends as one.
  expect(error['message']).toMatch(/[ぁ-ん].*。$/);
  return error;
}

describe('operations over HTTP', () => {
  it('answers who may, and refuses with a Japanese sentence who may not', async () => {
    const body = JSON.stringify({ word: '街' });
    const answer = await send('/api/desk/echo', { cookie: 'office', body });
    expect([answer.status, await answer.json()]).toEqual([200, { word: '街' }]);
    await expectRefusal(await send('/api/desk/echo', { body }), 401, 'session.required');
    await expectRefusal(await send('/api/desk/echo', { cookie: 'gone', body }), 401, 'session.expired');
    await expectRefusal(await send('/api/desk/echo', { cookie: 'auditor', body }), 403, 'permission.refused');
  });

  it('says which field is wrong, and what somebody else saved meanwhile', async () => {
    const wrong = await send('/api/desk/echo', { cookie: 'office', body: '{"word":"長すぎる言葉"}' });
    expect(await expectRefusal(wrong, 422, 'input.invalid')).toMatchObject({
      fields: [{ path: 'word', message: '5文字以内で入力してください。' }],
    });
    const fail = (how: string): Promise<Response> =>
      send('/api/desk/fail', { cookie: 'office', body: JSON.stringify({ how }) });
    await expectRefusal(await fail('missing'), 404, 'record.missing');
    await expectRefusal(await fail('large'), 413, 'file.too-large');
    expect(await expectRefusal(await fail('stale'), 409, 'record.stale')).toMatchObject({ current: { version: 2 } });
  });

  it('gives a reference for our own faults, and neither answer nor log repeat what the fault said', async () => {
    logged.length = 0;
    const answer = await send('/api/desk/fail', { cookie: 'office', body: '{"how":"bug"}' });
    const error = await expectRefusal(answer, 500, 'internal.failure');
    expect(error['reference']).toMatch(/^[\w-]{12}$/);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.detail?.['request']).toBe(error['reference']);
    expect(JSON.stringify([error, logged])).not.toContain('山田');
  });

  it('refuses what is no JSON, too much of it, and addresses that are none', async () => {
    const cookie = 'office';
    await expectRefusal(await send('/api/desk/echo', { cookie, body: '{"word":' }), 400, 'input.malformed');
    await expectRefusal(await send('/api/desk/echo', { cookie, body: '' }), 400, 'input.malformed');
    await expectRefusal(
      await send('/api/desk/echo', { cookie, body: '{"__proto__":{"word":"x"}}' }),
      400,
      'input.malformed',
    );
    for (const body of ['null', '[]', '"x"', '3']) {
      await expectRefusal(await send('/api/desk/echo', { cookie, body }), 422, 'input.invalid');
    }
    const huge = JSON.stringify({ word: 'x'.repeat(3 * 1024 * 1024) });
    await expectRefusal(await send('/api/desk/echo', { cookie, body: huge }), 413, 'input.too-large');
    await expectRefusal(
      await send('/api/desk/echo', {
        cookie,
        body: 'word=x',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      400,
      'input.malformed',
    );
    for (const path of ['/api/desk/unknown', '/api/none/echo', '/api/desk/toString', '/api', '/api/../etc']) {
      await expectRefusal(await send(path, { cookie }), 404, 'operation.unknown');
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      await expectRefusal(await send('/api/desk/echo', { cookie, method }), 404, 'operation.unknown');
    }
    await expectRefusal(await send('/api/desk/echo', { cookie, method: 'GET' }), 404, 'operation.unknown');
    expect((await send('/api/desk/echo', { cookie, method: 'HEAD' })).status).toBe(404);
  });

  it('refuses a request that another site sends with the cookie', async () => {
    const body = '{"word":"x"}';
    const cookie = 'office';
    const plain = await fetch(`${address}/api/desk/echo`, {
      method: 'POST',
      headers: { cookie: 'machimori=office', 'content-type': 'application/json' },
      body,
    });
    await expectRefusal(plain, 403, 'request.cross-site');
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site };
      await expectRefusal(await send('/api/desk/echo', { cookie, body, headers }), 403, 'request.cross-site');
      await expectRefusal(await send('/api/files', { cookie, headers }), 403, 'request.cross-site');
      await expectRefusal(
        await send('/api/desk/enter', { body: '{"as":"office"}', headers }),
        403,
        'request.cross-site',
      );
    }
    expect((await send('/api/desk/echo', { cookie, body, headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(
      200,
    );
  });

  it('hides the session from scripts and other sites, and binds it to TLS where there is TLS', async () => {
    const entered = await send('/api/desk/enter', { body: '{"as":"office"}' });
    expect(entered.headers.getSetCookie()).toEqual(['machimori=office; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax']);
    const left = await send('/api/desk/leave', { cookie: 'office' });
    expect(left.headers.getSetCookie()[0]).toMatch(/^machimori=; .*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
    const tls = await start(true);
    try {
      const response = await fetch(`${addressOf(tls)}/api/desk/enter`, {
        method: 'POST',
        headers: { 'x-machimori': '1', 'content-type': 'application/json' },
        body: '{"as":"office"}',
      });
      expect(response.headers.getSetCookie()).toEqual([
        '__Host-machimori=office; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Lax',
      ]);
    } finally {
      await tls.close();
    }
  });
});

describe('files over HTTP', () => {
  const upload = (name: string, body: string | Buffer, more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}/api/files`, {
      method: 'POST',
      headers: {
        'x-machimori': '1',
        'x-file-name': encodeURIComponent(name),
        'content-type': 'application/octet-stream',
        cookie: 'machimori=office',
        ...more,
      },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });

  it('takes an upload and says under which name and kind it is kept', async () => {
    const response = await upload('台帳.csv', '課,件数\n');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ name: '台帳.csv', mediaType: 'text/csv', size: 11 });
    // Whatever type the browser claims, JSON and text included.
    expect((await upload('台帳.csv', '{}', { 'content-type': 'application/json' })).status).toBe(200);
  });

  it('refuses lying, forbidden, empty, nameless and oversized files, and people without session', async () => {
    await expectRefusal(await upload('a.pdf', 'no pdf'), 415, 'file.lying');
    await expectRefusal(await upload('a.txt', ''), 415, 'file.lying');
    await expectRefusal(await upload('a.exe', 'MZ'), 415, 'file.forbidden');
    await expectRefusal(await upload('', 'x'), 415, 'file.forbidden');
    await expectRefusal(await upload('a.txt', 'x', { 'x-file-name': '%E0%A4' }), 415, 'file.forbidden');
    await expectRefusal(await upload('a.txt', 'x', { cookie: 'machimori=gone' }), 401, 'session.expired');
    await expectRefusal(await upload('a.txt', 'x', { cookie: '' }), 401, 'session.required');
  });

  it('refuses by the announced size before anything arrives, and by the counted one when none is announced', async () => {
    const announced = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () =>
        socket.write(
          `POST /api/files HTTP/1.1\r\nHost: x\r\nX-Machimori: 1\r\nX-File-Name: a.txt\r\nCookie: machimori=office\r\nContent-Type: application/octet-stream\r\nContent-Length: ${UPLOAD_LIMIT * 2}\r\n\r\n`,
        ),
      );
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(announced).toMatch(/^HTTP\/1.1 413 /);
    const counted = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(`${address}/api/files`, {
        method: 'POST',
        headers: {
          'x-machimori': '1',
          'x-file-name': 'a.txt',
          cookie: 'machimori=office',
          'transfer-encoding': 'chunked',
          'content-type': 'text/plain',
        },
      });
      sending.once('response', (response) => {
        resolve(response.statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      const push = (left: number): void => {
        if (left === 0) sending.end();
        else sending.write(chunk, () => push(left - 1));
      };
      push(UPLOAD_LIMIT / chunk.length + 2);
    });
    expect(counted).toBe(413);
  });

  it('gives a download its Japanese name and keeps it out of caches', async () => {
    const get = (input: string, cookie = 'office'): Promise<Response> =>
      send(`/api/desk/paper?input=${encodeURIComponent(input)}`, { method: 'GET', cookie });
    const response = await get('{"id":7}');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('監査結果 7（案）.pdf')}`,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(await response.text()).toBe('%PDF-');
    await expectRefusal(await get('{"id":'), 400, 'input.malformed');
    await expectRefusal(await get('{"id":"x"}'), 422, 'input.invalid');
    await expectRefusal(await get('{"id":7}', 'auditor'), 403, 'permission.refused');
    await expectRefusal(await get('{"id":7}', 'gone'), 401, 'session.expired');
    await expectRefusal(await send('/api/desk/paper', { cookie: 'office' }), 404, 'operation.unknown');
  });
});

it('lets a page of its own be framed by itself, where it can run and load nothing', async () => {
  const response = await send(`/api/desk/paper?input=${encodeURIComponent('{"id":0}')}`, {
    method: 'GET',
    cookie: 'office',
  });
  expect(response.headers.get('content-disposition')).toMatch(/^inline;/);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/(?:^|; )sandbox$/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toContain('script-src');
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

describe('the server itself', () => {
  it('sends the same strict headers with every answer', async () => {
    const paths = ['/', '/healthz', '/assets/main-abc.js', '/assets/none.js', '/audit/1'];
    for (const response of await Promise.all(paths.map((path) => send(path, { method: 'GET' })))) {
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
  });

  it('serves the page for every address of the browser part, assets for a year, and no other file', async () => {
    for (const path of ['/', '/audits/1/findings', '/index.html']) {
      const page = await send(path, { method: 'GET' });
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await page.text()).toContain('街守');
    }
    const asset = await send('/assets/main-abc.js', { method: 'GET' });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toContain('javascript');
    for (const path of ['/assets/..%2findex.html', '/assets/none.js']) {
      expect((await send(path, { method: 'GET' })).status).toBe(404);
    }
  });

  it('says that it lives, and whether it is ready', async () => {
    expect(await (await send('/healthz', { method: 'GET' })).json()).toEqual({ alive: true });
    expect((await send('/readyz', { method: 'GET' })).status).toBe(200);
    ready = false;
    const response = await send('/readyz', { method: 'GET' });
    ready = true;
    expect([response.status, await response.json()]).toEqual([503, { ready: false }]);
    expect((await send('/healthz', { method: 'HEAD' })).status).toBe(200);
  });

  it('finishes a request in flight when it stops, and takes no new one', async () => {
    const stopping = await start();
    const url = addressOf(stopping);
    const agent = new Agent({ keepAlive: true });
    const post = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const sending = httpRequest(
          `${url}${path}`,
          {
            agent,
            method: 'POST',
            headers: { 'x-machimori': '1', cookie: 'machimori=office', 'content-type': 'application/json' },
          },
          (response) => {
            response.resume();
            response.once('end', () => resolve(response.statusCode));
          },
        );
        sending.once('error', reject);
        sending.end('{}');
      });
    const arrived = new Promise<void>((resolve) => (gate.waiting = resolve));
    const inFlight = post('/api/desk/wait');
    await arrived;
    const closed = stopping.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    gate.release();
    expect(await inFlight).toBe(200);
    await closed;
    agent.destroy();
  });
});
