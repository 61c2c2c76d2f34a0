/** The pieces under which a text is found: its characters and every two neighbours. */

/** Characters and pairs of neighbours of a folded text, each once, in order of appearance. */
export function grams(folded: string): string[] {
  const letters = [...folded];
  const found = new Set<string>();
  letters.forEach((letter, at) => {
    found.add(letter);
    const next = letters[at + 1];
    if (next !== undefined) found.add(letter + next);
  });
  return [...found];
}

/** The pieces that a text must have to contain this one: the character itself, or all pairs of neighbours. */
export function neededGrams(folded: string): string[] {
  const letters = [...folded];
  if (letters.length < 2) return letters;
  return [...new Set(letters.slice(1).map((letter, at) => (letters[at] ?? '') + letter))];
}
