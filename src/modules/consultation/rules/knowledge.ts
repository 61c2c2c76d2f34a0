/** Who may review an entry, who may read it, and whether it still names somebody. */
import { normalise } from '../../../core/text/index.ts';

export type Side = 'city' | 'contractor';
export type Visibility = 'everyone' | 'city' | 'contractor';

/** The ranges of readers that a side belongs to: nobody writes for others alone. */
export const VISIBLE_TO: Readonly<Record<Side, readonly Visibility[]>> = {
  city: ['everyone', 'city'],
  contractor: ['everyone', 'contractor'],
};

interface Person {
  readonly id: string;
  readonly party: Side;
}

/**
 * Somebody else than the author. What the city will read is looked at by the city when the contractor wrote it; what one
 * side alone reads stays on that side.
 */
export function mayReview({
  author,
  reviewer,
  visibility,
}: {
  readonly author: Person;
  readonly reviewer: Person;
  readonly visibility: Visibility;
}): boolean {
  if (author.id === reviewer.id) return false;
  if (visibility !== 'everyone') return reviewer.party === visibility && author.party === visibility;
  return author.party === 'city' || reviewer.party === 'city';
}

/** Names of two characters and fewer also stand in ordinary words. */
const SHORTEST_NAME = 3;

/** The names that stand in the text, however they are spelt. */
export function namesLeftIn(
  text: { readonly title: string; readonly summary: string; readonly body: string; readonly source: string },
  names: readonly string[],
): string[] {
  const written = normalise(`${text.title}\n${text.summary}\n${text.body}\n${text.source}`);
  return [...new Set(names)].filter((name) => {
    const folded = normalise(name);
    return folded.length >= SHORTEST_NAME && written.includes(folded);
  });
}
