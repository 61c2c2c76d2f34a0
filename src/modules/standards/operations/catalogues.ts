/** Catalogues as they are read: what came with the product and what was brought along, in one shape. */
import { parseStandard, type Standard } from '../../../core/content-schema/index.ts';
import { listContent, readContent } from '../../../kernel/content.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { CatalogueHead, EditionView, GroupView } from '../contract/catalogues.ts';
import type { standardsContract } from '../contract.ts';
import { citationOf } from '../rules/citation.ts';
import { selectStandards } from '../store.ts';
import {
  selectCatalogues,
  selectEditions,
  selectGroups,
  type StoredCatalogue,
  type StoredEdition,
} from '../store-catalogues.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

const ENDING = '.yaml';

/** One standard with a catalogue: where it comes from, and which editions there are. */
export interface CatalogueSource {
  readonly head: CatalogueHead;
  readonly stored: StoredCatalogue | null;
  readonly bundled: Standard | null;
}

/**
 * Every catalogue that the caller may see. What is not public and was brought along in another contract is for the
 * municipality alone, unless the standard was handed over in this one.
 */
export async function catalogueSources(context: Context, engagementId: string): Promise<CatalogueSource[]> {
  const stored = await selectCatalogues(context.tx);
  const editions = stored.length === 0 ? [] : await selectEditions(context.tx);
  const handed = new Set(
    stored.some((one) => !one.public && one.engagementId !== engagementId)
      ? (await selectStandards(context.tx, engagementId)).map(({ code }) => code)
      : [],
  );
  const visible = stored.filter(
    (one) =>
      one.public || one.engagementId === engagementId || context.caller.party !== 'contractor' || handed.has(one.code),
  );
  const byCode = new Map(visible.map((one) => [one.code, one]));
  const bundled = bundledCodes().map((code) => sourceOf(bundledStandard(code), byCode.get(code) ?? null, editions));
  const own = visible.filter(({ code }) => !bundledCodes().includes(code)).map((one) => sourceOf(null, one, editions));
  return [...bundled, ...own];
}

function sourceOf(
  bundled: Standard | null,
  stored: StoredCatalogue | null,
  editions: readonly StoredEdition[],
): CatalogueSource {
  const current = stored?.currentEdition ?? null;
  const own = editions
    .filter(({ catalogueId }) => catalogueId === stored?.id)
    .map(({ catalogueId: _catalogue, ...edition }): EditionView => ({ ...edition, current: edition.id === current }));
  const first: EditionView[] =
    bundled === null
      ? []
      : [
          {
            id: null,
            label: bundled.edition.label,
            publishedOn: bundled.edition.date,
            licence: '',
            source: bundled.edition.source ?? '',
            controls: bundled.groups.reduce((sum, group) => sum + group.controls.length, 0),
            current: current === null,
            importedAt: null,
          },
        ];
  const head = {
    code: bundled?.code ?? stored?.code ?? '',
    name: bundled?.title ?? stored?.name ?? '',
    issuer: bundled?.issuer ?? stored?.issuer ?? '',
    public: bundled?.public ?? stored?.public ?? false,
    imported: stored !== null,
    editions: [...first, ...own],
  };
  return { head, stored, bundled };
}

export async function catalogueSource(context: Context, engagementId: string, code: string): Promise<CatalogueSource> {
  const found = (await catalogueSources(context, engagementId)).find(({ head }) => head.code === code);
  if (found === undefined) throw new AppError('record.missing', { internal: `catalogue ${code}` });
  return found;
}

/** The chapters of an edition; null is the one that comes with the product. */
export async function groupsOf(
  context: Context,
  source: CatalogueSource,
  editionId: string | null,
): Promise<readonly GroupView[]> {
  if (!source.head.editions.some(({ id }) => id === editionId)) {
    throw new AppError('record.missing', { internal: `edition of ${source.head.code}` });
  }
  if (editionId !== null) {
    const groups = await selectGroups(context.tx, editionId);
    return groups.map((group) => ({
      ...group,
      controls: group.controls.map((control) => ({ ...control, references: [...control.references] })),
    }));
  }
  return (source.bundled?.groups ?? []).map((group) => ({
    id: group.id,
    number: group.number,
    title: group.title,
    aim: group.aim,
    depth: 0,
    controls: group.controls.map(({ references, ...control }) => ({
      ...control,
      guidance: '',
      depth: 0,
      references: references.map(({ standard, provision }) => `${standard}/${provision}`),
    })),
  }));
}

export function currentEdition(source: CatalogueSource): EditionView {
  const found = source.head.editions.find(({ current }) => current);
  if (found === undefined) throw new AppError('record.missing', { internal: `no current edition ${source.head.code}` });
  return found;
}

export async function listCatalogues(context: Context, input: In<'listCatalogues'>): Out<'listCatalogues'> {
  await context.client(engagementContract).getEngagement(input);
  return { catalogues: (await catalogueSources(context, input.engagementId)).map(({ head }) => head) };
}

export async function getCatalogue(context: Context, input: In<'getCatalogue'>): Out<'getCatalogue'> {
  await context.client(engagementContract).getEngagement({ engagementId: input.engagementId });
  const source = await catalogueSource(context, input.engagementId, input.code);
  const asked = input.edition === 'bundled' ? null : input.edition;
  const edition = asked === undefined ? currentEdition(source) : source.head.editions.find(({ id }) => id === asked);
  if (edition === undefined) throw new AppError('record.missing', { internal: `edition of ${input.code}` });
  const own = edition.id === null ? source.bundled : null;
  return {
    ...source.head,
    edition: edition.label,
    editionId: edition.id,
    current: edition.current,
    licence: edition.licence,
    source: edition.source,
    description: own?.description ?? '',
    fictional: own?.fictional ?? false,
    groups: [...(await groupsOf(context, source, edition.id))],
  };
}

export async function citeProvisions(context: Context, input: In<'citeProvisions'>): Out<'citeProvisions'> {
  await context.client(engagementContract).getEngagement({ engagementId: input.engagementId });
  const wanted = Map.groupBy(input.provisions, ({ standard }) => standard);
  const sources = await catalogueSources(context, input.engagementId);
  const citations: { standard: string; provision: string; citation: string }[] = [];
  for (const source of sources.filter(({ head }) => wanted.has(head.code))) {
    const edition = currentEdition(source);
    const groups = await groupsOf(context, source, edition.id);
    const asked = new Set(wanted.get(source.head.code)?.map(({ provision }) => provision));
    for (const group of groups) {
      for (const one of [group, ...group.controls]) {
        if (!asked.has(one.id)) continue;
        citations.push({ standard: source.head.code, provision: one.id, citation: citationOf(source.head.name, one) });
      }
    }
  }
  return { citations };
}

export function bundledCodes(): readonly string[] {
  return listContent('standards', ENDING).map((name) => name.slice(0, -ENDING.length));
}

const parsed = new Map<string, Standard>();

function bundledStandard(code: string): Standard {
  const found = parsed.get(code) ?? parseStandard(readContent(`standards/${code}${ENDING}`));
  parsed.set(code, found);
  return found;
}
