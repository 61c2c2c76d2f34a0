import type { Day } from '../calendar/index.ts';
import { compareFacts, keysAt, type Fact } from './fact.ts';
import { kindsOf, matches, type Pattern } from './pattern.ts';

/**
 * Facts by kind, each list in the order of `compareFacts`. What a pattern finds is kept until a fact of its kinds comes. A
 * fact that another one of its kind corrects (`data.corrects` names its subject) is not found any more.
 */
export type FactIndex = {
  append(fact: Fact): void;
  /** The latest day of recording; empty while there is no fact. */
  lastDay(): Day;
  /** The facts that fit the pattern and were recorded on or before `today`, in order. */
  find(pattern: Pattern, today: Day): readonly Fact[];
  /** The same facts by the keys that the pattern gives them, in order of first appearance. */
  group(pattern: Pattern, today: Day): ReadonlyMap<string, readonly Fact[]>;
};

/**
 * What a pattern has found: `stamp` counts the facts of its kinds at that time, so that a newer fact is noticed; `all` holds
 * corrected facts as well, for days on which the correction was not known.
 */
type Found = {
  stamp: number;
  all: readonly Fact[];
  facts: readonly Fact[];
  groups: ReadonlyMap<string, readonly Fact[]> | null;
};

const nameInKind = (kind: string, subject: string): string => `${kind} ${subject}`;

export function createFactIndex(): FactIndex {
  const byKind = new Map<string, Fact[]>();
  const found = new Map<string, Found>();
  /** When a fact was corrected for the first time, by its kind and subject. */
  const corrected = new Map<string, Day>();
  const isCorrected = ({ kind, subject }: Fact, today: Day): boolean =>
    corrected.size > 0 && (corrected.get(nameInKind(kind, subject)) ?? '9999') <= today;
  let lastDay: Day = '';

  const lookUp = (pattern: Pattern): Found => {
    const kinds = kindsOf(pattern);
    const stamp = kinds.reduce((sum, kind) => sum + (byKind.get(kind)?.length ?? 0), 0);
    const name = nameOf(pattern);
    const known = found.get(name);
    if (known?.stamp === stamp) return known;
    const matching = kinds.flatMap((kind) => (byKind.get(kind) ?? []).filter((fact) => matches(pattern, fact)));
    const all = kinds.length > 1 ? matching.sort(compareFacts) : matching;
    const facts = corrected.size === 0 ? all : all.filter((fact) => !isCorrected(fact, lastDay));
    const fresh = { stamp, all, facts, groups: null };
    found.set(name, fresh);
    return fresh;
  };

  const find = (pattern: Pattern, today: Day): readonly Fact[] => {
    const { facts, all } = lookUp(pattern);
    return lastDay <= today ? facts : all.filter((fact) => fact.day <= today && !isCorrected(fact, today));
  };

  return {
    lastDay: () => lastDay,
    append(fact) {
      if (fact.day > lastDay) lastDay = fact.day;
      const { corrects } = fact.data;
      if (typeof corrects === 'string') {
        const name = nameInKind(fact.kind, corrects);
        const known = corrected.get(name);
        if (known === undefined || fact.day < known) corrected.set(name, fact.day);
      }
      const list = byKind.get(fact.kind);
      if (!list) {
        byKind.set(fact.kind, [fact]);
        return;
      }
      // Nearly every fact comes last; a late recording of an earlier day moves to its place.
      list.splice(placeOf(fact, list), 0, fact);
    },
    find,
    group(pattern, today) {
      if (lastDay > today) return groupByKey(find(pattern, today), pattern);
      const known = lookUp(pattern);
      return (known.groups ??= groupByKey(known.facts, pattern));
    },
  };
}

function placeOf(fact: Fact, list: readonly Fact[]): number {
  const isAfter = (position: number): boolean => {
    const other = list[position];
    return other !== undefined && compareFacts(other, fact) > 0;
  };
  if (!isAfter(list.length - 1)) return list.length;
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const names = new WeakMap<Pattern, string>();

/** Two patterns that say the same share what they have found; rules often repeat a pattern. */
function nameOf(pattern: Pattern): string {
  const known = names.get(pattern);
  if (known !== undefined) return known;
  const name = JSON.stringify([pattern.fact, pattern.where, pattern.party, pattern.key]);
  names.set(pattern, name);
  return name;
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
