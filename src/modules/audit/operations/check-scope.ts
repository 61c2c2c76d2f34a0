/** Which items stand on a department's checklist: those of the content file that suit it, and agreed additions. */
import type { AuditChecklistItem } from '../../../core/content-schema/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { nextPosition } from '../../../kernel/record-store.ts';
import {
  type CatalogueItemView,
  type CatalogueSectionView,
  checklistContract,
  type ItemView,
} from '../../checklist/contract.ts';
import { catalogue } from '../catalogue.ts';
import type { CheckContent } from '../contract/checks.ts';
import { findItem } from '../rules/catalogue-items.ts';
import { suits } from '../rules/check-rules.ts';
import { type AuditRecord, checks, type ProposalRecord } from '../store/stores.ts';

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
      : findItem(
          await context.client(checklistContract).getCatalogue({ engagementId, code: content.source.catalogue }),
          content.source.item,
        );
  if (found === undefined) {
    return { key: id, procedures: [], evidenceExamples: [], askWhom: '', severity: 2, assumedRisk: '', references: [] };
  }
  return catalogueParts(found.item, found.section);
}

function catalogueParts(item: CatalogueItemView, section: CatalogueSectionView) {
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

/** An item of the checklist of the programme; places that a person wrote are cited as they stand. */
export function checklistCheck(
  item: Omit<ItemView, 'id' | 'state' | 'position' | 'version'>,
  nameOf: (standard: string) => string,
): Omit<CheckContent, 'number'> {
  return {
    ...UNJUDGED,
    techniques: [],
    evidenceIds: [],
    key: item.key,
    section: item.section,
    title: item.title,
    point: item.point,
    procedures: item.procedures,
    evidenceExamples: item.evidence,
    askWhom: item.askWhom,
    severity: item.severity,
    assumedRisk: item.risk,
    references: item.references,
    places: item.basis
      .filter(({ provision }) => provision === null)
      .map(({ standard, place }) => `${nameOf(standard)} ${place}`),
    recommendation: '',
    selfCheckItems: [],
    contradiction: null,
    origin: item.catalogue === null ? 'added' : 'standard',
  };
}

/** An item of a catalogue as it stands on a checklist; copied, so that a later edition changes nothing that was judged. */
export function catalogueContent(item: CatalogueItemView, section: CatalogueSectionView): Omit<CheckContent, 'number'> {
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
