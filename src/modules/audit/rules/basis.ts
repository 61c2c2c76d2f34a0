/** Grounds of a finding: the city's standards come before the national ones (clause 6※2). */
export interface Basis {
  readonly standard: string;
  readonly provision: string;
  readonly citation: string;
  /** 1 city policy, 2 city guideline, 3 national policy guideline, 4 national audit guideline. */
  readonly tier: number;
}

/** By precedence, each provision once; within a tier the order given stays. */
export function orderBasis<B extends Basis>(basis: readonly B[]): B[] {
  const seen = new Set<string>();
  return basis
    .filter(({ standard, provision }) => {
      const key = `${standard} ${provision}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => a.entry.tier - b.entry.tier || a.index - b.index)
    .map(({ entry }) => entry);
}

/** The precedence applied, said in a sentence, where grounds of both levels are cited; empty otherwise. */
export function precedenceNote(basis: readonly Basis[]): string {
  const city = basis.some(({ tier }) => tier <= 2);
  const national = basis.some(({ tier }) => tier >= 3);
  return city && national ? '市の基準と国のガイドラインの定めが食い違う場合は、市の基準を優先して判断した。' : '';
}
