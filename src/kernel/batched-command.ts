/**
 * Commands of many people in one commit: earlier answers are looked up, the rest is carried out, facts and answers are
 * written, all in one transaction.
 */
import { type Batcher, createBatcher } from './batch.ts';
import type { Caller } from './caller.ts';
import type { Database, Tx } from './database.ts';
import { AppError } from './error.ts';
import type { Actor, FactDraft } from './fact.ts';
import { findReplies, replyName, sameCommand, type StoredReply, storeReplies } from './idempotency.ts';
import { appendFacts } from './journal.ts';
import type { BatchHandler } from './module.ts';

export interface BatchedCommand {
  readonly caller: Caller;
  readonly actor: Actor;
  readonly input: unknown;
  readonly now: Date;
  readonly today: string;
  readonly reply: StoredReply | null;
}

type Settled = { readonly output: unknown } | { readonly error: unknown };
type Outcome = { readonly output: unknown; readonly facts: readonly FactDraft[] } | { readonly error: unknown };

/** 64 commands in each of two transactions at a time: measured as the best of the sizes tried. */
const SIZE = { size: 64, lanes: 2 };

/** @param check gives the output its final form or refuses it. */
export function batchCommands(parts: {
  readonly database: Database;
  readonly handler: BatchHandler<never, unknown>;
  readonly check: (output: unknown) => unknown;
  readonly newId: () => string;
}): Batcher<BatchedCommand, unknown> {
  const { database, handler, check, newId } = parts;
  return createBatcher<BatchedCommand, unknown>((commands) => {
    const tenantIds = [...new Set(commands.map(({ caller }) => caller.tenantId))].sort((a, b) => a - b);
    return database.across(tenantIds, async (tx) => {
      const earlier = await findReplies(tx, repliesOf(commands));
      const fresh = commands.filter(({ reply }) => reply === null || !earlier.has(replyName(reply)));
      const firsts = firstOfEachKey(fresh);
      const carriedOut = fresh.filter((command) => command.reply === null || firstOf(firsts, command) === command);
      const outcomes = new Map<BatchedCommand, Outcome>();
      if (carriedOut.length > 0) {
        const answers = await handler(tx, carriedOut as never, newId);
        carriedOut.forEach((command, index) => outcomes.set(command, checked(answers[index], check)));
      }
      await write(tx, outcomes);
      return commands.map((command): Settled => {
        const own = outcomes.get(command);
        if (own !== undefined || command.reply === null) return own ?? { error: new AppError('internal.failure') };
        const first = firstOf(firsts, command);
        const twin = first === undefined ? undefined : outcomes.get(first);
        return repeated(command.reply, earlier.get(replyName(command.reply)) ?? first?.reply ?? null, twin);
      });
    });
  }, SIZE);
}

const repliesOf = (commands: readonly BatchedCommand[]): StoredReply[] =>
  commands.flatMap(({ reply }) => (reply === null ? [] : [reply]));

/** A command that came twice in the same batch is carried out once. */
function firstOfEachKey(commands: readonly BatchedCommand[]): ReadonlyMap<string, BatchedCommand> {
  const firsts = new Map<string, BatchedCommand>();
  for (const command of commands) {
    if (command.reply !== null && !firsts.has(replyName(command.reply))) firsts.set(replyName(command.reply), command);
  }
  return firsts;
}

const firstOf = (firsts: ReadonlyMap<string, BatchedCommand>, { reply }: BatchedCommand): BatchedCommand | undefined =>
  reply === null ? undefined : firsts.get(replyName(reply));

function checked(
  answer: Awaited<ReturnType<BatchHandler<never, unknown>>>[number] | undefined,
  check: (output: unknown) => unknown,
): Outcome {
  if (answer === undefined) throw new AppError('internal.failure', { internal: 'batch answered too few items' });
  return 'error' in answer ? answer : { output: check(answer.output), facts: answer.facts };
}

async function write(tx: Tx, outcomes: ReadonlyMap<BatchedCommand, Outcome>): Promise<void> {
  const succeeded = [...outcomes].flatMap(([command, outcome]) => ('output' in outcome ? [{ command, outcome }] : []));
  await appendFacts(
    tx,
    succeeded.flatMap(({ command: { caller, actor, now }, outcome }) =>
      outcome.facts.map((fact) => ({ tenantId: caller.tenantId, actor, at: now, fact })),
    ),
  );
  await storeReplies(
    tx,
    succeeded.flatMap(({ command: { reply }, outcome }) =>
      reply === null ? [] : [{ ...reply, reply: outcome.output }],
    ),
  );
}

/** What a repeated command is answered with: what the first one under its key was, now or earlier. */
function repeated(
  wanted: StoredReply,
  first: (Pick<StoredReply, 'operation' | 'requestHash'> & { readonly reply?: unknown }) | null,
  twin: Outcome | undefined,
): Settled {
  if (first === null) return { error: new AppError('internal.failure', { internal: 'reply without command' }) };
  try {
    const { reply } = sameCommand(first, wanted);
    return twin ?? { output: reply };
  } catch (error) {
    return { error };
  }
}
