/** The lists of a document: each has a number of its own in the file, and counts from 1. */
import type { AppendixLabel } from '../blocks/appendix/model.ts';
import type { ListBlock } from '../blocks/list/model.ts';

/** The numbers of the headings. */
export const headingList = 1;

/** What a list looks like. */
export type ListKind = 'headings' | ListBlock['marker'] | AppendixKind;
export type AppendixKind = `appendix-${AppendixLabel}`;

export class WordLists {
  readonly #kinds: ListKind[] = ['headings'];

  /** The kinds of all lists so far, in the order of their numbers. */
  get kinds(): readonly ListKind[] {
    return this.#kinds;
  }

  /** A list that counts by itself. */
  begin(marker: ListBlock['marker']): number {
    return this.#kinds.push(marker);
  }

  /** The one list of the appendices of a label: 別紙1, then 1 / (1) / ア … under it. */
  appendix(label: AppendixLabel): number {
    const kind: AppendixKind = `appendix-${label}`;
    const known = this.#kinds.indexOf(kind) + 1;
    return known > 0 ? known : this.#kinds.push(kind);
  }
}
