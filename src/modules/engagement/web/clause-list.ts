/** Which clauses a person sees, and how many of each capability stand in which state. Pure. */
import type { ClauseTraceView } from '../contract.ts';

export type CapabilityCount = {
  readonly capability: string;
  readonly counts: Readonly<Record<ClauseTraceView['state'], number>>;
};

/** The row of all capabilities together. */
export const ALL = '*';

/** An exact clause id means this clause and its parts; anything else is searched for in title and summary. */
export function matches(
  clause: Pick<ClauseTraceView, 'id' | 'title' | 'summary' | 'state' | 'capability'>,
  { state, capability, words }: { readonly state: string; readonly capability: string; readonly words: string },
): boolean {
  if (state !== '' && clause.state !== state) return false;
  if (capability !== '' && clause.capability !== capability) return false;
  return words === '' || clause.id.startsWith(words) || clause.title.includes(words) || clause.summary.includes(words);
}

export function capabilitiesOf(clauses: readonly Pick<ClauseTraceView, 'capability'>[]): string[] {
  return [...new Set(clauses.map(({ capability }) => capability))].toSorted();
}

/** One row for each capability, and one of them all at the end. */
export function capabilityCounts(clauses: readonly Pick<ClauseTraceView, 'capability' | 'state'>[]): CapabilityCount[] {
  const count = (own: typeof clauses): CapabilityCount['counts'] => {
    const of = (state: ClauseTraceView['state']): number => own.filter((clause) => clause.state === state).length;
    return {
      met: of('met'),
      evidenced: of('evidenced'),
      statement: of('statement'),
      planned: of('planned'),
      unknown: of('unknown'),
      breached: of('breached'),
    };
  };
  const rows = capabilitiesOf(clauses).map((capability) => ({
    capability,
    counts: count(clauses.filter((clause) => clause.capability === capability)),
  }));
  return [...rows, { capability: ALL, counts: count(clauses) }];
}
