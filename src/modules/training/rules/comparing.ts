/** A trainee's observations beside the model answer. The trainer decides; this only proposes which belongs to which. */
import { similarity } from '../../../core/text/index.ts';
import type { Exercise } from '../contract/material.ts';
import type { Comparison, Observation } from '../contract/work.ts';

/** From here on two descriptions speak of the same thing, in our exercises. */
const FOUND = 0.3;
const PARTLY = 0.22;

export function proposeComparison({ weaknesses }: Exercise, observations: readonly Observation[]): Comparison[] {
  const pairs = weaknesses.flatMap((weakness) =>
    observations.map((observation, at) => ({
      weakness: weakness.key,
      at,
      alike: Math.max(
        similarity(`${weakness.place}${weakness.fact}`, `${observation.place}${observation.fact}`),
        similarity(weakness.fact, observation.fact),
      ),
    })),
  );
  const taken = new Map<string, { readonly at: number; readonly alike: number }>();
  const used = new Set<number>();
  for (const { weakness, at, alike } of pairs.toSorted((a, b) => b.alike - a.alike)) {
    if (alike < PARTLY || taken.has(weakness) || used.has(at)) continue;
    taken.set(weakness, { at, alike });
    used.add(at);
  }
  return weaknesses.map(({ key }) => {
    const match = taken.get(key);
    if (match === undefined) return { weakness: key, result: 'missed', observation: null, comment: '' };
    return { weakness: key, result: match.alike >= FOUND ? 'found' : 'partly', observation: match.at, comment: '' };
  });
}

/** Points of a comparison: all for what was found, half (rounded down) for what was seen in part. */
export function scoreOf(
  { weaknesses, passPercent }: Exercise,
  comparisons: readonly Comparison[],
): { readonly score: number; readonly of: number; readonly passed: boolean } {
  const results = new Map(comparisons.map(({ weakness, result }) => [weakness, result]));
  let score = 0;
  for (const { key, points } of weaknesses) {
    const result = results.get(key);
    score += result === 'found' ? points : result === 'partly' ? Math.floor(points / 2) : 0;
  }
  const of = weaknesses.reduce((sum, { points }) => sum + points, 0);
  return { score, of, passed: of > 0 && score * 100 >= of * passPercent };
}
