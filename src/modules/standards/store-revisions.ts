/** Storage of the ways from one edition to the next. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import { MATCH_GROUNDS, MATCH_KINDS } from '../../core/catalogue/index.ts';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { storedItem, storedMapping } from './store-mappings.ts';

interface RevisionTables {
  standard_revision: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    catalogue_id: string;
    from_edition: string | null;
    to_edition: string;
    state: string;
    matches: ColumnType<unknown, string, string>;
    kept: ColumnType<unknown, string | null, string | null>;
    created_on: string;
    applied_on: string | null;
    version: number;
  };
}

const match = z.strictObject({
  kind: z.enum(MATCH_KINDS),
  from: z.array(z.string()),
  to: z.array(z.string()),
  score: z.number().nullable(),
  ground: z.enum(MATCH_GROUNDS),
});

/** What hung on the old edition, and what was made of it: only when nobody changed that, it can be taken back. */
const kept = z.strictObject({
  mappings: z.array(storedMapping),
  items: z.array(storedItem),
  after: z.strictObject({ mappings: z.array(storedMapping), items: z.array(storedItem) }),
});
export type Kept = z.output<typeof kept>;

const stored = z.strictObject({
  id: z.string(),
  engagementId: z.string(),
  catalogueId: z.string(),
  fromEdition: z.string().nullable(),
  toEdition: z.string(),
  state: z.enum(['proposed', 'applied', 'undone', 'discarded']),
  matches: z.array(match),
  kept: kept.nullable(),
  createdOn: z.string(),
  appliedOn: z.string().nullable(),
  version: z.int(),
});
export type StoredRevision = z.output<typeof stored>;

const select = (tx: Tx) =>
  tx.db<RevisionTables>().selectFrom('standard_revision').selectAll().where('tenant_id', '=', tx.tenantId);

function revisionOf(row: {
  readonly id: string;
  readonly engagement_id: string;
  readonly catalogue_id: string;
  readonly from_edition: string | null;
  readonly to_edition: string;
  readonly state: string;
  readonly matches: unknown;
  readonly kept: unknown;
  readonly created_on: string;
  readonly applied_on: string | null;
  readonly version: number;
}): StoredRevision {
  return stored.parse({
    id: row.id,
    engagementId: row.engagement_id,
    catalogueId: row.catalogue_id,
    fromEdition: row.from_edition,
    toEdition: row.to_edition,
    state: row.state,
    matches: row.matches,
    kept: row.kept,
    createdOn: row.created_on,
    appliedOn: row.applied_on,
    version: row.version,
  });
}

export async function selectRevisions(tx: Tx): Promise<StoredRevision[]> {
  const rows = await select(tx).orderBy('created_on').orderBy('id').execute();
  return rows.map(revisionOf);
}

/** @param lock held until the end of the transaction. @throws AppError `record.missing` */
export async function selectRevision(tx: Tx, revisionId: string, lock: boolean): Promise<StoredRevision> {
  const found = select(tx).where('id', '=', revisionId);
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'revision' });
  return revisionOf(row);
}

export async function insertRevision(tx: Tx, one: StoredRevision): Promise<void> {
  await tx
    .db<RevisionTables>()
    .insertInto('standard_revision')
    .values({
      tenant_id: tx.tenantId,
      id: one.id,
      engagement_id: one.engagementId,
      catalogue_id: one.catalogueId,
      from_edition: one.fromEdition,
      to_edition: one.toEdition,
      state: one.state,
      matches: JSON.stringify(one.matches),
      kept: null,
      created_on: one.createdOn,
      applied_on: null,
      version: one.version,
    })
    .execute();
}

/** Raises the version. The caller holds the row. */
export async function saveRevision(tx: Tx, one: StoredRevision): Promise<void> {
  await tx
    .db<RevisionTables>()
    .updateTable('standard_revision')
    .set({
      state: one.state,
      matches: JSON.stringify(one.matches),
      kept: one.kept === null ? null : JSON.stringify(one.kept),
      applied_on: one.appliedOn,
      version: one.version + 1,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', one.id)
    .execute();
}
