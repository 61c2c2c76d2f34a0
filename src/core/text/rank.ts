/** Which of the found entries comes first. A store that orders by itself follows the same rule, and is tested against it. */

/** Where a document has the alternatives of one term: positions in folded text, from 0; null where it has none. */
export interface TermHit {
  readonly title: number | null;
  readonly summary: number | null;
  readonly body: number | null;
}

export interface Hit {
  readonly id: string;
  /** Day, `YYYY-MM-DD`; the newer one comes first when everything else is equal. */
  readonly day: string;
  /** In the order of the terms of the query. */
  readonly terms: readonly TermHit[];
}

/** A term in the title weighs more than all other places together. */
export const WEIGHTS = { title: 12, summary: 4, body: 1 } as const;
/** Terms within so many characters of one another belong together. */
export const NEAR = 40;
const FIELDS = ['title', 'summary', 'body'] as const;

/** Every term by its places, and more where the terms stand close together. Whole points, so that every computer agrees. */
export function score({ terms }: Hit): number {
  const places = terms.reduce(
    (sum, term) => sum + FIELDS.reduce((most, field) => most + (term[field] === null ? 0 : WEIGHTS[field]), 0),
    0,
  );
  const together = FIELDS.reduce((sum, field) => sum + WEIGHTS[field] * nearness(terms.map((term) => term[field])), 0);
  return NEAR * places + together;
}

/** 0 when a term is missing or they stand apart, up to `NEAR` when they begin at the same place. */
function nearness(positions: readonly (number | null)[]): number {
  const known = positions.filter((position) => position !== null);
  if (positions.length < 2 || known.length < positions.length) return 0;
  return Math.max(0, NEAR - (Math.max(...known) - Math.min(...known)));
}

/** The best first; equals newest first, then by id, so that pages never overlap. */
export function rank<H extends Hit>(hits: readonly H[]): H[] {
  return hits
    .map((hit) => ({ hit, points: score(hit) }))
    .sort((a, b) => b.points - a.points || compare(b.hit.day, a.hit.day) || compare(a.hit.id, b.hit.id))
    .map(({ hit }) => hit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
