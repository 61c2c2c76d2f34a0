/** Storage of packages and of checks for viruses. */
import { type ColumnType, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import { madePackage, type MadePackage, type PackageProgress, type UnreadablePdf } from '../contract/package.ts';
import { type PackagePlan, packagePlan, virusRecord, type VirusRecord } from '../packing/plan.ts';

type Json = ColumnType<unknown, string, string>;

interface PackageTables {
  delivery_package: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    file_id: string | null;
    sha256: string | null;
    entries: number;
    made_at: ColumnType<Date | null, string | null, string>;
    state: MadePackage['state'];
    plan: ColumnType<unknown, string, never>;
    plan_hash: string | null;
    task: string | null;
    progress: ColumnType<unknown, string | null, string | null>;
    failure: string | null;
    unreadable: Json;
    parts: Json;
    notices: Json;
    virus: ColumnType<unknown, string | null, string | null>;
    requested_at: ColumnType<Date, string, never>;
  };
  virus_check: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    contents: string;
    software: string;
    signatures: string;
    checked_on: string;
    clean: boolean;
    comment: string;
    checked_by: string;
    recorded_at: ColumnType<Date, string, never>;
  };
}

/** Begins a package, or finds the one that is being made from the same plan. `isNew` says which. */
export async function beginPackage(
  tx: Tx,
  engagementId: string,
  begun: { readonly id: string; readonly plan: PackagePlan; readonly hash: string; readonly at: Date },
): Promise<{ readonly id: string; readonly state: MadePackage['state']; readonly isNew: boolean }> {
  const db = tx.db<PackageTables>();
  const inserted = await db
    .insertInto('delivery_package')
    .values({
      tenant_id: tx.tenantId,
      id: begun.id,
      engagement_id: engagementId,
      file_id: null,
      sha256: null,
      entries: begun.plan.files.length,
      made_at: null,
      state: 'waiting',
      plan: JSON.stringify(begun.plan),
      plan_hash: begun.hash,
      task: begun.plan.task?.id ?? null,
      progress: null,
      failure: null,
      unreadable: '[]',
      parts: '[]',
      notices: '[]',
      virus: null,
      requested_at: begun.at.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return { id: begun.id, state: 'waiting', isNew: true };
  const found = await db
    .selectFrom('delivery_package')
    .select(['id', 'state'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('plan_hash', '=', begun.hash)
    .where('state', 'in', ['waiting', 'making'])
    .executeTakeFirst();
  // It ended between the two statements: whoever asks again gets a new one.
  if (found === undefined) throw new AppError('service.unavailable', { internal: 'package ended meanwhile' });
  return { ...found, isNew: false };
}

/** Gives up packages whose making has not ended after two hours and never will: they would stand in the way of a new one. */
export async function giveUpStale(tx: Tx, engagementId: string, now: Date, failure: string): Promise<void> {
  await tx
    .db<PackageTables>()
    .updateTable('delivery_package')
    .set({ state: 'failed', failure, progress: null })
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('state', 'in', ['waiting', 'making'])
    .where('requested_at', '<', sql<Date>`${now.toISOString()}::timestamptz - interval '2 hours'`)
    .execute();
}

/** The plan of a package that still has to be made; null when it is done, given up or gone. */
export async function openPlan(tx: Tx, id: string): Promise<PackagePlan | null> {
  const row = await tx
    .db<PackageTables>()
    .selectFrom('delivery_package')
    .select(['plan', 'state'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || (row.state !== 'waiting' && row.state !== 'making')) return null;
  return packagePlan.parse(row.plan);
}

/**
 * What a package was made of, and the day on which it was asked for.
 * @throws AppError `record.missing`; `state.refused` while it is not there, or when its plan was not kept
 */
export async function readyPlan(
  tx: Tx,
  engagementId: string,
  id: string,
): Promise<{ readonly plan: PackagePlan; readonly madeOn: string }> {
  const row = await tx
    .db<PackageTables>()
    .selectFrom('delivery_package')
    .select(['plan', 'state'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'package' });
  if (row.state !== 'ready' || row.plan === null) {
    throw new AppError('state.refused', {
      message: 'この納品一式は、まだできていないか、作り直しが必要です。作成してから記録してください。',
    });
  }
  const plan = packagePlan.parse(row.plan);
  return { plan, madeOn: plan.madeOn };
}

export async function saveProgress(tx: Tx, id: string, progress: PackageProgress): Promise<void> {
  await tx
    .db<PackageTables>()
    .updateTable('delivery_package')
    .set({ state: 'making', progress: JSON.stringify(progress) })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'making'])
    .execute();
}

export async function finishPackage(
  tx: Tx,
  id: string,
  made: Pick<MadePackage, 'parts' | 'notices'> & { readonly virus: VirusRecord | null; readonly at: Date },
): Promise<void> {
  const zip = made.parts.find(({ kind }) => kind === 'zip');
  await tx
    .db<PackageTables>()
    .updateTable('delivery_package')
    .set({
      state: 'ready',
      progress: null,
      file_id: zip?.fileId ?? null,
      sha256: zip?.sha256 ?? null,
      parts: JSON.stringify(made.parts),
      notices: JSON.stringify(made.notices),
      virus: made.virus === null ? null : JSON.stringify(made.virus),
      made_at: made.at.toISOString(),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function failPackage(
  tx: Tx,
  id: string,
  failed: {
    readonly failure: string;
    readonly unreadable: readonly UnreadablePdf[];
    readonly virus: VirusRecord | null;
  },
): Promise<void> {
  await tx
    .db<PackageTables>()
    .updateTable('delivery_package')
    .set({
      state: 'failed',
      progress: null,
      failure: failed.failure,
      unreadable: JSON.stringify(failed.unreadable),
      virus: failed.virus === null ? null : JSON.stringify(failed.virus),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Every package of the engagement, the newest first. */
export async function selectPackages(tx: Tx, engagementId: string): Promise<MadePackage[]> {
  const rows = await tx
    .db<PackageTables>()
    .selectFrom('delivery_package')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toPackage);
}

function toPackage(row: Selectable<PackageTables['delivery_package']>): MadePackage {
  const virus = virusRecord.nullable().parse(row.virus);
  const parts = z.array(z.unknown()).parse(row.parts);
  return madePackage.parse({
    id: row.id,
    state: row.state,
    task: row.task,
    requestedAt: row.requested_at.toISOString(),
    madeAt: row.made_at?.toISOString() ?? null,
    entries: row.entries,
    // Packages made before there were parts are one ZIP file; its size was not kept.
    parts:
      parts.length === 0 && row.file_id !== null
        ? [{ kind: 'zip', fileId: row.file_id, name: '納品一式.zip', size: 0, sha256: row.sha256 }]
        : parts,
    progress: row.progress,
    failure: row.failure,
    unreadable: row.unreadable,
    notices: row.notices,
    virus: virus === null ? null : { software: virus.software, checkedOn: virus.checkedOn, clean: virus.clean },
  });
}

export interface VirusCheck {
  readonly id: string;
  readonly contents: string;
  readonly software: string;
  readonly signatures: string;
  readonly checkedOn: string;
  readonly clean: boolean;
  readonly comment: string;
  readonly checkedBy: string;
}

export async function insertVirusCheck(tx: Tx, engagementId: string, check: VirusCheck, at: Date): Promise<void> {
  await tx
    .db<PackageTables>()
    .insertInto('virus_check')
    .values({
      tenant_id: tx.tenantId,
      id: check.id,
      engagement_id: engagementId,
      contents: check.contents,
      software: check.software,
      signatures: check.signatures,
      checked_on: check.checkedOn,
      clean: check.clean,
      comment: check.comment,
      checked_by: check.checkedBy,
      recorded_at: at.toISOString(),
    })
    .execute();
}

/** The newest check of exactly these contents, or null. */
export async function lastVirusCheck(tx: Tx, engagementId: string, contents: string): Promise<VirusCheck | null> {
  const row = await tx
    .db<PackageTables>()
    .selectFrom('virus_check')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('contents', '=', contents)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    contents: row.contents,
    software: row.software,
    signatures: row.signatures,
    checkedOn: row.checked_on,
    clean: row.clean,
    comment: row.comment,
    checkedBy: row.checked_by,
  };
}
