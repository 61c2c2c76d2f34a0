/** Which items stand on a department's checklist: those of the content file that suit it, and agreed additions. */
import {
  type AuditChecklistItem,
  type CatalogueItem,
  type CatalogueSection,
  findCatalogueItem,
} from '../../../core/content-schema/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { catalogue } from '../catalogue.ts';
import type { CheckContent } from '../contract/checks.ts';
import { itemCatalogueFor } from '../imported-items.ts';
import { suits } from '../rules/check-rules.ts';
import { type AuditRecord, checks, type ProposalRecord } from '../store/stores.ts';
import { nextPosition } from './shared.ts';

/** Adds what suits the department and is not there yet; nothing is taken away. */
export async function addSuitableChecks(context: Context, audit: AuditRecord): Promise<void> {
  const present = new Set((await checks.list(context.tx, { auditId: audit.id })).map(({ content }) => content.key));
  const missing = catalogue().department.sections.flatMap(({ title, items }) =>
    items
      .filter(({ id, suitability }) => !present.has(id) && suits(suitability, audit.content.profile))
      .map((item) => ({ position: item.number, content: fromList(item, title) })),
  );
  await insertChecks(context, audit, missing);
}

/** Puts items on the checklist of an audit together. */
export async function insertChecks(
  context: Context,
  audit: AuditRecord,
  items: readonly { readonly position: number; readonly content: CheckContent }[],
): Promise<void> {
  await checks.insertAll(
    context,
    items.map((item) => ({
      engagementId: audit.engagementId,
      auditId: audit.id,
      state: 'in-scope' as const,
      ...item,
    })),
  );
}

const UNJUDGED = {
  leftOutReason: null,
  judgement: 'unconfirmed',
  techniques: [],
  fact: '',
  note: '',
  evidenceIds: [],
  judgedBy: null,
  judgedOn: null,
} as const satisfies Partial<CheckContent>;

/** The item is copied: a later edition of the file does not change what was judged. */
function fromList(item: AuditChecklistItem, section: string): CheckContent {
  return {
    ...UNJUDGED,
    techniques: [],
    evidenceIds: [],
    key: item.id,
    number: item.number,
    section,
    title: item.title,
    point: item.point,
    procedures: item.confirmation.map(({ technique, procedure }) => ({ technique, procedure })),
    evidenceExamples: item.evidence,
    askWhom: item.askWhom,
    severity: item.severity,
    assumedRisk: item.assumedRisk,
    recommendation: item.recommendation,
    references: item.references,
    selfCheckItems: item.selfCheckItems,
    contradiction: item.contradiction ?? null,
    origin: 'standard',
  };
}

export async function addAgreedCheck(context: Context, audit: AuditRecord, proposal: ProposalRecord): Promise<void> {
  const position = nextPosition(await checks.list(context.tx, { auditId: audit.id }));
  await checks.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    state: 'in-scope',
    position,
    content: {
      ...UNJUDGED,
      techniques: [],
      evidenceIds: [],
      number: position,
      section: proposal.content.section,
      title: proposal.content.title,
      point: proposal.content.point,
      recommendation: '',
      selfCheckItems: [],
      contradiction: null,
      origin: 'added',
      ...(await fromCatalogue(context, proposal)),
    },
  });
}

/** How the item is confirmed: copied from its catalogue, or open when the contractor has worded it. */
async function fromCatalogue(context: Context, { id, engagementId, content }: ProposalRecord) {
  const found =
    content.source === null
      ? undefined
      : findCatalogueItem(await itemCatalogueFor(context, engagementId, content.source.catalogue), content.source.item);
  if (found === undefined) {
    return { key: id, procedures: [], evidenceExamples: [], askWhom: '', severity: 2, assumedRisk: '', references: [] };
  }
  return catalogueParts(found.item, found.section);
}

function catalogueParts(item: CatalogueItem, section: CatalogueSection) {
  return {
    key: item.id,
    procedures: item.confirmation,
    evidenceExamples: item.evidence,
    askWhom: item.askWhom,
    severity: item.severity,
    assumedRisk: section.risk,
    references: item.references,
  };
}

/** An item of a catalogue as it stands on a checklist; copied, so that a later edition changes nothing that was judged. */
export function catalogueContent(item: CatalogueItem, section: CatalogueSection): Omit<CheckContent, 'number'> {
  return {
    ...UNJUDGED,
    techniques: [],
    evidenceIds: [],
    section: section.title,
    title: item.title,
    point: item.point,
    recommendation: '',
    selfCheckItems: [],
    contradiction: null,
    origin: 'standard',
    ...catalogueParts(item, section),
  };
}
