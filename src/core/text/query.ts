/** What somebody typed to search for, as terms with the words that mean the same. */
import { neededGrams } from './grams.ts';
import { normalise } from './normalise.ts';

/** Groups of words of the field that stand for one another; each word in the form in which texts are compared. */
export type Synonyms = readonly (readonly string[])[];

/** A document must contain one of the alternatives; the first is the word as typed. */
export interface Term {
  readonly alternatives: readonly string[];
}

/** All terms must be found. No terms: nothing searchable was typed. */
export interface Query {
  readonly terms: readonly Term[];
}

/** More than anybody types, and few enough for a quick answer. */
const MOST_TERMS = 8;
const MOST_ALTERNATIVES = 8;

/** Words are separated by spaces. A word that contains a word of the field is looked for with the other words as well. */
export function parseQuery(typed: string, synonyms: Synonyms = []): Query {
  const words = typed
    .split(/[\s\p{Z}]+/u)
    .map(normalise)
    .filter((word) => word !== '');
  return {
    terms: [...new Set(words)].slice(0, MOST_TERMS).map((word) => ({ alternatives: alternativesOf(word, synonyms) })),
  };
}

/** The groups in the form in which texts are compared; words that fold to the same are one. */
export function foldSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  return groups.map((group) => [...new Set(group.map(normalise))].filter((word) => word !== ''));
}

function alternativesOf(word: string, synonyms: Synonyms): string[] {
  const found = new Set([word]);
  for (const group of synonyms) {
    // The longest word of the group stands in the text: 標的型攻撃メール, not 標的型 inside it.
    const part = group.filter((one) => holds(word, one)).reduce((a, b) => (b.length > a.length ? b : a), '');
    if (part === '') continue;
    for (const other of group) if (other !== part) found.add(word.replace(part, other));
  }
  return [...found].slice(0, MOST_ALTERNATIVES);
}

/** One character inside a longer word is not that word (印 in 印刷), nor are Latin letters inside others (ID in COVID). */
function holds(word: string, part: string): boolean {
  if (word === part) return true;
  const at = word.indexOf(part);
  if (at < 0 || part.length < 2) return false;
  const latin = /[a-z0-9]/;
  const cut = (inside: string, outside: string): boolean => latin.test(inside) && latin.test(outside);
  return !cut(part.charAt(0), word.charAt(at - 1)) && !cut(part.slice(-1), word.charAt(at + part.length));
}

/**
 * The query in the notation of PostgreSQL's `tsquery` over the pieces of `grams`: what a text must have to be worth reading.
 * Necessary, not sufficient: pairs of neighbours may stand apart. Empty when there are no terms.
 */
export function toTsquery(query: Query): string {
  return query.terms
    .map(({ alternatives }) => `(${alternatives.map((word) => `(${allOf(word)})`).join(' | ')})`)
    .join(' & ');
}

const allOf = (word: string): string => neededGrams(word).map(quoted).join(' & ');

/** A lexeme in quotes; quotes and backslashes are doubled, so that nothing typed is ever read as an operator. */
const quoted = (gram: string): string => `'${gram.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
