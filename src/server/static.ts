/** The built web part: hashed files cached for a year, every other address answers with the page that starts it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  const indexPath = join(folder, 'index.html');
  if (!existsSync(indexPath)) throw new Error(`the web part is not built: ${indexPath} is missing`);
  const index = readFileSync(indexPath);
  await server.register(staticFiles, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    // The build puts the gzip form of each file beside it.
    preCompressed: true,
  });
  // At the root, so that it may answer for every page; asked for anew each time, so that a new edition takes over.
  server.get('/offline-worker.js', (_request, reply) => {
    const path = join(folder, 'offline-worker.js');
    if (!existsSync(path)) return reply.callNotFound();
    return reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(readFileSync(path));
  });
  // Addresses of pages belong to the browser's router.
  server.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(index);
  });
}
