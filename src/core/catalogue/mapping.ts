/** Requirements of two standards that correspond: kinds of correspondence, proposals, coverage. */
import { neighboursIn, type Pieces, piecesOf, sameText, similarity } from './similarity.ts';

/** Seen from the first standard: it says the same, a part of the other, more than the other, partly the same, something related. */
export const MAPPING_KINDS = ['equal', 'subset', 'superset', 'intersects', 'related'] as const;
export type MappingKind = (typeof MAPPING_KINDS)[number];

/** The same correspondence seen from the other standard. */
export function reversed(kind: MappingKind): MappingKind {
  if (kind === 'subset') return 'superset';
  if (kind === 'superset') return 'subset';
  return kind;
}

export interface Mappable {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly references: readonly string[];
}

export interface MappingProposal {
  readonly from: string;
  readonly to: string;
  readonly score: number;
  /** References that both name, or by which one names the other. */
  readonly shared: readonly string[];
  readonly kind: MappingKind;
}

export const PROPOSAL = {
  /** From this similarity on wording alone speaks for a correspondence: requirements are short, and worded freely. */
  similar: 0.22,
  /** From here on a part is in common. */
  intersects: 0.45,
  /** From here on the two say the same. */
  equal: 0.9,
  /** So many for one requirement. */
  each: 3,
} as const;

/**
 * Pairs to be confirmed by a person, the strongest first for each requirement. A shared reference counts more than wording.
 * @param codes of the two standards, by which a reference like `city-standard/art17` names a requirement directly
 */
export function proposeMappings(
  first: readonly Mappable[],
  second: readonly Mappable[],
  codes: { readonly first: string; readonly second: string },
  known: ReadonlySet<string>,
): MappingProposal[] {
  const words = second.map(wordsOf);
  const near = neighboursIn(words.map(({ whole }) => whole));
  const byReference = new Map<string, number[]>();
  second.forEach((one, at) => {
    for (const name of namesOf(one, codes.second)) byReference.set(name, [...(byReference.get(name) ?? []), at]);
  });
  return first.flatMap((one) => {
    const own = wordsOf(one);
    const names = new Set(namesOf(one, codes.first));
    const places = new Set([...near.of(own.whole), ...[...names].flatMap((name) => byReference.get(name) ?? [])]);
    return [...places]
      .flatMap((at): MappingProposal[] => {
        const other = second[at];
        const theirs = words[at];
        if (other === undefined || theirs === undefined || known.has(pairKey(one.id, other.id))) return [];
        const score = scoreOf(own, theirs);
        const shared = namesOf(other, codes.second).filter((name) => names.has(name));
        if (score < PROPOSAL.similar && shared.length === 0) return [];
        const kind = score >= PROPOSAL.equal ? 'equal' : score >= PROPOSAL.intersects ? 'intersects' : 'related';
        return [{ from: one.id, to: other.id, score, shared, kind }];
      })
      .toSorted((a, b) => b.shared.length - a.shared.length || b.score - a.score)
      .slice(0, PROPOSAL.each);
  });
}

interface Words {
  readonly whole: Pieces;
  readonly title: Pieces;
}

const wordsOf = ({ title, statement }: Mappable): Words => ({
  whole: piecesOf(`${title}\n${statement}`),
  title: piecesOf(title),
});

/** The title says as much as all the rest, where it helps. */
function scoreOf(one: Words, other: Words): number {
  const whole = similarity(one.whole, other.whole);
  return Math.round(Math.max(whole, (whole + similarity(one.title, other.title)) / 2) * 100) / 100;
}

export const pairKey = (from: string, to: string): string => `${from}\n${to}`;

/** Its own name, and everything that it refers to. */
const namesOf = (one: Mappable, code: string): string[] => [
  `${code}/${one.id}`,
  ...one.references.map((reference) => sameText(reference).toLowerCase()),
];

export const COVERAGES = ['full', 'partial', 'related', 'none'] as const;
/** 全て, 一部, 関連のみ, なし. */
export type Coverage = (typeof COVERAGES)[number];

/** How far the other standard covers a requirement, by its correspondences seen from this side. */
export function coverageOf(kinds: readonly MappingKind[]): Coverage {
  if (kinds.some((kind) => kind === 'equal' || kind === 'subset')) return 'full';
  if (kinds.some((kind) => kind === 'superset' || kind === 'intersects')) return 'partial';
  return kinds.length > 0 ? 'related' : 'none';
}
