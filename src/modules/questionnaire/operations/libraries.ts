/** Everything that one can copy from: libraries, shipped forms, and the questions that ask for the segment. */
import { ownChoices } from '../../../core/assessment/index.ts';
import type { FormItem, ItemLibrary } from '../../../core/content-schema/index.ts';
import { contentForm, contentNames, readItemLibraries, readItemSets, shelf } from './shipped.ts';

export interface ItemCollection {
  /** Path below `content/` without the ending: `library/self-check-ch1`. */
  readonly name: string;
  readonly title: string;
  readonly items: readonly { readonly section: string; readonly item: FormItem }[];
}

let collections: readonly ItemCollection[] | undefined;

/** Everything one can copy from. Content does not change while the product runs. */
export function itemCollections(): readonly ItemCollection[] {
  collections ??= [...itemSets(), ...forms(), ...readItemLibraries().map(collectionOf)];
  return collections;
}

function itemSets(): ItemCollection[] {
  return readItemSets().map(({ name, title, items }) => ({
    name: `segments/${name}`,
    title,
    items: items.map((item) => ({ section: title, item: ownChoices(item) })),
  }));
}

/** What a form has taken from a library is offered there. */
function forms(): ItemCollection[] {
  return contentNames().map((name) => {
    const { title, sections } = contentForm(name);
    return {
      name: `questionnaires/${name}`,
      title,
      items: sections.flatMap((section) =>
        section.items
          .filter(({ id }) => !shelf().has(id))
          .map((item) => ({ section: section.title, item: ownChoices(item) })),
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
