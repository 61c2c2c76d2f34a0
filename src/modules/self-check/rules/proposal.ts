/** Which departments the product proposes for the audit. Clauses 9【監査対象課】-p1, 9(1)イ【自己点検】-p2. Pure. */

export interface ProposalCandidate {
  readonly departmentId: string;
  readonly bureauId: string | null;
  readonly value: number;
  readonly rank: number;
  /** The focus theme of the year concerns the department: it has a contract for an external service. */
  readonly matchesTheme: boolean;
}

export interface Proposed {
  readonly departmentId: string;
  readonly basis: readonly ('リスク値' | '重点テーマ')[];
  readonly reason: string;
}

/** How many departments a specification wants; null when it leaves that open. */
export function wantedCount(specification: string): number | null {
  return specification === 'chiba-2026' ? 4 : null;
}

/** Proposed when the specification leaves the number open. */
export const USUAL_COUNT = 4;

/**
 * Goes down the ranking and takes at most one department of each bureau; when bureaus run out, the next in rank. When none of
 * them matches the focus theme, the last place goes to the highest one that does, so that a contract can be checked.
 * @param ranked in the order of the ranking.
 */
export function proposeDepartments(ranked: readonly ProposalCandidate[], count: number): Proposed[] {
  const bureaus = new Set<string>();
  const spread = ranked.filter(({ bureauId }) => {
    if (bureauId === null) return true;
    if (bureaus.has(bureauId)) return false;
    bureaus.add(bureauId);
    return true;
  });
  const order = [...spread, ...ranked.filter((candidate) => !spread.includes(candidate))];
  const chosen = order.slice(0, count);
  if (chosen.length > 0 && !chosen.some(({ matchesTheme }) => matchesTheme)) {
    const match = order.slice(count).find(({ matchesTheme }) => matchesTheme);
    if (match !== undefined) chosen.splice(-1, 1, match);
  }
  return chosen
    .toSorted((a, b) => a.rank - b.rank || (a.departmentId < b.departmentId ? -1 : 1))
    .map((candidate) => ({
      departmentId: candidate.departmentId,
      basis: basisOf(candidate, count),
      reason: reasonOf(candidate, ranked.length, count),
    }));
}

function basisOf({ rank, matchesTheme }: ProposalCandidate, count: number): ('リスク値' | '重点テーマ')[] {
  if (!matchesTheme) return ['リスク値'];
  // Far down the ranking it is there for the theme alone.
  return rank <= 2 * count ? ['リスク値', '重点テーマ'] : ['重点テーマ'];
}

function reasonOf({ value, rank, matchesTheme }: ProposalCandidate, departments: number, count: number): string {
  const standing = `リスク値${value.toFixed(1)}点（${departments}課中${rank}位）`;
  const theme = '重点テーマに当たる外部サービスの契約があるため';
  if (!matchesTheme) return `${standing}のため。`;
  return rank <= 2 * count ? `${standing}であり、${theme}。` : `${theme}（${standing}）。`;
}
