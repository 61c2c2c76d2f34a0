/**
 * What became of the provisions of one edition in the next. The program proposes; a person confirms or corrects. Every
 * provision of both editions stands in exactly one match.
 */
import { containment, neighboursIn, type Pieces, piecesOf, sameText, similarity } from './similarity.ts';

/** A chapter or requirement, as far as it is compared. */
export interface Provision {
  readonly id: string;
  readonly kind: 'group' | 'control';
  readonly number: string | null;
  readonly title: string;
  /** Everything that it says. */
  readonly text: string;
}

export const MATCH_KINDS = ['same', 'wording', 'split', 'merged', 'new', 'gone'] as const;
/** 同じ, 文言の変更, 分割, 統合, 新設, 廃止. */
export type MatchKind = (typeof MATCH_KINDS)[number];

export const MATCH_GROUNDS = ['text', 'id', 'title', 'similarity', 'parts', 'none', 'person'] as const;
export type MatchGround = (typeof MATCH_GROUNDS)[number];

export interface EditionMatch {
  readonly kind: MatchKind;
  /** Provisions of the older edition: one, several when merged, none when new. */
  readonly from: readonly string[];
  /** Provisions of the newer edition: one, several when split, none when gone. */
  readonly to: readonly string[];
  /** Similarity of the texts between 0 and 1, where it was looked at. */
  readonly score: number | null;
  readonly ground: MatchGround;
}

/** From which similarity on two provisions are proposed as the same one, changed. */
export const THRESHOLDS = {
  /** With the same identifier: below it the number was given to something else. */
  sameId: 0.3,
  /** With the same title. */
  sameTitle: 0.4,
  /** By the text alone. */
  similar: 0.6,
  /** Share of a part's own pieces that the whole must have, for a split or a merger. */
  part: 0.7,
} as const;

/** Two provisions with fewer pieces are too short to be parts of anything by their wording. */
const SHORTEST_PART = 5;

interface Known extends Provision {
  readonly pieces: Pieces;
  readonly same: string;
}

interface Pair {
  readonly from: Known[];
  readonly to: Known[];
  ground: MatchGround;
}

/** The proposal, in the order of the newer edition; what is gone stands at the end. */
export function matchEditions(before: readonly Provision[], after: readonly Provision[]): EditionMatch[] {
  const kinds = ['group', 'control'] as const;
  const of = (list: readonly Provision[], kind: Provision['kind']) =>
    list.filter((one) => one.kind === kind).map(known);
  return inOrder(
    kinds.flatMap((kind) => matchKind(of(before, kind), of(after, kind))),
    after,
  );
}

const known = (one: Provision): Known => ({
  ...one,
  pieces: piecesOf(`${one.title}\n${one.text}`),
  same: sameText(`${one.title}\n${one.text}`),
});

function matchKind(before: readonly Known[], after: readonly Known[]): EditionMatch[] {
  const old = new Set(before);
  const fresh = new Set(after);
  const pairs: Pair[] = [];
  const join = (one: Known, other: Known, ground: MatchGround): void => {
    old.delete(one);
    fresh.delete(other);
    pairs.push({ from: [one], to: [other], ground });
  };
  pairById(before, fresh, join);
  pairByText(old, fresh, join);
  pairByTitle(old, fresh, join);
  pairBySimilarity(old, fresh, join);
  findParts(pairs, old, fresh);
  return [
    ...pairs.map(matchOf),
    ...[...fresh].map((one) => ({
      kind: 'new' as const,
      from: [],
      to: [one.id],
      score: null,
      ground: 'none' as const,
    })),
    ...[...old].map((one) => ({ kind: 'gone' as const, from: [one.id], to: [], score: null, ground: 'none' as const })),
  ];
}

type Join = (one: Known, other: Known, ground: MatchGround) => void;

/** The same identifier speaks for the same provision, unless another one took over its whole text or it says something else. */
function pairById(before: readonly Known[], fresh: ReadonlySet<Known>, join: Join): void {
  const byId = new Map([...fresh].map((one) => [one.id, one]));
  const same = new Set([...fresh].map((one) => one.same));
  for (const one of before) {
    const other = byId.get(one.id);
    if (other === undefined) continue;
    if (one.same === other.same) join(one, other, 'text');
    else if (!same.has(one.same) && similarity(one.pieces, other.pieces) >= THRESHOLDS.sameId) join(one, other, 'id');
  }
}

/** Word for word the same under another identifier. */
function pairByText(old: ReadonlySet<Known>, fresh: ReadonlySet<Known>, join: Join): void {
  const byText = Map.groupBy(fresh, (one) => one.same);
  for (const one of [...old]) {
    const other = byText.get(one.same)?.shift();
    if (other !== undefined) join(one, other, 'text');
  }
}

