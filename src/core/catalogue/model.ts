/** Catalogues of requirements that a municipality brings along, in one shape whatever file they came in. */
import { ReadableError } from '../readable-error.ts';

/** One requirement. `depth` 0 stands directly under its chapter; an enhancement of it has depth 1 and follows it. */
export interface CatalogueControl {
  /** Lower-case words, digits, dots and hyphens; stable over editions as far as the source's own identifier is. */
  readonly id: string;
  /** As the source prints it: `AC-2(1)`, `第35条`. */
  readonly number: string | null;
  readonly title: string;
  readonly statement: string;
  /** Explanation that is not itself required. */
  readonly guidance: string;
  readonly depth: number;
  /** What the source names as its origin or related, in the source's own words. */
  readonly references: readonly string[];
}

/** A chapter or section; `depth` 0 is the highest. Sections follow their chapter. */
export interface CatalogueGroup {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly aim: string;
  readonly depth: number;
  readonly controls: readonly CatalogueControl[];
}

export const CATALOGUE_FORMATS = ['own', 'oscal', 'framework', 'framework-sheet', 'sheet'] as const;
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number];

/** What the file says about itself; empty where it says nothing. A person completes it. */
export interface CatalogueAbout {
  readonly code: string;
  readonly title: string;
  readonly issuer: string;
  readonly edition: string;
  readonly date: string | null;
  readonly licence: string;
  readonly source: string;
}

/** A row or element that was not taken, and why. */
export interface RefusedRow {
  /** Where in the file: 12行目, controls[3]. */
  readonly place: string;
  /** How the source calls it. */
  readonly subject: string;
  readonly reason: string;
}

export interface ReadCatalogue {
  readonly format: CatalogueFormat;
  readonly about: CatalogueAbout;
  readonly groups: readonly CatalogueGroup[];
  readonly refused: readonly RefusedRow[];
}

/** Bounds of one catalogue. The largest public one has about 1,200 requirements with their enhancements. */
export const LIMITS = {
  controls: 5000,
  groups: 2000,
  title: 300,
  text: 8000,
  number: 60,
  references: 60,
  reference: 300,
  /** Characters of all texts together. */
  whole: 8_000_000,
  /** Levels of nesting that are followed. */
  depth: 12,
  refused: 1000,
} as const;

/** A file that is no catalogue at all. The message says in Japanese what to do. */
export class CatalogueError extends ReadableError {
  constructor(message: string) {
    super(message);
    this.name = 'CatalogueError';
  }
}

export const NOTHING_SAID: CatalogueAbout = {
  code: '',
  title: '',
  issuer: '',
  edition: '',
  date: null,
  licence: '',
  source: '',
};

/** Every requirement of a catalogue, in order. */
export function controlsOf(catalogue: { readonly groups: readonly CatalogueGroup[] }): CatalogueControl[] {
  return catalogue.groups.flatMap(({ controls }) => [...controls]);
}
