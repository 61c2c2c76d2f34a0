/** How the grounds of a check go along with a new edition of a standard. */

interface Pointer {
  readonly standard: string;
  readonly provision: string;
}

interface Move {
  readonly to: readonly string[];
  readonly changed: boolean;
}

/** What the check cites in the new edition; a provision that is gone stays cited, for the judgement was made by it. */
export function carriedReferences(
  references: readonly Pointer[],
  standard: string,
  moves: ReadonlyMap<string, Move>,
): Pointer[] {
  const carried = references.flatMap((one): Pointer[] => {
    const move = one.standard === standard ? moves.get(one.provision) : undefined;
    if (move === undefined || move.to.length === 0) return [{ standard: one.standard, provision: one.provision }];
    return move.to.map((provision) => ({ standard, provision }));
  });
  const seen = new Set<string>();
  return carried.filter(({ standard: code, provision }) => {
    const key = `${code} ${provision}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether the check cites something that the new edition worded otherwise, divided, joined or dropped. */
export function isReopened(
  references: readonly Pointer[],
  standard: string,
  moves: ReadonlyMap<string, Move>,
): boolean {
  return references.some((one) => one.standard === standard && moves.get(one.provision)?.changed === true);
}

const LONGEST = 10_000;

/** Says in the working paper why the judgement is open again, and what it was. */
export function noteOfRevision(note: string, edition: string, judgement: string): string {
  const added = `基準の改定（${edition}）により、判断を見直す。改定前の判断は「${judgement}」であった。`;
  const whole = note === '' ? added : `${note}\n${added}`;
  // Nothing of what the auditor wrote is cut off for it.
  return whole.length <= LONGEST ? whole : note;
}
