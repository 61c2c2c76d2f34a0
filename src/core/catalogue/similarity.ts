/**
 * How much two texts share. A text is taken as a set of pieces: pairs of neighbouring characters where it is written without
 * spaces, words where it is written with them. Two texts are as similar as twice their common pieces among all of them
 * (Dice); one is contained in another by the share of its own pieces that the other has.
 */

const RUN = /[\p{L}\p{N}]+/gu;
const SPACED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+$/u;
const SPACED_OR_NOT =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+/gu;

export type Pieces = ReadonlySet<string>;

export function piecesOf(text: string): Pieces {
  const pieces = new Set<string>();
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUN)) {
    for (const [part] of run.matchAll(SPACED_OR_NOT)) {
      const letters = [...part];
      if (SPACED.test(part) || letters.length === 1) pieces.add(part);
      else letters.slice(1).forEach((letter, at) => pieces.add((letters[at] ?? '') + letter));
    }
  }
  return pieces;
}

/** What is left of a text when only its reading counts: equal for two texts that say the same with other spaces and widths. */
export function sameText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '');
}

export const common = (one: Pieces, other: Pieces): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let count = 0;
  for (const piece of small) if (large.has(piece)) count += 1;
  return count;
};

/** 0 for nothing in common, 1 for the same pieces. */
export const similarity = (one: Pieces, other: Pieces): number =>
  one.size + other.size === 0 ? 1 : (2 * common(one, other)) / (one.size + other.size);

/** How much of `part` stands in `whole`. */
export const containment = (part: Pieces, whole: Pieces): number =>
  part.size === 0 ? 0 : common(part, whole) / part.size;

/** Finds those that share something, without comparing everything with everything. */
export interface Neighbours {
  /** Places of those with at least this many pieces in common, the most first. */
  of(pieces: Pieces): readonly number[];
}

/** Pieces that more than this share of the texts have say nothing about which of them belong together. */
const COMMONPLACE = 0.25;

export function neighboursIn(texts: readonly Pieces[]): Neighbours {
  const places = new Map<string, number[]>();
  texts.forEach((pieces, at) => {
    for (const piece of pieces) {
      const found = places.get(piece);
      if (found === undefined) places.set(piece, [at]);
      else found.push(at);
    }
  });
  const most = Math.max(40, texts.length * COMMONPLACE);
  return {
    of(pieces) {
      const counts = new Map<number, number>();
      for (const piece of pieces) {
        const found = places.get(piece);
        if (found === undefined || found.length > most) continue;
        for (const at of found) counts.set(at, (counts.get(at) ?? 0) + 1);
      }
      return [...counts]
        .toSorted(([a, many], [b, more]) => more - many || a - b)
        .slice(0, 25)
        .map(([at]) => at);
    },
  };
}
