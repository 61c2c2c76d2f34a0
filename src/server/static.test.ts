import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { serveWeb } from './static.ts';

it('sends the compressed form to whoever takes it, and the page for every address that is no file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-web-'));
  const server = fastify();
  try {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>街守</title>');
    writeFileSync(join(folder, 'assets', 'a-1.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'a-1.js.gz'), gzipSync('export {};'));
    await serveWeb(server, folder);
    const packed = await server.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'gzip' } });
    expect([packed.headers['content-encoding'], packed.headers['content-type']]).toEqual([
      'gzip',
      'application/javascript; charset=utf-8',
    ]);
    expect(gunzipSync(packed.rawPayload).toString()).toBe('export {};');
    expect(packed.headers['cache-control']).toContain('immutable');
    const plain = await server.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'export {};']);
    const page = await server.inject({ url: '/engagements/x/obligations' });
    expect([page.statusCode, page.body.includes('街守')]).toEqual([200, true]);
    expect((await server.inject({ url: '/assets/none.js' })).statusCode).toBe(404);
    expect((await server.inject({ url: '/api/none/none' })).statusCode).toBe(404);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
