/** The name that was probably meant, or null when none comes near. */
export function nearestName(wrong: string, names: readonly string[]): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of names) {
    const distance = distanceOf(wrong, name);
    if (best === null || distance < best.distance) best = { name, distance };
  }
  if (best === null) return null;
  const longer = Math.max([...wrong].length, [...best.name].length);
  const shared = best.name.includes(wrong) || wrong.includes(best.name);
  return shared || best.distance <= Math.max(1, Math.floor(longer / 2)) ? best.name : null;
}

/** Characters to change, add or drop (Levenshtein). */
function distanceOf(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let row = to.map((_, index) => index + 1);
  row.unshift(0);
  for (const [at, character] of from.entries()) {
    const next = [at + 1];
    for (const [index, other] of to.entries()) {
      const change = (row[index] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
