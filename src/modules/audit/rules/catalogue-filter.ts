/** Which items of a catalogue a search shows. */
import type { CatalogueItemView } from '../contract.ts';

export interface ItemFilter {
  readonly sought: string;
  /** Empty: any. */
  readonly target: string;
  readonly technique: string;
  readonly severity: string;
}

export const NO_FILTER: ItemFilter = { sought: '', target: '', technique: '', severity: '' };

/** The words of a search, in the form in which they are compared: width and case do not matter. */
export function wordsOf(sought: string): readonly string[] {
  return comparable(sought).split(/\s+/u).filter(Boolean);
}

/** Whether the item holds every word somewhere and fits what else was chosen. */
export function itemMatches(item: CatalogueItemView, words: readonly string[], filter: ItemFilter): boolean {
  if (filter.severity !== '' && String(item.severity) !== filter.severity) return false;
  if (filter.target !== '' && !item.targets.some((target) => target === filter.target)) return false;
  if (filter.technique !== '' && !item.procedures.some(({ technique }) => technique === filter.technique)) return false;
  if (words.length === 0) return true;
  const text = comparable(
    [
      item.number,
      item.title,
      item.point,
      item.askWhom,
      ...item.evidenceExamples,
      ...item.citations,
      ...item.procedures.map(({ procedure }) => procedure),
    ].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
