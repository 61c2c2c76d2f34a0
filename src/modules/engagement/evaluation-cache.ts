/**
 * Keeps the evaluation of an engagement in memory, so that a request reads only the facts that came since the last one.
 *
 * What is kept is never trusted, it is checked: the last fact taken in must still stand in the journal with the same
 * hash. A hash covers everything before it, so this one row proves the whole; if it is missing (its transaction was
 * rolled back, or the reader's snapshot is older) or different, the evaluation is built anew from the journal. That
 * holds for any number of server processes, restored archives and several databases in one process.
 */
import type { Day } from '../../core/calendar/index.ts';
import { createEvaluation, type Evaluation, rulesOf } from '../../core/obligation/index.ts';
import type { Specification } from '../../core/specification/index.ts';
import { sha256Of } from '../../kernel/canonical.ts';
import type { Tx } from '../../kernel/database.ts';
import type { JournalEntry } from '../../kernel/fact.ts';
import { readFacts } from '../../kernel/journal.ts';
import { calendarOf, toFact } from './rules.ts';

export interface EvaluationSubject {
  readonly engagementId: string;
  readonly specification: Specification;
  /** The city's own closed days. */
  readonly closedDays: readonly Day[];
}

export interface EvaluationCache {
  /** `look` runs at once on an evaluation of exactly the facts that the transaction sees; it must not keep it. */
  read<T>(tx: Tx, subject: EvaluationSubject, look: (evaluation: Evaluation) => T): Promise<T>;
  /** Facts held in memory. */
  size(): number;
}

interface Kept {
  readonly specification: Specification;
  readonly closedDays: string;
  readonly evaluation: Evaluation;
  last: { readonly seq: number; readonly hash: string } | null;
  facts: number;
}

/** Facts in memory over all engagements; the evaluation that was not used for longest is forgotten first. */
const FACTS_KEPT = 150_000;
/** Readers that overtake one another try again; after this many times one reads for itself. */
const ATTEMPTS = 4;

export function createEvaluationCache(limit: number = FACTS_KEPT): EvaluationCache {
  const kept = new Map<string, Kept>();
  const size = (): number => [...kept.values()].reduce((sum, { facts }) => sum + facts, 0);

  /** Puts it last in line and forgets from the front, also itself when it alone is too large. */
  const keep = (name: string, entry: Kept): void => {
    kept.delete(name);
    kept.set(name, entry);
    let held = size();
    for (const [oldest, { facts }] of kept) {
      if (held <= limit) break;
      kept.delete(oldest);
      held -= facts;
    }
  };

  return {
    size,
    async read(tx, subject, look) {
      const { engagementId } = subject;
      const name = `${tx.tenantId} ${engagementId}`;
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const known = kept.get(name);
        const last = known?.last;
        if (known === undefined || !last || !serves(known, subject)) break;
        const entries = await readFacts(tx, { engagementId, after: last.seq - 1 });
        // Somebody else has gone on meanwhile: whether that is seen here as well, only a new look can tell.
        if (known.last !== last) continue;
        const [first, ...fresh] = entries;
        if (first?.seq !== last.seq || first.hash !== last.hash) break;
        take(known, fresh);
        keep(name, known);
        return look(known.evaluation);
      }
      const entries = await readFacts(tx, { engagementId });
      const built = build(subject);
      take(built, entries);
      keep(name, built);
      return look(built.evaluation);
    },
  };
}

function build({ specification, closedDays }: EvaluationSubject): Kept {
  const calendar = calendarOf(specification, closedDays);
  const evaluation = createEvaluation(rulesOf(specification.clauses), calendar);
  return { specification, closedDays: daysKey(closedDays), evaluation, last: null, facts: 0 };
}

function take(kept: Kept, entries: readonly JournalEntry[]): void {
  for (const entry of entries) kept.evaluation.append(toFact(entry));
  kept.facts += entries.length;
  const newest = entries.at(-1);
  if (newest !== undefined) kept.last = { seq: newest.seq, hash: newest.hash };
}

/** Was it made for the same rules and open days? A specification read anew is another object with the same content. */
function serves(kept: Kept, { specification, closedDays }: EvaluationSubject): boolean {
  if (kept.closedDays !== daysKey(closedDays)) return false;
  return kept.specification === specification || fingerprint(kept.specification) === fingerprint(specification);
}

const fingerprints = new WeakMap<Specification, string>();

function fingerprint(specification: Specification): string {
  const known = fingerprints.get(specification) ?? sha256Of(JSON.stringify(specification.clauses));
  fingerprints.set(specification, known);
  return known;
}

const daysKey = (days: readonly Day[]): string => days.toSorted().join(' ');
