/**
 * What a new edition does to what hangs on the provisions of the old one: correspondences and audit items go along; what
 * hangs on a changed provision is to be looked at again; what hangs on one that is gone ends. Taking it back is the business
 * of who keeps the rows from before: nothing here depends on it.
 */
import type { EditionMatch } from './editions.ts';

export interface Carried<R> {
  readonly rows: readonly R[];
  /** Rows to be looked at again. */
  readonly review: number;
  /** Rows that came to an end. */
  readonly ended: number;
}

interface Hanging<R> {
  readonly idOf: (row: R) => string;
  /** The row at another provision; `review` when it is to be looked at again. `copy` for a further row of a split provision. */
  readonly moved: (row: R, provision: string, review: boolean, copy: boolean) => R;
  /** The row at its end, or null where it is dropped. */
  readonly ended: (row: R) => R | null;
  /** What two rows may not have in common; null where they may. */
  readonly clash: ((row: R) => string) | null;
}

/** Rows on provisions that no match knows stay as they are. */
export function carryOver<R>(rows: readonly R[], matches: readonly EditionMatch[], how: Hanging<R>): Carried<R> {
  const byProvision = new Map(matches.flatMap((match) => match.from.map((id) => [id, match] as const)));
  const taken = new Set<string>();
  const carried: R[] = [];
  let review = 0;
  let ended = 0;
  const add = (row: R, again: boolean): void => {
    const clash = how.clash?.(row);
    if (clash !== undefined && taken.has(clash)) {
      ended += 1;
      return;
    }
    if (clash !== undefined) taken.add(clash);
    carried.push(row);
    if (again) review += 1;
  };
  for (const row of rows) {
    const match = byProvision.get(how.idOf(row));
    if (match === undefined) {
      add(row, false);
      continue;
    }
    if (match.to.length === 0) {
      ended += 1;
      const last = how.ended(row);
      if (last !== null) carried.push(last);
      continue;
    }
    const again = match.kind !== 'same';
    match.to.forEach((provision, at) => add(how.moved(row, provision, again, at > 0), again));
  }
  return { rows: carried, review, ended };
}

/** Where each provision of the old edition went. */
export interface Move {
  readonly from: string;
  readonly to: readonly string[];
  /** What was judged by it is to be judged again. */
  readonly changed: boolean;
}

/** What others must know: provisions that are named or worded otherwise. Those that stayed as they were are left out. */
export function movesOf(matches: readonly EditionMatch[]): Move[] {
  return matches.flatMap(({ kind, from, to }) =>
    from.filter((id) => kind !== 'same' || to[0] !== id).map((id) => ({ from: id, to, changed: kind !== 'same' })),
  );
}
