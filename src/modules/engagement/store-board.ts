/** Storage of the board: the city's closed days, requests to be excused, and who looked when. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { day } from '../../kernel/schema.ts';

interface BoardTables {
  closed_day_list: {
    tenant_id: number;
    engagement_id: string;
    days: ColumnType<unknown, string, string>;
    version: number;
  };
  waiver_request: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    obligation_key: string;
    clause: string;
    rule: string;
    subject: string | null;
    title: string;
    reason: string;
    state: 'requested' | 'granted' | 'refused' | 'withdrawn';
    requested_by: string;
    requested_on: string;
    decided_by: string | null;
    decided_on: string | null;
    decision: string | null;
    version: number;
  };
  board_look: { tenant_id: number; engagement_id: string; account_id: string; looked_on: string };
}

export interface ClosedDay {
  readonly day: string;
  readonly name: string;
}

const closedDays = z.array(z.strictObject({ day, name: z.string() }));

/** Version 0 while nobody has set any. */
export async function selectClosedDays(
  tx: Tx,
  engagementId: string,
): Promise<{ readonly days: ClosedDay[]; readonly version: number }> {
  const row = await tx
    .db<BoardTables>()
    .selectFrom('closed_day_list')
    .select(['days', 'version'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .executeTakeFirst();
  return row === undefined ? { days: [], version: 0 } : { days: closedDays.parse(row.days), version: row.version };
}

/** @throws AppError `record.stale` when somebody saved since `version` was read. */
export async function saveClosedDays(
  tx: Tx,
  engagementId: string,
  days: readonly ClosedDay[],
  version: number,
): Promise<void> {
  const db = tx.db<BoardTables>();
  const written = JSON.stringify(days);
  const result =
    version === 0
      ? await db
          .insertInto('closed_day_list')
          .values({ tenant_id: tx.tenantId, engagement_id: engagementId, days: written, version: 1 })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'engagement_id']).doNothing())
          .executeTakeFirst()
      : await db
          .updateTable('closed_day_list')
          .set({ days: written, version: version + 1 })
          .where('tenant_id', '=', tx.tenantId)
          .where('engagement_id', '=', engagementId)
          .where('version', '=', version)
          .executeTakeFirst();
  const changed = 'numUpdatedRows' in result ? result.numUpdatedRows : (result.numInsertedOrUpdatedRows ?? 0n);
  if (changed === 0n) throw new AppError('record.stale');
}

export interface StoredRequest {
  readonly id: string;
  readonly engagementId: string;
  readonly key: string;
  readonly clause: string;
  readonly rule: string;
  readonly subject: string | null;
  readonly title: string;
  readonly reason: string;
  readonly state: 'requested' | 'granted' | 'refused' | 'withdrawn';
  readonly requestedBy: string;
  readonly requestedOn: string;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly decision: string | null;
  readonly version: number;
}

/** @throws a unique violation (`record.duplicate`) while another request for the same duty is open. */
export async function insertRequest(
  tx: Tx,
  request: Omit<StoredRequest, 'state' | 'decidedBy' | 'decidedOn' | 'decision' | 'version'>,
): Promise<void> {
  await tx
    .db<BoardTables>()
    .insertInto('waiver_request')
    .values({
      tenant_id: tx.tenantId,
      id: request.id,
      engagement_id: request.engagementId,
      obligation_key: request.key,
      clause: request.clause,
      rule: request.rule,
      subject: request.subject,
      title: request.title,
      reason: request.reason,
      state: 'requested',
      requested_by: request.requestedBy,
      requested_on: request.requestedOn,
      version: 1,
    })
    .execute();
}

export interface Decision {
  readonly state: 'granted' | 'refused' | 'withdrawn';
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

/** Closes a request. @throws AppError `record.stale` when it was decided since `version` was read. */
export async function decideRequest(
  tx: Tx,
  request: { readonly id: string; readonly version: number },
  decision: Decision,
): Promise<void> {
  const result = await tx
    .db<BoardTables>()
    .updateTable('waiver_request')
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_on: decision.on,
      decision: decision.reason,
      version: request.version + 1,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', request.id)
    .where('version', '=', request.version)
    .where('state', '=', 'requested')
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new AppError('record.stale');
}

/** Requests of an engagement, the newest first. */
export async function selectRequests(tx: Tx, engagementId: string): Promise<StoredRequest[]> {
  const rows = await requests(tx).where('engagement_id', '=', engagementId).orderBy('id', 'desc').execute();
  return rows.map(requestOf);
}

/** @throws AppError `record.missing` */
export async function requireRequest(tx: Tx, id: string): Promise<StoredRequest> {
  const row = await requests(tx).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'waiver request' });
  return requestOf(row);
}

function requests(tx: Tx) {
  return tx.db<BoardTables>().selectFrom('waiver_request').selectAll().where('tenant_id', '=', tx.tenantId);
}

function requestOf(row: {
  [K in keyof BoardTables['waiver_request']]: BoardTables['waiver_request'][K];
}): StoredRequest {
  return {
    id: row.id,
    engagementId: row.engagement_id,
    key: row.obligation_key,
    clause: row.clause,
    rule: row.rule,
    subject: row.subject,
    title: row.title,
    reason: row.reason,
    state: row.state,
    requestedBy: row.requested_by,
    requestedOn: row.requested_on,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    decision: row.decision,
    version: row.version,
  };
}

export async function selectLook(tx: Tx, engagementId: string, accountId: string): Promise<string | null> {
  const row = await tx
    .db<BoardTables>()
    .selectFrom('board_look')
    .select('looked_on')
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.looked_on ?? null;
}

export async function saveLook(tx: Tx, engagementId: string, accountId: string, on: string): Promise<void> {
  await tx
    .db<BoardTables>()
    .insertInto('board_look')
    .values({ tenant_id: tx.tenantId, engagement_id: engagementId, account_id: accountId, looked_on: on })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'engagement_id', 'account_id']).doUpdateSet({ looked_on: on }),
    )
    .execute();
}
