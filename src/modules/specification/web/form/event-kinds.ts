import { type Json, type JsonRecord, listOf, textOf, textsOf } from './value.ts';

/** The kinds of records that a pattern counts. */
export function kindsOf(pattern: JsonRecord): string[] {
  const fact = pattern['fact'];
  return listOf(fact).length > 0 ? textsOf(fact) : [textOf(fact)];
}

export function withKinds(pattern: JsonRecord, kinds: readonly string[]): JsonRecord {
  const fact: Json = kinds.length > 1 ? [...kinds] : (kinds[0] ?? '');
  return { ...pattern, fact };
}
