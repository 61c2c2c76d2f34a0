/**
 * HTTP over the application: one route per operation, sessions in a cookie, uploads, health, and the static web part.
 * Nothing here knows a business word.
 */
import { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Application } from '../kernel/application.ts';
import type { Caller } from '../kernel/caller.ts';
import type { FileReply, Operation } from '../kernel/contract.ts';
import { AppError } from '../kernel/error.ts';
import { UPLOAD_LIMIT } from '../kernel/file.ts';
import { newToken } from '../kernel/identifier.ts';
import type { Log } from '../kernel/log.ts';
import type { Transport } from '../kernel/module.ts';
import { serveWeb } from './static.ts';
import { SECURITY_HEADERS, SHOWN_HEADERS } from './headers.ts';

export interface HttpOptions {
  readonly application: Application;
  readonly log: Log;
  /** Folder of the built web part; null serves the interface only. */
  readonly webFolder: string | null;
  /** `https` when people reach the product through TLS: decides the cookie's name and Secure flag. */
  readonly secure: boolean;
  /** Behind a reverse proxy the caller's address comes from its header. */
  readonly trustProxy: boolean;
  /** Everything that must answer before the server counts as ready. */
  readonly ready: () => Promise<void>;
}

/** JSON bodies: the longest legitimate one is a questionnaire in the builder. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** Milliseconds for a whole request to arrive: the largest upload over a slow line, but no connection held for ever. */
const REQUEST_TIMEOUT = 10 * 60_000;

export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { application, log } = options;
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    logger: false,
    requestTimeout: REQUEST_TIMEOUT,
    genReqId: () => newToken().slice(0, 12),
    // Requests in flight end; idle connections are closed at once.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  await server.register(cookie);
  const cookieName = options.secure ? '__Host-machimori' : 'machimori';

  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  // A browser keeps its connection open for the next request; while stopping there is none.
  let stopping = false;
  server.addHook('preClose', async () => {
    stopping = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, log));
  server.setNotFoundHandler((request, reply) => answerError(new AppError('operation.unknown'), request, reply, log));

  server.get('/healthz', async () => ({ alive: true }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await options.ready();
      return { ready: true };
    } catch {
      reply.code(503);
      return { ready: false };
    }
  });

  const authenticate = async (request: FastifyRequest): Promise<{ token: string | null; caller: Caller | null }> => {
    const token = request.cookies[cookieName] ?? null;
    if (token === null) return { token, caller: null };
    return { token, caller: await application.authenticate(token) };
  };

  const transportOf = (token: string | null, reply: FastifyReply): Transport => {
    const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secure } as const;
    return {
      token,
      issue: (fresh, maxAge) => void reply.setCookie(cookieName, fresh, { ...attributes, maxAge }),
      clear: () => void reply.clearCookie(cookieName, attributes),
    };
  };

  for (const contract of application.contracts) {
    for (const [name, operation] of Object.entries(contract.operations)) {
      if (operation.nestedOnly === true) continue;
      const url = `/api/${contract.id}/${name}`;
      if (operation.kind === 'download') {
        server.get<{ Querystring: { input?: string } }>(url, async (request, reply) => {
          const { token, caller } = await authenticate(request);
          requireSession(operation, token, caller);
          const input = parseQuery(request.query.input);
          const file = (await application.call(contract.id, name, input, { caller })) as FileReply;
          return sendFile(reply, file);
        });
        continue;
      }
      server.post(url, async (request, reply) => {
        refuseOtherSites(request);
        const { token, caller } = await authenticate(request);
        requireSession(operation, token, caller);
        const key = request.headers['idempotency-key'];
        return application.call(contract.id, name, request.body ?? {}, {
          caller,
          transport: transportOf(token, reply),
          ...(typeof key === 'string' && key.length <= 200 ? { idempotencyKey: key } : {}),
        });
      });
    }
  }

  await server.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    uploads.post('/api/files', async (request) => {
      refuseOtherSites(request);
      const { token, caller } = await authenticate(request);
      if (caller === null) throw new AppError(token === null ? 'session.required' : 'session.expired');
      const name = decodeName(request.headers['x-file-name']);
      if (Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMIT) throw new AppError('file.too-large');
      const body = request.body instanceof Readable ? request.body : Readable.from([]);
      // A refused upload is read to its end and thrown away: browsers look at the answer only when they have sent all.
      const bytes = body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
      const file = await application.upload(caller, name, bytes).finally(() => body.resume());
      return { fileId: file.id, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256 };
    });
  });

  if (options.webFolder !== null) await serveWeb(server, options.webFolder);
  return server;
}

/** A session that has just ended is told apart from none, so that the page can keep the draft and ask to sign in again. */
function requireSession(operation: Operation, token: string | null, caller: Caller | null): void {
  if (operation.permission !== 'anyone' && caller === null) {
    throw new AppError(token === null ? 'session.required' : 'session.expired');
  }
}

/** A page of another site can send a simple request with the cookie, but not this header, nor our own origin. */
function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (
    request.headers['x-machimori'] === undefined ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  ) {
    throw new AppError('request.cross-site');
  }
}

function parseQuery(value: string | undefined): unknown {
  try {
    return value === undefined ? {} : JSON.parse(value);
  } catch {
    throw new AppError('input.malformed');
  }
}

function decodeName(value: string | string[] | undefined): string {
  try {
    return decodeURIComponent(typeof value === 'string' ? value : '');
  } catch {
    throw new AppError('file.forbidden', { internal: 'file name' });
  }
}

function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  reply
    .headers(file.shown === true ? SHOWN_HEADERS : {})
    .header('content-type', file.mediaType)
    .header(
      'content-disposition',
      `${file.shown === true ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('cache-control', 'no-store');
  if (file.stream === undefined) return reply.send(Buffer.from(file.bytes));
  return reply.header('content-length', file.stream.size).send(Readable.from(file.stream.chunks));
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const known = toAppError(error);
  if (known.status >= 500) {
    log.error('request failed', {
      code: known.code,
      request: request.id,
      route: request.routeOptions.url,
      internal: known.detail.internal,
      ...trace(error),
    });
  }
  const body = { error: { ...known.toReply(), ...(known.status >= 500 ? { reference: request.id } : {}) } };
  return reply.code(known.status).header('content-type', 'application/json; charset=utf-8').send(body);
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return new AppError('input.too-large');
  if (status === 503) return new AppError('service.unavailable');
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('input.malformed');
  return new AppError('internal.failure', { internal: error instanceof Error ? error.name : 'thrown value' });
}

/** Where it happened, without the message: messages of a database can quote data. */
function trace(error: unknown): { at?: string } {
  if (!(error instanceof Error) || error instanceof AppError) return {};
  const at = error.stack
    ?.split('\n')
    .slice(1, 4)
    .map((line) => line.trim().replace(/\(?file:\/\/\S*\/src\//, 'src/'))
    .join(' < ');
  return at === undefined ? {} : { at };
}
