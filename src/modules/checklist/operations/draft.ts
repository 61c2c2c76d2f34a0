/** A checklist as it is first drafted: items of the programme's catalogues, each with the provisions that it rests on. */
import type { Programme, TargetKind } from '../../../core/programme/index.ts';
import { checklistsFor, proposeItems, suitsKind } from '../../../core/programme/suitable.ts';
import type { Context } from '../../../kernel/module.ts';
import { standardsContract } from '../../standards/contract.ts';
import type { CatalogueItemView, CatalogueSectionView, CatalogueView } from '../contract/catalogues.ts';
import type { Source } from '../contract/checklists.ts';
import type { ItemContent } from '../contract/items.ts';
import type { Basis } from '../contract/shared.ts';
import { itemCatalogueFor } from '../imported-items.ts';
import { viewOf } from './catalogues.ts';

type Asked = Programme['checklists'][number];
type Chapter = CatalogueView['chapters'][number];

/** What the programme takes from its catalogues. */
export function sourcesOf(asked: readonly Asked[]): Source[] {
  return asked.map(({ catalogue, set, items, itemsAtMost }) => ({
    catalogue,
    set: set ?? '',
    items: items ?? itemsAtMost ?? null,
    chapters: [],
  }));
}

/** The items with which a checklist begins, in the order of its sources and their catalogues. */
export async function draftItems(
  context: Context,
  engagementId: string,
  programme: Programme,
  sources: readonly Source[],
): Promise<ItemContent[]> {
  const drafted: ItemContent[] = [];
  const taken = new Set<string>();
  for (const source of sources) {
    const catalogue = viewOf(await itemCatalogueFor(context, engagementId, source.catalogue));
    const chosen = chooseItems(catalogue, source, programme, programme.targetKinds);
    const own = contentsOf(catalogue, programme, source.set, (item) => chosen.has(item.id) && !taken.has(item.id));
    for (const { key } of own) taken.add(key);
    drafted.push(...own);
  }
  return withBasis(context, engagementId, drafted);
}

export interface CatalogueChoice {
  readonly catalogue: string;
  readonly title: string;
  readonly items: number;
  readonly contents: readonly ItemContent[];
}

/** What the programme alone proposes for one kind of target, where no checklist is agreed. */
export async function proposalFor(
  context: Context,
  engagementId: string,
  programme: Programme,
  kind: TargetKind,
): Promise<CatalogueChoice[]> {
  const found: CatalogueChoice[] = [];
  for (const source of sourcesOf(checklistsFor(programme, kind))) {
    const catalogue = viewOf(await itemCatalogueFor(context, engagementId, source.catalogue));
    const chosen = chooseItems(catalogue, source, programme, [kind]);
    const contents = contentsOf(catalogue, programme, source.set, ({ id }) => chosen.has(id));
    const items = sectionsOf(catalogue).reduce((sum, section) => sum + section.items.length, 0);
    found.push({
      catalogue: source.catalogue,
      title: catalogue.title,
      items,
      contents: await withBasis(context, engagementId, contents),
    });
  }
  return found;
}

/** Named items of a catalogue. */
export async function namedItems(
  context: Context,
  engagementId: string,
  programme: Programme,
  catalogueCode: string,
  ids: ReadonlySet<string>,
): Promise<ItemContent[]> {
  const catalogue = viewOf(await itemCatalogueFor(context, engagementId, catalogueCode));
  const set = programme.checklists.find((one) => one.catalogue === catalogueCode)?.set ?? '';
  return withBasis(
    context,
    engagementId,
    contentsOf(catalogue, programme, set, ({ id }) => ids.has(id)),
  );
}

const sectionsOf = (catalogue: CatalogueView) => catalogue.chapters.flatMap(({ sections }) => sections);

function chooseItems(
  catalogue: CatalogueView,
  source: Source,
  programme: Programme,
  kinds: readonly TargetKind[],
): ReadonlySet<string> {
  const chapters = catalogue.chapters.filter(({ id }) => source.chapters.length === 0 || source.chapters.includes(id));
  const sections = chapters.flatMap(({ sections: own }) =>
    own.map(({ items }) =>
      items.filter(({ targets }) =>
        kinds.some((kind) => suitsKind({ catalogue: catalogue.code, targets }, kind, programme.targetKinds)),
      ),
    ),
  );
  return new Set(proposeItems(sections, source.items ?? undefined));
}

function contentsOf(
  catalogue: CatalogueView,
  programme: Programme,
  set: string,
  wanted: (item: CatalogueItemView) => boolean,
): ItemContent[] {
  const areas = programme.checklists.find((one) => one.catalogue === catalogue.code)?.areas ?? [];
  return catalogue.chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) => {
      // A part may be named by a section or by the chapter it stands in; the section is nearer.
      const area =
        areas.find(({ parts }) => parts.includes(section.id)) ?? areas.find(({ parts }) => parts.includes(chapter.id));
      return section.items
        .filter(wanted)
        .map((item) =>
          contentOf(catalogue.code, chapter, section, item, { set, area: area?.name, model: area?.model ?? null }),
        );
    }),
  );
}

function contentOf(
  catalogue: string,
  chapter: Chapter,
  section: CatalogueSectionView,
  item: CatalogueItemView,
  place: { readonly set: string; readonly area: string | undefined; readonly model: 'common' | 'added' | null },
): ItemContent {
  return {
    key: item.id,
    catalogue,
    set: place.set,
    area: place.area ?? chapter.title,
    model: place.model,
    section: section.title,
    risk: section.risk,
    title: item.title,
    point: item.point,
    procedures: item.confirmation,
    evidence: item.evidence,
    askWhom: item.askWhom,
    severity: item.severity,
    targets: item.targets,
    references: item.references,
    basis: [],
    trends: [],
    leftOutReason: '',
    remark: '',
    reworded: false,
  };
}

/** The provisions of the catalogue as a paper prints them, for those standards that can be cited. */
async function withBasis(
  context: Context,
  engagementId: string,
  contents: readonly ItemContent[],
): Promise<ItemContent[]> {
  const provisions = new Map(
    contents.flatMap(({ references }) => references.map((one) => [`${one.standard} ${one.provision}`, one] as const)),
  );
  if (provisions.size === 0) return [...contents];
  const client = context.client(standardsContract);
  const { citations } = await client.citeProvisions({ engagementId, provisions: [...provisions.values()] });
  const { catalogues } = await client.listCatalogues({ engagementId });
  const names = new Map(catalogues.map(({ code, name }) => [code, name]));
  const places = new Map(
    citations.map(({ standard, provision, citation }) => [
      `${standard} ${provision}`,
      placeOf(citation, names.get(standard) ?? ''),
    ]),
  );
  return contents.map((content) => ({
    ...content,
    basis: content.references.flatMap(({ standard, provision }): Basis[] => {
      const place = places.get(`${standard} ${provision}`);
      return place === undefined ? [] : [{ standard, provision, place }];
    }),
  }));
}

/** The citation without the name of the standard, which the paper prints once. */
function placeOf(citation: string, name: string): string {
  return (citation.startsWith(name) ? citation.slice(name.length) : citation).trim().slice(0, 300);
}
