/** Storage of versions. */
import { type ColumnType, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import { deliverableFile, type DeliverableVersion, type Removal, removal } from '../contract.ts';

interface VersionTables {
  deliverable_version: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    deliverable_id: string;
    type: string;
    subject: string | null;
    title: string;
    version: number;
    edition: DeliverableVersion['edition'];
    state: DeliverableVersion['state'];
    files: ColumnType<unknown, string, never>;
    chapters: number | null;
    form: DeliverableVersion['form'];
    paper: DeliverableVersion['paper'];
    copies: number | null;
    comment: string;
    review: ColumnType<unknown, string | null, string | null>;
    drafted_at: ColumnType<Date, string, never>;
    submitted_at: ColumnType<Date | null, string | null, string>;
    decided_at: ColumnType<Date | null, string | null, string>;
    finalised_on: string | null;
    department_id: string | null;
    removed: ColumnType<unknown, string | null, never>;
  };
}

/** @param removed what the version leaves out of the detailed edition; null for files made elsewhere */
export async function insertVersion(
  tx: Tx,
  engagementId: string,
  version: DeliverableVersion,
  removed: readonly Removal[] | null,
): Promise<void> {
  await tx
    .db<VersionTables>()
    .insertInto('deliverable_version')
    .values({
      tenant_id: tx.tenantId,
      id: version.id,
      engagement_id: engagementId,
      deliverable_id: version.deliverableId,
      type: version.type,
      subject: version.subject,
      title: version.title,
      version: version.version,
      edition: version.edition,
      state: version.state,
      files: JSON.stringify(version.files),
      chapters: version.chapters,
      form: version.form,
      paper: version.paper,
      copies: version.copies,
      comment: version.comment,
      review: null,
      drafted_at: version.draftedAt,
      submitted_at: null,
      decided_at: null,
      finalised_on: version.finalisedOn,
      department_id: version.departmentId,
      removed: removed === null ? null : JSON.stringify(removed),
    })
    .execute();
}

/** Versions of the engagement in their order: all, those of one type, or one. */
export async function selectVersions(
  tx: Tx,
  engagementId: string,
  only: { readonly type?: string | undefined; readonly id?: string } = {},
): Promise<DeliverableVersion[]> {
  const { type, id } = only;
  const rows = await tx
    .db<VersionTables>()
    .selectFrom('deliverable_version')
    .selectAll()
    .select(sql<number | null>`jsonb_array_length(removed)`.as('removed_count'))
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .$if(type !== undefined, (some) => some.where('type', '=', type ?? ''))
    .$if(id !== undefined, (one) => one.where('id', '=', id ?? ''))
    .orderBy('type')
    .orderBy('deliverable_id')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    deliverableId: row.deliverable_id,
    type: row.type,
    subject: row.subject,
    title: row.title,
    version: row.version,
    edition: row.edition,
    state: row.state,
    files: z.array(deliverableFile).parse(row.files),
    chapters: row.chapters,
    form: row.form,
    paper: row.paper,
    copies: row.copies,
    comment: row.comment,
    draftedAt: row.drafted_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    finalisedOn: row.finalised_on,
    departmentId: row.department_id,
    removed: row.removed_count,
  }));
}

/** What a version leaves out of the detailed edition, in reading order; nothing for files made elsewhere. */
export async function selectRemoved(tx: Tx, versionId: string): Promise<Removal[]> {
  const row = await tx
    .db<VersionTables>()
    .selectFrom('deliverable_version')
    .select('removed')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', versionId)
    .executeTakeFirst();
  return z.array(removal).parse(row?.removed ?? []);
}

export interface VersionMove {
  readonly from: DeliverableVersion['state'];
  readonly to: DeliverableVersion['state'];
  readonly at: Date;
  readonly comment?: string;
  readonly review?: { readonly reviewer: string; readonly checked: readonly string[] };
  readonly submission?: Pick<DeliverableVersion, 'form' | 'paper' | 'copies'>;
}

/** @throws AppError `state.refused` when another person moved the version meanwhile. */
export async function moveVersion(tx: Tx, id: string, move: VersionMove): Promise<void> {
  const moment = move.at.toISOString();
  const moved = await tx
    .db<VersionTables>()
    .updateTable('deliverable_version')
    .set({
      state: move.to,
      ...(move.comment === undefined ? {} : { comment: move.comment }),
      ...(move.review === undefined ? {} : { review: JSON.stringify(move.review) }),
      ...move.submission,
      ...(move.to === 'submitted' ? { submitted_at: moment } : {}),
      ...(move.to === 'accepted' || move.to === 'rejected' ? { decided_at: moment } : {}),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new AppError('state.refused', { internal: 'deliverable moved meanwhile' });
}

export async function finaliseVersion(tx: Tx, id: string, day: string): Promise<void> {
  await tx
    .db<VersionTables>()
    .updateTable('deliverable_version')
    .set({ finalised_on: day })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}
