/** A person's correction of the proposal: these provisions of the older edition became those of the newer one. */
import { type EditionMatch, shapeOf } from './editions.ts';

export interface Correction {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Of one to one: only the form changed, the requirement is the same. */
  readonly unchanged: boolean;
}

/** Why the correction cannot be made, or null. Both lists name provisions of the editions at hand, each once. */
export function correctionFault({ from, to, unchanged }: Correction): string | null {
  if (from.length === 0 && to.length === 0) return '項目を一つ以上選んでください。';
  if (from.length > 1 && to.length > 1) {
    return '前の版と新しい版のどちらかは一つにしてください。分割又は統合として分けて登録してください。';
  }
  if (unchanged && (from.length !== 1 || to.length !== 1)) {
    return '内容が同じとできるのは、一つの項目が一つの項目になったときだけです。';
  }
  return null;
}

/**
 * What a provision was matched with before stays together without it. Every provision stands in one match again.
 */
export function regroup(matches: readonly EditionMatch[], correction: Correction): EditionMatch[] {
  const { unchanged } = correction;
  const from = new Set(correction.from);
  const to = new Set(correction.to);
  const touched = (match: EditionMatch): boolean =>
    match.from.some((id) => from.has(id)) || match.to.some((id) => to.has(id));
  const at = matches.findIndex(touched);
  const kept = (match: EditionMatch): EditionMatch[] => {
    if (!touched(match)) return [match];
    const rest = { from: match.from.filter((id) => !from.has(id)), to: match.to.filter((id) => !to.has(id)) };
    if (rest.from.length === 0) return rest.to.map((id) => alone([], [id]));
    if (rest.to.length === 0) return rest.from.map((id) => alone([id], []));
    return [{ ...rest, kind: shapeOf(rest.from.length, rest.to.length, false), score: null, ground: match.ground }];
  };
  const corrected: EditionMatch = {
    kind: shapeOf(from.size, to.size, unchanged),
    from: [...from],
    to: [...to],
    score: null,
    ground: 'person',
  };
  return [
    ...matches.slice(0, Math.max(at, 0)).flatMap(kept),
    corrected,
    ...matches.slice(Math.max(at, 0)).flatMap(kept),
  ];
}

const alone = (from: string[], to: string[]): EditionMatch => ({
  kind: shapeOf(from.length, to.length, false),
  from,
  to,
  score: null,
  ground: 'person',
});

/** What is to be looked at again when the match is applied: everything but what stayed the same. */
export function changes(match: EditionMatch): boolean {
  return match.kind !== 'same';
}
