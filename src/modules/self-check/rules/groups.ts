/** Which parts of the municipality an anonymous answer may be counted under, and which of them may be shown. Pure. */

/** The name under which small parts are counted together. */
export const TOGETHER = 'その他';

/**
 * The group of each part (a bureau): itself where enough people are asked in it, otherwise `TOGETHER`; where that would be too
 * few as well, the smallest of the other parts joins them. With fewer people than the threshold in all there is one group.
 * @param people number of people asked, by part
 */
export function groupsOf(people: ReadonlyMap<string, number>, smallest: number): ReadonlyMap<string, string> {
  const bySize = [...people].toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const together = new Set<string>();
  let inside = 0;
  for (const [part, count] of bySize) {
    if (count >= smallest && (inside === 0 || inside >= smallest)) break;
    together.add(part);
    inside += count;
  }
  return new Map([...people].map(([part]) => [part, together.has(part) ? TOGETHER : part]));
}

/**
 * The groups whose results may be shown: those with enough answers, and never so that what is hidden can be found by taking
 * the shown ones from the whole: while the hidden answers are fewer than the threshold, the smallest shown group is hidden too.
 * @param answers number of answers, by group
 */
export function shownGroups(answers: ReadonlyMap<string, number>, smallest: number): ReadonlySet<string> {
  const bySize = [...answers].filter(([, count]) => count > 0).toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const shown = bySize.filter(([, count]) => count >= smallest);
  let hidden = bySize.filter(([, count]) => count < smallest).reduce((sum, [, count]) => sum + count, 0);
  while (hidden > 0 && hidden < smallest && shown.length > 0) hidden += shown.shift()?.[1] ?? 0;
  return new Set(shown.map(([name]) => name));
}
