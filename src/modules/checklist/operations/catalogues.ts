/** Catalogues of audit items as other modules and pages read them. */
import type { AuditCatalogue } from '../../../core/content-schema/index.ts';
import { itemCatalogues } from '../../../kernel/item-catalogues.ts';
import { engagementOf } from '../../engagement/contract.ts';
import type { CatalogueView } from '../contract/catalogues.ts';
import { importedCatalogues, itemCatalogueFor } from '../imported-items.ts';
import { type H } from './shared.ts';

export const listCatalogues: H<'listCatalogues'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const all = [...itemCatalogues(), ...(await importedCatalogues(context, engagementId))];
  return { catalogues: all.map(viewOf) };
};

export const getCatalogue: H<'getCatalogue'> = async (context, { engagementId, code }) => {
  await engagementOf(context, engagementId);
  return viewOf(await itemCatalogueFor(context, engagementId, code));
};

export function viewOf(catalogue: AuditCatalogue): CatalogueView {
  const { code, version, title, introduction, edition, chapters } = catalogue;
  return {
    ...{ code, version, title, introduction },
    edition: edition.label,
    note: edition.note,
    unverified: [...edition.unverified],
    chapters: chapters.map(({ id, number, title: name, sections }) => ({
      ...{ id, number, title: name },
      sections: sections.map((section) => ({
        id: section.id,
        title: section.title,
        risk: section.risk,
        items: section.items.map((item) => ({ ...item, targets: [...item.targets] })),
      })),
    })),
  };
}
