/** The one table of the module. Bodies are parsed by the schema of their kind, in and out. */
import { type ColumnType, type Selectable } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { BODIES, type Body, type Entry, type Kind, KINDS } from './records.ts';
import type { Records } from './rules.ts';

interface Tables {
  duty_record: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    kind: string;
    body: ColumnType<unknown, string, string>;
    created_at: ColumnType<Date, string, never>;
    version: number;
  };
}

const entryOf = <K extends Kind>(kind: K, row: Selectable<Tables['duty_record']>): Entry<K> => {
  const body = BODIES[kind].parse(row.body) as Body<K>;
  return { ...body, id: row.id, version: row.version };
};

export async function insertRecord<K extends Kind>(
  tx: Tx,
  kind: K,
  record: { readonly engagementId: string; readonly id: string; readonly body: Body<K>; readonly at: Date },
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('duty_record')
    .values({
      tenant_id: tx.tenantId,
      engagement_id: record.engagementId,
      id: record.id,
      kind,
      body: JSON.stringify(BODIES[kind].parse(record.body)),
      created_at: record.at.toISOString(),
      version: 1,
    })
    .execute();
}

/** Records of a kind in the order in which they were written. */
export async function listRecords<K extends Kind>(tx: Tx, engagementId: string, kind: K): Promise<Entry<K>[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('duty_record')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('kind', '=', kind)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => entryOf(kind, row));
}

/** @throws AppError `record.missing` also for a record of another kind or engagement. */
export async function findRecord<K extends Kind>(tx: Tx, engagementId: string, kind: K, id: string): Promise<Entry<K>> {
  const row = await tx
    .db<Tables>()
    .selectFrom('duty_record')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: kind });
  return entryOf(kind, row);
}

/** As `findRecord`, and holds the row until the end of the transaction. */
export async function findRecordForUpdate<K extends Kind>(
  tx: Tx,
  engagementId: string,
  kind: K,
  id: string,
): Promise<Entry<K>> {
  await tx
    .db<Tables>()
    .selectFrom('duty_record')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return findRecord(tx, engagementId, kind, id);
}

/** Writes a whole body on top of the entry that was read. @throws AppError `record.stale` when somebody saved in between. */
export async function saveRecord<K extends Kind>(tx: Tx, kind: K, { id, version, ...body }: Entry<K>): Promise<void> {
  const changed = await tx
    .db<Tables>()
    .updateTable('duty_record')
    .set({ body: JSON.stringify(BODIES[kind].parse(body)), version: version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: kind });
}

/** Removes a record for good. Only the erasure at the end does so. */
export async function deleteRecord(tx: Tx, id: string): Promise<void> {
  await tx.db<Tables>().deleteFrom('duty_record').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}

/** All records of the engagement by kind, each in the order in which it was written. */
export async function listEverything(tx: Tx, engagementId: string): Promise<Records> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('duty_record')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const entries = KINDS.map((kind) => [kind, rows.filter((row) => row.kind === kind).map((row) => entryOf(kind, row))]);
  return Object.fromEntries(entries) as Records;
}
