/**
 * What ships with the product, read in one place and strictly: the libraries of items, the questions that ask for the
 * segment, and the forms, which may take items from both. A broken file is refused, never read in part.
 */
import { ownChoices } from '../../../core/assessment/index.ts';
import {
  type FormItem,
  type ItemLibrary,
  libraryItems,
  parseItemLibrary,
  parseItemSet,
  parseQuestionnaire,
  type Questionnaire,
  type Shelf,
} from '../../../core/content-schema/index.ts';
import { listContent, readContent } from '../../../kernel/content.ts';

const EXTENSION = '.yaml';

export interface ItemSet {
  /** File name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly items: readonly FormItem[];
}

let libraries: readonly ItemLibrary[] | undefined;
let sets: readonly ItemSet[] | undefined;
let taken: Shelf | undefined;

/** All libraries, sorted by file name. @throws ContentError when a file is broken. */
export function readItemLibraries(): readonly ItemLibrary[] {
  libraries ??= listContent('library', EXTENSION).map((name) => parseItemLibrary(readContent(`library/${name}`)));
  return libraries;
}

/** Questions that ask for the segment. */
export function readItemSets(): readonly ItemSet[] {
  sets ??= listContent('segments', EXTENSION).map((file) => ({
    name: file.slice(0, -EXTENSION.length),
    ...parseItemSet(readContent(`segments/${file}`)),
  }));
  return sets;
}

/** What a form may take instead of repeating it. */
export function shelf(): Shelf {
  taken ??= new Map(
    [...readItemLibraries().flatMap(libraryItems), ...readItemSets().flatMap(({ items }) => items)].map((item) => [
      item.id,
      ownChoices(item),
    ]),
  );
  return taken;
}

/** Names of the forms that ship with the product. */
export function contentNames(): readonly string[] {
  return listContent('questionnaires', EXTENSION).map((name) => name.slice(0, -EXTENSION.length));
}

export const contentForm = (name: string): Questionnaire =>
  parseQuestionnaire(readContent(`questionnaires/${name}${EXTENSION}`), {}, shelf());
