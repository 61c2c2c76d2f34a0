/** Storage of requests for advice and of the advice. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { proposal, type SupportAdvice, type SupportRequest } from './contract.ts';

interface PolicyTables {
  support_request: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    trigger: SupportRequest['trigger'];
    document: string;
    content: string;
    file_id: string | null;
    requested_on: string;
    closed_on: string | null;
  };
  support_advice: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    request_id: string;
    round: number;
    summary: string;
    proposals: ColumnType<unknown, string, never>;
    advised_on: string;
  };
}

export async function insertRequest(
  tx: Tx,
  engagementId: string,
  request: Omit<SupportRequest, 'advice'>,
): Promise<void> {
  await tx
    .db<PolicyTables>()
    .insertInto('support_request')
    .values({
      tenant_id: tx.tenantId,
      id: request.id,
      engagement_id: engagementId,
      trigger: request.trigger,
      document: request.document,
      content: request.content,
      file_id: request.fileId,
      requested_on: request.requestedOn,
      closed_on: request.closedOn,
    })
    .execute();
}

export async function insertAdvice(tx: Tx, engagementId: string, advice: SupportAdvice): Promise<void> {
  await tx
    .db<PolicyTables>()
    .insertInto('support_advice')
    .values({
      tenant_id: tx.tenantId,
      id: advice.id,
      engagement_id: engagementId,
      request_id: advice.requestId,
      round: advice.round,
      summary: advice.summary,
      proposals: JSON.stringify(advice.proposals),
      advised_on: advice.advisedOn,
    })
    .execute();
}

export async function closeRequest(tx: Tx, id: string, day: string): Promise<void> {
  const closed = await tx
    .db<PolicyTables>()
    .updateTable('support_request')
    .set({ closed_on: day })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) throw new AppError('state.refused', { message: 'この依頼は既に終わっています。' });
}

/** Rounds are counted over the whole engagement: advice and closing wait for one another until commit. */
export async function lockRequests(tx: Tx, engagementId: string): Promise<void> {
  await tx
    .db<PolicyTables>()
    .selectFrom('support_request')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Oldest first, each with its advice. */
export async function selectRequests(tx: Tx, engagementId: string): Promise<SupportRequest[]> {
  const db = tx.db<PolicyTables>();
  const requests = await db
    .selectFrom('support_request')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('id')
    .execute();
  const advice = await db
    .selectFrom('support_advice')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('round')
    .execute();
  return requests.map((request) => ({
    id: request.id,
    trigger: request.trigger,
    document: request.document,
    content: request.content,
    fileId: request.file_id,
    requestedOn: request.requested_on,
    closedOn: request.closed_on,
    advice: advice
      .filter((round) => round.request_id === request.id)
      .map((round) => ({
        id: round.id,
        requestId: round.request_id,
        round: round.round,
        summary: round.summary,
        proposals: z.array(proposal).parse(round.proposals),
        advisedOn: round.advised_on,
      })),
  }));
}
