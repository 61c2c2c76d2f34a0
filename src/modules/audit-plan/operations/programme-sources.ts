/** Catalogues of audit items and standards that a programme can be made from. */
import { catalogueItems, catalogueOfStandard, parseChecklist } from '../../../core/content-schema/index.ts';
import type { AuditTarget } from '../../../core/content-schema/audit-target.ts';
import type { Programme, TargetKind } from '../../../core/programme/index.ts';
import { suitsKind } from '../../../core/programme/suitable.ts';
import { listContent, readContent } from '../../../kernel/content.ts';
import { AppError } from '../../../kernel/error.ts';
import { itemCatalogues } from '../../../kernel/item-catalogues.ts';
import type { Context } from '../../../kernel/module.ts';
import { standardsContract } from '../../standards/contract.ts';
import type { ProgrammeSources } from '../contract/programmes.ts';
import { byPrecedence, sourceProblems } from '../rules/programme-sources.ts';

type Catalogue = ProgrammeSources['catalogues'][number];

export async function sourcesFor(
  context: Context,
  engagementId: string,
  kinds: readonly TargetKind[],
): Promise<ProgrammeSources> {
  return {
    catalogues: [...productCatalogues(kinds), ...(await ownCatalogues(context, engagementId, kinds))],
    standards: await standardsOf(context, engagementId),
  };
}

/** The programme with its standards in their order. @throws AppError `input.invalid` naming the fields */
export async function checkedProgramme(
  context: Context,
  engagementId: string,
  programme: Programme,
  before: Programme,
): Promise<Programme> {
  const sources = await sourcesFor(context, engagementId, programme.targetKinds);
  const fields = sourceProblems(programme, before, sources);
  if (fields.length > 0) throw new AppError('input.invalid', { fields });
  const { checklistTerms } = programme;
  return { ...programme, checklistTerms: { ...checklistTerms, bases: byPrecedence(checklistTerms.bases, sources) } };
}

function suiting(
  catalogue: string,
  items: readonly { readonly targets: readonly AuditTarget[] }[],
  kinds: readonly TargetKind[],
): number {
  return items.filter(({ targets }) => kinds.some((kind) => suitsKind({ catalogue, targets }, kind, kinds))).length;
}

function productCatalogues(kinds: readonly TargetKind[]): Catalogue[] {
  const catalogues = itemCatalogues().map((catalogue): Catalogue => {
    const { code, title, edition } = catalogue;
    const items = catalogueItems(catalogue);
    return {
      ...{ code, title, edition: edition.label },
      ...{ items: items.length, suiting: suiting(code, items, kinds), free: true },
    };
  });
  return [...catalogues, ...ownLists()];
}

let lists: readonly Catalogue[] | undefined;

/** The lists of one programme each, which no other takes its items from. */
function ownLists(): readonly Catalogue[] {
  lists ??= listContent('checklists', '.yaml').map((name): Catalogue => {
    const list = parseChecklist(readContent(`checklists/${name}`));
    const items =
      list.type === 'department-audit'
        ? list.sections.flatMap((section) => [...section.items])
        : list.parts.flatMap(({ groups }) => groups.flatMap((group) => [...group.items]));
    const { code, title, version } = list;
    return { ...{ code, title, edition: version }, items: items.length, suiting: items.length, free: false };
  });
  return lists;
}

/** Those made from the items of standards that were brought along. */
async function ownCatalogues(
  context: Context,
  engagementId: string,
  kinds: readonly TargetKind[],
): Promise<Catalogue[]> {
  const client = context.client(standardsContract);
  const { sets } = await client.listItemSets({ engagementId });
  const found: Catalogue[] = [];
  for (const { code, name, edition } of sets) {
    const { items } = await client.listItems({ engagementId, code });
    const ready = items.filter(({ state }) => state === 'ready');
    const catalogue = catalogueOfStandard(code);
    found.push({
      ...{ code: catalogue, title: `${name}の監査項目`, edition },
      ...{ items: ready.length, suiting: suiting(catalogue, ready, kinds), free: true },
    });
  }
  return found;
}

async function standardsOf(context: Context, engagementId: string): Promise<ProgrammeSources['standards']> {
  const client = context.client(standardsContract);
  const { standards, awaited, precedence } = await client.listStandards({ engagementId });
  const { catalogues } = await client.listCatalogues({ engagementId });
  // A catalogue of another issuer is that of an invented city, and says nothing of the edition.
  const current = (code: string, issuer: string): string | null =>
    catalogues.find((one) => one.code === code && one.issuer === issuer)?.editions.find((edition) => edition.current)
      ?.label ?? null;
  const rankOf = (code: string): number | null => {
    const at = precedence.findIndex((group) => group.includes(code));
    return at === -1 ? null : at + 1;
  };
  return [
    ...standards.map(({ code, name, edition }) => ({ code, name, edition, received: true })),
    ...awaited.map(({ code, name, issuer }) => ({ code, name, edition: current(code, issuer), received: false })),
  ]
    .map((standard) => ({ ...standard, rank: rankOf(standard.code) }))
    .sort((a, b) => (a.rank ?? precedence.length + 1) - (b.rank ?? precedence.length + 1));
}
