/**
 * The application without HTTP: finds an operation, checks permission, parses input, runs the handler in one
 * transaction, writes its facts, checks output. The server, the command line, years and tests all call it the same way.
 */
import { sql } from 'kysely';
import { dayOf } from '../core/calendar/index.ts';
import { ReadableError } from '../core/readable-error.ts';
import type { Batcher } from './batch.ts';
import { batchCommands, type BatchedCommand } from './batched-command.ts';
import { oneChunk, type BlobStore } from './blob.ts';
import { type Caller, checkPermission, mayUse } from './caller.ts';
import { canonical, sha256Of } from './canonical.ts';
import type { Clock } from './clock.ts';
import type { CallOptions, Client, Contract, Operation } from './contract.ts';
import type { Database, Tx } from './database.ts';
import { sqlState, UNIQUE_VIOLATION } from './database.ts';
import { AppError } from './error.ts';
import type { FactDraft } from './fact.ts';
import {
  attachFile,
  insertFile,
  openFile,
  readFileRow,
  receiveUpload,
  safeName,
  type StoredFile,
  UPLOAD_LIMIT,
} from './file.ts';
import { newId } from './identifier.ts';
import { findReply, storeReplies, type StoredReply } from './idempotency.ts';
import { parseInput } from './input.ts';
import { addJob } from './job.ts';
import { appendFacts } from './journal.ts';
import type { Log } from './log.ts';
import { erasersOf } from './module.ts';
import type { Context, OpenContext, Providers, ServerModule, Transport } from './module.ts';
import { checkOutput } from './output.ts';
import { type AnswerOnce, rememberAnswers } from './repeated-query.ts';

