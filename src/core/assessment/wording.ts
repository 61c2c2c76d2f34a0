/** Whether two questions ask the same in the same words. Pure. */

/** Share of common pairs of neighbouring letters above which two questions look alike. */
const ALIKE = 0.85;

/** A text prepared for being compared with many others. */
export interface Wording {
  /** Without spaces, punctuation and differences of width. */
  readonly bare: string;
  /** Its pairs of neighbouring letters. */
  readonly pairs: ReadonlySet<string>;
}

export function wordingOf(text: string): Wording {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
  const letters = [...bare];
  return { bare, pairs: new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`)) };
}

/** Nearly the same: Dice's measure over pairs of letters. */
export function isAlike(a: Wording, b: Wording): boolean {
  if (a.pairs.size === 0 || b.pairs.size === 0) return false;
  const common = [...a.pairs].filter((pair) => b.pairs.has(pair)).length;
  return (2 * common) / (a.pairs.size + b.pairs.size) >= ALIKE;
}
