/** Audit items that people made from the requirements of a standard, as a catalogue like those that come with the product. */
import {
  type AuditCatalogue,
  type CatalogueItem,
  catalogueOfStandard,
  standardOfCatalogue,
} from '../../core/content-schema/index.ts';
import { itemCatalogue } from '../../kernel/item-catalogues.ts';
import type { Context } from '../../kernel/module.ts';
import { standardsContract, type StandardItem } from '../standards/contract.ts';

/** They stand after those of the product. */
const LAST = 1000;

/** The items in use of every standard that has some. */
export async function importedCatalogues(context: Context, engagementId: string): Promise<AuditCatalogue[]> {
  const { sets } = await context.client(standardsContract).listItemSets({ engagementId });
  const found: AuditCatalogue[] = [];
  for (const { code } of sets) found.push(await importedCatalogue(context, engagementId, code));
  return found;
}

/** @throws AppError `record.missing` when there is no such catalogue, with the product or brought along */
export function itemCatalogueFor(context: Context, engagementId: string, code: string): Promise<AuditCatalogue> {
  const standard = standardOfCatalogue(code);
  return standard === null ? Promise.resolve(itemCatalogue(code)) : importedCatalogue(context, engagementId, standard);
}

async function importedCatalogue(context: Context, engagementId: string, code: string): Promise<AuditCatalogue> {
  const { name, edition, items } = await context.client(standardsContract).listItems({ engagementId, code });
  const used = items.filter(({ state }) => state === 'ready');
  const review = used.filter((item) => item.review).length;
  const groups = [...Map.groupBy(used, ({ group }) => group)];
  return {
    code: catalogueOfStandard(code),
    version: edition,
    type: 'audit-catalogue',
    order: LAST,
    title: `${name}の監査項目`,
    introduction: '取り込んだ基準の項目から作った監査項目です。',
    edition: {
      label: edition,
      note: '確認の観点、確かめ方及び証拠の例は、この自治体の業務の中で作ったものです。',
      unverified: review === 0 ? [] : [`基準の改定により見直しが必要な${review}項目の文言`],
    },
    terms: {},
    chapters: groups.map(([title, members], at) => ({
      id: `chapter-${at + 1}`,
      number: String(at + 1),
      title,
      sections: [{ id: `section-${at + 1}`, title, risk: '', items: members.map((item) => itemOf(code, item)) }],
    })),
  };
}

function itemOf(code: string, item: StandardItem): CatalogueItem {
  const severity = item.severity === 3 ? 3 : item.severity === 2 ? 2 : 1;
  return {
    id: item.key,
    number: item.number ?? item.controlId,
    title: item.title,
    point: item.point,
    confirmation: item.procedures,
    evidence: item.evidence,
    askWhom: item.askWhom,
    severity,
    targets: item.targets,
    references: [{ standard: code, provision: item.controlId }],
  };
}
