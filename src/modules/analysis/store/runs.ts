/** Runs that make the sheets of all departments. */
import type { Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { FeedbackRun } from '../contract/documents.ts';
import type { FeedbackPlan } from '../documents/feedback.ts';
import type { Tables } from './tables.ts';

export interface StoredRun extends FeedbackRun {
  readonly engagementId: string;
  readonly campaignId: string;
  readonly fileId: string | null;
}

const fromRow = (row: Omit<Selectable<Tables['feedback_run']>, 'plan'> & { readonly size: number }): StoredRun => ({
  id: row.id,
  engagementId: row.engagement_id,
  campaignId: row.campaign_id,
  number: row.number,
  state: row.state,
  departments: row.size,
  done: row.done,
  askedAt: row.asked_at.toISOString(),
  overflow: row.overflow as StoredRun['overflow'],
  failure: row.failure,
  fileId: row.file_id,
});

const COLUMNS = [
  'tenant_id',
  'id',
  'engagement_id',
  'campaign_id',
  'number',
  'state',
  'done',
  'overflow',
  'failure',
  'file_id',
  'asked_by',
  'asked_at',
] as const;

const select = (tx: Tx) =>
  tx
    .db<Tables>()
    .selectFrom('feedback_run')
    .select(COLUMNS)
    .select((eb) => eb.fn<number>('jsonb_array_length', ['plan']).as('size'))
    .where('tenant_id', '=', tx.tenantId);

/** The newest first. */
export async function listRuns(tx: Tx, campaignId: string): Promise<StoredRun[]> {
  const rows = await select(tx).where('campaign_id', '=', campaignId).orderBy('number', 'desc').execute();
  return rows.map(fromRow);
}

/** @throws AppError `record.missing` */
export async function findRun(tx: Tx, id: string): Promise<StoredRun> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'feedback run' });
  return fromRow(row);
}

export async function insertRun(
  tx: Tx,
  run: {
    readonly id: string;
    readonly engagementId: string;
    readonly campaignId: string;
    readonly number: number;
    readonly plan: readonly FeedbackPlan[];
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('feedback_run')
    .values({
      tenant_id: tx.tenantId,
      id: run.id,
      engagement_id: run.engagementId,
      campaign_id: run.campaignId,
      number: run.number,
      plan: JSON.stringify(run.plan),
      state: 'making',
      asked_by: run.by,
      asked_at: run.at.toISOString(),
    })
    .execute();
}

/** What is still to be made; null when the run is over. */
export async function openRun(tx: Tx, id: string): Promise<readonly FeedbackPlan[] | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('feedback_run')
    .select(['plan', 'state'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state === 'making' ? (row.plan as readonly FeedbackPlan[]) : null;
}

export async function saveDone(tx: Tx, id: string, done: number): Promise<void> {
  await tx
    .db<Tables>()
    .updateTable('feedback_run')
    .set({ done })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function finishRun(
  tx: Tx,
  id: string,
  end:
    | {
        readonly state: 'made';
        readonly fileId: string;
        readonly done: number;
        readonly overflow: StoredRun['overflow'];
      }
    | { readonly state: 'failed'; readonly failure: string },
): Promise<void> {
  await tx
    .db<Tables>()
    .updateTable('feedback_run')
    .set(
      end.state === 'made'
        ? { state: 'made', file_id: end.fileId, done: end.done, overflow: JSON.stringify(end.overflow) }
        : { state: 'failed', failure: end.failure },
    )
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}