/** A title that occurs once in what is left of both. */
function pairByTitle(old: ReadonlySet<Known>, fresh: ReadonlySet<Known>, join: Join): void {
  const titleOf = (one: Known): string => sameText(one.title);
  const byTitle = Map.groupBy(fresh, titleOf);
  for (const [title, ones] of Map.groupBy([...old], titleOf)) {
    const others = byTitle.get(title) ?? [];
    const [one, other] = [ones[0], others[0]];
    if (one === undefined || other === undefined || ones.length > 1 || others.length > 1) continue;
    if (similarity(one.pieces, other.pieces) >= THRESHOLDS.sameTitle) join(one, other, 'title');
  }
}

/** The most similar pairs first. */
function pairBySimilarity(old: ReadonlySet<Known>, fresh: ReadonlySet<Known>, join: Join): void {
  const others = [...fresh];
  const near = neighboursIn(others.map(({ pieces }) => pieces));
  const found = [...old].flatMap((one) =>
    near.of(one.pieces).flatMap((at) => {
      const other = others[at];
      if (other === undefined) return [];
      const score = similarity(one.pieces, other.pieces);
      return score >= THRESHOLDS.similar ? [{ one, other, score }] : [];
    }),
  );
  for (const { one, other } of found.toSorted((a, b) => b.score - a.score)) {
    if (old.has(one) && fresh.has(other)) join(one, other, 'similarity');
  }
}

/** What is left and stands almost wholly in a provision of the other edition is a part of it. */
function findParts(pairs: Pair[], old: Set<Known>, fresh: Set<Known>): void {
  attach(pairs, old, fresh, 'to');
  attach(pairs, old, fresh, 'from');
}

/** @param side `to`: parts of the newer edition are looked for in the older one (split); `from` the other way (merged) */
function attach(pairs: Pair[], old: Set<Known>, fresh: Set<Known>, side: 'from' | 'to'): void {
  const [parts, wholes] = side === 'to' ? [fresh, old] : [old, fresh];
  const other = side === 'to' ? 'from' : 'to';
  // A pair whose text did not change lost nothing, and a match with several on one side takes no several on the other.
  const open = pairs.filter((pair) => pair[other].length === 1 && pair.from[0]?.same !== pair.to[0]?.same);
  const candidates = [
    ...open.flatMap((pair) => pair[other].map((whole) => ({ whole, pair: pair as Pair | null }))),
    ...[...wholes].map((whole) => ({ whole, pair: null as Pair | null })),
  ];
  const near = neighboursIn(candidates.map(({ whole }) => whole.pieces));
  for (const part of [...parts]) {
    if (part.pieces.size < SHORTEST_PART) continue;
    const best = near
      .of(part.pieces)
      .map((at) => ({ at, share: containment(part.pieces, candidates[at]?.whole.pieces ?? new Set()) }))
      .filter(({ share }) => share >= THRESHOLDS.part)
      .toSorted((a, b) => b.share - a.share || a.at - b.at)[0];
    const candidate = best === undefined ? undefined : candidates[best.at];
    if (candidate === undefined) continue;
    if (candidate.pair === null) {
      const pair: Pair =
        side === 'to'
          ? { from: [candidate.whole], to: [], ground: 'parts' }
          : { from: [], to: [candidate.whole], ground: 'parts' };
      pairs.push(pair);
      candidate.pair = pair;
      wholes.delete(candidate.whole);
    }
    candidate.pair[side].push(part);
    candidate.pair.ground = 'parts';
    parts.delete(part);
  }
}

function matchOf({ from, to, ground }: Pair): EditionMatch {
  const [one, other] = [from[0], to[0]];
  const single = from.length === 1 && to.length === 1 && one !== undefined && other !== undefined;
  return {
    kind: shapeOf(from.length, to.length, single && one.same === other.same),
    from: from.map(({ id }) => id),
    to: to.map(({ id }) => id),
    score: single ? round(similarity(one.pieces, other.pieces)) : null,
    ground,
  };
}

const round = (score: number): number => Math.round(score * 100) / 100;

/** The kind of a match by how many provisions stand on its sides. */
export function shapeOf(from: number, to: number, same: boolean): MatchKind {
  if (from === 0) return 'new';
  if (to === 0) return 'gone';
  if (to > 1) return 'split';
  if (from > 1) return 'merged';
  return same ? 'same' : 'wording';
}

function inOrder(matches: readonly EditionMatch[], after: readonly Provision[]): EditionMatch[] {
  const place = new Map(after.map(({ id }, at) => [id, at]));
  const placeOf = ({ to }: EditionMatch): number => place.get(to[0] ?? '') ?? after.length;
  return matches.toSorted((a, b) => placeOf(a) - placeOf(b));
}
