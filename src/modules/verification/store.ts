/** Verifications on file. All SQL of the module is here. */
import type { ColumnType } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { Context } from '../../kernel/module.ts';
import { type VerificationContent, verificationContent, type VerificationView } from './contract.ts';

interface Tables {
  verification: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    target_id: string;
    state: string;
    position: number;
    content: ColumnType<unknown, string, string>;
    version: number;
    created_at: ColumnType<Date, string, never>;
  };
}

export interface VerificationRecord {
  readonly id: string;
  readonly engagementId: string;
  readonly targetId: string;
  readonly state: VerificationView['state'];
  readonly position: number;
  readonly version: number;
  readonly content: VerificationContent;
}

const COLUMNS = ['id', 'engagement_id', 'target_id', 'state', 'position', 'version', 'content'] as const;

const select = (tx: Tx) =>
  tx.db<Tables>().selectFrom('verification').select(COLUMNS).where('tenant_id', '=', tx.tenantId);

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function recordOf(row: Row): VerificationRecord {
  return {
    id: row.id,
    engagementId: row.engagement_id,
    targetId: row.target_id,
    state: row.state as VerificationRecord['state'],
    position: row.position,
    version: row.version,
    content: verificationContent.parse(row.content),
  };
}

export async function listVerifications(tx: Tx, engagementId: string): Promise<VerificationRecord[]> {
  const rows = await select(tx).where('engagement_id', '=', engagementId).orderBy('position').orderBy('id').execute();
  return rows.map(recordOf);
}

/** @throws AppError `record.missing` for an unknown id or another tenant's. */
export async function getVerification(tx: Tx, id: string): Promise<VerificationRecord> {
  return known(await select(tx).where('id', '=', id).executeTakeFirst());
}

/** As `getVerification`, and holds the row until the end of the transaction. */
export async function takeVerification(tx: Tx, id: string): Promise<VerificationRecord> {
  return known(await select(tx).where('id', '=', id).forUpdate().executeTakeFirst());
}

function known(row: Row | undefined): VerificationRecord {
  if (row === undefined) throw new AppError('record.missing', { internal: 'verification' });
  return recordOf(row);
}

export async function insertVerification(
  context: Context,
  record: Omit<VerificationRecord, 'id' | 'version'>,
): Promise<VerificationRecord> {
  const { tx } = context;
  const made = { ...record, id: context.newId(), version: 1 };
  await tx
    .db<Tables>()
    .insertInto('verification')
    .values({
      tenant_id: tx.tenantId,
      id: made.id,
      engagement_id: made.engagementId,
      target_id: made.targetId,
      state: made.state,
      position: made.position,
      content: JSON.stringify(verificationContent.parse(made.content)),
      version: 1,
      created_at: context.now.toISOString(),
    })
    .execute();
  return made;
}

/** Writes state and content and raises the version. */
export async function saveVerification(
  tx: Tx,
  record: VerificationRecord,
  change: { readonly state?: VerificationRecord['state']; readonly content?: Partial<VerificationContent> },
): Promise<VerificationRecord> {
  const content = verificationContent.parse({ ...record.content, ...change.content });
  const state = change.state ?? record.state;
  const saved = await tx
    .db<Tables>()
    .updateTable('verification')
    .set({ state, content: JSON.stringify(content), version: record.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', record.id)
    .where('version', '=', record.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw new AppError('record.stale', { internal: 'verification' });
  return { ...record, state, content, version: record.version + 1 };
}
