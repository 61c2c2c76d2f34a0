/** Whether two questions ask the same in the same words. Pure. */

/** Share of common pairs of neighbouring letters above which two questions look alike. */
const ALIKE = 0.85;

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');

/** The same but for spaces, punctuation and width. */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

/** Nearly the same: Dice's measure over pairs of letters. */
export function similarWords(a: string, b: string): boolean {
  const [first, second] = [pairs(bare(a)), pairs(bare(b))];
  if (first.size === 0 || second.size === 0) return false;
  const common = [...first].filter((pair) => second.has(pair)).length;
  return (2 * common) / (first.size + second.size) >= ALIKE;
}

function pairs(text: string): ReadonlySet<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}
