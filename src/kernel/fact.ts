/**
 * Facts: what happened, as a typed union per module. A module's `facts.ts` declares every kind with a schema and one
 * sentence saying when it happens; `record` is the only way to write one.
 */
import type { z } from 'zod';
import { AppError } from './error.ts';
import type { Party, Role } from './role.ts';

export interface FactKind<S extends z.ZodType = z.ZodType> {
  readonly data: S;
  /** One sentence: when this fact is written. */
  readonly when: string;
}

export type FactKinds = Readonly<Record<string, FactKind>>;

export interface Actor {
  readonly accountId: string;
  readonly party: Party;
  readonly roles: readonly Role[];
}

/** A fact before the journal gave it its number and hash. */
export interface FactDraft {
  readonly engagementId: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface JournalEntry extends FactDraft {
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly hash: string;
}

/** What a handler's context offers for recording. */
export interface FactSink {
  append(fact: FactDraft): void;
}

export interface FactsOf<K extends FactKinds> {
  readonly kinds: K;
  record<N extends keyof K & string>(
    sink: FactSink,
    kind: N,
    fact: { readonly engagementId: string | null; readonly subject: string; readonly data: z.input<K[N]['data']> },
  ): void;
}

/** Declares a module's kinds. Recording a value that its schema refuses is our own fault and fails loudly. */
export function defineFacts<const K extends FactKinds>(kinds: K): FactsOf<K> {
  return {
    kinds,
    record(sink, kind, fact) {
      const declared: FactKind | undefined = kinds[kind];
      const parsed = declared?.data.safeParse(fact.data);
      if (parsed === undefined || !parsed.success) {
        throw new AppError('internal.failure', {
          internal: `fact ${kind}: ${parsed?.error.message ?? 'unknown kind'}`,
        });
      }
      sink.append({
        engagementId: fact.engagementId,
        kind,
        subject: fact.subject,
        data: parsed.data as Readonly<Record<string, unknown>>,
      });
    },
  };
}
