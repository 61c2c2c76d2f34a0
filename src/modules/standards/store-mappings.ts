/** Storage of correspondences between standards and of audit items made from requirements. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import { MAPPING_KINDS } from '../../core/catalogue/index.ts';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { day, id } from '../../kernel/schema.ts';
import { itemContent } from './contract/items.ts';

interface MappingTables {
  standard_mapping: {
    tenant_id: number;
    id: string;
    first_code: string;
    first_id: string;
    second_code: string;
    second_id: string;
    kind: string;
    rationale: string;
    review: boolean;
    made_by: string;
    made_on: string;
    version: number;
  };
  standard_item: {
    tenant_id: number;
    id: string;
    code: string;
    key: string;
    control_id: string;
    position: number;
    state: string;
    review: boolean;
    content: ColumnType<unknown, string, string>;
    version: number;
  };
}

export const storedMapping = z.strictObject({
  id,
  /** Alphabetically before `secondCode`. */
  firstCode: z.string(),
  firstId: z.string(),
  secondCode: z.string(),
  secondId: z.string(),
  /** Seen from the first. */
  kind: z.enum(MAPPING_KINDS),
  rationale: z.string(),
  review: z.boolean(),
  madeBy: id,
  madeOn: day,
  version: z.int(),
});
export type StoredMapping = z.output<typeof storedMapping>;

/** All that concern a standard. */
export async function selectMappings(tx: Tx, code: string): Promise<StoredMapping[]> {
  const rows = await tx
    .db<MappingTables>()
    .selectFrom('standard_mapping')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where((eb) => eb.or([eb('first_code', '=', code), eb('second_code', '=', code)]))
    .orderBy('id')
    .execute();
  return rows.map((row) =>
    storedMapping.parse({
      id: row.id,
      firstCode: row.first_code,
      firstId: row.first_id,
      secondCode: row.second_code,
      secondId: row.second_id,
      kind: row.kind,
      rationale: row.rationale,
      review: row.review,
      madeBy: row.made_by,
      madeOn: row.made_on,
      version: row.version,
    }),
  );
}

const SLICE = 500;

export async function insertMappings(tx: Tx, mappings: readonly StoredMapping[]): Promise<void> {
  for (let at = 0; at < mappings.length; at += SLICE) {
    await tx
      .db<MappingTables>()
      .insertInto('standard_mapping')
      .values(
        mappings.slice(at, at + SLICE).map((one) => ({
          tenant_id: tx.tenantId,
          id: one.id,
          first_code: one.firstCode,
          first_id: one.firstId,
          second_code: one.secondCode,
          second_id: one.secondId,
          kind: one.kind,
          rationale: one.rationale,
          review: one.review,
          made_by: one.madeBy,
          made_on: one.madeOn,
          version: one.version,
        })),
      )
      .execute();
  }
}

/** Saves kind and rationale and raises the version. @throws AppError `record.stale` */
export async function saveMapping(tx: Tx, one: StoredMapping): Promise<void> {
  const saved = await tx
    .db<MappingTables>()
    .updateTable('standard_mapping')
    .set({ kind: one.kind, rationale: one.rationale, review: one.review, version: one.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', one.id)
    .where('version', '=', one.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new AppError('record.stale');
}

/** @throws AppError `record.stale` when it was changed or removed meanwhile */
export async function deleteMapping(tx: Tx, mappingId: string, version: number): Promise<void> {
  const deleted = await tx
    .db<MappingTables>()
    .deleteFrom('standard_mapping')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', mappingId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (deleted.numDeletedRows === 0n) throw new AppError('record.stale');
}

/** Everything of a standard, to be replaced when its edition changes. */
export async function replaceMappings(tx: Tx, code: string, mappings: readonly StoredMapping[]): Promise<void> {
  await tx
    .db<MappingTables>()
    .deleteFrom('standard_mapping')
    .where('tenant_id', '=', tx.tenantId)
    .where((eb) => eb.or([eb('first_code', '=', code), eb('second_code', '=', code)]))
    .execute();
  await insertMappings(tx, mappings);
}

export const storedItem = z.strictObject({
  id,
  code: z.string(),
  key: z.string(),
  controlId: z.string(),
  position: z.int(),
  state: z.enum(['draft', 'ready', 'retired']),
  review: z.boolean(),
  content: itemContent,
  version: z.int(),
});
export type StoredItem = z.output<typeof storedItem>;

export async function selectItems(tx: Tx, code: string): Promise<StoredItem[]> {
  const rows = await items(tx).where('code', '=', code).execute();
  return rows.map(itemOf);
}

/** Standards that have audit items in use, with how many. */
export async function selectItemCounts(tx: Tx): Promise<{ readonly code: string; readonly items: number }[]> {
  const rows = await tx
    .db<MappingTables>()
    .selectFrom('standard_item')
    .select((eb) => ['code', eb.fn.countAll<string>().as('items')])
    .where('tenant_id', '=', tx.tenantId)
    .where('state', '=', 'ready')
    .groupBy('code')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ code: row.code, items: Number(row.items) }));
}

/** Held until the end of the transaction. @throws AppError `record.missing` */
export async function takeItem(tx: Tx, itemId: string): Promise<StoredItem> {
  const row = await items(tx).where('id', '=', itemId).forUpdate().executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'standard item' });
  return itemOf(row);
}

const items = (tx: Tx) =>
  tx
    .db<MappingTables>()
    .selectFrom('standard_item')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('position')
    .orderBy('key');

function itemOf(row: {
  readonly id: string;
  readonly code: string;
  readonly key: string;
  readonly control_id: string;
  readonly position: number;
  readonly state: string;
  readonly review: boolean;
  readonly content: unknown;
  readonly version: number;
}): StoredItem {
  const { id: own, code, key, position, state, review, content, version } = row;
  return storedItem.parse({ id: own, code, key, controlId: row.control_id, position, state, review, content, version });
}

export async function insertItems(tx: Tx, list: readonly StoredItem[]): Promise<void> {
  for (let at = 0; at < list.length; at += SLICE) {
    await tx
      .db<MappingTables>()
      .insertInto('standard_item')
      .values(
        list.slice(at, at + SLICE).map(({ controlId, content, ...one }) => ({
          tenant_id: tx.tenantId,
          ...one,
          control_id: controlId,
          content: JSON.stringify(content),
        })),
      )
      .execute();
  }
}

/** Raises the version. The caller holds the row. */
export async function saveItemRow(tx: Tx, one: StoredItem): Promise<void> {
  await tx
    .db<MappingTables>()
    .updateTable('standard_item')
    .set({ state: one.state, review: one.review, content: JSON.stringify(one.content), version: one.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', one.id)
    .execute();
}

export async function deleteItem(tx: Tx, itemId: string): Promise<void> {
  await tx
    .db<MappingTables>()
    .deleteFrom('standard_item')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', itemId)
    .execute();
}

export async function replaceItems(tx: Tx, code: string, list: readonly StoredItem[]): Promise<void> {
  await tx
    .db<MappingTables>()
    .deleteFrom('standard_item')
    .where('tenant_id', '=', tx.tenantId)
    .where('code', '=', code)
    .execute();
  await insertItems(tx, list);
}
