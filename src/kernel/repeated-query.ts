/**
 * One question, asked again within one transaction by the same caller, has the same answer as long as nothing happened
 * in between. See `changes/why-a-question-is-answered-once-per-transaction.md`.
 */
import { canonical } from './canonical.ts';
import type { Tx } from './database.ts';
import { frozen } from './output.ts';

/** Answers `question` from memory, or by asking. */
export type AnswerOnce = (operation: string, input: unknown, ask: () => Promise<unknown>) => Promise<unknown>;

/**
 * A memory for one context: one caller, one transaction, one moment.
 * @param moment Differs as soon as anything was written, locked or recorded in the transaction.
 */
export function rememberAnswers(moment: () => string): AnswerOnce {
  const known = new Map<string, { readonly moment: string; readonly answer: Promise<unknown> }>();
  return (operation, input, ask) => {
    const question = `${operation} ${canonical(input)}`;
    const earlier = known.get(question);
    // Taken before asking: whatever happens while the question is being answered makes the answer one of the past.
    const now = moment();
    if (earlier?.moment === now) return earlier.answer;
    const answer = ask().then(frozen);
    const entry = { moment: now, answer };
    known.set(question, entry);
    // A refusal is not an answer; whoever asks again may be told something else.
    answer.catch(() => {
      if (known.get(question) === entry) known.delete(question);
    });
    return answer;
  };
}

const readings = new WeakMap<Tx, AnswerOnce>();

/** The same for what a module's store reads: `what` names the reading, `about` what it depends on. */
export function readOnce<T>(tx: Tx, what: string, about: unknown, read: () => Promise<T>): Promise<T> {
  let memory = readings.get(tx);
  if (memory === undefined) {
    memory = rememberAnswers(() => String(tx.changes));
    readings.set(tx, memory);
  }
  return memory(what, about, read) as Promise<T>;
}
