/** What every operation of the module needs: reach, days, the programme, the standards in hand. */
import type { Programme } from '../../../core/programme/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { fieldError, refuse } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { standardsContract } from '../../standards/contract.ts';
import type { checklistContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { checkRecordVersion } from '../../../kernel/record-store.ts';
import { type ChecklistRecord, checklists, type ItemRecord, items } from '../store/stores.ts';

export { facts };

type C = typeof checklistContract;
/** The type of one operation's handler, from the contract. */
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export function checkAfter(day: string, earlier: string | null, what: string): void {
  if (earlier !== null && day < earlier) throw fieldError('occurredOn', `${what}より前の日付は登録できません。`);
}

/** The edition in force, or the one named. */
export async function programmeOf(context: Context, programmeId: string, edition?: number): Promise<Programme> {
  const found = await context
    .client(auditPlanContract)
    .getProgramme(edition === undefined ? { programmeId } : { programmeId, edition });
  return found.programme;
}

/** A version of a checklist, held until the end of the transaction. */
export async function takeChecklist(context: Context, checklistId: string, version?: number): Promise<ChecklistRecord> {
  const checklist = await checklists.take(context.tx, checklistId);
  if (version !== undefined) checkRecordVersion(checklist, version);
  return checklist;
}

export function checkDraft({ state }: ChecklistRecord): void {
  if (state === 'draft' || state === 'returned') return;
  throw refuse('提案したチェックリストは変えられません。「新しい版を作る」から、理由を示して変えてください。');
}

/** An item with its checklist; both are held. */
export async function takeItem(
  context: Context,
  itemId: string,
  version: number,
): Promise<{ readonly item: ItemRecord; readonly checklist: ChecklistRecord }> {
  const { checklistId } = await items.get(context.tx, itemId);
  const checklist = await checklists.take(context.tx, checklistId);
  const item = await items.take(context.tx, itemId);
  checkRecordVersion(item, version);
  return { item, checklist };
}

/** All versions of the checklist of a programme, the oldest first. */
export function versionsOf(context: Context, programmeId: string): Promise<ChecklistRecord[]> {
  return checklists.list(context.tx, { programmeId });
}

export interface StandardChoice {
  readonly code: string;
  readonly name: string;
  readonly edition: string;
}

/** Standards in hand, and those with a catalogue that the caller may see, by the edition that counts. */
export async function standardsOf(context: Context, engagementId: string): Promise<StandardChoice[]> {
  const client = context.client(standardsContract);
  const { standards } = await client.listStandards({ engagementId });
  const { catalogues } = await client.listCatalogues({ engagementId });
  const inHand = standards.map(({ code, name, edition }) => ({ code, name, edition }));
  const known = new Set(inHand.map(({ code }) => code));
  const others = catalogues
    .filter(({ code }) => !known.has(code))
    .map(({ code, name, editions }) => ({ code, name, edition: editions.find(({ current }) => current)?.label ?? '' }));
  return [...inHand, ...others];
}
