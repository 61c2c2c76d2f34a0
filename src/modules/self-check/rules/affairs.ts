/** Which affair of an earlier year an affair is. Names may change, so the office has the last word. Pure. */
interface Affair {
  readonly id: string;
  readonly engagement_id: string;
  readonly name: string;
  readonly department_id: string;
  readonly root_id: string | null;
}

/**
 * What the affair goes on with (as the office has said), or else what it may go on with: the newest earlier affair of the same
 * name, of the same department before others; none where two of other departments bear the name.
 */
export function earlierOf<A extends Affair>(
  affair: A,
  all: readonly A[],
  yearOf: (engagementId: string) => number,
): { readonly continues: A | null; readonly candidate: A | null } {
  const earlier = all
    .filter((one) => yearOf(one.engagement_id) < yearOf(affair.engagement_id))
    .toSorted((a, b) => yearOf(b.engagement_id) - yearOf(a.engagement_id) || (a.id < b.id ? -1 : 1));
  const continues =
    affair.root_id === null ? undefined : earlier.find(({ id, root_id: root }) => (root ?? id) === affair.root_id);
  if (continues !== undefined) return { continues, candidate: null };
  // What another affair of the year goes on with already is no candidate.
  const taken = new Set(
    all.filter((one) => one.engagement_id === affair.engagement_id).flatMap(({ root_id: root }) => root ?? []),
  );
  const named = earlier.filter((one) => folded(one.name) === folded(affair.name) && !taken.has(one.root_id ?? one.id));
  const newest = named.filter(({ engagement_id: id }) => yearOf(id) === yearOf(named[0]?.engagement_id ?? ''));
  const own = newest.find((one) => one.department_id === affair.department_id);
  return { continues: null, candidate: own ?? (newest.length === 1 ? (newest[0] ?? null) : null) };
}

/** Spaces, widths and a closing 事務 make no other name. */
const folded = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').replace(/事務$/u, '');
