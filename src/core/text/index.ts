export { fold, type Folded, normalise } from './normalise.ts';
export { grams, neededGrams } from './grams.ts';
export { foldSynonyms, parseQuery, type Query, type Synonyms, type Term, toTsquery } from './query.ts';
export { type Hit, NEAR, rank, score, type TermHit, WEIGHTS } from './rank.ts';
export { similarity } from './similarity.ts';
export { snippet, type SnippetPart } from './snippet.ts';
