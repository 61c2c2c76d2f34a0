/** Weights of the risk value and selections of departments, each as a row of versions. */
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import { type Choice, choice } from '../contract/selection.ts';
import type { RiskWeights } from '../rules/risk-value.ts';
import type { Tables } from './tables.ts';

export interface StoredWeights {
  readonly number: number;
  readonly weights: RiskWeights;
  readonly reason: string;
  readonly changedAt: Date;
}

/** All versions of an engagement's weights, the newest first. */
export async function listWeights(tx: Tx, engagementId: string): Promise<StoredWeights[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('risk_weights')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    weights: row.weights as RiskWeights,
    reason: row.reason,
    changedAt: row.changed_at,
  }));
}

export async function insertWeights(
  tx: Tx,
  engagementId: string,
  version: Omit<StoredWeights, 'changedAt'> & { readonly changedBy: string; readonly at: Date },
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('risk_weights')
    .values({
      tenant_id: tx.tenantId,
      engagement_id: engagementId,
      number: version.number,
      weights: JSON.stringify(version.weights),
      reason: version.reason,
      changed_by: version.changedBy,
      changed_at: version.at.toISOString(),
    })
    .execute();
}

export interface StoredSelection {
  readonly id: string;
  readonly engagementId: string;
  readonly number: number;
  readonly choices: readonly Choice[];
  readonly selectedAt: Date;
  readonly notifiedAt: Date | null;
}

/** All selections of an engagement, the newest first. */
export async function listSelections(tx: Tx, engagementId: string): Promise<StoredSelection[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('department_selection')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    engagementId: row.engagement_id,
    number: row.number,
    choices: z.array(choice).parse(row.choices),
    selectedAt: row.selected_at,
    notifiedAt: row.notified_at,
  }));
}

export async function insertSelection(
  tx: Tx,
  selection: Omit<StoredSelection, 'selectedAt' | 'notifiedAt'> & { readonly selectedBy: string; readonly at: Date },
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('department_selection')
    .values({
      tenant_id: tx.tenantId,
      id: selection.id,
      engagement_id: selection.engagementId,
      number: selection.number,
      choices: JSON.stringify(selection.choices),
      selected_by: selection.selectedBy,
      selected_at: selection.at.toISOString(),
    })
    .execute();
}

/** The engagement that a selection belongs to; the row is held until the end of the transaction. @throws `record.missing` */
export async function lockSelection(tx: Tx, selectionId: string): Promise<{ readonly engagementId: string }> {
  const row = await tx
    .db<Tables>()
    .selectFrom('department_selection')
    .select('engagement_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', selectionId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'selection' });
  return { engagementId: row.engagement_id };
}

export async function markNotified(tx: Tx, selectionId: string, at: Date): Promise<void> {
  await tx
    .db<Tables>()
    .updateTable('department_selection')
    .set({ notified_at: at.toISOString() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', selectionId)
    .execute();
}
