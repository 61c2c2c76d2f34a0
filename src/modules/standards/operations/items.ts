/** Audit items made from the requirements of a standard. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { ControlView, GroupView } from '../contract/catalogues.ts';
import type { ItemView } from '../contract/items.ts';
import type { standardsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { draftItem } from '../rules/draft-item.ts';
import {
  deleteItem,
  insertItems,
  saveItemRow,
  selectItemCounts,
  selectItems,
  type StoredItem,
  takeItem,
} from '../store-mappings.ts';
import { catalogueSource, catalogueSources, currentEdition, groupsOf } from './catalogues.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

interface Place {
  readonly group: GroupView;
  readonly control: ControlView;
  readonly at: number;
}

async function standardOf(context: Context, engagementId: string, code: string) {
  await context.client(engagementContract).getEngagement({ engagementId });
  const source = await catalogueSource(context, engagementId, code);
  const edition = currentEdition(source);
  const groups = await groupsOf(context, source, edition.id);
  const all = groups.flatMap((group) => group.controls.map((control) => ({ group, control })));
  const places = new Map<string, Place>(all.map((place, at) => [place.control.id, { ...place, at }]));
  return { source, edition, places };
}

export async function listItemSets(context: Context, { engagementId }: In<'listItemSets'>): Out<'listItemSets'> {
  await context.client(engagementContract).getEngagement({ engagementId });
  const counts = new Map((await selectItemCounts(context.tx)).map(({ code, items }) => [code, items]));
  if (counts.size === 0) return { sets: [] };
  const sources = await catalogueSources(context, engagementId);
  return {
    sets: sources.flatMap((source) => {
      const items = counts.get(source.head.code);
      if (items === undefined) return [];
      return [{ code: source.head.code, name: source.head.name, edition: currentEdition(source).label, items }];
    }),
  };
}

export async function listItems(context: Context, { engagementId, code }: In<'listItems'>): Out<'listItems'> {
  const { source, edition, places } = await standardOf(context, engagementId, code);
  const items = (await selectItems(context.tx, code)).map((item) => viewOf(item, places.get(item.controlId)));
  return { name: source.head.name, edition: edition.label, items };
}

function viewOf(item: StoredItem, place: Place | undefined): ItemView {
  const { id, version, key, controlId, state, review, content } = item;
  return {
    ...content,
    ...{ id, version, key, controlId, state, review },
    number: place?.control.number ?? null,
    group: place?.group.title ?? '廃止された項目',
  };
}

export async function draftItems(context: Context, input: In<'draftItems'>): Out<'draftItems'> {
  const { engagementId, code } = input;
  const { places } = await standardOf(context, engagementId, code);
  const wanted = [...new Set(input.controls)];
  const unknown = wanted.find((id) => !places.has(id));
  if (unknown !== undefined) {
    throw fieldError('controls', `「${unknown}」は、今使う版の項目にありません。画面を開き直して選んでください。`);
  }
  const present = await selectItems(context.tx, code);
  const taken = new Set(present.filter(({ state }) => state !== 'retired').map(({ controlId }) => controlId));
  const keys = new Set(present.map(({ key }) => key));
  const rows = wanted.flatMap((controlId): StoredItem[] => {
    const place = places.get(controlId);
    if (place === undefined || taken.has(controlId)) return [];
    const key = freeKey(`${code}.${controlId}`, keys);
    return [
      {
        ...{ id: context.newId(), code, key, controlId, position: place.at },
        ...{ state: 'draft', review: false, content: draftItem(place.control), version: 1 },
      },
    ];
  });
  await insertItems(context.tx, rows);
  if (rows.length > 0) {
    facts.record(context, 'standard-item.drafted', {
      engagementId,
      subject: engagementId,
      data: { code, items: rows.length },
    });
  }
  return { drafted: rows.length, present: wanted.length - rows.length };
}

/** An identifier that no item of the standard has had, also not one that was dropped by an edition. */
function freeKey(wanted: string, keys: Set<string>): string {
  let key = wanted;
  for (let serial = 2; keys.has(key); serial += 1) key = `${wanted}-${serial}`;
  keys.add(key);
  return key;
}

async function take(context: Context, engagementId: string, itemId: string, version: number): Promise<StoredItem> {
  const item = await takeItem(context.tx, itemId);
  const { places } = await standardOf(context, engagementId, item.code);
  if (item.version !== version) {
    throw new AppError('record.stale', { current: viewOf(item, places.get(item.controlId)) });
  }
  return item;
}

const RETIRED = '新しい版で廃止された項目から作った監査項目です。直さずに、記録として残してください。';

export async function saveItem(context: Context, input: In<'saveItem'>): Out<'saveItem'> {
  const { engagementId, itemId, version, ...content } = input;
  const item = await take(context, engagementId, itemId, version);
  if (item.state === 'retired') throw new AppError('state.refused', { message: RETIRED });
  await saveItemRow(context.tx, { ...item, content, state: 'ready', review: false });
  settled(context, engagementId, item.code, 1);
  return { version: version + 1 };
}

export async function confirmItems(context: Context, { engagementId, items }: In<'confirmItems'>): Out<'confirmItems'> {
  const counts = new Map<string, number>();
  for (const { itemId, version } of items) {
    const item = await take(context, engagementId, itemId, version);
    if (item.state === 'retired') throw new AppError('state.refused', { message: RETIRED });
    await saveItemRow(context.tx, { ...item, state: 'ready', review: false });
    counts.set(item.code, (counts.get(item.code) ?? 0) + 1);
  }
  for (const [code, count] of counts) settled(context, engagementId, code, count);
  return { confirmed: items.length };
}

function settled(context: Context, engagementId: string, code: string, items: number): void {
  facts.record(context, 'standard-item.settled', { engagementId, subject: engagementId, data: { code, items } });
}

export async function removeItem(
  context: Context,
  { engagementId, itemId, version }: In<'removeItem'>,
): Out<'removeItem'> {
  const item = await take(context, engagementId, itemId, version);
  await deleteItem(context.tx, item.id);
  facts.record(context, 'standard-item.removed', { engagementId, subject: item.id, data: { code: item.code } });
  return OK;
}
