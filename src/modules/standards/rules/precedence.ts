/** Decisions about standards from values alone. */
import type { EngagementStandard } from '../contract.ts';

/** Rank of a code in the order of precedence, 1 for the strongest group; codes outside come last. */
export function rankOf(order: readonly (readonly string[])[], code: string): number {
  const index = order.findIndex((group) => group.includes(code));
  return index === -1 ? order.length + 1 : index + 1;
}

/** Whether following `preferred` against `other` keeps to the order. Equal ranks leave the choice to the judge. */
export function keepsPrecedence(order: readonly (readonly string[])[], preferred: string, other: string): boolean {
  return rankOf(order, preferred) <= rankOf(order, other);
}

/**
 * Two codes that a new order would rank the other way round than the contract does (6※2), or null. The parties may
 * split a group of the contract or place further standards anywhere, but not turn the contract's order round.
 */
export function reversedPair(
  contract: readonly (readonly string[])[],
  order: readonly (readonly string[])[],
): { readonly stronger: string; readonly weaker: string } | null {
  for (const [index, group] of contract.entries()) {
    for (const stronger of group) {
      const weaker = contract
        .slice(index + 1)
        .flat()
        .find((code) => rankOf(order, code) <= rankOf(order, stronger));
      if (weaker !== undefined) return { stronger, weaker };
    }
  }
  return null;
}

/** What the specification names and nobody has provided yet. */
export function awaitedOf<T extends { readonly code: string }>(
  expected: readonly T[],
  received: readonly Pick<EngagementStandard, 'code'>[],
): T[] {
  const codes = new Set(received.map((standard) => standard.code));
  return expected.filter((standard) => !codes.has(standard.code));
}

/** Why a grade does not go with the standard being public or not, or null: what is public carries no grade above 1. */
export function levelProblem(open: boolean, level: string | null): string | null {
  if (open && level !== null && level !== '1') {
    return '公開の基準の自治体機密性は1です。1を選ぶか、指定なしにしてください。';
  }
  if (!open && level !== '2' && level !== '3') {
    return '非公開の基準です。自治体機密性2又は3を選んでください。';
  }
  return null;
}

/** 公開, 非公開（自治体機密性3） */
export function levelText(standard: { readonly public: boolean; readonly level: string | null }): string {
  const open = standard.public ? '公開' : '非公開';
  return standard.level === null ? open : `${open}（自治体機密性${standard.level}）`;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** The name of a standard that was received or is awaited; the code itself when neither knows it. */
export function nameOf(
  list: { readonly standards: readonly Named[]; readonly awaited: readonly Named[] },
  code: string,
): string {
  return [...list.standards, ...list.awaited].find((standard) => standard.code === code)?.name ?? code;
}
