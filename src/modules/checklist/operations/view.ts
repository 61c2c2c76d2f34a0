/** A version of a checklist as pages and papers show it: counted, compared, with what stands against it. */
import type { Programme } from '../../../core/programme/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { ChecklistHead, ChecklistView, Tally } from '../contract/checklists.ts';
import type { ItemView } from '../contract/items.ts';
import { itemCatalogueFor } from '../imported-items.ts';
import { tallyOf, warningsOf } from '../rules/tally.ts';
import { type ChecklistRecord, checklists, type ItemRecord, items } from '../store/stores.ts';
import { comparison } from './comparing.ts';
import { programmeOf, standardsOf } from './shared.ts';

export function headOf(
  { id, engagementId, programmeId, position, state, version, content }: ChecklistRecord,
  programme: Pick<Programme, 'title' | 'recordType'>,
  inScope: number,
): ChecklistHead {
  return {
    ...content,
    ...{ id, engagementId, programmeId, position, state, version },
    programme: programme.title,
    recordType: programme.recordType,
    items: inScope,
  };
}

export function itemViewOf({ id, state, position, version, content }: ItemRecord): ItemView {
  return { ...content, id, state, position, version };
}

/** Counts over the items as they stand, with everything that the rules of the contract read. */
export async function countItems(
  context: Context,
  checklist: ChecklistRecord,
  programme: Programme,
  rows: readonly ItemRecord[],
): Promise<Tally> {
  const { targets } = await context
    .client(auditPlanContract)
    .listTargets({ engagementId: checklist.engagementId, programmeId: checklist.programmeId });
  const living = targets.filter(({ state }) => state !== 'withdrawn').map(({ kind }) => kind);
  const editions = new Map((await standardsOf(context, checklist.engagementId)).map((one) => [one.code, one.edition]));
  const { base, counts } = await comparison(context, checklist, rows);
  return tallyOf({
    items: rows,
    trends: checklist.content.trends,
    programme,
    targets: living.length === 0 ? programme.targetKinds : living,
    editionOf: (standard) => editions.get(standard),
    changed: base === null ? null : counts.changed + counts.new + counts.gone,
  });
}

export async function checklistView(context: Context, checklist: ChecklistRecord): Promise<ChecklistView> {
  const programme = await programmeOf(context, checklist.programmeId);
  const rows = await items.list(context.tx, { checklistId: checklist.id });
  const tally = await countItems(context, checklist, programme, rows);
  const standards = await standardsOf(context, checklist.engagementId);
  const { checklistTerms } = programme;
  const nameOf = (code: string): string => standards.find((one) => one.code === code)?.name ?? code;
  return {
    ...headOf(checklist, programme, tally.items),
    tally,
    warnings: warningsOf(tally, rows, programme, nameOf),
    rows: rows.map(itemViewOf),
    standards,
    trendsAsked: checklistTerms.trends,
    formsAsked: checklistTerms.forms,
    unverified: await unverifiedOf(context, checklist),
    earlierChecklists: await earlierChecklists(context, checklist, programme.recordType),
  };
}

/** What nobody has verified about the catalogues that the items came from. */
async function unverifiedOf(context: Context, { engagementId, content }: ChecklistRecord): Promise<string[]> {
  const found: string[] = [];
  for (const { catalogue } of content.sources) {
    const { title, edition } = await itemCatalogueFor(context, engagementId, catalogue);
    found.push(...edition.unverified.map((matter) => `${title}：${matter}`));
  }
  return found;
}

async function earlierChecklists(
  context: Context,
  checklist: ChecklistRecord,
  recordType: string,
): Promise<{ id: string; title: string }[]> {
  const { engagements } = await context.client(engagementContract).listEngagements({});
  const own = engagements.find(({ id }) => id === checklist.engagementId);
  const found: { id: string; title: string }[] = [];
  for (const engagement of engagements) {
    if (own === undefined || engagement.id === own.id || engagement.periodFrom >= own.periodFrom) continue;
    const agreed = (await checklists.list(context.tx, { engagementId: engagement.id })).filter(
      ({ state }) => state === 'agreed',
    );
    for (const one of agreed)
      if ((await programmeOf(context, one.programmeId)).recordType === recordType)
        found.push({ id: one.id, title: `${engagement.title}　${one.content.title}` });
  }
  return found;
}
