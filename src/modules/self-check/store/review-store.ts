/** Reviews of forms. */
import type { Tx } from '../../../kernel/database.ts';
import type { Tables } from './tables.ts';

export interface StoredOpinion {
  readonly item: string;
  readonly opinion: string;
}

export interface StoredReview {
  readonly id: string;
  readonly engagementId: string;
  readonly questionnaireId: string;
  readonly conclusion: string;
  readonly opinions: readonly StoredOpinion[];
  readonly by: string;
  readonly at: Date;
}

export async function insertReview(tx: Tx, review: StoredReview): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('form_review')
    .values({
      tenant_id: tx.tenantId,
      id: review.id,
      engagement_id: review.engagementId,
      questionnaire_id: review.questionnaireId,
      conclusion: review.conclusion,
      opinions: JSON.stringify(review.opinions),
      reviewed_by: review.by,
      reviewed_at: review.at.toISOString(),
    })
    .execute();
}

export async function listReviews(tx: Tx, engagementId: string): Promise<StoredReview[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('form_review')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('reviewed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    engagementId: row.engagement_id,
    questionnaireId: row.questionnaire_id,
    conclusion: row.conclusion,
    opinions: row.opinions as readonly StoredOpinion[],
    by: row.reviewed_by,
    at: row.reviewed_at,
  }));
}