export interface ApplicationParts {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly modules: readonly ServerModule[];
  /** Settings for operations before sign-in, by the names of the environment; see `OpenContext`. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
}

export interface Call extends CallOptions {
  readonly caller: Caller | null;
  readonly transport?: Transport;
}

export interface Application {
  readonly parts: ApplicationParts;
  readonly contracts: readonly Contract[];
  /** Carries out one operation; the answer has been checked against its output schema. */
  call(moduleId: string, operation: string, input: unknown, call: Call): Promise<unknown>;
  client<C extends Contract>(contract: C, caller: Caller | null): Client<C>;
  authenticate(token: string): Promise<Caller | null>;
  upload(caller: Caller, name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** Runs `work` as the caller in one transaction; facts recorded in it are written at its end. */
  run<T>(caller: Caller, work: (context: Context) => Promise<T>): Promise<T>;
}

export function createApplication(parts: ApplicationParts): Application {
  const { database, blobs, clock, log } = parts;
  const modules = new Map(parts.modules.map((module) => [module.contract.id, module]));
  const batchers = new Map<string, Batcher<BatchedCommand, unknown>>();
  const authenticator = parts.modules.find((module) => module.authenticate !== null)?.authenticate ?? null;
  const accounts = parts.modules.find((module) => module.accounts !== null)?.accounts ?? null;
  const contracts = parts.modules.map((module) => module.contract);
  const documents = parts.modules.flatMap((module) =>
    module.documents.map((provider) => ({ ...provider, moduleId: module.contract.id })),
  );
  const chapters = parts.modules.flatMap((module) =>
    module.chapters.map((provider) => ({ ...provider, moduleId: module.contract.id })),
  );
  const confidential = parts.modules.flatMap((module) =>
    module.confidential.map((provider) => ({ ...provider, moduleId: module.contract.id })),
  );
  const lists = parts.modules.flatMap((module) =>
    module.lists.map((provider) => ({ ...provider, moduleId: module.contract.id })),
  );
  const erasers = erasersOf(parts.modules);
  const factKinds = new Set(parts.modules.flatMap((module) => Object.keys(module.facts)));

  const nowFor = (caller: Caller | null): Date => new Date(clock.now().getTime() + (caller?.clockOffset ?? 0));

  const find = (moduleId: string, name: string): { module: ServerModule; operation: Operation } => {
    const module = modules.get(moduleId);
    const operation =
      module !== undefined && Object.hasOwn(module.contract.operations, name)
        ? module.contract.operations[name]
        : undefined;
    if (module === undefined || operation === undefined)
      throw new AppError('operation.unknown', { internal: `${moduleId}.${name}` });
    return { module, operation };
  };

  const contextOf = (caller: Caller, tx: Tx, now: Date, facts: FactDraft[]): Context => {
    const providers: Providers = {
      documents,
      chapters,
      confidential,
      lists,
      erasers,
      contracts,
      factKinds,
      check({ moduleId, permission }) {
        const contract = modules.get(moduleId)?.contract;
        if (contract === undefined || !mayUse(contract, permission, caller)) {
          throw new AppError('permission.refused', { internal: `${moduleId}:${permission}` });
        }
      },
    };
    const answerOnce = rememberAnswers(() => `${tx.changes} ${facts.length}`);
    const context: Context = {
      caller,
      tx,
      now,
      today: dayOf(now.toISOString()),
      newId: () => newId(now),
      append: (fact) => facts.push(fact),
      providers,
      attempt: (work, { keep = true } = {}) => attempt(tx, facts, work, keep),
      namesOf: async (accountIds) => (await accounts?.namesOf(tx, accountIds)) ?? new Map<string, string>(),
      client: <C extends Contract>(contract: C) =>
        inProcess(contract, (name, input) => runNested(context, answerOnce, contract.id, name, input)),
      files: {
        attach: (fileId, record) => attachFile(tx, fileId, caller.accountId, record),
        open: (fileId) => openFile(tx, blobs, fileId),
        async openStream(fileId) {
          const file = await readFileRow(tx, fileId);
          if (!(await blobs.has(file.sha256))) throw new AppError('file.missing', { internal: 'blob missing' });
          const { name, mediaType, sha256, size } = file;
          return { name, mediaType, sha256, bytes: new Uint8Array(), stream: { size, chunks: blobs.stream(sha256) } };
        },
        async keep(file, record) {
          const blob = await blobs.put(oneChunk(file.bytes), Number.MAX_SAFE_INTEGER);
          const stored = {
            id: newId(now),
            sha256: blob.sha256,
            name: safeName(file.name),
            mediaType: file.mediaType,
            size: blob.size,
          };
          await insertFile(tx, { ...stored, uploadedBy: caller.accountId, at: now, attachedTo: record });
          if (!(await blobs.has(blob.sha256))) await blobs.put(oneChunk(file.bytes), Number.MAX_SAFE_INTEGER);
          return stored;
        },
        async receive(name, bytes) {
          const upload = { id: newId(now), name, bytes: oneChunk(bytes), uploadedBy: caller.accountId, at: now };
          const { uploadedBy, at, ...stored } = await receiveUpload(blobs, upload);
          await insertFile(tx, { ...stored, uploadedBy, at });
          if (!(await blobs.has(stored.sha256))) await blobs.put(oneChunk(bytes), UPLOAD_LIMIT);
          return stored;
        },
      },
      jobs: { add: (job) => addJob(tx, { ...job, id: newId(now), runAt: job.runAt ?? now }) },
    };
    return context;
  };

  const runNested = async (
    context: Context,
    answerOnce: AnswerOnce,
    moduleId: string,
    name: string,
    rawInput: unknown,
  ): Promise<unknown> => {
    const { module, operation } = find(moduleId, name);
    checkPermission(module.contract, operation, context.caller);
    const handler = module.handlers[name];
    if (handler === undefined)
      throw new AppError('internal.failure', { internal: `${moduleId}.${name} cannot be nested` });
    const input = parseInput(operation.input, rawInput);
    const answer = async () => checkOutput(operation, await handler(context, input as never));
    const repeatable = operation.kind === 'query' && operation.confidential !== true;
    return repeatable ? answerOnce(`${moduleId}.${name}`, input, answer) : answer();
  };

  const run = <T>(caller: Caller, work: (context: Context) => Promise<T>): Promise<T> => {
    const now = nowFor(caller);
    return database.transaction(caller.tenantId, async (tx) => {
      const facts: FactDraft[] = [];
      const result = await work(contextOf(caller, tx, now, facts));
      await appendFacts(
        tx,
        facts.map((fact) => ({ tenantId: caller.tenantId, actor: actorOf(caller), at: now, fact })),
      );
      return result;
    });
  };

  const runOpen = (module: ServerModule, name: string, input: unknown, call: Call): Promise<unknown> => {
    const handler = module.open[name];
    if (handler === undefined) throw new AppError('operation.unknown', { internal: name });
    const context: OpenContext = {
      caller: call.caller,
      database,
      now: clock.now(),
      log,
      newId: () => newId(clock.now()),
      transport: call.transport ?? { token: null, issue: () => undefined, clear: () => undefined },
      contracts,
      settings: parts.settings ?? {},
      callerOf: async (tenantId, accountId) =>
        (await accounts?.callerOf(database, { tenantId, accountId }, clock.now())) ?? null,
      as: run,
    };
    return handler(context, input as never);
  };

  const runBatched = (moduleId: string, name: string, command: BatchedCommand): Promise<unknown> => {
    const key = `${moduleId}.${name}`;
    let batcher = batchers.get(key);
    if (batcher === undefined) {
      const { module, operation } = find(moduleId, name);
      const handler = module.batches[name];
      if (handler === undefined) throw new AppError('internal.failure', { internal: `${key} has no batch handler` });
      const check = (output: unknown): unknown => checkOutput(operation, output);
      batcher = batchCommands({ database, handler, check, newId: () => newId(clock.now()) });
      batchers.set(key, batcher);
    }
    return batcher.submit(command);
  };

  const runCommand = async (
    moduleId: string,
    name: string,
    input: unknown,
    caller: Caller,
    key: string | undefined,
  ): Promise<unknown> => {
    const { module, operation } = find(moduleId, name);
    const now = nowFor(caller);
    const reply =
      key === undefined || operation.confidential === true
        ? null
        : replyFor(caller, key, `${moduleId}.${name}`, input, now);
    const findEarlier = async (): Promise<{ readonly reply: unknown } | null> =>
      reply === null ? null : database.transaction(caller.tenantId, (tx) => findReply(tx, reply));
    try {
      if (Object.hasOwn(module.batches, name)) {
        const today = dayOf(now.toISOString());
        return await runBatched(moduleId, name, { caller, actor: actorOf(caller), input, now, today, reply });
      }
      const earlier = await findEarlier();
      if (earlier !== null) return earlier.reply;
      const handler = module.handlers[name];
      if (handler === undefined) throw new AppError('operation.unknown', { internal: `${moduleId}.${name}` });
      return await run(caller, async (context) => {
        const output = checkOutput(operation, await handler(context, input as never));
        if (reply !== null) await storeReplies(context.tx, [{ ...reply, reply: output }]);
        return output;
      });
    } catch (error) {
      // The same command twice at once: whatever stopped the slower one (a taken name, a version that has moved on),
      // it is answered with what the other achieved.
      const earlier = await findEarlier().catch((second: unknown) => {
        if (second instanceof AppError && second.code === 'command.repeated') throw second;
        return null;
      });
      if (earlier !== null) return earlier.reply;
      throw refusalOf(error);
    }
  };

  const call: Application['call'] = async (moduleId, name, rawInput, options) => {
    const { module, operation } = find(moduleId, name);
    if (operation.nestedOnly === true)
      throw new AppError('operation.unknown', { internal: `${moduleId}.${name} is carried out by other modules only` });
    checkPermission(module.contract, operation, options.caller);
    const input = parseInput(operation.input, rawInput);
    if (operation.permission === 'anyone') return checkOutput(operation, await runOpen(module, name, input, options));
    const { caller } = options;
    if (caller === null) throw new AppError('session.required');
    if (operation.kind === 'command') return runCommand(moduleId, name, input, caller, options.idempotencyKey);
    const handler = module.handlers[name];
    if (handler === undefined) throw new AppError('operation.unknown', { internal: `${moduleId}.${name}` });
    try {
      return await run(caller, async (context) => checkOutput(operation, await handler(context, input as never)));
    } catch (error) {
      throw refusalOf(error);
    }
  };

  return {
    parts,
    contracts,
    call,
    run,
    client: (contract, caller) =>
      inProcess(contract, (name, input, options) => call(contract.id, name, input, { caller, ...options })),
    authenticate: async (token) => (authenticator === null ? null : authenticator(database, token, clock.now())),
    async upload(caller, name, bytes) {
      const now = nowFor(caller);
      const file = await receiveUpload(blobs, { id: newId(now), name, bytes, uploadedBy: caller.accountId, at: now });
      await database.transaction(caller.tenantId, async (tx) => {
        await insertFile(tx, file);
        if (await blobs.has(file.sha256)) return;
        throw new AppError('file.missing', {
          message: '同じ内容のファイルがちょうど消去されたため、保存できませんでした。もう一度送ってください。',
        });
      });
      return { id: file.id, sha256: file.sha256, name: file.name, mediaType: file.mediaType, size: file.size };
    },
  };
}

function inProcess<C extends Contract>(
  contract: C,
  call: (name: string, input: unknown, options?: CallOptions) => Promise<unknown>,
): Client<C> {
  const operations = Object.keys(contract.operations).map((name) => [
    name,
    (input: unknown, options?: CallOptions) => call(name, input, options),
  ]);
  return Object.fromEntries(operations) as Client<C>;
}

/** A savepoint, for the database and for the facts of the request. */
async function attempt<T>(tx: Tx, facts: FactDraft[], work: () => Promise<T>, keep: boolean): Promise<T> {
  const written = facts.length;
  const db = tx.db<unknown>();
  await sql`savepoint attempt`.execute(db);
  const undo = async (): Promise<void> => {
    await sql`rollback to savepoint attempt`.execute(db);
    await sql`release savepoint attempt`.execute(db);
    facts.length = written;
  };
  try {
    const result = await work();
    if (keep) await sql`release savepoint attempt`.execute(db);
    else await undo();
    return result;
  } catch (error) {
    await undo();
    throw refusalOf(error);
  }
}

function actorOf(caller: Caller): { accountId: string; party: Caller['party']; roles: Caller['roles'] } {
  return { accountId: caller.accountId, party: caller.party, roles: caller.roles };
}

function replyFor(caller: Caller, key: string, operation: string, input: unknown, at: Date): StoredReply {
  return {
    tenantId: caller.tenantId,
    accountId: caller.accountId,
    key,
    operation,
    requestHash: sha256Of(canonical(input)),
    at,
  };
}

/** What a person can be told about an error that a layer below named in its own way. */
function refusalOf(error: unknown): unknown {
  if (sqlState(error) === UNIQUE_VIOLATION) return new AppError('record.duplicate', { internal: 'unique violation' });
  // Days outside the calendar's tables, characters outside the fonts: the sentence says what to mend.
  if (error instanceof ReadableError) return new AppError('input.invalid', { message: error.message });
  return error;
}
