/** Grounds from standards that the municipality brought along, beside those that come with the product. */
import { mayUse } from '../../kernel/caller.ts';
import type { Context } from '../../kernel/module.ts';
import { standardsContract } from '../standards/contract.ts';
import { catalogue, cite, citations } from './catalogue.ts';
import type { GroundStandard } from './contract/findings.ts';
import type { Basis } from './rules/basis.ts';

interface Pointer {
  readonly standard: string;
  readonly provision: string;
}

/** Where nobody has ranked a standard in the contract, it comes after the national ones. */
const LAST_TIER = 5;

const keyOf = ({ standard, provision }: Pointer): string => `${standard} ${provision}`;

const comesWithProduct = ({ standard, provision }: Pointer): boolean =>
  catalogue().standards.some(
    ({ code, groups }) =>
      code === standard &&
      groups.some((group) => group.id === provision || group.controls.some(({ id }) => id === provision)),
  );

/** Citations of those that do not come with the product, by standard and provision. */
async function importedCitations(
  context: Context,
  engagementId: string,
  references: readonly Pointer[],
): Promise<ReadonlyMap<string, string>> {
  const others = new Map(references.filter((one) => !comesWithProduct(one)).map((one) => [keyOf(one), one]));
  if (others.size === 0 || !mayUse(standardsContract, 'standards.read', context.caller)) return new Map();
  const provisions = [...others.values()].map(({ standard, provision }) => ({ standard, provision }));
  const found = await context.client(standardsContract).citeProvisions({ engagementId, provisions });
  return new Map(found.citations.map((one) => [keyOf(one), one.citation]));
}

/** As `citations`, for these references; a provision that nobody knows any more is shown by its code. */
export async function citationsWith(
  context: Context,
  engagementId: string,
  references: readonly Pointer[],
): Promise<typeof citations> {
  const imported = await importedCitations(context, engagementId, references);
  return (asked) => asked.map((one) => imported.get(keyOf(one)) ?? citations([one])[0] ?? keyOf(one));
}

/** As `cite`: each provision with its citation and its rank. @throws AppError `record.missing` for an unknown one */
export async function basisOf(
  context: Context,
  engagementId: string,
  references: readonly Pointer[],
): Promise<Basis[]> {
  const imported = await importedCitations(context, engagementId, references);
  const tiers = imported.size === 0 ? new Map<string, number>() : await tiersOf(context, engagementId);
  return references.map((one) => {
    const citation = imported.get(keyOf(one));
    if (citation === undefined) return cite(one);
    const { standard, provision } = one;
    return { standard, provision, citation, tier: tiers.get(standard) ?? LAST_TIER };
  });
}

/** Everything that can be cited of them, for the picker of a finding. */
export async function importedGrounds(context: Context, engagementId: string): Promise<GroundStandard[]> {
  const standards = context.client(standardsContract);
  const { catalogues } = await standards.listCatalogues({ engagementId });
  const own = catalogues.filter(({ code }) => !catalogue().standards.some((one) => one.code === code));
  if (own.length === 0) return [];
  const tiers = await tiersOf(context, engagementId);
  const grounds: GroundStandard[] = [];
  for (const { code, name } of own) {
    const { groups } = await standards.getCatalogue({ engagementId, code });
    grounds.push({
      code,
      title: name,
      tier: tiers.get(code) ?? LAST_TIER,
      provisions: groups.flatMap((group) =>
        [group, ...group.controls].map(({ id, number, title }) => ({
          id,
          chapter: labelOf(group),
          label: labelOf({ number, title }),
          citation: `${name}${number === null ? '' : ` ${number}`}${number === title ? '' : `（${title}）`}`,
        })),
      ),
    });
  }
  return grounds;
}

const labelOf = ({ number, title }: { readonly number: string | null; readonly title: string }): string =>
  number === null || number === title ? title : `${number}　${title}`;

/** The ranks of the contract, for standards in hand. */
async function tiersOf(context: Context, engagementId: string): Promise<ReadonlyMap<string, number>> {
  const { standards } = await context.client(standardsContract).listStandards({ engagementId });
  return new Map(standards.map(({ code, tier }) => [code, tier]));
}
