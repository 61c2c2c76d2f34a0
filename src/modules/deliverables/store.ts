/** Storage of versions, packages and the care after delivery. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { type afterCare, deliverableFile, type DeliverableVersion } from './contract.ts';

interface DeliverableTables {
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
  };
  after_care: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    kind: 'defect' | 'enquiry';
    deliverable_id: string | null;
    content: string;
    answer: string | null;
    opened_on: string;
    closed_on: string | null;
  };
  preexisting_work: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    name: string;
    owner: string;
    used_in: string;
  };
}

export async function insertVersion(tx: Tx, engagementId: string, version: DeliverableVersion): Promise<void> {
  await tx
    .db<DeliverableTables>()
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
    .db<DeliverableTables>()
    .selectFrom('deliverable_version')
    .selectAll()
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
  }));
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
    .db<DeliverableTables>()
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
    .db<DeliverableTables>()
    .updateTable('deliverable_version')
    .set({ finalised_on: day })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export type AfterCare = z.output<typeof afterCare>;

export async function insertAfterCare(tx: Tx, engagementId: string, item: AfterCare): Promise<void> {
  await tx
    .db<DeliverableTables>()
    .insertInto('after_care')
    .values({
      tenant_id: tx.tenantId,
      id: item.id,
      engagement_id: engagementId,
      kind: item.kind,
      deliverable_id: item.deliverableId,
      content: item.content,
      answer: item.answer,
      opened_on: item.openedOn,
      closed_on: item.closedOn,
    })
    .execute();
}

export async function selectAfterCare(tx: Tx, engagementId: string): Promise<AfterCare[]> {
  const rows = await tx
    .db<DeliverableTables>()
    .selectFrom('after_care')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    deliverableId: row.deliverable_id,
    content: row.content,
    answer: row.answer,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  }));
}

export async function closeAfterCare(tx: Tx, id: string, answer: string, day: string): Promise<void> {
  await tx
    .db<DeliverableTables>()
    .updateTable('after_care')
    .set({ answer, closed_on: day })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function insertPreexisting(
  tx: Tx,
  engagementId: string,
  work: { readonly id: string; readonly name: string; readonly owner: string; readonly usedIn: string },
): Promise<void> {
  await tx
    .db<DeliverableTables>()
    .insertInto('preexisting_work')
    .values({
      tenant_id: tx.tenantId,
      id: work.id,
      engagement_id: engagementId,
      name: work.name,
      owner: work.owner,
      used_in: work.usedIn,
    })
    .execute();
}

export async function selectPreexisting(
  tx: Tx,
  engagementId: string,
): Promise<{ id: string; name: string; owner: string; usedIn: string }[]> {
  const rows = await tx
    .db<DeliverableTables>()
    .selectFrom('preexisting_work')
    .select(['id', 'name', 'owner', 'used_in'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('id')
    .execute();
  return rows.map(({ used_in: usedIn, ...row }) => ({ ...row, usedIn }));
}
