/** Two lists laid side by side: what stayed, what became something else, what went and what came. Pure. */
export type Step<T> =
  | { readonly kind: 'kept'; readonly after: T }
  | { readonly kind: 'changed'; readonly before: T; readonly after: T }
  | { readonly kind: 'deleted'; readonly before: T }
  | { readonly kind: 'inserted'; readonly after: T };

export interface Likeness<T> {
  /** Equal texts are the same piece. */
  readonly key: (piece: T) => string;
  /** From 0 (another piece) to 1 (nearly the same). */
  readonly like: (before: T, after: T) => number;
}

/** Below it two pieces are taken for different ones. */
const LEAST = 0.35;
/** More pairs than these are not compared one by one. */
const MOST_PAIRS = 160_000;

/** The steps in reading order; what went stands before what came in its place. */
export function align<T>(before: readonly T[], after: readonly T[], { key, like }: Likeness<T>): Step<T>[] {
  const old = before.map(key);
  const fresh = after.map(key);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const kept = (pieces: readonly T[]): Step<T>[] => pieces.map((piece) => ({ kind: 'kept', after: piece }));
  return [
    ...kept(after.slice(0, head)),
    ...between(before.slice(head, old.length - tail), after.slice(head, fresh.length - tail), { key, like }),
    ...kept(after.slice(fresh.length - tail)),
  ];
}

function between<T>(before: readonly T[], after: readonly T[], { key, like }: Likeness<T>): Step<T>[] {
  const all = [
    ...before.map((piece): Step<T> => ({ kind: 'deleted', before: piece })),
    ...after.map((piece): Step<T> => ({ kind: 'inserted', after: piece })),
  ];
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST_PAIRS) return all;
  const old = before.map(key);
  const fresh = after.map(key);
  const width = after.length + 1;
  const pair = before.map((one, i) =>
    after.map((other, j) => {
      if (old[i] === fresh[j]) return 1;
      const score = like(one, other);
      return score < LEAST ? 0 : score * 0.9;
    }),
  );
  // best[i, j]: how much the rest of `before` from i and the rest of `after` from j have in common, in order.
  const best = new Float64Array((before.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const both = pair[i]?.[j] ?? 0;
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), both > 0 ? both + at(i + 1, j + 1) : 0);
    }
  }
  const steps: Step<T>[] = [];
  let came: Step<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]];
    const both = pair[i]?.[j] ?? 0;
    if (one !== undefined && other !== undefined && both > 0 && at(i, j) === both + at(i + 1, j + 1)) {
      steps.push(...came);
      came = [];
      steps.push(old[i] === fresh[j] ? { kind: 'kept', after: other } : { kind: 'changed', before: one, after: other });
      [i, j] = [i + 1, j + 1];
    } else if (one !== undefined && (other === undefined || at(i, j) === at(i + 1, j))) {
      steps.push({ kind: 'deleted', before: one });
      i += 1;
    } else if (other !== undefined) {
      came.push({ kind: 'inserted', after: other });
      j += 1;
    }
  }
  return [...steps, ...came];
}

/** How many pairs of neighbouring characters two texts share, from 0 to 1. */
export function textLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const all = one.length + other.length - 2;
  if (all <= 0) return 0;
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  return (2 * shared) / all;
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
