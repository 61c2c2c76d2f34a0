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
  // Addresses of pages belong to the browser's router.
  server.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(index);
  });
}
