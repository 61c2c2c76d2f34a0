/** Rounds of item proposals. */
import type { Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { ItemProposalView } from '../contract/proposals.ts';
import type { Tables } from './tables.ts';

export interface Decision {
  readonly accepted: boolean;
  readonly note: string;
  readonly question: string | null;
  readonly meaningChanged: boolean;
}

export interface StoredRound {
  readonly id: string;
  readonly engagementId: string;
  readonly number: number;
  readonly campaignId: string | null;
  readonly questionnaireId: string;
  readonly forFiscalYear: number;
  readonly proposals: readonly ItemProposalView[];
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly draftId: string | null;
  readonly version: number;
  readonly issuedAt: Date;
}

const fromRow = (row: Selectable<Tables['item_proposal_round']>): StoredRound => ({
  id: row.id,
  engagementId: row.engagement_id,
  number: row.number,
  campaignId: row.campaign_id,
  questionnaireId: row.questionnaire_id,
  forFiscalYear: row.for_fiscal_year,
  proposals: row.proposals as readonly ItemProposalView[],
  decisions: row.decisions as Readonly<Record<string, Decision>>,
  draftId: row.draft_id,
  version: row.version,
  issuedAt: row.issued_at,
});

/** Rounds of an engagement, the newest first. */
export async function listRounds(tx: Tx, engagementId: string): Promise<StoredRound[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('item_proposal_round')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** Held against changes until the end of the transaction. @throws AppError `record.missing` */
export async function lockRound(tx: Tx, id: string): Promise<StoredRound> {
  const row = await tx
    .db<Tables>()
    .selectFrom('item_proposal_round')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'round of item proposals' });
  return fromRow(row);
}

export async function insertRound(
  tx: Tx,
  round: Omit<StoredRound, 'decisions' | 'draftId' | 'version' | 'issuedAt'> & {
    readonly by: string;
    readonly at: Date;
  },
): Promise<StoredRound> {
  const row = await tx
    .db<Tables>()
    .insertInto('item_proposal_round')
    .values({
      tenant_id: tx.tenantId,
      id: round.id,
      engagement_id: round.engagementId,
      number: round.number,
      campaign_id: round.campaignId,
      questionnaire_id: round.questionnaireId,
      for_fiscal_year: round.forFiscalYear,
      proposals: JSON.stringify(round.proposals),
      issued_by: round.by,
      issued_at: round.at.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

export async function updateRound(
  tx: Tx,
  id: string,
  change: { readonly decisions?: StoredRound['decisions']; readonly draftId?: string },
): Promise<StoredRound> {
  const row = await tx
    .db<Tables>()
    .updateTable('item_proposal_round')
    .set((eb) => ({
      ...(change.decisions === undefined ? {} : { decisions: JSON.stringify(change.decisions) }),
      ...(change.draftId === undefined ? {} : { draft_id: change.draftId }),
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}
