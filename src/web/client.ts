/**
 * The browser's way to the server: a typed client made from a contract's type, one error class, file upload.
 * Contracts are imported as types only, so no schema library reaches the browser.
 */
import type { CallOptions, Contract, InputOf, OutputOf } from '../kernel/contract.ts';
import type { ErrorCode, ErrorReply, FieldProblem } from '../kernel/error.ts';
import { messages } from './messages.ja.ts';

/** Codes that arise in the browser itself, before or instead of a reply of the server. */
export type LocalErrorCode = 'network.failure' | 'reply.unreadable';

/** A request that was not carried out. `message` is a Japanese sentence for people; `status` 0 means no reply came. */
export class RequestError extends Error {
  readonly code: ErrorCode | LocalErrorCode;
  readonly status: number;
  readonly fields: readonly FieldProblem[];
  /** The record as saved by the other person, with `record.stale`. */
  readonly current: unknown;
  readonly reference: string | undefined;

  constructor(reply: Omit<ErrorReply, 'code'> & { code: ErrorCode | LocalErrorCode }, status: number) {
    super(reply.message);
    this.name = 'RequestError';
    this.code = reply.code;
    this.status = status;
    this.fields = reply.fields ?? [];
    this.current = reply.current;
    this.reference = reply.reference;
  }
}

type Names<C extends Contract, Download extends boolean> = {
  [K in keyof C['operations']]: (C['operations'][K]['kind'] extends 'download' ? true : false) extends Download
    ? K
    : never;
}[keyof C['operations']];

/** Queries and commands as functions; downloads as addresses for plain links. */
export type BrowserClient<C extends Contract> = {
  readonly [K in Names<C, false>]: (input: InputOf<C, K>, options?: CallOptions) => Promise<OutputOf<C, K>>;
} & {
  readonly href: <K extends Names<C, true>>(operation: K, input: InputOf<C, K>) => string;
};

/** `clientFor<typeof auditContract>('audit').listFindings({ engagementId })` */
export function clientFor<C extends Contract>(moduleId: C['id']): BrowserClient<C> {
  const known = new Map<string, unknown>();
  const handler: ProxyHandler<object> = {
    get(_target, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      const found = known.get(name);
      if (found !== undefined) return found;
      const member =
        name === 'href'
          ? (operation: string, input: unknown) => downloadHref(moduleId, operation, input)
          : (input: unknown, options?: CallOptions) => call(moduleId, name, input, options);
      known.set(name, member);
      return member;
    },
  };
  return new Proxy({}, handler) as BrowserClient<C>;
}

function downloadHref(moduleId: string, operation: string, input: unknown): string {
  return `/api/${moduleId}/${operation}?input=${encodeURIComponent(JSON.stringify(input))}`;
}

/**
 * Sends one operation. When the session has ended, the registered recovery lets the person sign in again over the page and
 * the same request is repeated with the same key: nothing typed is lost and nothing is done twice.
 * @throws RequestError
 */
export async function call(
  moduleId: string,
  operation: string,
  input: unknown,
  options: CallOptions = {},
): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    'x-machimori': '1',
    'idempotency-key': options.idempotencyKey ?? newKey(),
  };
  return await withSession(() =>
    send(`/api/${moduleId}/${operation}`, { method: 'POST', headers, body: JSON.stringify(input ?? {}) }),
  );
}

/** Whether the server answers at all. The browser's own word is not enough: a network may lead nowhere. */
export async function serverAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Stores one file on the server at once; the form that follows only names its `fileId`. @throws RequestError */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<UploadedFile> {
  const reply = await withSession(() =>
    send('/api/files', {
      method: 'POST',
      headers: {
        'content-type': file.type === '' ? 'application/octet-stream' : file.type,
        'x-machimori': '1',
        'x-file-name': encodeURIComponent(file.name),
        'idempotency-key': newKey(),
      },
      body: file,
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  return reply as UploadedFile;
}

/** Lets the person sign in again; resolves to false when they decline. */
export type SessionRecovery = () => Promise<boolean>;

let recovery: SessionRecovery | undefined;

/** The shell registers the dialog that asks to sign in again. Returns the function that takes it back. */
export function onSessionExpired(handler: SessionRecovery): () => void {
  recovery = handler;
  return () => {
    if (recovery === handler) recovery = undefined;
  };
}

const SESSION_ENDED: readonly string[] = ['session.required', 'session.expired'];

async function withSession<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const ended = error instanceof RequestError && SESSION_ENDED.includes(error.code);
      if (!ended || recovery === undefined || !(await recovery())) throw error;
    }
  }
}

async function send(address: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError({ code: 'network.failure', message: messages.client.network }, 0);
  }
  const body = await readJson(response);
  if (response.ok) return body;
  const reply = errorIn(body);
  if (reply !== undefined) throw new RequestError(reply, response.status);
  const message = response.status >= 502 ? messages.client.network : messages.client.unreadable(response.status);
  throw new RequestError({ code: 'reply.unreadable', message }, response.status);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    if (!response.ok) return undefined;
    throw new RequestError({ code: 'reply.unreadable', message: messages.client.unreadable(response.status) }, 0);
  }
}

function errorIn(body: unknown): ErrorReply | undefined {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  const complete = typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
  return complete ? (error as ErrorReply) : undefined;
}

/** 128 random bits in hex. `crypto.randomUUID` does not exist on plain http, `getRandomValues` does. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
