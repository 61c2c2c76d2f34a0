/** Decisions about standards from values alone. */
import type { EngagementStandard } from './contract.ts';

/** Rank of a code in the order of precedence, 1 for the strongest group; codes outside come last. */
export function rankOf(order: readonly (readonly string[])[], code: string): number {
  const index = order.findIndex((group) => group.includes(code));
  return index === -1 ? order.length + 1 : index + 1;
}

/** Whether following `preferred` against `other` keeps to the order. Equal ranks leave the choice to the judge. */
export function keepsPrecedence(order: readonly (readonly string[])[], preferred: string, other: string): boolean {
  return rankOf(order, preferred) <= rankOf(order, other);
}

/** What the specification names and nobody has provided yet. */
export function awaitedOf<T extends { readonly code: string }>(
  expected: readonly T[],
  received: readonly Pick<EngagementStandard, 'code'>[],
): T[] {
  const codes = new Set(received.map((standard) => standard.code));
  return expected.filter((standard) => !codes.has(standard.code));
}
