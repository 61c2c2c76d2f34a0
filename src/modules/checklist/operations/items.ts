/** Items of a draft: added from catalogues or worded by people, changed, grounded, left out; and what the city says about them. */
import { fieldError, refuse } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Basis } from '../contract/shared.ts';
import { nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type ChecklistRecord, items, type ItemRecord } from '../store/stores.ts';
import { namedItems } from './draft.ts';
import { checkDraft, type H, programmeOf, standardsOf, takeChecklist, takeItem } from './shared.ts';

export const addCatalogueItems: H<'addCatalogueItems'> = async (context, { checklistId, catalogue, items: wanted }) => {
  const checklist = await draftOf(context, checklistId);
  const rows = await items.list(context.tx, { checklistId });
  const known = new Map(rows.map(({ content }) => [content.key, content]));
  const twice = wanted.flatMap((key) => known.get(key) ?? []);
  if (twice.length > 0) {
    const names = twice.map(({ title }) => `「${title}」`).join('');
    throw fieldError('items', `${names}は、既にチェックリストにあるか、外した項目です。選択から外してください。`);
  }
  const programme = await programmeOf(context, checklist.programmeId);
  const ids = new Set(wanted);
  const contents = await namedItems(context, checklist.engagementId, programme, catalogue, ids);
  if (contents.length !== ids.size)
    throw fieldError('items', '目録に見つからない項目があります。目録を開き直して、選び直してください。');
  const first = nextPosition(rows);
  await items.insertAll(
    context,
    contents.map((content, at) => ({
      ...{ engagementId: checklist.engagementId, checklistId, state: 'in-scope' as const, position: first + at },
      content,
    })),
  );
  return { added: contents.length };
};

export const addOwnItem: H<'addOwnItem'> = async (context, { checklistId, ...written }) => {
  const checklist = await draftOf(context, checklistId);
  await checkBasis(context, checklist.engagementId, written.basis);
  checkTrends(checklist, written.trends);
  const rows = await items.list(context.tx, { checklistId });
  const saved = await items.insert(context, {
    ...{ engagementId: checklist.engagementId, checklistId, state: 'in-scope', position: nextPosition(rows) },
    content: {
      ...written,
      key: `own-${context.newId()}`,
      catalogue: null,
      model: null,
      risk: '',
      references: [],
      leftOutReason: '',
      remark: '',
      reworded: false,
    },
  });
  return changedOf(saved);
};

export const changeItem: H<'changeItem'> = async (context, { itemId, version, ...written }) => {
  const { item, checklist } = await takeItem(context, itemId, version);
  checkDraft(checklist);
  await checkBasis(context, checklist.engagementId, written.basis);
  checkTrends(checklist, written.trends);
  const saved = await items.save(context.tx, item, {
    content: { ...written, reworded: item.content.reworded || rewords(item, written) },
  });
  return changedOf(saved);
};

/** Grounds and trends are additions; another wording is not what the catalogue says any more. */
function rewords({ content }: ItemRecord, written: { readonly point: string; readonly title: string }): boolean {
  return content.catalogue !== null && (content.point !== written.point || content.title !== written.title);
}

export const leaveOutItem: H<'leaveOutItem'> = async (context, { itemId, version, reason }) => {
  const { item, checklist } = await takeItem(context, itemId, version);
  checkDraft(checklist);
  if (item.state === 'left-out') throw refuse('この項目は既に外しています。');
  return changedOf(await items.save(context.tx, item, { state: 'left-out', content: { leftOutReason: reason } }));
};

export const bringBackItem: H<'bringBackItem'> = async (context, { itemId, version }) => {
  const { item, checklist } = await takeItem(context, itemId, version);
  checkDraft(checklist);
  if (item.state === 'in-scope') throw refuse('この項目は外していません。');
  return changedOf(await items.save(context.tx, item, { state: 'in-scope', content: { leftOutReason: '' } }));
};

export const removeOwnItem: H<'removeOwnItem'> = async (context, { itemId, version }) => {
  const { item, checklist } = await takeItem(context, itemId, version);
  checkDraft(checklist);
  if (item.content.catalogue !== null || checklist.content.lineId !== null)
    throw refuse('目録の項目及び前の版からの項目は、取り除かずに理由を示して外してください。');
  await items.delete(context.tx, item.id);
  return OK;
};

export const groundItems: H<'groundItems'> = async (context, { checklistId, items: ids, standard, place }) => {
  const checklist = await draftOf(context, checklistId);
  const added: Basis = { standard, provision: null, place };
  await checkBasis(context, checklist.engagementId, [added]);
  const rows = await items.list(context.tx, { checklistId });
  const wanted = new Set(ids);
  const chosen = rows.filter(({ id }) => wanted.has(id));
  if (chosen.length !== wanted.size)
    throw fieldError('items', 'このチェックリストにない項目が選ばれています。画面を開き直して、選び直してください。');
  const lacking = chosen.filter(
    ({ content }) => !content.basis.some((one) => one.standard === standard && one.place === place),
  );
  for (const item of lacking)
    await items.save(context.tx, item, { content: { basis: [...item.content.basis, added] } });
  return { grounded: lacking.length };
};

export const remarkItem: H<'remarkItem'> = async (context, { itemId, version, remark }) => {
  const { item, checklist } = await takeItem(context, itemId, version);
  if (checklist.state !== 'proposed')
    throw refuse('意見は、提案されたチェックリストの項目に書きます。提案を待ってください。');
  return changedOf(await items.save(context.tx, item, { content: { remark } }));
};

async function draftOf(context: Context, checklistId: string): Promise<ChecklistRecord> {
  const checklist = await takeChecklist(context, checklistId);
  checkDraft(checklist);
  return checklist;
}

/** An item rests on what somebody has in hand, at a place that is written. */
async function checkBasis(context: Context, engagementId: string, given: readonly Basis[]): Promise<void> {
  if (given.length === 0) return;
  const known = new Set((await standardsOf(context, engagementId)).map(({ code }) => code));
  const unknown = given.findIndex(({ standard }) => !known.has(standard));
  if (unknown >= 0)
    throw fieldError(
      `basis.${unknown}.standard`,
      'まだ受け取っていない基準です。基準の画面で受け取りを記録してから、根拠としてください。',
    );
  const empty = given.findIndex(({ place }) => place === '');
  if (empty >= 0) throw fieldError(`basis.${empty}.place`, '基準のどの箇所によるかを書いてください。');
}

function checkTrends({ content }: ChecklistRecord, given: readonly string[]): void {
  const names = new Set(content.trends.map(({ name }) => name));
  const unknown = given.find((name) => !names.has(name));
  if (unknown !== undefined)
    throw fieldError(
      'trends',
      `「${unknown}」は、このチェックリストの動向にありません。先に動向を書き加えてください。`,
    );
}
