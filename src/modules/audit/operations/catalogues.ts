/** Catalogues of audit items, and the way of chosen items onto a department's checklist by agreement of the city. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { nextPosition } from '../../../kernel/record-store.ts';
import { type CatalogueView, checklistContract } from '../../checklist/contract.ts';
import { catalogueItems, findItem } from '../rules/catalogue-items.ts';
import { citationsWith } from '../imported-standards.ts';
import { type AuditRecord, checks, proposals } from '../store/stores.ts';
import type { H } from './handler.ts';
import { checkFieldwork, facts, takeAudit } from './shared.ts';

export const listItemCatalogues: H<'listItemCatalogues'> = async (context, input) => {
  const { catalogues } = await context.client(checklistContract).listCatalogues(input);
  return {
    catalogues: catalogues.map((catalogue) => {
      return {
        ...headOf(catalogue),
        items: catalogueItems(catalogue).length,
        chapters: catalogue.chapters.map((chapter) => ({
          number: chapter.number,
          title: chapter.title,
          items: catalogueItems({ chapters: [chapter] }).length,
        })),
      };
    }),
  };
};

export const getItemCatalogue: H<'getItemCatalogue'> = async (context, { engagementId, code }) => {
  const catalogue = await context.client(checklistContract).getCatalogue({ engagementId, code });
  const references = catalogueItems(catalogue).flatMap((item) => item.references);
  const cited = await citationsWith(context, engagementId, references);
  return {
    ...headOf(catalogue),
    chapters: catalogue.chapters.map(({ number, title, sections }) => ({
      number,
      title,
      sections: sections.map((section) => ({
        id: section.id,
        title: section.title,
        risk: section.risk,
        items: section.items.map(({ confirmation, evidence, references, ...item }) => ({
          ...item,
          procedures: confirmation,
          evidenceExamples: evidence,
          citations: cited(references),
        })),
      })),
    })),
  };
};

function headOf({ code, version, title, introduction, edition, note, unverified }: CatalogueView) {
  return { code, version, title, introduction, edition, note, unverified };
}

/** Nothing is added without the city: clause 9(1)ウ-p5 asks for consultation on further points. */
export const proposeCatalogueItems: H<'proposeCatalogueItems'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldwork(audit);
  const { engagementId } = audit;
  const catalogue = await context.client(checklistContract).getCatalogue({ engagementId, code: input.catalogue });
  const wanted = [...new Set(input.items)];
  const found = wanted.map((id) => {
    const place = findItem(catalogue, id);
    if (place === undefined) {
      throw new AppError('record.missing', {
        message: '選んだ項目が目録に見つかりません。目録を開き直して、選び直してください。',
        internal: `${catalogue.code} ${id}`,
      });
    }
    return place;
  });
  const taken = await takenItems(context, audit);
  const twice = found.filter(({ item }) => taken.has(item.id));
  if (twice.length > 0) {
    const names = twice.map(({ item }) => `「${item.number} ${item.title}」`).join('');
    throw new AppError('input.invalid', {
      fields: [{ path: 'items', message: `${names}は、既に確認項目にあるか、提案中です。選択から外してください。` }],
    });
  }
  let position = nextPosition(await proposals.list(context.tx, { auditId: audit.id }));
  for (const { item, chapter, section } of found) {
    const proposal = await proposals.insert(context, {
      engagementId: audit.engagementId,
      auditId: audit.id,
      parentId: null,
      state: 'proposed',
      position,
      content: {
        title: item.title,
        point: item.point,
        reason: input.reason,
        section: `${chapter.number}　${section.title}`,
        decision: null,
        source: { catalogue: catalogue.code, item: item.id },
      },
    });
    position += 1;
    facts.record(context, 'check-item.proposed', {
      engagementId: audit.engagementId,
      subject: proposal.id,
      data: { department: audit.departmentId, contract: null },
    });
  }
  return { proposed: found.length };
};

/** Items that stand on the checklist or wait for the city's decision. */
async function takenItems(context: Context, audit: AuditRecord): Promise<ReadonlySet<string>> {
  const present = (await checks.list(context.tx, { auditId: audit.id })).map(({ content }) => content.key);
  const waiting = (await proposals.list(context.tx, { auditId: audit.id })).flatMap(({ state, content }) =>
    state === 'proposed' && content.source !== null ? [content.source.item] : [],
  );
  return new Set([...present, ...waiting]);
}
