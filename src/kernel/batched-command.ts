/**
 * Commands of many people in one commit: earlier answers are looked up, the rest is carried out, facts and answers are
 * written, all in one transaction.
 */
import { type Batcher, createBatcher } from './batch.ts';
import type { Caller } from './caller.ts';
import type { Database, Tx } from './database.ts';
import { AppError } from './error.ts';
import type { Actor, FactDraft } from './fact.ts';
import {
  type EarlierReply,
  findReplies,
  replyName,
  sameCommand,
  type StoredReply,
  storeReplies,
} from './idempotency.ts';
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
      const leaders = leadersOf(commands.filter(({ reply }) => reply === null || !earlier.has(replyName(reply))));
      const carriedOut = [...new Set(leaders.values())];
      const answers = carriedOut.length === 0 ? [] : await handler(tx, carriedOut as never, newId);
      const outcomes = new Map(carriedOut.map((command, index) => [command, checked(answers[index], check)]));
      await write(tx, outcomes);
      return commands.map((command): Settled => {
        const leader = leaders.get(command) ?? null;
        const outcome = leader === null ? null : outcomes.get(leader);
        if (leader === command && outcome != null) return outcome;
        return repeated(command.reply, outcome ?? null, leader?.reply ?? null, earlier);
      });
    });
  }, SIZE);
}

const repliesOf = (commands: readonly BatchedCommand[]): StoredReply[] =>
  commands.flatMap(({ reply }) => (reply === null ? [] : [reply]));

/** For each command the first one of the batch under its key: itself, unless it came twice. Only the first is carried out. */
function leadersOf(commands: readonly BatchedCommand[]): ReadonlyMap<BatchedCommand, BatchedCommand> {
  const firsts = new Map<string, BatchedCommand>();
  return new Map(
    commands.map((command) => {
      if (command.reply === null) return [command, command];
      const name = replyName(command.reply);
      const first = firsts.get(name) ?? command;
      firsts.set(name, first);
      return [command, first];
    }),
  );
}

function checked(
  answer: Awaited<ReturnType<BatchHandler<never, unknown>>>[number] | undefined,
  check: (output: unknown) => unknown,
): Outcome {
  if (answer === undefined) throw new AppError('internal.failure', { internal: 'batch answered too few items' });
  return 'error' in answer ? answer : { output: check(answer.output), facts: answer.facts };
}

async function write(tx: Tx, outcomes: ReadonlyMap<BatchedCommand, Outcome>): Promise<void> {
  const succeeded = [...outcomes].flatMap(([command, outcome]) => ('output' in outcome ? [{ command, outcome }] : []));
  const answered = storeReplies(
    tx,
    succeeded.flatMap(({ command: { reply }, outcome }) =>
      reply === null ? [] : [{ ...reply, reply: outcome.output }],
    ),
  );
  const journalled = appendFacts(
    tx,
    succeeded.flatMap(({ command: { caller, actor, now }, outcome }) =>
      outcome.facts.map((fact) => ({ tenantId: caller.tenantId, actor, at: now, fact })),
    ),
  );
  await Promise.all([answered, journalled]);
}

/** What a repeated command is answered with: what its twin in this batch was, or the answer given earlier. */
function repeated(
  wanted: StoredReply | null,
  twin: Settled | null,
  twinReply: StoredReply | null,
  earlier: ReadonlyMap<string, EarlierReply>,
): Settled {
  const first = wanted === null ? undefined : (twinReply ?? earlier.get(replyName(wanted)));
  if (wanted === null || first === undefined) return { error: new AppError('internal.failure', { internal: 'reply' }) };
  try {
    sameCommand(first, wanted);
    return twin ?? { output: earlier.get(replyName(wanted))?.reply };
  } catch (error) {
    return { error };
  }
}
