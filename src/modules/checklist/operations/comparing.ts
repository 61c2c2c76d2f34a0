/** A checklist against the items of the year before, or against the version before. */
import type { Context } from '../../../kernel/module.ts';
import { compare, type Compared, countRows, type Row } from '../rules/compare.ts';
import { type ChecklistRecord, earlier, type EarlierRecord, type ItemRecord, items } from '../store/stores.ts';
import { versionsOf } from './shared.ts';

interface Comparison {
  readonly base: 'earlier-year' | 'version' | null;
  readonly counts: Record<Row['difference'], number>;
  readonly rows: readonly Row[];
}

export async function comparison(
  context: Context,
  checklist: ChecklistRecord,
  own: readonly ItemRecord[],
): Promise<Comparison> {
  const used = own.filter(({ state }) => state === 'in-scope').map(ofItem);
  const left = own.filter(({ state }) => state === 'left-out').map(ofItem);
  const lastYear = await earlierItems(context, checklist);
  if (lastYear.length > 0) return told('earlier-year', compare(used, lastYear.map(ofEarlier), left));
  const before = (await versionsOf(context, checklist.programmeId)).findLast(
    ({ position }) => position < checklist.position,
  );
  if (before === undefined) return { base: null, counts: { same: 0, changed: 0, new: 0, gone: 0 }, rows: [] };
  const old = await items.list(context.tx, { checklistId: before.id });
  return told('version', compare(used, old.filter(({ state }) => state === 'in-scope').map(ofItem), left));
}

const told = (base: Comparison['base'], rows: readonly Row[]): Comparison => ({ base, counts: countRows(rows), rows });

/** Kept with the first version, for all versions of the year. */
export async function earlierItems(context: Context, checklist: ChecklistRecord): Promise<EarlierRecord[]> {
  return earlier.list(context.tx, { checklistId: checklist.content.lineId ?? checklist.id });
}

const ofItem = ({ position, content }: ItemRecord): Compared => ({
  key: content.key,
  number: String(position),
  title: content.title,
  point: content.point,
  reason: content.leftOutReason,
});

const ofEarlier = ({ content }: EarlierRecord): Compared => content;
