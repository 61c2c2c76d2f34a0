import type { Day } from '../calendar/index.ts';
import { compareFacts, keysAt, type Fact } from './fact.ts';
import { kindsOf, matches, type Pattern } from './pattern.ts';

/** Facts by kind, each list in the order of `compareFacts`. */
export type FactIndex = {
  append(fact: Fact): void;
  /** The facts that fit the pattern and were recorded on or before `today`, in order. */
  find(pattern: Pattern, today: Day): Fact[];
};

export function createFactIndex(): FactIndex {
  const byKind = new Map<string, Fact[]>();
  return {
    append(fact) {
      const list = byKind.get(fact.kind);
      if (!list) {
        byKind.set(fact.kind, [fact]);
        return;
      }
      // Nearly every fact comes last; a late recording of an earlier day moves to its place.
      let position = list.length;
      for (let before = list[position - 1]; before && compareFacts(before, fact) > 0; before = list[position - 1]) {
        position -= 1;
      }
      list.splice(position, 0, fact);
    },
    find(pattern, today) {
      const kinds = kindsOf(pattern);
      const found = kinds.flatMap((kind) =>
        (byKind.get(kind) ?? []).filter((fact) => fact.day <= today && matches(pattern, fact)),
      );
      return kinds.length > 1 ? found.sort(compareFacts) : found;
    },
  };
}

/** Facts by the keys that the pattern gives them, in order of first appearance. */
export function groupByKey(facts: readonly Fact[], pattern: Pattern): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (const key of keysAt(fact, pattern.key)) {
      const group = groups.get(key);
      if (group) group.push(fact);
      else groups.set(key, [fact]);
    }
  }
  return groups;
}
