/** The items of the year before, kept with the first version of a checklist, and the comparison with them. */
import { AppError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type ChecklistRecord, checklists, earlier, type EarlierRecord, items } from '../store/stores.ts';
import { comparison, earlierItems } from './comparing.ts';
import { type H, programmeOf, takeChecklist } from './shared.ts';

export const listEarlierItems: H<'listEarlierItems'> = async (context, { checklistId }) => {
  const all = await earlierItems(context, await checklists.get(context.tx, checklistId));
  return { items: all.map(({ id, position, version, content }) => ({ ...content, id, position, version })) };
};

export const addEarlierItem: H<'addEarlierItem'> = async (context, { checklistId, ...written }) => {
  const checklist = await takeChecklist(context, checklistId);
  const all = await earlierItems(context, checklist);
  if (all.length >= 2000) throw refuse('前年度の監査項目は2,000件までです。');
  const saved = await earlier.insert(context, {
    ...{ engagementId: checklist.engagementId, checklistId: checklist.content.lineId ?? checklist.id },
    ...{ state: 'recorded', position: nextPosition(all), content: { ...written, key: null } },
  });
  return changedOf(saved);
};

export const changeEarlierItem: H<'changeEarlierItem'> = async (context, { earlierId, version, ...written }) => {
  const record = await take(context, earlierId, version);
  return changedOf(await earlier.save(context.tx, record, { content: written }));
};

export const removeEarlierItem: H<'removeEarlierItem'> = async (context, { earlierId, version }) => {
  const record = await take(context, earlierId, version);
  await earlier.delete(context.tx, record.id);
  return OK;
};

export const takeEarlierChecklist: H<'takeEarlierChecklist'> = async (context, { checklistId, from }) => {
  const checklist = await takeChecklist(context, checklistId);
  const source = await checklists.get(context.tx, from);
  await checkSource(context, checklist, source);
  if ((await earlierItems(context, checklist)).length > 0)
    throw refuse('前年度の監査項目は既に登録されています。取り除いてから、取り込んでください。');
  const rows = (await items.list(context.tx, { checklistId: source.id })).filter(({ state }) => state === 'in-scope');
  await earlier.insertAll(
    context,
    rows.map(({ content: { key, section, title, point } }, at) => ({
      ...{ engagementId: checklist.engagementId, checklistId: checklist.content.lineId ?? checklist.id },
      ...{ state: 'recorded' as const, position: at + 1 },
      content: { number: String(at + 1), key, section, title, point },
    })),
  );
  return { items: rows.length };
};

async function checkSource(context: Context, checklist: ChecklistRecord, source: ChecklistRecord): Promise<void> {
  const types = await Promise.all([checklist, source].map((one) => programmeOf(context, one.programmeId)));
  const fits = types[0]?.recordType === types[1]?.recordType && source.engagementId !== checklist.engagementId;
  if (!fits || source.state !== 'agreed')
    throw new AppError('state.refused', {
      message: '比べる相手にできるのは、前の年度に合意した、同じ種類の監査のチェックリストです。選び直してください。',
    });
}

export const compareChecklist: H<'compareChecklist'> = async (context, { checklistId }) => {
  const checklist = await checklists.get(context.tx, checklistId);
  const { base, counts, rows } = await comparison(context, checklist, await items.list(context.tx, { checklistId }));
  return { base, counts, rows: [...rows] };
};

async function take(context: Context, earlierId: string, version: number): Promise<EarlierRecord> {
  const record = await earlier.take(context.tx, earlierId);
  checkRecordVersion(record, version);
  return record;
}
