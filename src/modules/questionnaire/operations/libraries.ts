/**
 * Items that ship with the product, read in one place and strictly: the libraries of items, the shipped forms, and the
 * questions that ask for the segment. A broken file is refused, never read in part.
 */
import { ownChoices } from '../../../core/assessment/index.ts';
import { type FormItem, type ItemLibrary, parseItemLibrary, parseItemSet } from '../../../core/content-schema/index.ts';
import { listContent, readContent } from '../../../kernel/content.ts';
import { contentForm, contentNames } from './reading.ts';

export interface ItemCollection {
  /** Path below `content/` without the ending: `library/self-check-ch1`. */
  readonly name: string;
  readonly title: string;
  readonly items: readonly { readonly section: string; readonly item: FormItem }[];
}

let libraries: readonly ItemLibrary[] | undefined;
let collections: readonly ItemCollection[] | undefined;

/** All libraries, sorted by file name. @throws ContentError when a file is broken. */
export function readItemLibraries(): readonly ItemLibrary[] {
  libraries ??= listContent('library', '.yaml').map((name) => parseItemLibrary(readContent(`library/${name}`)));
  return libraries;
}

/** Everything one can copy from. Content does not change while the product runs. */
export function itemCollections(): readonly ItemCollection[] {
  collections ??= [...itemSets(), ...forms(), ...readItemLibraries().map(collectionOf)];
  return collections;
}

function itemSets(): ItemCollection[] {
  return listContent('segments', '.yaml').map((file) => {
    const { title, items } = parseItemSet(readContent(`segments/${file}`));
    const name = `segments/${file.replace(/\.yaml$/, '')}`;
    return { name, title, items: items.map((item) => ({ section: title, item: ownChoices(item) })) };
  });
}

function forms(): ItemCollection[] {
  return contentNames().map((name) => {
    const { title, sections } = contentForm(name);
    return {
      name: `questionnaires/${name}`,
      title,
      items: sections.flatMap((section) =>
        section.items.map((item) => ({ section: section.title, item: ownChoices(item) })),
      ),
    };
  });
}

/** Whom an item suits stands at its group; where the item says so itself, that holds. */
function collectionOf({ code, title, groups }: ItemLibrary): ItemCollection {
  return {
    name: `library/${code}`,
    title,
    items: groups.flatMap((group) =>
      group.items.map((item) => ({
        section: group.title,
        item: ownChoices(item.segments.join() === 'all' ? { ...item, segments: [...group.audiences] } : item),
      })),
    ),
  };
}
