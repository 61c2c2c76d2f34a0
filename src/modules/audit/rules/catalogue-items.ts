/** Items of a catalogue as the checklists hand it over. Pure. */
import type { CatalogueItemView, CatalogueSectionView, CatalogueView } from '../../checklist/contract.ts';

/** All items in printed order. */
export function catalogueItems({ chapters }: Pick<CatalogueView, 'chapters'>): CatalogueItemView[] {
  return chapters.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
}

export interface FoundItem {
  readonly item: CatalogueItemView;
  readonly section: CatalogueSectionView;
  readonly chapter: CatalogueView['chapters'][number];
}

/** The item with its section and chapter, or undefined when the catalogue does not hold it. */
export function findItem({ chapters }: CatalogueView, id: string): FoundItem | undefined {
  for (const chapter of chapters) {
    for (const section of chapter.sections) {
      const item = section.items.find((own) => own.id === id);
      if (item !== undefined) return { item, section, chapter };
    }
  }
  return undefined;
}
