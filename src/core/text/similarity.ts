/** How alike two Japanese texts are: shared pairs of neighbouring characters, 0 to 1 (Dice). */
export function similarity(left: string, right: string): number {
  const [a, b] = [pairsOf(left), pairsOf(right)];
  if (a.size === 0 || b.size === 0) return left === right && left !== '' ? 1 : 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  const letters = [...text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}
