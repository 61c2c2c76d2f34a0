/** Forms that the contractor has presented. */
import type { Tx } from '../../../kernel/database.ts';
import type { Tables } from './tables.ts';

export interface StoredDesign {
  readonly id: string;
  readonly engagementId: string;
  readonly questionnaireId: string;
  readonly by: string;
  readonly at: Date;
}

/** False when this form was presented before. */
export async function insertDesign(tx: Tx, design: StoredDesign): Promise<boolean> {
  const row = await tx
    .db<Tables>()
    .insertInto('form_design')
    .values({
      tenant_id: tx.tenantId,
      id: design.id,
      engagement_id: design.engagementId,
      questionnaire_id: design.questionnaireId,
      presented_by: design.by,
      presented_at: design.at.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'engagement_id', 'questionnaire_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function listDesigns(tx: Tx, engagementId: string): Promise<StoredDesign[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('form_design')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('presented_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    engagementId: row.engagement_id,
    questionnaireId: row.questionnaire_id,
    by: row.presented_by,
    at: row.presented_at,
  }));
}
